## sign-in

sign-in-title = Sign in at your router
sign-in-close-title = Sign in to close it
sign-in-why = Use the name and password with which the settings page of your own router is opened. That is not the Wi-Fi password. Both often stand on a label on the router.
sign-in-close-why = An earlier setup left something open at your router. To close it, Inkjoin needs the name and password of the router's settings page. That is not the Wi-Fi password.
sign-in-where = They are sent only to your router at { $address }, and not kept. Do this only with a router that is yours.
sign-in-encrypted = The way to the router is encrypted.
sign-in-where-unknown = They are sent only to your router, and not kept. Do this only with a router that is yours.
sign-in-open = The way to this router is not encrypted. Somebody else on your network could read the password. If you don't trust everybody there, choose “{ choice-cannot-sign-in }”.
sign-in-open-close = The way to this router is not encrypted. Somebody else on your network could read the password. If you don't trust everybody there, go back and let it close by itself.
sign-in-next = Next comes the printer's PIN, and Inkjoin gives it to the router.
sign-in-next-send = Next, Inkjoin gives the PIN to the router.
sign-in-next-push = Next, you press a key at the printer, and Inkjoin starts the router's push button.
sign-in-cannot-page = Can't you sign in? Then you type the PIN into the router's page yourself.
sign-in-cannot-ways = Can't you sign in? Then you see which ways need no sign-in.
sign-in-cannot-push = Can't you sign in? Then you press the router's button yourself.
sign-in-next-check = Next, Inkjoin asks the router how far things had come.
sign-in-close-next = Next, Inkjoin closes it and then looks for your printer.
problem-sign-in-refused = The router did not accept this name and password. Check small and capital letters. It was tried once and is not repeated by itself.
problem-user-empty = Please type the user name as well: this router has no sign-in without one. Nothing was sent.
problem-sign-in-trouble = { $trouble } You are not signed in. Try once more, or go back.
problem-sign-in-locked = The router lets nobody sign in for a while, because a password was wrong too often. Wait some minutes before you try again.
problem-sign-in-expired = The router has ended your sign-in. Sign in once more; then it goes on where it was.
problem-sign-in-interrupted = Inkjoin was interrupted, and it keeps no passwords. Sign in once more; then it looks how far things had come.
problem-sign-in-busy = Another setup in this app is using the router now. Finish that one, or wait for its end, then sign in here.

## signing-in

signing-in-title = Signing in
signing-in-progress = Signing in at your router
signing-in-wait = This takes up to { $length }. A password that is refused is not tried again by itself.

## certificate-changed

certificate-changed-title = Is this still your router?
certificate-changed-what = The router at { $address } shows another certificate than the one that it showed first. So Inkjoin sent it nothing secret.
certificate-changed-usual = There are harmless reasons: the router's software was updated, it was reset to factory settings, it is a new router, or you are on another network whose router has the same address.
certificate-changed-other = If you know of none of these, another device may answer in your router's place and wait for its password. Then go on by hand, or go back.
certificate-changed-next = If you use the new certificate, Inkjoin asks this router again what it can do. From then on only this certificate counts for it.
certificate-changed-next-sign-in = If you use the new certificate, Inkjoin asks this router again what it is, and then you sign in. From then on only this certificate counts for it.
certificate-changed-next-close = If you use the new certificate, Inkjoin asks this router again what it is, and then you sign in to close what is open. If not, go back and let it close by itself.
certificate-known = Certificate before (beginning of its SHA-256)
certificate-shown = Certificate now (beginning of its SHA-256)

## reading-pin

reading-pin-title = Reading the PIN
reading-pin-progress = Asking { $printer } for its WPS PIN
reading-pin-wait = This takes up to { $length }. The printer is asked once.
reading-pin-starts = The printer may begin to look for your router now; its wireless light may start to blink.

## type-pin

type-pin-which = The WPS PIN is the one for Wi-Fi Protected Setup. Two others look like it: the “Printer PIN” on a label or report opens the printer's web page, and the router's own PIN belongs to the router. Neither is meant.
type-pin-not-shown = Nobody has checked whether this model shows its PIN there.
type-pin-none = If you see none, choose “{ choice-no-pin-there }”.
type-pin-start-after = If the printer shows a Start button, don't touch it yet. You will be told when.
type-pin-next = Type the PIN as soon as you see it: the printer looks for the router for about { $length } only. Next, the PIN goes to the router.
type-pin-next-page = Open your router's page and sign in there now. Then type the PIN here as soon as you see it, so that its digits are checked: the printer looks for the router for about { $length } only.
type-pin-next-after = Type the PIN here. There is no hurry: the printer waits for Start. Next, the PIN goes to the router.
type-pin-title-display = Read the WPS PIN on the printer's display
type-pin-title-page = Read the WPS PIN on a page from the printer
type-pin-title-label = Read the WPS PIN on the printer's label
type-pin-only = Write it down. It is good for a few minutes only.
type-pin-only-label = Write it down.
type-pin-only-after = Type it into the router first; only then touch Start on the printer.
type-pin-label-check = A label may be out of date, for example after a repair. If the router says that the PIN is wrong, read it on the display or on a page instead.
type-pin-no-second = If the page shows no WPS PIN, no other page will: choose “{ choice-no-pin-there }”.
pin-page-asking = Asking the printer to print the page.
pin-page-printed = The printer says that it prints the page. Look for a row “WPS PIN” on it.
pin-page-not = The printer did not take the page. { $reason } Print it by its keys, as above.

no-pin-not-offered = This printer does not tell its PIN to apps, so please read it at the printer.
no-pin-empty = The printer says that it has no PIN at the moment. Start Wi-Fi Protected Setup at the printer; that makes one.
no-pin-no-number = What the printer sent is not a WPS PIN. Please read the PIN at the printer.
no-pin-check-digit = The number that the printer sent is not a valid WPS PIN: its last digit does not fit. Please read the PIN at the printer.
no-pin-trouble = The printer was asked for its PIN, but none came. { $trouble } You can ask again, or read the PIN at the printer.
problem-pin-empty = No digits were typed yet.
problem-pin-not-digits = There is something other than digits in it. Could a letter O be a zero, or a letter l a one? The Wi-Fi password is not meant. Nothing was sent.
problem-pin-length = { $found ->
    [one] There is only { $found } digit; a WPS PIN has 8, sometimes 4. Nothing was sent.
   *[other] There are { $found } digits; a WPS PIN has 8, sometimes 4. Nothing was sent.
}
problem-pin-far-too-long = That is much too long; a WPS PIN has 8 digits, sometimes 4. Nothing was sent.
problem-pin-check-digit = One of the digits can't be right: the last one does not fit the others. Compare them one by one. Nothing was sent.
problem-pin-example = 12345670 stands in many guides as an example, and on many routers as their own PIN. Does your printer really show it? Then type it once more. Nothing was sent.
problem-pin-zeros = Zeros alone are not a PIN. Look at the printer again. Nothing was sent.

## digits

digits-title = Does the printer show four digits or eight?
digits-why = The printer sent a short number. It may be a PIN of four digits, or one of eight that begins with zeros. Look at the printer: which of these does it show?
digits-eight = As eight digits
digits-four = As four digits
digits-next = If the printer shows neither, try one: a wrong one does no harm, and trying again begins with a fresh PIN.

## sending-pin

sending-pin-title = Giving the PIN to the router
sending-pin-progress = Giving the printer's PIN to your router
sending-pin-wait = This usually takes a few seconds, at most { $length }. Next, Inkjoin watches for the printer on your network.
