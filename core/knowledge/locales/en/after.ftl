## joined

joined-title = The printer is on your Wi-Fi
proof-printer-answered = { $printer } itself has answered over its Wi-Fi, at the address { $address }.
proof-ssid = It says that it is on the network “{ $ssid }”.
proof-router-named = The router named this printer as the one that it let in, and the printer has answered at the address { $address }.
proof-confirmed = A printer that fits appeared on your network, and you said that it is yours. Print a page to be quite sure.
joined-next = You can print now. Where it is not listed for printing yet, add it there as a network printer; that needs no PIN.

## failed: what happened and was seen, then what to do

reason-wrong-pin-title = The PIN did not match
reason-wrong-pin = The router met a device with another PIN than it was given. That happens when the printer has made a new PIN meanwhile, or another device was trying at the same moment.
reason-wrong-pin-next = The PIN that was used is spent. If you try again, Inkjoin begins with a fresh one from the printer.
reason-pin-too-old-title = The PIN's time ran out
reason-pin-too-old = The printer looks for the router for { $length } only, and the PIN was not in the router by then. Nothing is broken.
reason-pin-too-old-next = Try again with a fresh PIN. If you type it into the router's page, open that page and sign in there beforehand.
reason-pin-not-used-title = The printer did not come
reason-pin-not-used = The router had the PIN all the time, and no device used it. So the PIN was not wrong; the printer and the router did not meet. Please check:
reason-pin-not-used-next = Then try again with a fresh PIN.
reason-wps-off-title = The router refused at once
reason-wps-off = WPS is switched off at your router, or its network name is hidden. Either one rules out a PIN. To go on with a PIN, check both at the router's page:
reason-wps-off-next = Whether to change that is your decision. Without WPS, a printer with a screen can join with the Wi-Fi password: look for “Wireless Setup Wizard” on the printer.
reason-router-refused-pin-title = The router did not take the PIN
reason-router-refused-pin = The router says that the last digit of the PIN does not fit the others.
reason-router-refused-pin-next = Try again with a fresh PIN. If you read it at the printer, compare it digit by digit.
reason-router-title = The router gave no usable answer
reason-router = { $trouble } So it is not certain that the router has the PIN.
reason-router-next = Try again with a fresh PIN. Or go back and choose a way in which you type the PIN into the router's page yourself.
check-light = Does the printer's wireless light blink? If not, it was not looking for a router: start it again at the printer.
check-distance = Is the printer near the router? For the setup, put them in one room, away from metal and microwave ovens.
check-this-router = Did the PIN go into the router whose Wi-Fi the printer should join? A second router or a repeater would not know it.
check-cable = Is a network cable still in the printer? Pull it out: while it is in, the printer's Wi-Fi stays off.
check-wps-on = Is WPS switched on? It is often found under Wireless or Wi-Fi.
check-name-shown = Is the network name shown to everybody, not hidden? Hidden is also called “SSID broadcast off”.
check-wpa3 = Does your Wi-Fi allow WPA3 only? Then change it to WPA2/WPA3 mixed. With WPA3 only, WPS reports success and the printer still never joins.
check-guest = Did the PIN go to a guest network? Devices on it can't be seen from here.
check-band = Is the Wi-Fi switched on for 2.4 GHz? Many printers don't hear 5 GHz.
often-wrong-pin = This has happened { $times } times now. Make sure that no other device is in WPS setup, or go back and choose another way.
often-pin-too-old = This has happened { $times } times now. Go back and choose a way in which less has to be typed, if there is one.
often-pin-not-used = This has happened { $times } times now. Switch the printer off and on, wait until it is ready, and put it beside the router.
often-wps-off = This has happened { $times } times now. If you have just changed it, save it on the router's page and give its Wi-Fi a minute to restart.
often-router = This has happened { $times } times now. Go back and choose another way, or restart the router first.

## unknown

unknown-title = It is not certain whether it worked
unknown-router-says-success = The router reports success, but the printer has not shown up on your network. Please check at the router:
unknown-router-says-success-next = If you change one of these, try again with a fresh PIN. If all are right, wait for the printer once more.
unknown-look-at-printer = Neither the printer nor the router said how it went. Now the printer's wireless light tells more:
unknown-look-at-printer-next = Does it stay on? Then the printer has most likely joined: print a page to be sure. Does it blink or is it off? Then try again with a fresh PIN.
unknown-phone-was-away = You were off your network for a while, so the printer may have joined without being seen. Look at its wireless light:
unknown-phone-was-away-next = Go back to your Wi-Fi, then wait for the printer once more. If it has joined, it answers within seconds.
unknown-goes-on = As long as this stays open, Inkjoin goes on watching and tells you when the printer answers.

## leftover

leftover-title = Something is still open at your router
leftover-what = An earlier setup ended before it could take its PIN back. Until the router closes by itself, a device with that PIN could join your Wi-Fi.
leftover-no-clock = By now it has most likely closed by itself.
leftover-next = You can sign in and close it now, or leave it and go on to your printer.

## closing

closing-title = Finishing
closing-progress = Taking back the PIN at your router
closing-wait = This takes at most { $length }.

## ended

ended-joined-title = Done: the printer is on your Wi-Fi
ended-failed-title = Ended: the printer was not connected
ended-unknown-title = Ended: it is not certain whether it worked
ended-informed-title = Done
ended-informed = Nothing was changed.
ended-already-online-title = Done: the printer was on your network already
ended-already-online = Nothing was changed at this printer.
ended-cancelled-title = Cancelled
ended-cancelled = Inkjoin has stopped. You can start again at any time.
ended-open = The router could not be told to take the PIN back. Until the time is over, a device with that PIN could join your Wi-Fi; then the router closes by itself.
