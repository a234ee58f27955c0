## Schritte am Drucker, neben denen der gemeinsamen Datei. Datendateien nennen auch danger-, sign-, note- und limit-

step-hold-until = Halten Sie die Taste „{ $key }“ gedrückt, bis die { $name } { $pattern ->
    [blinking] blinkt
    [off] ausgeht
   *[steady] dauernd leuchtet
}, und lassen Sie dann los.
step-press-two = Drücken Sie die Tasten „{ $first }“ und „{ $second }“ zusammen.
step-hold-two = { $seconds ->
    [one] Halten Sie die Tasten „{ $first }“ und „{ $second }“ zusammen mindestens { $seconds } Sekunde gedrückt und lassen Sie dann los.
   *[other] Halten Sie die Tasten „{ $first }“ und „{ $second }“ zusammen mindestens { $seconds } Sekunden gedrückt und lassen Sie dann los.
}
step-menu-words = Suchen Sie in den Menüs des Druckers nach den Wörtern „{ $words }“ und öffnen Sie diesen Eintrag.
step-choose = Wählen Sie „{ $label }“.
step-touch = Tippen Sie auf dem Display des Druckers auf das Symbol „{ $key }“.
step-wait-light = Warten Sie, bis die { $name } { $pattern ->
    [blinking] { $colour } blinkt
    [off] ausgeht
   *[steady] dauernd { $colour } leuchtet
}. Sie müssen es nicht sehen: Machen Sie nach { $length } weiter.
step-print-page = Lassen Sie den Drucker über seine Menüs oder Tasten seine Netzwerkseite oder seinen WLAN-Bericht drucken.
step-choose-network = Wählen Sie in der Liste Ihr eigenes WLAN.
step-type-passphrase = Geben Sie das Kennwort Ihres WLANs ein. Achten Sie auf Groß- und Kleinschreibung.
step-switch-on = Schalten Sie den Drucker ein und lassen Sie ihm eine Minute zum Starten.
step-connect-cable = Verbinden Sie den Drucker über ein Netzwerkkabel mit dem Router.
key-power = Ein/Aus
key-wifi-back = WLAN (Rückseite)
key-icon-wireless = WLAN
key-icon-gear = Zahnrad
light-name-bar = Lichtleiste
light-name-front = Leuchte an der Vorderseite
light-name-attention = Warnleuchte

steps-usually = „Gewöhnlich“ heißt, dass noch niemand diesen Schritt an Ihrem Modell geprüft hat. Wenn der Drucker anders aussieht oder sich anders verhält, richten Sie sich nach dem, was er zeigt. Ob er ins WLAN kommt, sieht Inkjoin selbst.
steps-usually-push = „Gewöhnlich“ heißt, dass noch niemand diesen Schritt an Ihrem Modell geprüft hat. Wenn der Drucker anders aussieht oder sich anders verhält, suchen Sie nach den Wörtern „Wi-Fi Protected Setup“ oder nach einer Taste mit „Wireless“, „Wi-Fi“ oder „WPS“. Ob er ins WLAN kommt, sieht Inkjoin selbst.
steps-usually-setup = „Gewöhnlich“ heißt, dass noch niemand diesen Schritt an Ihrem Modell geprüft hat. Es hat geklappt, wenn das eigene WLAN des Druckers unter den Netzen auf Ihrem Telefon oder Computer erscheint. Wenn nicht, steht in der Anleitung des Druckers, wie sich seine Netzwerkeinstellungen zurücksetzen lassen.
steps-no-light = Sie müssen auf keine Leuchte achten. Ob der Drucker ins WLAN kommt, sieht Inkjoin selbst.

## WPS-Taste

push-not-supported = { $sure ->
    [no] Dieser Drucker lässt sich gewöhnlich nicht per WPS-Taste verbinden.
   *[yes] Dieser Drucker lässt sich nicht per WPS-Taste verbinden.
}
light-push = { $sure ->
    [no] Während er den Router sucht, { $pattern ->
        [blinking] blinkt die { $name } gewöhnlich { $colour }.
        [off] ist die { $name } gewöhnlich aus.
       *[steady] leuchtet die { $name } gewöhnlich dauernd { $colour }.
    }
   *[yes] Während er den Router sucht, { $pattern ->
        [blinking] blinkt die { $name } { $colour }.
        [off] ist die { $name } aus.
       *[steady] leuchtet die { $name } dauernd { $colour }.
    }
}
light-failed = { $sure ->
    [no] Wenn das Verbinden gescheitert ist, { $pattern ->
        [blinking] blinkt die { $name } gewöhnlich { $colour }.
        [off] geht die { $name } gewöhnlich aus.
       *[steady] leuchtet die { $name } gewöhnlich dauernd { $colour }.
    }
   *[yes] Wenn das Verbinden gescheitert ist, { $pattern ->
        [blinking] blinkt die { $name } { $colour }.
        [off] geht die { $name } aus.
       *[steady] leuchtet die { $name } dauernd { $colour }.
    }
}
note-light-ambiguous = Die Leuchte blinkt auch, wenn der Drucker nur nicht verbunden ist. Richten Sie sich deshalb danach, wie lange Sie die Taste halten, nicht nach der Leuchte.
note-router-hold = Halten Sie die WPS-Taste des Routers 3 Sekunden gedrückt.
note-needs-wpa = Das WLAN muss mit WPA oder WPA2 verschlüsselt sein; mit WEP oder unverschlüsselt geht es nicht.

## Warten auf die Einrichtung

danger-network-settings = { $sure ->
    [no] Das löscht gewöhnlich die Netzwerkeinstellungen des Druckers: Danach muss er wieder ins WLAN gebracht werden.
   *[yes] Das löscht die Netzwerkeinstellungen des Druckers: Danach muss er wieder ins WLAN gebracht werden.
}
danger-network-and-password = { $sure ->
    [no] Das löscht gewöhnlich die Netzwerk- und Proxy-Einstellungen des Druckers und das Kennwort seiner Webseite. Danach muss er wieder ins WLAN gebracht werden, und Instant Ink kann bis dahin aussetzen.
   *[yes] Das löscht die Netzwerk- und Proxy-Einstellungen des Druckers und das Kennwort seiner Webseite. Danach muss er wieder ins WLAN gebracht werden, und Instant Ink kann bis dahin aussetzen.
}
sign-setup-network = Es hat geklappt, wenn das eigene WLAN des Druckers unter den Netzen auf Ihrem Telefon oder Computer erscheint. Sein Name beginnt gewöhnlich mit „HP-Setup“.
sign-bar-purple = Die Lichtleiste ist violett, solange der Drucker auf die Einrichtung wartet. Sie müssen es nicht sehen: Gewöhnlich erscheint dann auch das eigene WLAN des Druckers unter den Netzen auf Ihrem Telefon oder Computer.

## Die Seite des Routers, nach Hersteller

vendor-name-unknown = Ihr Router
vendor-no-pin = { $sure ->
    [no] { $vendor }: Die Einstellungsseite nimmt gewöhnlich keine PIN eines Druckers an. Sie bietet stattdessen die WPS-Taste.
   *[yes] { $vendor }: Die Einstellungsseite nimmt in den bekannten Versionen keine PIN eines Druckers an. Sie bietet stattdessen die WPS-Taste.
}
vendor-pin-unknown = Es ist nicht bekannt, ob dieser Router die PIN eines Druckers annimmt. Seine Seite zeigt es.
vendor-path = Wählen Sie in den Menüs „{ $path }“.
vendor-method = Wählen Sie „{ $method }“. Lassen Sie die PIN des Routers unberührt.
vendor-method-beside = Wählen Sie „{ $method }“. „{ $other }“ ist die PIN des Routers: Lassen Sie sie unberührt.
vendor-type = Geben Sie die Ziffern der PIN des Druckers bei „{ $field }“ ein.
vendor-then = Drücken Sie dort auf „{ $label }“.
vendor-checked = Die Namen auf der Seite sind je nach Version und Sprache anders. Es kommt darauf an, dass die Seite die PIN eines Geräts annimmt; ob der Drucker ins WLAN kommt, sieht Inkjoin selbst.
vendor-no-push = { $sure ->
    [no] { $vendor } hat gewöhnlich keine WPS-Taste. Wenn Ihrer keine hat, gehen Sie zurück und wählen Sie einen anderen Weg.
   *[yes] { $vendor } hat in den bekannten Versionen keine WPS-Taste. Wenn Ihrer keine hat, gehen Sie zurück und wählen Sie einen anderen Weg.
}
vendor-button = Drücken Sie am Router die Taste „{ $label }“.
vendor-button-hold = Halten Sie am Router die Taste „{ $label }“ mindestens { $length } gedrückt.
vendor-button-other = Sie kann auch „{ $label }“ heißen.
vendor-or-page = Auch auf der Seite des Routers gibt es dafür eine Schaltfläche:
vendor-or-find = Wenn der Router keine solche Taste hat, hat vielleicht seine Seite eine Schaltfläche:
vendor-find-push = Wählen Sie dort die WPS-Taste. Sie kann „Push Button“, „Push-Button-Methode“ oder „PBC“ heißen.
limit-hidden-name = WPS geht nicht, solange der Name des WLANs verborgen ist.
limit-off-by-default = Bei diesem Router ist WPS zunächst ausgeschaltet. Sie entscheiden selbst, ob Sie es für diese Minuten einschalten.
limit-one-band = Die Seite bedient immer nur ein Frequenzband. Die meisten Drucker brauchen das mit 2,4 GHz.
limit-shown-on-but-off = Die Seite kann WPS als eingeschaltet zeigen, obwohl es aus ist. Wenn nichts geschieht, schalten Sie es dort aus und wieder ein.
limit-needs-admin = Es geht nur weiter, wenn Sie als „admin“ angemeldet sind.
limit-openwrt-without-wps = OpenWrt wird ohne WPS ausgeliefert. Es braucht das volle Paket „wpad“ und eingeschaltetes WPS für dieses WLAN.
limit-usually = Gewöhnlich: { $limit }
