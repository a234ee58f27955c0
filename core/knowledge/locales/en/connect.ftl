## sign-in

sign-in-title = Sign in at your router
sign-in-close-title = Sign in to close what is open
sign-in-why = Use the name and password with which the settings page of your own router is opened. That is not the Wi-Fi password. Both often stand on a label on the router.
sign-in-close-why = An earlier setup left a PIN open at your router. To take it back, Inkjoin needs the name and password of the router's settings page. That is not the Wi-Fi password.
sign-in-where = They are sent only to your router at { $address }, and not kept. Do this only with a router that is yours.
sign-in-encrypted = The way to the router is encrypted.
sign-in-where-unknown = They are sent only to your router, and not kept. Do this only with a router that is yours.
sign-in-open = The way to this router is not encrypted. Somebody else on your network could read the password. If you don't trust everybody there, choose “{ choice-cannot-sign-in }”.
sign-in-open-close = The way to this router is not encrypted. Somebody else on your network could read the password. If you don't trust everybody there, go back and let it close by itself.
sign-in-next = Next comes the printer's PIN, and Inkjoin gives it to the router. Can't you sign in? Then you type the PIN into the router's page yourself.
sign-in-close-next = Next, Inkjoin takes the PIN back and then looks for your printer.
problem-sign-in-refused = The router did not accept this name and password. Check small and capital letters. It was tried once and is not repeated by itself.
problem-sign-in-trouble = { $trouble } You are not signed in. Try once more, or go back.
problem-sign-in-expired = The router has ended your sign-in. Sign in once more; then it goes on where it was.
problem-sign-in-interrupted = Inkjoin was interrupted, and it keeps no passwords. Sign in once more; then it looks how far things had come.
problem-sign-in-busy = Another setup in this app is using the router now. Finish that one, or wait for its end, then sign in here.

## signing-in

signing-in-title = Signing in
signing-in-progress = Signing in at your router
signing-in-wait = This takes up to { $length }. A password that is refused is not tried again by itself.

## reading-pin

reading-pin-title = Reading the PIN
reading-pin-progress = Asking { $printer } for its WPS PIN
reading-pin-wait = This takes up to { $length }. Next, the PIN goes to the router.
reading-pin-starts = The printer may begin to look for your router now; its wireless light may start to blink.

## type-pin

type-pin-title = What is the printer's WPS PIN?
type-pin-which = The WPS PIN is the one for Wi-Fi Protected Setup. Two others look like it: the “Printer PIN” on a label or report opens the printer's web page, and the router's own PIN belongs to the router. Neither is meant.
type-pin-not-shown = The PIN then stands on the printer's display, or on a page that it prints. If no PIN appears anywhere, you can't read one from this printer: go back and see whether there is another way.
type-pin-start-after = If the printer shows a Start button, don't touch it yet. You will be told when.
type-pin-next = Type the PIN as soon as you see it: the printer looks for the router for about { $length } only. Next, the PIN goes to the router.
no-pin-not-offered = This printer does not tell its PIN to apps, so please read it at the printer.
no-pin-empty = The printer says that it has no PIN at the moment. Start Wi-Fi Protected Setup at the printer; that makes one.
no-pin-no-number = What the printer sent is not a WPS PIN. Please read the PIN at the printer.
no-pin-check-digit = The number that the printer sent is not a valid WPS PIN: its last digit does not fit. Please read the PIN at the printer.
no-pin-trouble = The printer was asked for its PIN, but none came. { $trouble } You can ask again, or read the PIN at the printer.
problem-pin-empty = No digits were typed yet.
problem-pin-not-digits = There is something other than digits in it. Could a letter O be a zero, or a letter l a one? Nothing was sent.
problem-pin-length = { $found ->
    [one] There is only { $found } digit; a WPS PIN has 8, sometimes 4. Nothing was sent.
   *[other] There are { $found } digits; a WPS PIN has 8, sometimes 4. Nothing was sent.
}
problem-pin-far-too-long = That is much too long; a WPS PIN has 8 digits, sometimes 4. Nothing was sent.
problem-pin-check-digit = One of the digits can't be right: the last one does not fit the others. Compare them one by one. Nothing was sent.
problem-pin-zeros = Zeros alone are not a PIN. Look at the printer again. Nothing was sent.

## digits

digits-title = Does the printer show four digits or eight?
digits-why = The printer sent a short number. It may be a PIN of four digits, or one of eight that begins with zeros. Look at the printer: which of these does it show?
digits-eight = As eight digits
digits-four = As four digits
digits-next = Next, the PIN goes to the router. If the printer shows neither, try one: a wrong one does no harm, and trying again begins with a fresh PIN.

## sending-pin

sending-pin-title = Giving the PIN to the router
sending-pin-progress = Giving the printer's PIN to your router
sending-pin-wait = This usually takes a few seconds, at most { $length }. Next, Inkjoin watches for the printer on your network.
