## already-online

already-online-wifi-title = Der Drucker ist schon im WLAN
already-online-wifi = { $printer } hat soeben über WLAN geantwortet. Es gibt nichts einzurichten: Sie können drucken.
already-online-again = Er ist also im Netz. Wenn das Drucken trotzdem nicht geht, entfernen Sie ihn auf dem Computer oder Telefon, von dem Sie drucken, und fügen Sie ihn dort noch einmal als Netzwerkdrucker hinzu.
test-page-asking = Der Drucker wird um eine Testseite gebeten.
test-page-printed = Der Drucker sagt, dass er eine Seite druckt. Wenn sie herauskommt, ist alles gut.
test-page-not = Der Drucker hat die Testseite nicht angenommen. { $reason }
no-page-not-offered = Er lässt Apps diese Seite nicht drucken.
no-page-busy = Er ist beschäftigt; versuchen Sie es noch einmal, wenn er bereit ist.
no-page-refused = Er kennt diese Seite nicht.
already-online-cable-title = Der Drucker ist per Kabel verbunden
already-online-cable = { $printer } hat soeben über das Netzwerkkabel geantwortet, Sie können also schon drucken. Sie können ihn ins WLAN bringen, dann braucht er kein Kabel.
already-online-cable-off = { $sure ->
    [no] Solange das Kabel steckt, bleibt das WLAN des Druckers gewöhnlich aus. Sie erfahren, wann Sie das Kabel ziehen sollen.
   *[yes] Solange das Kabel steckt, bleibt das WLAN des Druckers aus. Sie erfahren, wann Sie das Kabel ziehen sollen.
}

## learning

learning-title = Ihr Router wird gefragt
learning-progress = Ihr Router wird gefragt, was er kann
learning-wait = Das dauert bis zu { $length }. Es wird kein Kennwort gesendet. Danach sehen Sie, auf welchen Wegen sich der Drucker verbinden lässt.

## ways

ways-title = Wie soll der Drucker ins WLAN kommen?
ways-how = { $count ->
    [one] Für Ihren Drucker und Ihren Router gibt es einen Weg:
   *[other] Es gibt { $count } Wege, der einfachste zuerst:
}
ways-doubtful = Nach allem, was bekannt ist, passt kein Weg. Das kann falsch sein, deshalb wird dieser trotzdem angeboten:
ways-offered = { $name }: { $reason }
ways-next = Von jedem späteren Schritt können Sie hierher zurückkommen.
ways-withheld = nicht möglich. { $reason }
ways-certificate-changed = Ihr Router zeigt ein anderes Zertifikat als vorher. Wenn Sie es erneuert oder den Router zurückgesetzt haben, kommt es daher. Wenn nicht, gibt sich vielleicht ein anderes Gerät als Ihr Router aus. Inkjoin sendet ihm kein Kennwort. Geben Sie auch auf seiner Seite keines ein, solange Sie nicht wissen, warum sich das Zertifikat geändert hat.
ways-wps-off = An Ihrem Router ist WPS ausgeschaltet, oder sein Netzwerkname ist verborgen. Wenn Sie das geändert haben, wählen Sie „{ choice-look-again }“.
ways-hop = Zum Lesen der PIN geht dieses Gerät ins eigene WLAN des Druckers und wieder zurück.
because-nothing-by-hand = Inkjoin liest die PIN aus dem Drucker und gibt sie dem Router. Sie melden sich nur am Router an.
because-typed-here = Sie lesen die PIN am Drucker ab und geben sie hier ein. Inkjoin gibt sie dem Router. Zuvor melden Sie sich am Router an.
because-typed-at-router = Inkjoin zeigt Ihnen die PIN, und Sie geben sie auf der Seite Ihres Routers ein. Melden Sie sich dort vorher an: Sie gilt nur etwa { $length }.
because-always = Sie lesen die PIN am Drucker ab, geben sie hier zur Prüfung ein und dann auf der Seite Ihres Routers. Melden Sie sich dort vorher an: Sie gilt nur etwa { $length }. Das geht mit jedem Drucker, der eine PIN zeigt, und jedem Router, der eine annimmt.
because-one-key = Sie drücken eine Taste am Drucker, und Inkjoin gibt es an den Router weiter. { $length } lang könnte jeder in der Nähe herein. Zuvor melden Sie sich am Router an.
because-two-keys = Sie drücken eine Taste am Drucker, dann innerhalb von { $length } eine am Router. Währenddessen könnte jeder in der Nähe herein. Eine Anmeldung ist nicht nötig.
because-no-wps = Sie geben das Kennwort Ihres WLANs am Display des Druckers ein. Der Router braucht dafür kein WPS.
withheld-printer-shows-no-pin = Sie haben am Drucker keine WPS-PIN gefunden.
withheld-printer-has-no-push = Soweit bekannt, hat dieser Drucker keine WPS-Taste.
withheld-printer-has-no-panel = Soweit bekannt, lässt sich an diesem Drucker kein Kennwort eingeben.
withheld-page-takes-none = Die Seite des Routers nimmt keine PIN eines Geräts an.
withheld-cannot-sign-in = Dafür ist eine Anmeldung am Router nötig.
withheld-wps-off = Am Router ist WPS ausgeschaltet, oder sein Netzwerkname ist verborgen.
withheld-hop-too-long = Die PIN lässt sich nur im eigenen WLAN des Druckers lesen. Von Hand hin und zurück dauert länger, als die PIN gilt.
withheld-printer-does-not-tell = Dieser Drucker gibt seine PIN nicht an Apps heraus.
withheld-printer-not-asked = Der Drucker konnte nicht gefragt werden. { $trouble }
withheld-router-takes-none = Ihr Router nimmt das von keiner App an.
withheld-router-unknown = Ihr Router konnte nicht gefragt werden, oder er ist von einer Art, mit der Inkjoin nicht sprechen kann.
withheld-certificate-changed = Das Zertifikat Ihres Routers hat sich geändert, deshalb wird ihm kein Kennwort gesendet.
withheld-not-granted = Die Anmeldung hat geklappt, aber der Router erlaubt diesem Benutzer das nicht. Der Besitzer des Routers kann es erlauben.
withheld-not-at-home = Sie sind gerade nicht in Ihrem Heimnetz.
