## router-page

router-page-title = Geben Sie die PIN auf der Seite Ihres Routers ein
router-page-no-pin = Die PIN ist hier nicht mehr bekannt. Wählen Sie „{ choice-fresh-pin }“.
pin-label = WPS-PIN des Druckers
router-page-link = Seite des Routers öffnen
router-page-open = Öffnen Sie die Seite des Routers im Browser und melden Sie sich dort mit Namen und Kennwort Ihres Routers an.
router-page-open-unknown = Öffnen Sie die Einstellungsseite Ihres Routers im Browser. Ihre Adresse steht oft auf einem Aufkleber am Router. Melden Sie sich dort an.
router-page-find = Suchen Sie nach „WPS“ oder „Wi-Fi Protected Setup“, oft unter „WLAN“, „Wireless“ oder „Wi-Fi“.
router-page-choose = Wählen Sie die PIN eines Geräts. Sie kann „PIN des Clients“, „Client PIN“, „Device PIN“ oder „Enrollee PIN“ heißen. Lassen Sie die PIN des Routers unberührt.
router-page-type = Geben Sie die Ziffern von oben ein und starten Sie dort, zum Beispiel mit „Start“, „Verbinden“ oder „Hinzufügen“.
router-page-return = Kommen Sie hierher zurück und wählen Sie „{ choice-entered }“.
router-page-different = Wenn die Seite kein Feld für die PIN eines Geräts hat, wählen Sie „{ choice-takes-no-pin }“. Wenn WPS dort ausgeschaltet ist, entscheiden Sie selbst, ob Sie es für diese Minuten einschalten.
router-page-warning = Vielleicht warnt der Browser, dass er das Zertifikat des Routers nicht kennt. Bei der eigenen Seite eines Routers zu Hause ist das üblich.
router-page-certificate-changed = Ihr Router zeigt ein anderes Zertifikat als vorher. Wenn Sie nicht wissen, warum, gibt sich vielleicht ein anderes Gerät als Ihr Router aus: Geben Sie auf seiner Seite kein Kennwort ein, und gehen Sie zurück. Wenn Sie wissen, warum, machen Sie weiter.
router-page-over = Wenn die Zeit abläuft, ist nichts kaputt: Dann wird eine neue PIN verwendet.
router-page-start-after = Es eilt nicht, und tippen Sie am Drucker noch nicht auf „Start“: Das kommt als Nächstes.
hand-over-not-granted = Die Anmeldung hat geklappt, aber der Router erlaubt diesem Benutzer nicht, ihm eine PIN zu geben. Diesmal geben Sie sie deshalb selbst ein.
hand-over-wps-off = An Ihrem Router ist WPS ausgeschaltet, oder sein Netzwerkname ist verborgen.
hand-over-sign-in-again = Der Router hat Ihre Anmeldung beendet. Diesmal tun Sie es deshalb selbst am Router.

## waiting

waiting-title = Warten auf den Drucker
waiting-hint-title = Ist das Ihr Drucker?
waiting-hint = „{ $name }“ ist soeben in Ihrem Netz erschienen und passt zu Ihrem Drucker, aber sicher ist es nicht. Hat die WLAN-Leuchte Ihres Druckers gerade aufgehört zu blinken? Dann ist es wahrscheinlich Ihrer.
waiting-progress = In Ihrem WLAN wird gesucht: { $printer }
waiting-now = Jetzt finden der Drucker und der Router einander. Oft dauert das ein paar Sekunden, manchmal { $length }.
waiting-again = Inkjoin sucht den Drucker noch einmal in Ihrem Netz.
waiting-slow = Nach { $length } noch nichts. Bei manchen Routern und Druckern ist das normal; es geht weiter.
waiting-walk-over = Inzwischen sucht der Drucker den Router nicht mehr. Vielleicht verbindet er sich gerade noch, deshalb achtet Inkjoin weiter auf ihn.
waiting-named = Der Router sagt, dass er genau diesen Drucker hereingelassen hat. Jetzt muss der Drucker in Ihrem Netz erscheinen; das dauert ein paar Sekunden.
waiting-somebody = Der Router sagt, dass er ein Gerät hereingelassen hat, aber nicht, welches. Inkjoin achtet auf den Drucker selbst.
waiting-another = Der Router sagt, dass er ein Gerät hereingelassen hat, und nennt eines, das nicht dieser Drucker ist. Inkjoin achtet noch ein wenig auf den Drucker.
waiting-failed = Der Router sagt, dass ein Versuch gescheitert ist. Inkjoin achtet trotzdem auf den Drucker.
waiting-seen = Der Drucker hat geantwortet, aber das beweist noch nicht, dass er im WLAN ist.
waiting-overdue = Der Router hat schon vor einiger Zeit Erfolg gemeldet, aber der Drucker hat nicht über Ihr WLAN geantwortet. Prüfen Sie bitte Folgendes an Ihrem Router, während Inkjoin weiter auf den Drucker achtet:
waiting-cable = { $sure ->
    [no] Der Drucker wurde über sein Netzwerkkabel gefragt. Solange es steckt, bleibt sein WLAN gewöhnlich aus.
   *[yes] Der Drucker wurde über sein Netzwerkkabel gefragt. Solange es steckt, bleibt sein WLAN aus.
}
waiting-end = Sobald der Drucker über WLAN antwortet, sehen Sie es hier. Wenn nicht, sagt Inkjoin nach höchstens { $length }, was zu sehen war und was Sie tun können.
