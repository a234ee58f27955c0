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
reason-wrong-pin-next = The PIN that was used is spent, at the router too. If you try again, Inkjoin begins with a fresh one from the printer.
reason-wrong-pin-next-typed = The PIN that was used is spent, at the router too. If you try again, let the printer show a fresh one, and compare it digit by digit.
reason-pin-too-old-title = The PIN's time ran out
reason-pin-too-old = The printer looks for the router for { $length } only, and the PIN was not in the router by then. Nothing is broken.
reason-pin-too-old-next = Try again with a fresh PIN. If you type it into the router's page, open that page and sign in there beforehand.
reason-pin-not-used-title = The printer did not come
reason-pin-not-used = The router took the PIN, and no device used it before its time was over. So the PIN was not wrong; the printer and the router did not meet. Please check:
reason-pin-not-used-next = Then try again with a fresh PIN.
reason-printer-not-started-title = The printer was not started in time
reason-printer-not-started = The router waited for { $length } and has stopped. Nothing is broken.
reason-printer-not-started-next = Try again: give the router the PIN first, then touch Start on the printer.
reason-push-nobody-came-title = No printer came
reason-push-nobody-came = The router's push button ran its { $length }, and no device asked to be let in. Please check:
reason-push-nobody-came-next = Then try again: both buttons start anew.
reason-another-came-title = Another device was let in
reason-another-came = Within the two minutes the router let in another device, not { $printer }. It takes the first one that asks, and with that its button is over.
reason-another-came-peer = The router told of that device: { $mark }. Your printer has another one.
reason-another-came-next = Try again when nobody near presses a WPS button: both start anew.
reason-another-came-stranger = Was it no device of your house? Then it is on your Wi-Fi now: change the Wi-Fi password, and it is out again.
reason-push-too-late-title = The printer has stopped looking
reason-push-too-late = The printer looks for { $length } only, and the router's button was not pressed by then. Nothing is broken.
reason-push-too-late-next = Try again. Stand where you can reach both, or ask somebody to press the other one.
reason-overlap-title = Two devices pushed at the same time
reason-overlap = Two devices, or two routers, are in push-button mode at once. So neither side can know who belongs to whom, and WPS stops. Nobody got in.
reason-overlap-next = Switch the other one off, wait { $length }, and try again.
reason-overlap-pin = A way with a PIN is not affected: with one you need not wait.
reason-cancelled-elsewhere-title = It was stopped at the router
reason-cancelled-elsewhere = The router ended its push button before the time was over. Somebody may have cancelled it on the router's page or pressed its button again.
reason-cancelled-elsewhere-next = Ask in the house, then try again.
reason-printer-timed-out-title = The printer found no router
reason-printer-timed-out = The printer says that it found no router in time. Please check:
reason-printer-timed-out-next = Then try again.
reason-printer-gave-up-title = Printer and router broke off
reason-printer-gave-up = Printer and router met, but did not come to an end with each other. Weak reception is a usual cause; a mistyped Wi-Fi password, or an old printer and a router with WPA3, are others.
reason-printer-gave-up-next = Put the printer beside the router, then try again.
reason-wps-off-title = The router refused at once
reason-wps-off = WPS is switched off at your router, or its network name is hidden. With either, WPS does not work. Please check both at the router's page:
reason-wps-off-next = Whether to change that is your decision. Without WPS, a printer with a display can join with the Wi-Fi password: go back and see whether “{ choice-way-passphrase }” is offered.
reason-router-refused-pin-title = The router did not take the PIN
reason-router-refused-pin = The router says that the last digit of the PIN does not fit the others.
reason-router-refused-pin-next = Try again with a fresh PIN. If you read it at the printer, compare it digit by digit.
reason-router-title = The router gave no usable answer
reason-router = { $trouble } So it is not certain what the router did.
reason-router-next = Try again with a fresh PIN. Or go back and choose a way in which you type the PIN into the router's page yourself.
reason-router-next-push = Try again. Or go back and choose the way in which you press the router's button yourself.
check-light = Did the printer's wireless light blink in that time? If not, it was not looking for a router: start it again at the printer.
check-distance = Is the printer near the router? For the setup, put them in one room, away from metal and microwave ovens.
check-this-router = Did you use the router whose Wi-Fi the printer should join? A second router or a repeater would know nothing of it.
check-cable = Is a network cable still in the printer? Pull it out: while it is in, the printer's Wi-Fi stays off.
check-wps-on = Is WPS switched on in the router? It is often found under Wireless or Wi-Fi.
check-wps-on-at = Is WPS switched on in the router? With { $vendor } the switch is under “{ $path }”.
check-name-shown = Is the network name shown to everybody, not hidden? Hidden is also called “SSID broadcast off”.
check-wpa3 = Does your Wi-Fi allow WPA3 only? Then change it to WPA2/WPA3 mixed. With WPA3 only, WPS reports success and the printer still never joins.
check-guest = Did the printer get onto a guest network? Devices on it can't be seen from here.
check-band = Is the Wi-Fi switched on for 2.4 GHz? Many printers don't hear 5 GHz.
often-wrong-pin = This has happened { $times } times now. Make sure that no other device is in WPS setup, or go back and choose another way.
often-pin-too-old = This has happened { $times } times now. Go back and choose a way in which less has to be typed, if there is one.
often-pin-not-used = This has happened { $times } times now. Switch the printer off and on, wait until it is ready, and put it beside the router.
often-wps-off = This has happened { $times } times now. If you have just changed it, save it on the router's page and give its Wi-Fi a minute to restart.
often-push = This has happened { $times } times now. Go back and choose a way with a PIN, or the Wi-Fi password.
often-router = This has happened { $times } times now. Go back and choose another way, or restart the router first.

## unknown

unknown-title = It is not certain whether it worked
unknown-router-says-success = The router reports success, but the printer has not shown up on your network. Please check at the router:
unknown-router-says-success-next = If you change one of these, try again. If all are right, wait for the printer once more.
unknown-look-at-printer = Neither the printer nor the router said how it went. Now the printer's wireless light tells more:
unknown-look-at-printer-next = Does it stay on? Then the printer has most likely joined: print a page to be sure. Does it blink or is it off? Then try again.
unknown-passphrase = The printer has not answered over your Wi-Fi so far. A mistyped password and a wrong network name are the usual causes; the printer itself knows which. Look at its display, or let it print its wireless report.
unknown-passphrase-next = Type the password once more, slowly; small and capital letters count. Or go back and choose another way.
unknown-phone-was-away = You were off your network for a while, so the printer may have joined without being seen. Look at its wireless light:
unknown-phone-was-away-next = Go back to your Wi-Fi, then wait for the printer once more. If it has joined, it answers within seconds.
unknown-check = If it has not joined, please check:
unknown-check-router = If it has not joined, please check this. What you change at the router is your decision:
unknown-goes-on = As long as this stays open, Inkjoin goes on watching and tells you when the printer answers.

## leftover

leftover-title = Something is still open at your router
leftover-what = An earlier setup ended before it could close what it had opened. Until the router closes by itself, another device could join your Wi-Fi.
leftover-no-clock = By now it has most likely closed by itself.
leftover-next = You can sign in and close it now, or leave it and go on to your printer.

## closing

closing-title = Finishing
closing-progress = Closing at your router what Inkjoin opened
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
ended-open = The router could not be told to close. Until the time is over, another device could join your Wi-Fi; then the router closes by itself.
