## find: die Liste

find-title = Welcher Drucker ist es?
find-title-empty = Ihr Drucker wird gesucht
find-progress = Suche nach HP-Druckern in Ihrem Netz
find-wait = Drucker erscheinen hier, sobald sie antworten. Das dauert ein paar Sekunden; ein schlafender braucht manchmal { $length } oder länger.
find-found = { $count ->
    [one] Ein HP-Drucker ist in Ihrem Netz. Als Nächstes fragt Inkjoin ihn, was er kann. Noch wird nichts geändert.
   *[other] { $count } HP-Drucker sind in Ihrem Netz. Wählen Sie Ihren aus; es können noch weitere erscheinen. Als Nächstes fragt Inkjoin ihn, was er kann. Noch wird nichts geändert.
}
find-not-listed = Nicht in der Liste? Wenn er ein eigenes WLAN zeigt, wählen Sie das. Wenn Sie seine Adresse kennen, können Sie sie eingeben.
find-nothing = Bis jetzt hat kein HP-Drucker geantwortet. Die Suche geht weiter, während Sie Folgendes prüfen:
find-check-on = Ist der Drucker eingeschaltet, und zeigt er keinen Fehler?
find-check-network = Sind Sie zu Hause im WLAN, und nicht in dessen Gastnetz? Vom Gastnetz aus sind Drucker nicht zu sehen.
find-check-band = Hat Ihr Router einen Netzwerknamen für 2,4 GHz und einen anderen für 5 GHz? Dann versuchen Sie auch den anderen; manche Router halten die beiden getrennt.
find-check-new = Ist der Drucker noch in keinem Netz? Dann ist er hier nicht zu finden: Wählen Sie „{ choice-printer-wifi }“, oder verbinden Sie ihn vorerst über ein Netzwerkkabel mit dem Router.
find-no-permission = Inkjoin darf sich in Ihrem Netz nicht umsehen und kann deshalb keine Drucker suchen. Erlauben Sie es dieser App in den Einstellungen des Systems (lokales Netzwerk oder Geräte in der Nähe), oder geben Sie die Adresse des Druckers ein.
find-failed = Die Suche nach Druckern konnte auf diesem Gerät nicht laufen. Das sagt nichts über Ihren Drucker: Er kann durchaus da sein. Geben Sie stattdessen seine Adresse ein.

problem-another-device = Unter dieser Adresse ist ein anderes Gerät, kein HP-Drucker. Dort wurde nichts geändert.
problem-another-printer = Unter dieser Adresse ist jetzt ein anderer HP-Drucker, nicht der gewählte. Adressen können sich ändern: Wählen Sie ihn noch einmal aus der Liste.
problem-printer-silent = { $trouble } Prüfen Sie, ob er eingeschaltet ist und Sie im selben Netz sind, und versuchen Sie es dann noch einmal.

## address: das Feld

address-title = Welche Adresse hat der Drucker?
address-where = Der Drucker zeigt sie in seinem Netzwerkmenü oder druckt sie auf seine Netzwerkseite, als „IP-Adresse“. Es sind vier Zahlen mit Punkten, zum Beispiel 192.168.1.20.
address-setup = Sind Sie gerade im eigenen WLAN des Druckers? Dort ist seine Adresse gewöhnlich { $address }.
address-next = Als Nächstes fragt Inkjoin das Gerät unter dieser Adresse, wer es ist. Wenn es kein HP-Drucker ist, geschieht nichts.
problem-address-not-local = Das ist keine Adresse in einem Heimnetz. Geben Sie vier Zahlen mit Punkten ein, zum Beispiel 192.168.1.20.

## asking: wer ist da

asking-title = Der Drucker wird gefragt
asking-progress = Der Drucker wird gefragt, wer er ist und was er kann
asking-wait = Das dauert bis zu { $length }, denn ein schlafender Drucker muss erst aufwachen. Inkjoin fragt nur; nichts wird geändert.
