## start: die drei Türen

start-title = Was möchten Sie tun?
start-what = Inkjoin bringt einen HP-Drucker in Ihr WLAN, meist mit WPS: Der Router lässt den Drucker ohne das Kennwort des WLANs herein. Dafür braucht es kein Konto und kein Internet, und nichts verlässt Ihr Zuhause.
start-privacy = Die Suche beginnt, wenn Sie das Verbinden wählen. Vielleicht fragt dieses Gerät dann, ob Inkjoin sich in Ihrem Netz umsehen darf.

## computer-asks

computer-asks-title = Ihr Computer fragt nach einer PIN
computer-asks-what = Wenn Windows danach fragt, will der Computer den Drucker höchstwahrscheinlich direkt erreichen, über „Wi-Fi Direct“ und nicht über Ihren Router. Dann ist das eine andere PIN als die für den Router: Der Drucker macht sie in dem Augenblick, in dem der Computer fragt.
computer-asks-first = Lassen Sie die Frage am Computer offen und gehen Sie zum Drucker.
computer-asks-look = Sehen Sie auf sein Display, oder warten Sie auf ein Blatt, das von selbst kommt: Dort stehen 8 Ziffern.
computer-asks-type = Geben Sie diese Ziffern innerhalb weniger Minuten am Computer ein.
computer-asks-not = Öffnen Sie dafür am Drucker nicht „Wi-Fi Protected Setup“: Die PIN, die er dort zeigt, ist für Router, und der Computer nimmt sie nicht an.
computer-asks-check = Wenn weder ein Display noch ein Blatt eine PIN zeigt, ist etwas anderes gemeint: Brechen Sie am Computer ab, und wählen Sie dort die WPS-Taste, wenn er sie anbietet. Oder bringen Sie zuerst den Drucker in Ihr WLAN und fügen Sie ihn dann am Computer als Netzwerkdrucker hinzu; dabei wird nach keiner PIN gefragt.
computer-asks-sure = Das wurde nicht mit jeder Version von Windows ausprobiert. Was der Drucker zeigt, entscheidet.

## went-offline

went-offline-title = Der Drucker ging schon, jetzt nicht mehr
went-offline-what = Zwei Ursachen sind häufig. Sehen Sie bitte nach, welche es ist:
went-offline-asleep = Zu Hause hat sich nichts geändert: Vielleicht ist der Drucker aus oder schläft, oder der Router hat neu gestartet. Wecken Sie den Drucker mit einer Taste, und warten Sie eine Minute.
went-offline-network = Der Router ist neu, oder sein WLAN hat einen neuen Namen oder ein neues Kennwort: Dann muss der Drucker noch einmal verbunden werden, wie ein neuer. Die alten Einstellungen müssen dafür nicht gelöscht werden.
went-offline-next = Als Nächstes sucht Inkjoin den Drucker. Wenn er da ist, erfahren Sie es; wenn nicht, können Sie ihn neu verbinden.
find-again-listed = Wenn Ihr Drucker in der Liste steht, ist er im Netz: Wählen Sie ihn, um zu sehen, wie.
find-again-nothing = Ihr Drucker hat in diesem Netz bis jetzt nicht geantwortet. Wenn er eingeschaltet ist, hat er das WLAN verloren oder kennt nur das alte: Verbinden Sie ihn neu, über „{ choice-printer-wifi }“, vorerst per Kabel oder über seine Adresse.

## in der Nähe

find-near = { $count ->
    [one] In Ihrer Nähe ist über Bluetooth ein HP-Gerät zu hören. Wenn das Ihr Drucker ist, wartet er vielleicht auf die Einrichtung: Wählen Sie „{ choice-printer-wifi }“.
   *[other] In Ihrer Nähe sind über Bluetooth { $count } HP-Geräte zu hören. Wenn eines Ihr Drucker ist, wartet er vielleicht auf die Einrichtung: Wählen Sie „{ choice-printer-wifi }“.
}
find-bluetooth-off = Bluetooth ist aus. Wäre es an, könnte Inkjoin auch erkennen, ob ein HP-Gerät in der Nähe ist; nötig ist es nicht, und Inkjoin schaltet es nicht ein.

## which-one: zwei desselben Modells

which-one-title = Welcher ist es?
which-one-why = { $count ->
    [one] In Ihrem Netz ist noch ein Drucker desselben Modells. Vergleichen Sie mit dem Aufkleber auf der Rückseite oder im Inneren Ihres Druckers:
   *[other] In Ihrem Netz sind noch { $count } Drucker desselben Modells. Vergleichen Sie mit dem Aufkleber auf der Rückseite oder im Inneren Ihres Druckers:
}
which-one-alone = Der andere Drucker dieses Modells ist nicht mehr zu sehen. Vergleichen Sie trotzdem mit dem Aufkleber auf der Rückseite oder im Inneren Ihres Druckers:
which-one-this = Der gewählte: { $marks }
which-one-other = Ein anderer: { $marks }
which-one-no-marks = von seinem Aufkleber ist nichts bekannt
which-one-blink = Oder lassen Sie ihn blinken und sehen Sie nach, welcher blinkt.
which-one-blinking = Er wird gebeten, zu blinken.
which-one-blinked = Er sagt, dass er sich jetzt bemerkbar macht: mit einer Leuchte, dem Display oder einem Ton. Ist es der richtige?
which-one-no-blink = Dieser Drucker lässt sich nicht zum Blinken bringen. Vergleichen Sie den Aufkleber.
which-one-blink-failed = { $trouble } Versuchen Sie es noch einmal, oder vergleichen Sie den Aufkleber.

## moving

moving-title = In ein anderes WLAN
moving-what = { $printer } kann nur umziehen, wenn Sie dort sind, wo er hin soll. Sein altes Netz bleibt gespeichert, bis er im neuen ist.
moving-do = Bringen Sie dieses Gerät in das WLAN, in das der Drucker soll.
moving-router = Bleiben Sie in der Nähe des Druckers und des Routers dieses WLANs.
moving-next = Als Nächstes fragt Inkjoin diesen Router, was er kann. Der Drucker gilt erst als verbunden, wenn er über ein WLAN mit einem anderen Namen als jetzt antwortet.

## to-printer-wifi, coming-home

to-setup-title = Ins eigene WLAN des Druckers
to-setup-progress = Verbindung mit dem eigenen WLAN des Druckers
to-setup-waiting = Es wird gewartet, bis Sie im eigenen WLAN des Druckers sind
to-setup-port = Vielleicht fragt Ihr Gerät, ob es sich verbinden soll. Der Name beginnt mit HP-Setup, HP-Print oder DIRECT. Wenn es länger als { $length } dauert, erfahren Sie, wie Sie es selbst tun.
to-setup-open = Öffnen Sie die WLAN-Einstellungen dieses Geräts.
to-setup-choose = Wählen Sie das WLAN, dessen Name mit HP-Setup, HP-Print oder DIRECT beginnt und Ihr Modell enthält. Wenn es nach einem Kennwort fragt: Es steht auf dem Display des Druckers oder auf seiner Netzwerkseite; bei manchen Modellen ist es 12345678.
to-setup-stay = Es hat kein Internet. Wenn Ihr Gerät fragt, bleiben Sie trotzdem dort.
to-setup-return = Kommen Sie hierher zurück; Inkjoin merkt es und macht weiter. Es eilt nicht.
to-setup-missing = Gibt es kein solches WLAN? Dann ist der Drucker aus oder wartet nicht mehr auf die Einrichtung: Die meisten Drucker hören damit etwa zwei Stunden nach dem Einschalten auf.
to-setup-reset = So wartet er wieder auf die Einrichtung:
coming-home-title = Zurück in Ihr eigenes WLAN
coming-home-progress = Es wird auf Ihr eigenes WLAN gewartet
coming-home-port = Ihr Gerät kehrt von selbst zurück. Wenn es länger als { $length } dauert, erfahren Sie, wie Sie es selbst tun.
coming-home-open = Öffnen Sie die WLAN-Einstellungen dieses Geräts und wählen Sie Ihr eigenes WLAN.
coming-home-return = Kommen Sie hierher zurück; Inkjoin merkt es und macht sofort weiter.
coming-home-no-hurry = Es eilt nicht: Noch läuft keine Uhr.
coming-home-pin = Inkjoin hat die PIN des Druckers. Sobald Sie zurück sind, kommt sie in den Router.

## your-pin

your-pin-title = Die WPS-PIN des Druckers
your-pin-over = Inzwischen ist ihre Zeit wahrscheinlich abgelaufen. Wählen Sie „{ choice-fresh-pin }“.
your-pin-what = Das ist die PIN für einen Router. Sie gilt nur wenige Minuten und ist jedes Mal eine andere.
your-pin-next = Geben Sie sie auf der Seite Ihres Routers ein, dort, wo WPS nach der PIN eines Geräts fragt.

## Netze

around-vpn = Ein VPN ist eingeschaltet. Es kann den Drucker und den Router verbergen: Wenn etwas nicht antwortet, schalten Sie es für diese Minuten aus.
around-mobile = Dieses Gerät nutzt nur mobile Daten. Gehen Sie in Ihr WLAN zu Hause: Von hier aus sind keine Drucker zu finden.
around-setup = Sie sind im eigenen WLAN des Druckers. Gehen Sie zurück in Ihr eigenes WLAN: Von hier aus ist der Router nicht zu erreichen.
around-setup-find = Sie sind im eigenen WLAN eines Druckers. Um diesen Drucker einzurichten, wählen Sie „{ choice-printer-wifi }“.
