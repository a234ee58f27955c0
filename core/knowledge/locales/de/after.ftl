## joined

joined-title = Der Drucker ist in Ihrem WLAN
proof-printer-answered = { $printer } hat selbst über WLAN geantwortet, unter der Adresse { $address }.
proof-ssid = Er sagt, dass er im Netz „{ $ssid }“ ist.
proof-router-named = Der Router hat diesen Drucker als den genannt, den er hereingelassen hat, und der Drucker hat unter der Adresse { $address } geantwortet.
proof-confirmed = Ein passender Drucker ist in Ihrem Netz erschienen, und Sie haben gesagt, dass es Ihrer ist. Drucken Sie eine Seite, um ganz sicher zu sein.
joined-next = Sie können jetzt drucken. Wenn ein Gerät ihn noch nicht zum Drucken anbietet, fügen Sie ihn dort als Netzwerkdrucker hinzu; dafür ist keine PIN nötig.

## failed: was geschah und zu sehen war, dann was zu tun ist

reason-wrong-pin-title = Die PIN hat nicht gestimmt
reason-wrong-pin = Der Router ist auf ein Gerät mit einer anderen PIN getroffen als der, die er bekommen hat. Das kommt vor, wenn der Drucker inzwischen eine neue PIN gemacht oder ein anderes Gerät es im selben Augenblick versucht hat.
reason-wrong-pin-next = Die benutzte PIN ist verbraucht, auch am Router. Wenn Sie es noch einmal versuchen, beginnt Inkjoin mit einer neuen vom Drucker.
reason-wrong-pin-next-typed = Die benutzte PIN ist verbraucht, auch am Router. Wenn Sie es noch einmal versuchen, lassen Sie den Drucker eine neue zeigen und vergleichen Sie sie Ziffer für Ziffer.
reason-pin-too-old-title = Die Zeit der PIN ist abgelaufen
reason-pin-too-old = Der Drucker sucht den Router nur { $length } lang, und bis dahin war die PIN nicht im Router. Nichts ist kaputt.
reason-pin-too-old-next = Versuchen Sie es noch einmal mit einer neuen PIN. Wenn Sie sie auf der Seite des Routers eingeben, öffnen Sie diese Seite vorher und melden Sie sich dort an.
reason-pin-not-used-title = Der Drucker ist nicht gekommen
reason-pin-not-used = Der Router hat die PIN angenommen, und kein Gerät hat sie in ihrer Zeit benutzt. Die PIN war also nicht falsch; Drucker und Router haben einander nicht gefunden. Prüfen Sie bitte:
reason-pin-not-used-next = Versuchen Sie es dann noch einmal mit einer neuen PIN.
reason-printer-not-started-title = Der Drucker wurde nicht rechtzeitig gestartet
reason-printer-not-started = Der Router hat { $length } gewartet und aufgehört. Nichts ist kaputt.
reason-printer-not-started-next = Versuchen Sie es noch einmal: Geben Sie zuerst dem Router die PIN, tippen Sie dann am Drucker auf „Start“.
reason-push-nobody-came-title = Kein Drucker ist gekommen
reason-push-nobody-came = Der Router hat nach dem Druck auf seine WPS-Taste { $length } gewartet, und kein Gerät wollte herein. Prüfen Sie bitte:
reason-push-nobody-came-next = Versuchen Sie es dann noch einmal: Es beginnt an beiden neu.
reason-another-came-title = Ein anderes Gerät wurde hereingelassen
reason-another-came = In den zwei Minuten hat der Router ein anderes Gerät hereingelassen, nicht diesen Drucker: { $printer }. Er nimmt das erste, das hereinwill, und damit ist seine Taste vorbei.
reason-another-came-peer = Das sagt der Router von jenem Gerät: { $mark }. Ihr Drucker hat eine andere.
reason-another-came-next = Versuchen Sie es noch einmal, wenn in der Nähe niemand eine WPS-Taste drückt: Es beginnt an beiden neu.
reason-another-came-stranger = War es kein Gerät aus Ihrem Haus? Dann ist es jetzt in Ihrem WLAN: Ändern Sie das Kennwort des WLANs, und es ist wieder draußen.
reason-push-too-late-title = Der Drucker sucht nicht mehr
reason-push-too-late = Der Drucker sucht nur { $length } lang, und bis dahin wurde die Taste des Routers nicht gedrückt. Nichts ist kaputt.
reason-push-too-late-next = Versuchen Sie es noch einmal. Stellen Sie sich dorthin, wo Sie beide erreichen, oder lassen Sie jemanden die andere Taste drücken.
reason-overlap-title = Zwei Geräte haben zugleich gedrückt
reason-overlap = An zwei Geräten oder zwei Routern läuft gerade WPS per Taste. Keine Seite kann wissen, wer zu wem gehört, deshalb bricht WPS ab. Niemand ist hereingekommen.
reason-overlap-next = Schalten Sie das andere Gerät aus, warten Sie { $length }, und versuchen Sie es noch einmal.
reason-overlap-pin = Ein Weg mit einer PIN ist davon nicht betroffen: Damit müssen Sie nicht warten.
reason-cancelled-elsewhere-title = Es wurde am Router abgebrochen
reason-cancelled-elsewhere = Der Router hat WPS per Taste vor der Zeit beendet. Vielleicht hat jemand auf der Seite des Routers abgebrochen oder seine Taste noch einmal gedrückt.
reason-cancelled-elsewhere-next = Fragen Sie die anderen im Haus, und versuchen Sie es dann noch einmal.
reason-printer-timed-out-title = Der Drucker hat keinen Router gefunden
reason-printer-timed-out = Der Drucker sagt, dass er nicht rechtzeitig einen Router gefunden hat. Prüfen Sie bitte:
reason-printer-timed-out-next = Versuchen Sie es dann noch einmal.
reason-printer-gave-up-title = Drucker und Router haben abgebrochen
reason-printer-gave-up = Drucker und Router haben einander gefunden, aber die Verbindung nicht zu Ende gebracht. Schlechter Empfang ist eine häufige Ursache; ein falsch eingegebenes WLAN-Kennwort oder ein alter Drucker an einem Router mit WPA3 sind andere.
reason-printer-gave-up-next = Stellen Sie den Drucker neben den Router, und versuchen Sie es dann noch einmal.
reason-wps-off-title = Der Router hat sofort abgelehnt
reason-wps-off = An Ihrem Router ist WPS ausgeschaltet, oder sein Netzwerkname ist verborgen. In beiden Fällen geht WPS nicht. Prüfen Sie bitte beides auf der Seite des Routers:
reason-wps-off-next = Ob Sie das ändern, entscheiden Sie. Ohne WPS kommt ein Drucker mit Display über das Kennwort des WLANs ins Netz: Gehen Sie zurück und sehen Sie nach, ob „{ choice-way-passphrase }“ angeboten wird.
reason-router-refused-pin-title = Der Router hat die PIN nicht angenommen
reason-router-refused-pin = Der Router sagt, dass die letzte Ziffer der PIN nicht zu den anderen passt.
reason-router-refused-pin-next = Versuchen Sie es noch einmal mit einer neuen PIN. Wenn Sie sie am Drucker ablesen, vergleichen Sie Ziffer für Ziffer.
reason-router-title = Der Router gab keine brauchbare Antwort
reason-router = { $trouble } Deshalb ist nicht sicher, was der Router getan hat.
reason-router-next = Versuchen Sie es noch einmal mit einer neuen PIN. Oder gehen Sie zurück und wählen Sie einen Weg, auf dem Sie die PIN selbst auf der Seite des Routers eingeben.
reason-router-next-push = Versuchen Sie es noch einmal. Oder gehen Sie zurück und wählen Sie den Weg, auf dem Sie die Taste des Routers selbst drücken.
check-light = Hat die WLAN-Leuchte des Druckers in der Zeit geblinkt? Wenn nicht, hat er keinen Router gesucht: Starten Sie die Suche am Drucker noch einmal.
check-distance = Steht der Drucker nahe beim Router? Stellen Sie beide zum Einrichten in einen Raum, fern von Metall und Mikrowellenherden.
check-this-router = Haben Sie den Router benutzt, in dessen WLAN der Drucker soll? Ein zweiter Router oder ein Repeater wüsste nichts davon.
check-cable = Steckt noch ein Netzwerkkabel im Drucker? Ziehen Sie es heraus: Solange es steckt, bleibt das WLAN des Druckers aus.
check-wps-on = Ist WPS im Router eingeschaltet? Es steht oft unter „WLAN“, „Wireless“ oder „Wi-Fi“.
check-wps-on-at = Ist WPS im Router eingeschaltet? Bei { $vendor } steht der Schalter unter „{ $path }“.
check-name-shown = Ist der Netzwerkname für alle sichtbar, nicht verborgen? Verborgen heißt auch „SSID unsichtbar“ oder „SSID broadcast off“.
check-wpa3 = Lässt Ihr WLAN nur WPA3 zu? Dann stellen Sie es auf WPA2/WPA3 gemischt um. Bei reinem WPA3 meldet WPS Erfolg, und der Drucker kommt trotzdem nie ins Netz.
check-guest = Ist der Drucker in ein Gastnetz geraten? Geräte darin sind von hier aus nicht zu sehen.
check-band = Ist das WLAN für 2,4 GHz eingeschaltet? Viele Drucker hören 5 GHz nicht.
often-wrong-pin = Das ist jetzt { $times } Mal geschehen. Achten Sie darauf, dass kein anderes Gerät gerade per WPS eingerichtet wird, oder gehen Sie zurück und wählen Sie einen anderen Weg.
often-pin-too-old = Das ist jetzt { $times } Mal geschehen. Gehen Sie zurück und wählen Sie einen Weg, auf dem weniger einzugeben ist, wenn es einen gibt.
often-pin-not-used = Das ist jetzt { $times } Mal geschehen. Schalten Sie den Drucker aus und wieder ein, warten Sie, bis er bereit ist, und stellen Sie ihn neben den Router.
often-wps-off = Das ist jetzt { $times } Mal geschehen. Wenn Sie es eben erst geändert haben, speichern Sie es auf der Seite des Routers und geben Sie seinem WLAN eine Minute für den Neustart.
often-push = Das ist jetzt { $times } Mal geschehen. Gehen Sie zurück und wählen Sie einen Weg mit einer PIN oder das Kennwort des WLANs.
often-router = Das ist jetzt { $times } Mal geschehen. Gehen Sie zurück und wählen Sie einen anderen Weg, oder starten Sie zuerst den Router neu.

## unknown

unknown-title = Es ist nicht sicher, ob es geklappt hat
unknown-router-says-success = Der Router meldet Erfolg, aber der Drucker ist nicht in Ihrem Netz erschienen. Prüfen Sie bitte am Router:
unknown-router-says-success-next = Wenn Sie etwas davon ändern, versuchen Sie es noch einmal. Wenn alles stimmt, warten Sie noch einmal auf den Drucker.
unknown-look-at-printer = Weder der Drucker noch der Router hat gesagt, wie es ausgegangen ist. Jetzt verrät die WLAN-Leuchte des Druckers mehr:
unknown-look-at-printer-next = Leuchtet sie dauernd? Dann ist der Drucker höchstwahrscheinlich im Netz: Drucken Sie eine Seite, um sicher zu sein. Blinkt sie, oder ist sie aus? Dann versuchen Sie es noch einmal.
unknown-passphrase = Der Drucker hat bis jetzt nicht über Ihr WLAN geantwortet. Ein falsch eingegebenes Kennwort und ein falscher Netzwerkname sind die üblichen Ursachen; der Drucker selbst weiß, welche es ist. Sehen Sie auf sein Display, oder lassen Sie ihn seinen WLAN-Bericht drucken.
unknown-passphrase-next = Geben Sie das Kennwort noch einmal langsam ein; achten Sie auf Groß- und Kleinschreibung. Oder gehen Sie zurück und wählen Sie einen anderen Weg.
unknown-phone-was-away = Sie waren eine Weile nicht in Ihrem Netz, deshalb kann der Drucker unbemerkt hineingekommen sein. Sehen Sie auf seine WLAN-Leuchte:
unknown-phone-was-away-next = Gehen Sie zurück in Ihr WLAN und warten Sie dann noch einmal auf den Drucker. Wenn er im Netz ist, antwortet er innerhalb von Sekunden.
unknown-check = Wenn er nicht im Netz ist, prüfen Sie bitte:
unknown-check-router = Wenn er nicht im Netz ist, prüfen Sie bitte dies. Was Sie am Router ändern, entscheiden Sie:
unknown-goes-on = Solange dies offen bleibt, achtet Inkjoin weiter auf den Drucker und sagt Ihnen, wenn er antwortet.

## leftover

leftover-title = An Ihrem Router ist noch etwas offen
leftover-what = Eine frühere Einrichtung endete, bevor sie schließen konnte, was sie geöffnet hatte. Bis der Router von selbst schließt, könnte ein anderes Gerät in Ihr WLAN kommen.
leftover-no-clock = Inzwischen hat er höchstwahrscheinlich von selbst geschlossen.
leftover-next = Sie können sich anmelden und es jetzt schließen, oder es so lassen und mit Ihrem Drucker weitermachen.

## closing

closing-title = Wird abgeschlossen
closing-progress = Am Router wird geschlossen, was Inkjoin geöffnet hat
closing-wait = Das dauert höchstens { $length }.

## ended

ended-joined-title = Fertig: Der Drucker ist in Ihrem WLAN
ended-failed-title = Beendet: Der Drucker wurde nicht verbunden
ended-unknown-title = Beendet: Es ist nicht sicher, ob es geklappt hat
ended-informed-title = Fertig
ended-informed = Nichts wurde geändert.
ended-already-online-title = Fertig: Der Drucker war schon in Ihrem Netz
ended-already-online = An diesem Drucker wurde nichts geändert.
ended-cancelled-title = Abgebrochen
ended-cancelled = Inkjoin hat aufgehört. Sie können jederzeit wieder beginnen.
ended-open = Dem Router konnte nicht gesagt werden, dass er schließen soll. Bis die Zeit um ist, könnte ein anderes Gerät in Ihr WLAN kommen; dann schließt der Router von selbst.
