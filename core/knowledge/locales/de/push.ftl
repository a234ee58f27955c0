## push-consent

push-consent-title = Den Router für zwei Minuten öffnen?
push-consent-what = Bei WPS per Taste wird am Drucker und am Router je eine Taste gedrückt. Etwa { $length } lang lässt der Router dann das erste Gerät herein, das fragt, wem auch immer es gehört.
push-consent-near = Tun Sie das nur, wenn niemand in der Nähe gerade ein eigenes Gerät einrichtet. Es ist vorbei, sobald der Drucker im WLAN ist.
push-consent-service = Inkjoin drückt die Taste des Routers für Sie, sobald Sie dort angemeldet sind.
push-twin = In Ihrem Netz ist noch ein Drucker desselben Modells. Schalten Sie ihn vorerst aus, damit nicht er antwortet.

## push-printer

push-printer-title = Drücken Sie die Taste am Drucker
push-printer-next-service = Sagen Sie es dann gleich hier: Inkjoin gibt es an den Router weiter.
push-printer-next-hand = Sagen Sie es dann gleich hier, und gehen Sie zum Router. Sie haben etwa { $length } Zeit.

## push-starting

push-starting-title = Die WPS-Taste des Routers wird ausgelöst
push-starting-progress = Ihrem Router wird gesagt, dass er den Drucker hereinlassen soll

## push-router

push-router-title = Gehen Sie jetzt zum Router
push-router-return = Kommen Sie hierher zurück und wählen Sie „{ choice-pressed-router }“. Wenn Sie es vergessen, bemerkt Inkjoin den Drucker trotzdem.
push-router-over = Ist zwischendurch etwas schiefgegangen? Wählen Sie „{ choice-push-again }“: Dann beginnt es an beiden neu.
push-not-granted = Die Anmeldung hat geklappt, aber der Router erlaubt diesem Benutzer nicht, die WPS-Taste auszulösen. Diesmal drücken Sie sie deshalb selbst.

## start-printer

start-printer-title = Tippen Sie jetzt am Drucker auf „Start“
start-printer-taken = Der Router hat die PIN und wartet auf den Drucker.
start-printer-told = Wenn die PIN im Router ist, wartet er jetzt auf den Drucker.
start-printer-next = Sagen Sie es dann hier. Wenn Sie es vergessen, bemerkt Inkjoin den Drucker trotzdem.

## panel

panel-title = Geben Sie das WLAN-Kennwort am Drucker ein
panel-why = Dafür ist kein WPS nötig. Inkjoin braucht das Kennwort nicht und fragt nie danach.
panel-names = Wählen Sie dasselbe WLAN, in dem dieses Gerät ist. Wenn Ihr Router für 5 GHz einen zweiten Namen hat, nehmen Sie den anderen: Viele Drucker hören 5 GHz nicht.
waiting-panel = Der Drucker verbindet sich mit dem Kennwort, das Sie eingegeben haben; WPS ist nicht beteiligt.
panel-next = Wenn der Drucker sich verbindet, sagen Sie es hier; Inkjoin achtet auf ihn.

## printer-report

printer-report-title = Was zeigt der Drucker?
printer-report-what = Manche Drucker zeigen auf dem Display, wie es ausgegangen ist. Was zeigt Ihrer?
printer-report-meanwhile = Inkjoin achtet währenddessen weiter auf ihn.
