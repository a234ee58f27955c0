## router-page

router-page-title = Type the PIN into your router's page
router-page-no-pin = The PIN is no longer known here. Choose “{ choice-fresh-pin }”.
pin-label = WPS PIN of the printer
router-page-link = Open the router's page
router-page-open = Open the router's page in the browser and sign in there with your router's name and password.
router-page-open-unknown = Open your router's settings page in the browser. Its address often stands on a label on the router. Sign in there.
router-page-find = Look for “WPS” or “Wi-Fi Protected Setup”, often under Wireless or Wi-Fi.
router-page-choose = Choose the PIN of a device. It may be called “Client PIN”, “Device PIN” or “Enrollee PIN”. Leave the router's own PIN alone.
router-page-type = Type the digits from above and start it there, for example with Start, Connect or Add.
router-page-return = Come back here and choose “{ choice-entered }”.
router-page-different = If the page has no field for the PIN of a device, choose “{ choice-takes-no-pin }”. If WPS is switched off there, it is your decision to switch it on for these minutes.
router-page-warning = The browser may warn that it does not know the router's certificate. For a router's own page at home that is usual.
router-page-certificate-changed = Your router shows another certificate than before. If you don't know why, another device may pose as your router: don't type a password into its page, and go back. If you know why, go on.
router-page-over = If the time runs out, nothing is broken: a fresh PIN is used then.
router-page-start-after = There is no hurry, and don't touch Start on the printer yet: that comes next.
hand-over-not-granted = Signing in worked, but the router does not allow this user to give it a PIN. So this time you type it in yourself.
hand-over-wps-off = WPS is switched off at your router, or its network name is hidden.
hand-over-sign-in-again = The router has ended your sign-in. So this time you do it there yourself.

## waiting

waiting-title = Waiting for the printer
waiting-hint-title = Is this your printer?
waiting-hint = “{ $name }” has just appeared on your network and fits your printer, but it can't be told for certain. Has your printer's wireless light just stopped blinking? Then it is probably yours.
waiting-progress = Watching for { $printer } on your Wi-Fi
waiting-now = Now the printer and the router find each other. That often takes a few seconds and can take { $length }.
waiting-again = Inkjoin looks for the printer on your network once more.
waiting-slow = Nothing yet after { $length }. With some routers and printers that is normal; it goes on.
waiting-walk-over = By now the printer has stopped looking for the router. It may still be joining, so Inkjoin goes on watching.
waiting-named = The router says that it let this very printer in. Now the printer has to show up on your network; that takes a few seconds.
waiting-somebody = The router says that it let a device in, but not which one. Inkjoin watches for the printer itself.
waiting-another = The router says that it let a device in, and names one that is not this printer. Inkjoin watches for the printer a little longer.
waiting-failed = The router says that an attempt failed. Inkjoin watches for the printer all the same.
waiting-seen = The printer has answered, but not in a way that proves it is on the Wi-Fi.
waiting-overdue = The router reported success some time ago, but the printer has not answered over your Wi-Fi. Please check this at your router while Inkjoin goes on watching:
waiting-cable = { $sure ->
    [no] The printer was asked over its network cable. While that is in, its Wi-Fi usually stays off.
   *[yes] The printer was asked over its network cable. While that is in, its Wi-Fi stays off.
}
waiting-end = As soon as the printer answers over its Wi-Fi, you see it here. If it does not, Inkjoin says after at most { $length } what it has seen and what you can do.
