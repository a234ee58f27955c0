## push-consent

push-consent-title = Open the router for two minutes?
push-consent-what = With push button, a key is pressed at the printer and one at the router. For about { $length } the router then lets in the first device that asks, whosever it is.
push-consent-near = Do this only when nobody near is setting up a device of their own. It is over as soon as the printer has joined.
push-consent-service = Inkjoin presses the router's button for you, once you have signed in there.
push-twin = Another printer of the same model is on your network. Switch it off for now, so that it can't answer instead.

## push-printer

push-printer-title = Press the key on the printer
push-printer-next-service = Then say so here at once: Inkjoin tells the router.
push-printer-next-hand = Then say so here at once, and walk to the router. You have about { $length }.

## push-starting

push-starting-title = Starting the router's push button
push-starting-progress = Telling your router to let the printer in

## push-router

push-router-title = Walk to the router now
push-router-return = Come back here and choose “{ choice-pressed-router }”. If you forget, Inkjoin notices the printer all the same.
push-router-over = Did something go wrong in between? Choose “{ choice-push-again }”: both start anew.
push-not-granted = Signing in worked, but the router does not allow this user to start its push button. So this time you press it yourself.

## start-printer

start-printer-title = Now touch Start on the printer
start-printer-taken = The router has the PIN and waits for the printer.
start-printer-told = If the PIN is in the router, it waits for the printer now.
start-printer-next = Then say so here. If you forget, Inkjoin notices the printer all the same.

## panel

panel-title = Type the Wi-Fi password at the printer
panel-why = This needs no WPS. Inkjoin does not need the password and never asks for it.
panel-names = Choose the same Wi-Fi that this device is on. If your router has a second name for 5 GHz, take the other one: many printers don't hear 5 GHz.
waiting-panel = The printer joins with the password that you typed; WPS has no part in it.
panel-next = When the printer connects, say so here; Inkjoin watches for it.

## printer-report

printer-report-title = What does the printer show?
printer-report-what = Some printers say on their display how it went. What does yours say?
printer-report-meanwhile = Inkjoin goes on watching for it meanwhile.
