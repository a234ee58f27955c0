# Die eigenen Wörter des Terminals. Eine Meldung ist eine Zeile.

note = Hinweis:
warning = Achtung:
problem = Problem:
light = Leuchte:
enter = (Eingabetaste)
usually = (gewöhnlich)
step = Schritt { $number }:
step-usually = Schritt { $number } (gewöhnlich):
progress = ({ $done } von { $of })
pin-gone = (nicht mehr nötig)
help = Tippen Sie die Nummer einer Auswahl; die Eingabetaste allein nimmt die markierte. { "?" } wiederholt, { "q" } beendet, { ":lang en" } spricht Englisch.
more = Teil { $page } von { $pages }. Die Eingabetaste zeigt mehr.

## Felder

default-value = (Eingabetaste nimmt { $value })
lab-value = (Eingabetaste nimmt den Wert des Labors: { $value })
lab-secret = (Eingabetaste nimmt das des Labors)
visible = Was Sie tippen, ist hier zu sehen.

## Wenn eine Zeile nicht tat, was gemeint war

no-usual = Hier ist keine Auswahl für die Eingabetaste markiert. Tippen Sie ihre Nummer.
no-choice = Das ist keine der Möglichkeiten. Tippen Sie die Nummer, die davorsteht.
stale = Das hat sich inzwischen geändert. Wählen Sie noch einmal.
bad-line = Diese Zeile war nicht zu lesen.
too-long = Das ist zu lang.
missing = Es fehlt etwas.
leaving = Wird beendet. Noch einmal Strg-C beendet sofort.
dropped = Der Bildschirm hat gewechselt; was gerade getippt wurde, ist verworfen.
languages = Sprachen: { $tags }. Tippen Sie { ":lang" } und eine davon.

## Uhren

length-seconds = { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
}
length-minutes = { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
left = noch { $length }
