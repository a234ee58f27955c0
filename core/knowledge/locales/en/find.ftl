## find: the list

find-title = Which printer is it?
find-title-empty = Looking for your printer
find-progress = Looking for HP printers on your network
find-wait = Printers appear here as they answer. That takes a few seconds; one that sleeps may need { $length } or more.
find-found = { $count ->
    [one] One HP printer is on your network. Next, Inkjoin asks it what it can do. Nothing is changed yet.
   *[other] { $count } HP printers are on your network. Choose yours; more may still appear. Next, Inkjoin asks it what it can do. Nothing is changed yet.
}
find-not-listed = Not in the list? If it shows a Wi-Fi of its own, choose that. If you know its address, you can type it.
find-nothing = No HP printer has answered so far. The search goes on while you check these:
find-check-on = Is the printer switched on, and does it show no fault?
find-check-network = Are you on the Wi-Fi at home, and not on its guest network? From a guest network, printers can't be seen.
find-check-band = Does your router have one network name for 2.4 GHz and another for 5 GHz? Then try the other one as well; some routers keep the two apart.
find-check-new = Is the printer on no network yet? Then it can't be found here: choose “{ choice-printer-wifi }”, or connect it to the router with a network cable for now.
find-no-permission = Inkjoin is not allowed to look around in your network, so it can't search for printers. Allow it in the system's settings for this app (local network or nearby devices), or type the printer's address.
find-failed = The search for printers could not run on this device. That says nothing about your printer: it may well be there. Type its address instead.

problem-another-device = Another device is at that address, not an HP printer. Nothing was changed there.
problem-another-printer = Another HP printer is at that address now, not the one you chose. Addresses can change: choose it from the list once more.
problem-printer-silent = { $trouble } Check that it is on and that you are on the same network, then try once more.

## address: the field

address-title = What is the printer's address?
address-where = The printer shows it in its network menu or prints it on its network page, as “IP address”. It is four numbers with dots, such as 192.168.1.20.
address-setup = Are you on the printer's own Wi-Fi at the moment? There its address is usually { $address }.
address-next = Next, Inkjoin asks the device at this address who it is. If it is not an HP printer, nothing happens.
problem-address-not-local = That is no address in a home network. Type four numbers with dots, such as 192.168.1.20.

## asking: who is there

asking-title = Asking the printer
asking-progress = Asking the printer who it is and what it can do
asking-wait = This takes up to { $length }, because a sleeping printer has to wake up first. Inkjoin only asks; nothing is changed.
