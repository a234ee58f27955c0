# The terminal's own words. One message is one line. What is to be typed stands in { "quotes" }, so that the languages that
# are made from this one leave it alone.

note = Note:
warning = Warning:
problem = Problem:
light = Light:
enter = (Enter)
usually = (usually)
step = Step { $number }:
step-usually = Step { $number } (usually):
progress = ({ $done } of { $of })
pin-gone = (no longer needed)
help = Type a choice's number; Enter alone takes the marked one. { "?" } repeats, { "q" } leaves, { ":lang de" } speaks German.
more = Part { $page } of { $pages }. Enter shows more.

## Fields

default-value = (Enter takes { $value })
lab-value = (Enter takes the lab's: { $value })
lab-secret = (Enter takes the lab's password)
visible = What you type is visible here.

## When a line did not do what was meant

no-usual = No choice is marked for Enter here. Type its number.
no-choice = That is none of the choices. Type the number in front of one.
stale = This has changed meanwhile. Choose again.
bad-line = That line could not be read.
too-long = That is too long.
missing = Something is missing.
leaving = Leaving. Ctrl-C again leaves at once.
dropped = The screen has changed; what was being typed is dropped.
languages = Languages: { $tags }. Type { ":lang" } and one of them.

## Clocks

length-seconds = { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}
length-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
left = { $length } left
