## already-online

already-online-wifi-title = The printer is on the Wi-Fi already
already-online-wifi = { $printer } has just answered over its Wi-Fi. There is nothing to set up: you can print.
already-online-wifi-other = Should it go to another network? Then restore the network settings at the printer first; after that it can be connected like a new one.
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
    [one] Once your router knows the printer's WPS PIN, it lets the printer in; you don't need the Wi-Fi password. For your printer and router there is one way:
   *[other] Once your router knows the printer's WPS PIN, it lets the printer in; you don't need the Wi-Fi password. There are { $count } ways, the easiest first:
}
ways-offered = { $name }: { $reason }
ways-next = You can come back here from every later step.
ways-withheld = not possible. { $reason }
ways-certificate-changed = Your router shows another certificate than before. If you renewed it, or reset the router, that is why. If not, another device may pose as your router. Inkjoin sends it no password. Don't type one into its page either, unless you know why the certificate changed.
because-nothing-by-hand = Inkjoin reads the PIN from the printer and gives it to the router. You only sign in at the router.
because-typed-here = You read the PIN from the printer and type it here. Inkjoin gives it to the router. You sign in at the router first.
because-typed-at-router = Inkjoin shows you the PIN, and you type it into your router's page. Sign in there beforehand: it is good for about { $length } only.
because-always = You read the PIN from the printer, type it here to have it checked, then type it into your router's page. Sign in there beforehand: it is good for about { $length } only. Works with every printer that shows a PIN and every router that takes one.
withheld-printer-does-not-tell = This printer does not tell its PIN to apps.
withheld-printer-not-asked = The printer could not be asked. { $trouble }
withheld-router-takes-none = Your router takes no PIN from apps.
withheld-router-unknown = Your router could not be asked, or it is of a kind that Inkjoin does not speak with.
withheld-certificate-changed = Your router's certificate has changed, so no password is sent to it.
withheld-not-granted = Signing in worked, but the router does not allow this user to give it a PIN. The router's owner can allow it.
withheld-not-at-home = You are not on your home network at the moment.
