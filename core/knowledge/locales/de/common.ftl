# Begriffe, überall gleich gebraucht:
#   WPS-PIN des Druckers   die PIN, die in den Router kommt
#   PIN des Routers        dessen eigene PIN; nach ihr wird nie gefragt, sie wird nie benutzt
#   Drucker-PIN            das Kennwort für die Webseite des Druckers, wie Aufkleber und Berichte es nennen
# WLAN, nie Wi-Fi, außer im Namen eines Menüs. Netzwerkkabel, Taste, Leuchte, Display, Kennwort.
# Eine Meldung ist eine Zeile. Keine Meldung nennt eine Suchmaschine oder eine Telefonnummer.
# „$printer“ steht im Nominativ: am Anfang eines Satzes oder nach einem Doppelpunkt.

printer-unnamed = Ihr Drucker
printer-nameless = HP-Drucker ohne Namen
mark-serial = Seriennummer endet auf { $tail }
mark-mac = Netzwerkadresse (MAC) endet auf { $tail }
mark-product = Produktnummer { $product }
away = Sie sind gerade nicht in Ihrem Heimnetz. Gehen Sie zurück in Ihr WLAN: Nichts ist verloren, aber eine laufende Uhr läuft weiter.

## Zeitspannen

length-seconds = { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
}
length-minutes = { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
length-both = { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
} { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
}
clock-left = noch { $length }
clock-printer-walk = Bis der Drucker aufhört, den Router zu suchen
clock-join = Bis Inkjoin sagt, was zu sehen war
clock-window = Bis der Router von selbst schließt

## Auswahl

choice-printer-marked = { $name }, { $marks }
choice-printer-gone = Ein Drucker, der nicht mehr in der Liste steht
choice-begin = Meinen Drucker verbinden
choice-computer-asks = Mein Computer fragt nach einer PIN
choice-went-offline = Mein Drucker ging schon und ist jetzt offline
choice-begin-first = Den Drucker ins WLAN bringen
choice-begin-search = Den Drucker suchen
choice-printer-wifi = Der Drucker zeigt ein eigenes WLAN
choice-type-address = Adresse des Druckers eingeben
choice-ask = Bei dieser Adresse nachfragen
choice-connect = Ins WLAN bringen
choice-blink = Blinken lassen
choice-this-one = Das ist er
choice-move = In ein anderes WLAN umziehen
choice-test-page = Testseite drucken
choice-only-pin = Ich will nur seine WPS-PIN wissen
choice-go-on = Weiter
choice-go-on-there = Ich bin dort
choice-go-on-home = Ich bin zurück
choice-way-read-router = Automatisch verbinden
choice-way-typed-router = Die PIN hier eingeben
choice-way-read-page = Die PIN auf die Seite des Routers übertragen
choice-way-typed-page = Die PIN von Hand übertragen
choice-way-push-router = Eine Taste am Drucker drücken
choice-way-push-hand = An beiden eine Taste drücken
choice-way-passphrase = Das WLAN-Kennwort am Drucker eingeben
choice-look-again = Noch einmal nachsehen, was möglich ist
choice-sign-in = Anmelden
choice-sign-in-close = Anmelden und schließen
choice-cannot-sign-in = Ich kann mich nicht anmelden
choice-trust-router = Das neue Zertifikat dieses Routers verwenden
choice-by-hand = Stattdessen von Hand weitermachen
choice-read-again = Den Drucker noch einmal fragen
choice-fresh-pin = Mit einer neuen PIN von vorn beginnen
choice-print-pin = Den Drucker die Seite drucken lassen
choice-look-display = Lieber auf dem Display nachsehen
choice-look-page = Lieber auf einer gedruckten Seite nachsehen
choice-look-label = Lieber auf dem Aufkleber nachsehen
choice-no-pin-there = Dort steht keine WPS-PIN
choice-use-pin = Diese PIN verwenden
choice-four-digits = Er zeigt vier Ziffern
choice-eight-digits = Er zeigt acht Ziffern
choice-entered = Die PIN ist jetzt im Router
choice-entered-panel = Es ist eingegeben, der Drucker verbindet sich
choice-looks-different = Meine Seite sieht anders aus
choice-takes-no-pin = Die Seite nimmt keine PIN eines Geräts an
choice-cannot-sign-in-page = Ich kann mich dort nicht anmelden
choice-started = Ich habe auf „Start“ getippt
choice-open-push = Für zwei Minuten öffnen
choice-no-push-key = Er hat keine solche Taste
choice-pressed-printer = Ich habe die Taste gedrückt
choice-pressed-router = Ich habe die Taste gedrückt
choice-push-again = Beide noch einmal drücken
choice-printer-reports = Der Drucker zeigt eine Meldung
choice-shows-overlap = Sitzungsüberschneidung („Session overlap“)
choice-shows-timeout = Zeit abgelaufen oder kein Router gefunden
choice-shows-failed = Er konnte sich nicht verbinden
choice-that-is-mine = Ja, das ist meiner
choice-not-mine = Nein, das ist ein anderer
choice-try-again = Noch einmal versuchen
choice-try-again-pin = Mit einer neuen PIN noch einmal versuchen
choice-keep-looking = Noch einmal auf den Drucker warten
choice-close-window = Jetzt anmelden und schließen
choice-carry-on = So lassen und weitermachen
choice-another-printer = Einen weiteren Drucker verbinden
choice-done = Fertig
choice-done-as-is = So lassen, wie es ist
choice-back = Zurück
choice-back-waiting = Nichts davon: zurück zum Warten
choice-back-start = Zurück zum Anfang
choice-back-online = Zurück zum Drucker
choice-back-list = Zurück zur Liste der Drucker
choice-back-stop = Abbrechen und zurück
choice-back-ways = Zurück zu den Wegen
choice-leave = Hier beenden

## Felder

field-address = Adresse des Druckers
field-address-hint = zum Beispiel 192.168.1.20
field-user = Benutzername am Router
field-user-hint = oft root oder admin
field-password = Kennwort am Router
field-password-hint = das der Einstellungsseite, nicht das des WLANs
field-pin = WPS-PIN des Druckers
field-pin-hint = 8 Ziffern, manchmal 4; Leerzeichen und Striche stören nicht

## Warum ein Gerät keine brauchbare Antwort gab

trouble-unreachable = { $who ->
    [router] Der Router war nicht zu erreichen. Vielleicht startet er gerade neu, oder Sie sind in einem anderen Netz.
   *[printer] Der Drucker war nicht zu erreichen. Vielleicht ist er aus oder in einem anderen Netz.
}
trouble-timed-out = { $who ->
    [router] Der Router hat nicht rechtzeitig geantwortet.
   *[printer] Der Drucker hat nicht rechtzeitig geantwortet. Vielleicht schläft er oder ist beschäftigt.
}
trouble-closed = { $who ->
    [router] Der Router hat mitten in seiner Antwort abgebrochen.
   *[printer] Der Drucker hat mitten in seiner Antwort abgebrochen.
}
trouble-too-large = { $who ->
    [router] Der Router hat viel mehr geschickt, als angefragt war.
   *[printer] Der Drucker hat viel mehr geschickt, als angefragt war.
}
trouble-not-understood = { $who ->
    [router] Der Router hat auf eine Weise geantwortet, die Inkjoin nicht versteht.
   *[printer] Der Drucker hat auf eine Weise geantwortet, die Inkjoin nicht versteht.
}
trouble-redirected = { $who ->
    [router] Der Router hat auf eine andere Adresse verwiesen. Dem folgt Inkjoin nicht.
   *[printer] Der Drucker hat auf eine andere Adresse verwiesen. Dem folgt Inkjoin nicht.
}
trouble-status = { $who ->
    [router] Der Router hat die Antwort verweigert (HTTP-Status { $status }).
   *[printer] Der Drucker hat die Antwort verweigert (HTTP-Status { $status }).
}
trouble-certificate-changed = { $who ->
    [router] Der Router zeigt ein anderes Zertifikat als vorher. Es kann neu sein, oder ein anderes Gerät gibt sich als Ihr Router aus. Nichts Geheimes wurde gesendet.
   *[printer] Der Drucker zeigt ein anderes Zertifikat als vorher. Es kann neu sein, oder ein anderes Gerät gibt sich als Ihr Drucker aus. Nichts Geheimes wurde gesendet.
}
trouble-tls = { $who ->
    [router] Der Router bietet nur Arten der Verschlüsselung an, die Inkjoin nicht beherrscht.
   *[printer] Der Drucker bietet nur Arten der Verschlüsselung an, die Inkjoin nicht beherrscht.
}
trouble-not-on-network = { $who ->
    [router] Sie waren in diesem Augenblick nicht im Netz des Routers.
   *[printer] Sie waren in diesem Augenblick nicht im Netz des Druckers.
}

## Schritte am Drucker. Die Wörter einer Datendatei: key-, place- und light-name- mit ihrem Namen

step-press = Drücken Sie kurz die Taste „{ $key }“.
step-hold = { $seconds ->
    [one] Halten Sie die Taste „{ $key }“ mindestens { $seconds } Sekunde gedrückt und lassen Sie dann los.
   *[other] Halten Sie die Taste „{ $key }“ mindestens { $seconds } Sekunden gedrückt und lassen Sie dann los.
}
step-open-menu = Wählen Sie in den Menüs des Druckers „{ $path }“. Die Namen sind je nach Modell anders; suchen Sie nach den Wörtern „{ $words }“.
step-read-pin = Lesen Sie die WPS-PIN { $place } ab.
step-unplug-cable = Ziehen Sie das Netzwerkkabel aus dem Drucker.
step-start = Tippen Sie jetzt am Drucker auf „Start“, unter der PIN, die er zeigt.
key-wireless = Wireless
key-information = Information
key-cancel = Abbrechen
key-resume = Fortsetzen
place-display = vom Display des Druckers
place-page = von der gedruckten Seite
place-label = vom Aufkleber des Druckers

## Leuchten; ihre Namen sind weiblich

light-name-wireless = WLAN-Leuchte
colour-blue = blau
colour-white = weiß
colour-green = grün
colour-amber = gelb
colour-red = rot
colour-purple = violett
light-then = { $pattern ->
    [blinking] Danach blinkt die { $name } { $colour }.
    [off] Danach geht die { $name } aus.
   *[steady] Danach leuchtet die { $name } dauernd { $colour }.
}
light-joined = { $sure ->
    [no] Wenn der Drucker im WLAN ist, { $pattern ->
        [blinking] blinkt die { $name } gewöhnlich { $colour }.
        [off] geht die { $name } gewöhnlich aus.
       *[steady] leuchtet die { $name } gewöhnlich { $colour }, ohne zu blinken.
    }
   *[yes] Wenn der Drucker im WLAN ist, { $pattern ->
        [blinking] blinkt die { $name } { $colour }.
        [off] geht die { $name } aus.
       *[steady] leuchtet die { $name } { $colour }, ohne zu blinken.
    }
}
light-not-joined = { $sure ->
    [no] Solange er nicht im WLAN ist, blinkt die { $name } gewöhnlich.
   *[yes] Solange er nicht im WLAN ist, blinkt die { $name }.
}

## Was nur zu hören ist

spoken-pin = { $label }: steht auf dem Bildschirm und wird auf Wunsch Ziffer für Ziffer vorgelesen
spoken-clock = { $label }: { $length } insgesamt
spoken-link = Link: { $label }
spoken-field = Feld: { $label }, { $hint }
spoken-step = Schritt { $number }: { $text }
spoken-step-usually = Schritt { $number }, gewöhnlich: { $text }
spoken-details = { $count ->
    [one] Es gibt noch eine Einzelheit.
   *[other] Es gibt noch { $count } Einzelheiten.
}
