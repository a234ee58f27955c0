## sign-in

sign-in-title = Melden Sie sich an Ihrem Router an
sign-in-close-title = Melden Sie sich an, um es zu schließen
sign-in-why = Nehmen Sie den Namen und das Kennwort, mit denen sich die Einstellungsseite Ihres eigenen Routers öffnen lässt. Das ist nicht das Kennwort des WLANs. Beides steht oft auf einem Aufkleber am Router.
sign-in-close-why = Eine frühere Einrichtung hat an Ihrem Router etwas offen gelassen. Um es zu schließen, braucht Inkjoin den Namen und das Kennwort der Einstellungsseite des Routers. Das ist nicht das Kennwort des WLANs.
sign-in-where = Beides wird nur an Ihren Router unter { $address } gesendet und nicht aufbewahrt. Tun Sie das nur bei einem Router, der Ihnen gehört.
sign-in-encrypted = Die Verbindung zum Router ist verschlüsselt.
sign-in-where-unknown = Beides wird nur an Ihren Router gesendet und nicht aufbewahrt. Tun Sie das nur bei einem Router, der Ihnen gehört.
sign-in-open = Die Verbindung zu diesem Router ist nicht verschlüsselt. Jemand anders in Ihrem Netz könnte das Kennwort mitlesen. Wenn Sie dort nicht allen vertrauen, wählen Sie „{ choice-cannot-sign-in }“.
sign-in-open-close = Die Verbindung zu diesem Router ist nicht verschlüsselt. Jemand anders in Ihrem Netz könnte das Kennwort mitlesen. Wenn Sie dort nicht allen vertrauen, gehen Sie zurück und lassen Sie den Router von selbst schließen.
sign-in-next = Als Nächstes kommt die PIN des Druckers, und Inkjoin gibt sie dem Router.
sign-in-next-send = Als Nächstes gibt Inkjoin die PIN dem Router.
sign-in-next-push = Als Nächstes drücken Sie eine Taste am Drucker, und Inkjoin löst die WPS-Taste des Routers aus.
sign-in-cannot-page = Können Sie sich nicht anmelden? Dann geben Sie die PIN selbst auf der Seite des Routers ein.
sign-in-cannot-ways = Können Sie sich nicht anmelden? Dann sehen Sie, welche Wege keine Anmeldung brauchen.
sign-in-cannot-push = Können Sie sich nicht anmelden? Dann drücken Sie die Taste des Routers selbst.
sign-in-next-check = Als Nächstes fragt Inkjoin den Router, wie weit es gekommen war.
sign-in-close-next = Als Nächstes schließt Inkjoin es und sucht dann Ihren Drucker.
problem-sign-in-refused = Der Router hat diesen Namen und dieses Kennwort nicht angenommen. Achten Sie auf Groß- und Kleinschreibung. Es wurde einmal versucht und wird nicht von selbst wiederholt.
problem-user-empty = Geben Sie bitte auch den Benutzernamen ein: An diesem Router gibt es keine Anmeldung ohne ihn. Nichts wurde gesendet.
problem-sign-in-trouble = { $trouble } Sie sind nicht angemeldet. Versuchen Sie es noch einmal, oder gehen Sie zurück.
problem-sign-in-locked = Am Router kann sich eine Weile niemand anmelden, weil ein Kennwort zu oft falsch war. Warten Sie einige Minuten, bevor Sie es noch einmal versuchen.
problem-sign-in-expired = Der Router hat Ihre Anmeldung beendet. Melden Sie sich noch einmal an; dann geht es dort weiter, wo es war.
problem-sign-in-interrupted = Inkjoin wurde unterbrochen und bewahrt keine Kennwörter auf. Melden Sie sich noch einmal an; dann wird nachgesehen, wie weit es gekommen war.
problem-sign-in-busy = Eine andere Einrichtung in dieser App benutzt gerade den Router. Schließen Sie die andere ab, oder warten Sie, bis sie endet, und melden Sie sich dann hier an.

## signing-in

signing-in-title = Anmeldung läuft
signing-in-progress = Anmeldung an Ihrem Router
signing-in-wait = Das dauert bis zu { $length }. Ein abgelehntes Kennwort wird nicht von selbst noch einmal versucht.

## certificate-changed

certificate-changed-title = Ist das noch Ihr Router?
certificate-changed-what = Der Router unter { $address } zeigt ein anderes Zertifikat als beim ersten Mal. Deshalb hat Inkjoin ihm nichts Geheimes gesendet.
certificate-changed-usual = Dafür gibt es harmlose Gründe: Die Software des Routers wurde aktualisiert, er wurde auf Werkseinstellungen zurückgesetzt, es ist ein neuer Router, oder Sie sind in einem anderen Netz, dessen Router dieselbe Adresse hat.
certificate-changed-other = Wenn Sie von nichts davon wissen, antwortet vielleicht ein anderes Gerät anstelle Ihres Routers und wartet auf dessen Kennwort. Machen Sie dann von Hand weiter, oder gehen Sie zurück.
certificate-changed-next = Wenn Sie das neue Zertifikat verwenden, fragt Inkjoin diesen Router noch einmal, was er kann. Ab dann gilt für ihn nur noch dieses Zertifikat.
certificate-changed-next-sign-in = Wenn Sie das neue Zertifikat verwenden, fragt Inkjoin diesen Router noch einmal, was er ist, und dann melden Sie sich an. Ab dann gilt für ihn nur noch dieses Zertifikat.
certificate-changed-next-close = Wenn Sie das neue Zertifikat verwenden, fragt Inkjoin diesen Router noch einmal, was er ist, und dann melden Sie sich an, um zu schließen, was offen ist. Wenn nicht, gehen Sie zurück und lassen Sie es sich von selbst schließen.
certificate-known = Zertifikat vorher (Anfang seines SHA-256)
certificate-shown = Zertifikat jetzt (Anfang seines SHA-256)

## reading-pin

reading-pin-title = Die PIN wird gelesen
reading-pin-progress = Nach der WPS-PIN wird gefragt: { $printer }
reading-pin-wait = Das dauert bis zu { $length }. Der Drucker wird einmal gefragt.
reading-pin-starts = Vielleicht beginnt der Drucker jetzt, Ihren Router zu suchen; dann blinkt seine WLAN-Leuchte.

## type-pin

type-pin-which = Die WPS-PIN ist die für „Wi-Fi Protected Setup“. Zwei andere sehen ihr ähnlich: Die „Drucker-PIN“ (englisch „Printer PIN“) auf einem Aufkleber oder Bericht öffnet die Webseite des Druckers, und die PIN des Routers gehört zum Router. Keine von beiden ist gemeint.
type-pin-not-shown = Noch niemand hat geprüft, ob dieses Modell seine PIN dort zeigt.
type-pin-none = Wenn dort keine steht, wählen Sie „{ choice-no-pin-there }“.
type-pin-start-after = Wenn der Drucker „Start“ anbietet, tippen Sie noch nicht darauf. Sie erfahren, wann es so weit ist.
type-pin-next = Geben Sie die PIN ein, sobald Sie sie sehen: Der Drucker sucht den Router nur etwa { $length } lang. Als Nächstes kommt die PIN in den Router.
type-pin-next-page = Öffnen Sie jetzt die Seite Ihres Routers und melden Sie sich dort an. Geben Sie dann die PIN hier ein, sobald Sie sie sehen, damit ihre Ziffern geprüft werden: Der Drucker sucht den Router nur etwa { $length } lang.
type-pin-next-after = Geben Sie die PIN hier ein. Es eilt nicht: Der Drucker wartet auf „Start“. Als Nächstes kommt die PIN in den Router.
type-pin-title-display = Lesen Sie die WPS-PIN vom Display des Druckers ab
type-pin-title-page = Lesen Sie die WPS-PIN von einer gedruckten Seite ab
type-pin-title-label = Lesen Sie die WPS-PIN vom Aufkleber des Druckers ab
type-pin-only = Schreiben Sie sie auf. Sie gilt nur wenige Minuten.
type-pin-only-label = Schreiben Sie sie auf.
type-pin-only-after = Geben Sie sie zuerst im Router ein; tippen Sie erst dann am Drucker auf „Start“.
type-pin-label-check = Ein Aufkleber kann veraltet sein, zum Beispiel nach einer Reparatur. Wenn der Router sagt, dass die PIN falsch ist, lesen Sie sie stattdessen vom Display oder von einer Seite ab.
type-pin-no-second = Wenn auf der Seite keine WPS-PIN steht, steht sie auch auf keiner anderen: Wählen Sie „{ choice-no-pin-there }“.
pin-page-asking = Der Drucker wird gebeten, die Seite zu drucken.
pin-page-printed = Der Drucker sagt, dass er die Seite druckt. Suchen Sie darauf nach einer Zeile „WPS-PIN“.
pin-page-not = Der Drucker hat die Seite nicht angenommen. { $reason } Drucken Sie sie mit seinen Tasten, wie oben beschrieben.

no-pin-not-offered = Dieser Drucker gibt seine PIN nicht an Apps heraus. Lesen Sie sie bitte am Drucker ab.
no-pin-empty = Der Drucker sagt, dass er gerade keine PIN hat. Starten Sie „Wi-Fi Protected Setup“ am Drucker; dadurch entsteht eine.
no-pin-no-number = Was der Drucker geschickt hat, ist keine WPS-PIN. Lesen Sie die PIN bitte am Drucker ab.
no-pin-check-digit = Die Zahl, die der Drucker geschickt hat, ist keine gültige WPS-PIN: Die letzte Ziffer passt nicht. Lesen Sie die PIN bitte am Drucker ab.
no-pin-trouble = Der Drucker wurde nach seiner PIN gefragt, aber es kam keine. { $trouble } Sie können noch einmal fragen oder die PIN am Drucker ablesen.
problem-pin-empty = Es wurden noch keine Ziffern eingegeben.
problem-pin-not-digits = Da ist etwas anderes als Ziffern dabei. Ist ein Buchstabe O vielleicht eine Null, oder ein Buchstabe l eine Eins? Das Kennwort des WLANs ist nicht gemeint. Nichts wurde gesendet.
problem-pin-length = { $found ->
    [one] Es ist nur { $found } Ziffer; eine WPS-PIN hat 8, manchmal 4. Nichts wurde gesendet.
   *[other] Es sind { $found } Ziffern; eine WPS-PIN hat 8, manchmal 4. Nichts wurde gesendet.
}
problem-pin-far-too-long = Das ist viel zu lang; eine WPS-PIN hat 8 Ziffern, manchmal 4. Nichts wurde gesendet.
problem-pin-check-digit = Eine der Ziffern kann nicht stimmen: Die letzte passt nicht zu den anderen. Vergleichen Sie sie einzeln. Nichts wurde gesendet.
problem-pin-example = 12345670 steht in vielen Anleitungen als Beispiel und auf vielen Routern als deren eigene PIN. Zeigt Ihr Drucker wirklich diese PIN? Dann geben Sie sie noch einmal ein. Nichts wurde gesendet.
problem-pin-zeros = Lauter Nullen sind keine PIN. Sehen Sie noch einmal am Drucker nach. Nichts wurde gesendet.

## digits

digits-title = Zeigt der Drucker vier Ziffern oder acht?
digits-why = Der Drucker hat eine kurze Zahl geschickt. Sie kann eine PIN aus vier Ziffern sein oder eine aus acht, die mit Nullen beginnt. Sehen Sie am Drucker nach: Welche von diesen zeigt er?
digits-eight = Mit acht Ziffern
digits-four = Mit vier Ziffern
digits-next = Wenn der Drucker keine von beiden zeigt, versuchen Sie eine: Eine falsche schadet nicht, und ein neuer Versuch beginnt mit einer neuen PIN.

## sending-pin

sending-pin-title = Der Router bekommt die PIN
sending-pin-progress = Ihr Router bekommt die PIN des Druckers
sending-pin-wait = Das dauert gewöhnlich ein paar Sekunden, höchstens { $length }. Als Nächstes achtet Inkjoin darauf, ob der Drucker in Ihrem Netz erscheint.
