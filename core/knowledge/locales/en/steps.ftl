## Steps at the printer, beside those of the common file. Data files also name danger-, sign-, note- and limit-

step-hold-until = Hold the { $key } key down until the { $name } { $pattern ->
    [blinking] blinks
    [off] goes out
   *[steady] stays on
}, then let go.
step-press-two = Press the { $first } key and the { $second } key together.
step-hold-two = { $seconds ->
    [one] Hold the { $first } key and the { $second } key down together for at least { $seconds } second, then let go.
   *[other] Hold the { $first } key and the { $second } key down together for at least { $seconds } seconds, then let go.
}
step-menu-words = In the printer's menus look for the words “{ $words }” and open that.
step-choose = Choose “{ $label }”.
step-touch = Touch the { $key } on the printer's display.
step-wait-light = Wait until the { $name } { $pattern ->
    [blinking] blinks { $colour }
    [off] goes out
   *[steady] stays on, { $colour }
}. You need not see it: after { $length } go on.
step-print-page = Let the printer print its network page or its wireless report, by its menus or its keys.
step-choose-network = Choose your own Wi-Fi in the list.
step-type-passphrase = Type the password of your Wi-Fi. Small and capital letters count.
step-switch-on = Switch the printer on and give it a minute to start.
step-connect-cable = Connect the printer to the router with a network cable.
key-power = Power
key-wifi-back = rear Wi-Fi
key-icon-wireless = Wireless icon
key-icon-gear = gear
light-name-bar = light bar
light-name-front = light on the front
light-name-attention = attention light

steps-usually = “Usually” means that nobody has checked this step on your model. If the printer looks or acts otherwise, go by what it shows. Whether it joins, Inkjoin sees for itself.
steps-usually-push = “Usually” means that nobody has checked this step on your model. If the printer looks or acts otherwise, look for the words “Wi-Fi Protected Setup” or for a key that says Wireless, Wi-Fi or WPS. Whether it joins, Inkjoin sees for itself.
steps-usually-setup = “Usually” means that nobody has checked this step on your model. It worked when the printer's own Wi-Fi appears among the networks on your phone or computer. If not, the printer's guide tells how to restore its network settings.
steps-no-light = You need not watch any light. Whether the printer joins, Inkjoin sees for itself.

## Push button

push-not-supported = { $sure ->
    [no] This printer usually cannot be connected by a WPS button.
   *[yes] This printer cannot be connected by a WPS button.
}
light-push = { $sure ->
    [no] While it looks for the router, the { $name } usually { $pattern ->
        [blinking] blinks { $colour }.
        [off] is off.
       *[steady] stays on, { $colour }.
    }
   *[yes] While it looks for the router, the { $name } { $pattern ->
        [blinking] blinks { $colour }.
        [off] is off.
       *[steady] stays on, { $colour }.
    }
}
light-failed = { $sure ->
    [no] When joining has failed, the { $name } usually { $pattern ->
        [blinking] blinks { $colour }.
        [off] goes out.
       *[steady] stays on, { $colour }.
    }
   *[yes] When joining has failed, the { $name } { $pattern ->
        [blinking] blinks { $colour }.
        [off] goes out.
       *[steady] stays on, { $colour }.
    }
}
note-light-ambiguous = The light also blinks while the printer is merely not connected. So go by how long you hold the key, not by the light.
note-router-hold = Hold the WPS button of the router down for 3 seconds.
note-needs-wpa = The Wi-Fi must be encrypted with WPA or WPA2; with WEP, or without encryption, this does not work.

## Setup mode

danger-network-settings = { $sure ->
    [no] This usually deletes the network settings of the printer: it has to be put on the Wi-Fi again afterwards.
   *[yes] This deletes the network settings of the printer: it has to be put on the Wi-Fi again afterwards.
}
danger-network-and-password = { $sure ->
    [no] This usually deletes the network and proxy settings of the printer and the password of its web page. It has to be put on the Wi-Fi again afterwards, and Instant Ink may stop until then.
   *[yes] This deletes the network and proxy settings of the printer and the password of its web page. It has to be put on the Wi-Fi again afterwards, and Instant Ink may stop until then.
}
sign-setup-network = It worked when the printer's own Wi-Fi appears among the networks on your phone or computer. Its name usually begins with “HP-Setup”.
sign-bar-purple = The light bar is purple while the printer waits to be set up. You need not see it: usually the printer's own Wi-Fi then also appears among the networks on your phone or computer.

## The router's page, by vendor

vendor-name-unknown = your router
vendor-no-pin = { $sure ->
    [no] Usually the settings page of { $vendor } takes no printer's PIN. It offers the WPS button instead.
   *[yes] In the versions that are known, the settings page of { $vendor } takes no printer's PIN. It offers the WPS button instead.
}
vendor-pin-unknown = It is not known whether this router takes a printer's PIN. Its page shows it.
vendor-path = In its menus choose “{ $path }”.
vendor-method = Choose “{ $method }”. Leave the router's own PIN alone.
vendor-method-beside = Choose “{ $method }”. “{ $other }” is the router's own PIN: leave it alone.
vendor-type = Type the digits of the printer's PIN into “{ $field }”.
vendor-then = Press “{ $label }” there.
vendor-checked = Names on the page differ between versions and languages. What counts is that the page takes the PIN of a device; whether the printer joins, Inkjoin sees for itself.
vendor-no-push = { $sure ->
    [no] Usually { $vendor } has no WPS button. If yours has none, go back and choose another way.
   *[yes] In the versions that are known, { $vendor } has no WPS button. If yours has none, go back and choose another way.
}
vendor-button = Press the button “{ $label }” on the router.
vendor-button-hold = Hold the button “{ $label }” on the router down for at least { $length }.
vendor-button-other = It may also be called “{ $label }”.
vendor-or-page = There is a button for it on the router's page, too:
vendor-or-find = If the router has no such button, its page may have one:
vendor-find-push = Choose the push button there. It may be called “Push Button” or “PBC”.
limit-hidden-name = WPS does not work while the name of the Wi-Fi is hidden.
limit-off-by-default = WPS is switched off on this router at first. It is your decision to switch it on for these minutes.
limit-one-band = The page serves one band at a time. Most printers need the one of 2.4 GHz.
limit-shown-on-but-off = The page may show WPS as on while it is off. If nothing happens, switch it off and on again there.
limit-needs-admin = It only goes on when you are signed in as “admin”.
limit-openwrt-without-wps = As it is delivered, OpenWrt has no WPS. It needs the full wpad package and WPS switched on for this Wi-Fi.
limit-usually = Usually: { $limit }
