## already-online

already-online-wifi-title = The printer is on the Wi-Fi already
already-online-wifi = { $printer } has just answered over its Wi-Fi. There is nothing to set up: you can print.
already-online-again = So it is on the network. If printing still fails, remove it on the computer or phone that prints, and add it there once more as a network printer.
test-page-asking = Asking the printer for a test page.
test-page-printed = The printer says that it prints a page. If it comes out, all is well.
test-page-not = The printer did not take the test page. { $reason }
no-page-not-offered = It does not let apps print that page.
no-page-busy = It is busy; try again when it is ready.
no-page-refused = It does not know that page.
already-online-cable-title = The printer is connected by cable
already-online-cable = { $printer } has just answered over its network cable, so you can print already. You can put it on the Wi-Fi, so that it needs no cable.
already-online-cable-off = { $sure ->
    [no] While the cable is in, the printer's Wi-Fi usually stays off. You will be told when to pull the cable out.
   *[yes] While the cable is in, the printer's Wi-Fi stays off. You will be told when to pull the cable out.
}

## learning

learning-title = Asking your router
learning-progress = Asking your router what it can do
learning-wait = This takes up to { $length }. No password is sent. Then you see the ways to connect the printer.

## ways

ways-title = How should the printer get onto the Wi-Fi?
ways-how = { $count ->
    [one] For your printer and router there is one way:
   *[other] There are { $count } ways, the easiest first:
}
ways-doubtful = As far as is known, no way fits. What is known may be wrong, so this one is offered all the same:
ways-offered = { $name }: { $reason }
ways-next = You can come back here from every later step.
ways-withheld = not possible. { $reason }
ways-certificate-changed = Your router shows another certificate than before. If you renewed it, or reset the router, that is why. If not, another device may pose as your router. Inkjoin sends it no password. Don't type one into its page either, unless you know why the certificate changed.
ways-wps-off = WPS is switched off at your router, or its network name is hidden. If you have changed that, choose “{ choice-look-again }”.
ways-hop = To read the PIN, this device goes to the printer's own Wi-Fi and back.
because-nothing-by-hand = Inkjoin reads the PIN from the printer and gives it to the router. You only sign in at the router.
because-typed-here = You read the PIN from the printer and type it here. Inkjoin gives it to the router. You sign in at the router first.
because-typed-at-router = Inkjoin shows you the PIN, and you type it into your router's page. Sign in there beforehand: it is good for about { $length } only.
because-always = You read the PIN from the printer, type it here to have it checked, then type it into your router's page. Sign in there beforehand: it is good for about { $length } only. Works with every printer that shows a PIN and every router that takes one.
because-one-key = You press a key at the printer, and Inkjoin tells the router. Anybody near could join for { $length }. You sign in at the router first.
because-two-keys = You press a key at the printer, then one at the router, within { $length }. Anybody near could join meanwhile. Needs no sign-in.
because-no-wps = You type your Wi-Fi password at the printer's own display. Needs no WPS at the router.
withheld-printer-shows-no-pin = You saw no WPS PIN at the printer.
withheld-printer-has-no-push = As far as is known, this printer has no WPS key.
withheld-printer-has-no-panel = As far as is known, no password can be typed at this printer.
withheld-page-takes-none = The router's page takes no PIN of a device.
withheld-cannot-sign-in = It needs a sign-in at the router.
withheld-wps-off = WPS is switched off at the router, or its network name is hidden.
withheld-hop-too-long = The PIN can only be read on the printer's own Wi-Fi. Going there and back by hand takes longer than the PIN lives.
withheld-printer-does-not-tell = This printer does not tell its PIN to apps.
withheld-printer-not-asked = The printer could not be asked. { $trouble }
withheld-router-takes-none = Your router takes this from no app.
withheld-router-unknown = Your router could not be asked, or it is of a kind that Inkjoin does not speak with.
withheld-certificate-changed = Your router's certificate has changed, so no password is sent to it.
withheld-not-granted = Signing in worked, but the router does not allow this user to do it. The router's owner can allow it.
withheld-not-at-home = You are not on your home network at the moment.
