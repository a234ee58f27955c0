## start: the three doors

start-title = What would you like to do?
start-what = Inkjoin gets an HP printer onto your Wi-Fi, mostly with WPS: the router lets the printer in without the Wi-Fi password. It needs no account and no internet, and nothing leaves your home.
start-privacy = The search begins when you choose to connect. This device may then ask whether Inkjoin may look around in your network.

## computer-asks

computer-asks-title = Your computer asks for a PIN
computer-asks-what = When Windows asks for it, the computer most likely wants to reach the printer directly, over Wi-Fi Direct, and not over your router. Then this is another PIN than the one for the router: the printer makes it the moment the computer asks.
computer-asks-first = Leave the question open on the computer, and go to the printer.
computer-asks-look = Look at its display, or wait for a sheet that comes out by itself: it has 8 digits.
computer-asks-type = Type these digits into the computer within a few minutes.
computer-asks-not = Don't open Wi-Fi Protected Setup on the printer for this: the PIN it shows there is for routers, and the computer will not take it.
computer-asks-check = If neither a display nor a sheet shows a PIN, this was not it: cancel on the computer, and choose the button there if it offers one. Or put the printer on your Wi-Fi first and then add it on the computer as a network printer, which asks for no PIN at all.
computer-asks-sure = This has not been tried with every version of Windows. What the printer shows settles it.

## went-offline

went-offline-title = It worked, and now it does not
went-offline-what = Two things are usual. Please look which one it is:
went-offline-asleep = Nothing has changed at home: the printer may be switched off or asleep, or the router may have restarted. Wake the printer with a key, and wait a minute.
went-offline-network = The router is new, or its Wi-Fi has a new name or password: then the printer must be connected once more, like a new one. The old settings need not be deleted for that.
went-offline-next = Next, Inkjoin looks for the printer. If it is there, it says so; if not, you can connect it again.
find-again-listed = If your printer is listed, it is on the network: choose it to see how.
find-again-nothing = Your printer has not answered on this network so far. If it is switched on, it has lost the Wi-Fi, or knows the old one only: connect it again, by “{ choice-printer-wifi }”, by a cable for now, or by its address.

## near by

find-near = { $count ->
    [one] An HP device near you can be heard over Bluetooth. If that is your printer, it may be waiting to be set up: choose “{ choice-printer-wifi }”.
   *[other] { $count } HP devices near you can be heard over Bluetooth. If one is your printer, it may be waiting to be set up: choose “{ choice-printer-wifi }”.
}
find-bluetooth-off = Bluetooth is off. With it on, Inkjoin could also tell whether an HP device is near; it is not needed, and Inkjoin does not switch it on.

## which-one: two of one model

which-one-title = Which one is it?
which-one-why = { $count ->
    [one] Another printer of the same model is on your network. Compare with the label on the back or inside your printer:
   *[other] { $count } other printers of the same model are on your network. Compare with the label on the back or inside your printer:
}
which-one-alone = The other printer of this model is not to be seen any more. Compare with the label on the back or inside your printer all the same:
which-one-this = The one you tapped: { $marks }
which-one-other = Another one: { $marks }
which-one-no-marks = nothing on its label is known
which-one-blink = Or let it blink and see which one does.
which-one-blinking = It is being asked to blink.
which-one-blinked = It says that it is making itself noticed now: a light, its display or a sound. Is it the right one?
which-one-no-blink = This printer can't be made to blink. Compare the label.
which-one-blink-failed = { $trouble } Try once more, or compare the label.

## moving

moving-title = To another Wi-Fi
moving-what = { $printer } can only move while you are where it should go. Its old network stays stored until it has joined the new one.
moving-do = Put this device on the Wi-Fi that the printer should join.
moving-router = Stay near the printer and the router of that Wi-Fi.
moving-next = Next, Inkjoin asks that router what it can do. The printer counts as joined only when it answers over a Wi-Fi with another name than now.

## to-printer-wifi, coming-home

to-setup-title = To the printer's own Wi-Fi
to-setup-progress = Joining the printer's own Wi-Fi
to-setup-waiting = Waiting until you are on the printer's own Wi-Fi
to-setup-port = Your device may ask whether it should join it. The name begins with HP-Setup, HP-Print or DIRECT. If it takes longer than { $length }, you are told how to do it yourself.
to-setup-open = Open the Wi-Fi settings of this device.
to-setup-choose = Choose the Wi-Fi whose name begins with HP-Setup, HP-Print or DIRECT and has your model in it. If it asks for a password, it stands on the printer's display or on its network page; on some models it is 12345678.
to-setup-stay = It has no internet. If your device asks, stay on it all the same.
to-setup-return = Come back here; Inkjoin notices it and goes on. There is no hurry.
to-setup-missing = Is there no such Wi-Fi? Then the printer is off, or no longer waits to be set up: most printers stop that about two hours after they were switched on.
to-setup-reset = This makes it wait to be set up again:
coming-home-title = Back to your own Wi-Fi
coming-home-progress = Waiting for your own Wi-Fi
coming-home-port = Your device goes back by itself. If it takes longer than { $length }, you are told how to do it.
coming-home-open = Open the Wi-Fi settings of this device and choose your own Wi-Fi.
coming-home-return = Come back here; Inkjoin notices it and goes on at once.
coming-home-no-hurry = There is no hurry: no clock runs yet.
coming-home-pin = Inkjoin has the printer's PIN. Once you are back, it goes to the router.

## your-pin

your-pin-title = The printer's WPS PIN
your-pin-over = By now its time is most likely over. Choose “{ choice-fresh-pin }”.
your-pin-what = This is the PIN for a router. It is good for a few minutes only and changes each time.
your-pin-next = Type it into your router's page, where WPS asks for the PIN of a device.

## networks

around-vpn = A VPN is on. It may hide the printer and the router: if something does not answer, switch it off for these minutes.
around-mobile = This device is on mobile data only. Go to your Wi-Fi at home: printers can't be found from here.
around-setup = You are on the printer's own Wi-Fi. Go back to your own Wi-Fi: from here, the router can't be reached.
around-setup-find = You are on a printer's own Wi-Fi. To set up that printer, choose “{ choice-printer-wifi }”.
