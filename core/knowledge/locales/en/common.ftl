# Terms, used everywhere in the same way:
#   WPS PIN of the printer   the device PIN; it goes into the router
#   router's own PIN         the AP PIN; never asked for, never used
#   Printer PIN              the password of the printer's web page, as labels and reports call it
# One message is one line. No message names a search engine or a phone number.

printer-unnamed = your printer
printer-nameless = HP printer without a name
mark-serial = serial number ending in { $tail }
mark-mac = network address (MAC) ending in { $tail }
mark-product = product number { $product }
away = You are not on your home network at the moment. Go back to your Wi-Fi: nothing is lost, but a clock that runs goes on running.

## Lengths of time

length-seconds = { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}
length-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
length-both = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}
clock-left = { $length } left
clock-printer-walk = Until the printer stops looking for the router
clock-join = Until Inkjoin says what it has seen
clock-window = Until the router closes by itself

## Choices

choice-printer-marked = { $name }, { $marks }
choice-printer-gone = A printer that is no longer listed
choice-begin = Connect my printer
choice-computer-asks = My computer asks for a PIN
choice-went-offline = It worked, and now it is offline
choice-begin-first = Put the printer on the Wi-Fi
choice-begin-search = Look for the printer
choice-printer-wifi = It shows a Wi-Fi of its own
choice-type-address = Type the printer's address
choice-ask = Ask this address
choice-connect = Put it on the Wi-Fi
choice-blink = Let it blink
choice-this-one = This is the one
choice-move = Move it to another Wi-Fi
choice-test-page = Print a test page
choice-only-pin = I only want its WPS PIN
choice-go-on = Go on
choice-go-on-there = I am there
choice-go-on-home = I am back
choice-way-read-router = Connect automatically
choice-way-typed-router = Type the PIN here
choice-way-read-page = Copy the PIN to the router's page
choice-way-typed-page = Carry the PIN by hand
choice-way-push-router = Press one key at the printer
choice-way-push-hand = Press a key on both
choice-way-passphrase = Type the Wi-Fi password at the printer
choice-look-again = Look again at what is possible
choice-sign-in = Sign in
choice-sign-in-close = Sign in and close it
choice-cannot-sign-in = I can't sign in
choice-trust-router = Use this router's new certificate
choice-by-hand = Go on by hand instead
choice-read-again = Ask the printer again
choice-fresh-pin = Start over with a fresh PIN
choice-print-pin = Let the printer print the page
choice-look-display = Look on its display instead
choice-look-page = Look on a printed page instead
choice-look-label = Look on its label instead
choice-no-pin-there = It shows no WPS PIN
choice-use-pin = Use this PIN
choice-four-digits = It shows four digits
choice-eight-digits = It shows eight digits
choice-entered = The PIN is in the router now
choice-entered-panel = It is typed and connects
choice-looks-different = My page looks different
choice-takes-no-pin = It takes no PIN of a device
choice-cannot-sign-in-page = I can't sign in there
choice-started = I touched Start
choice-open-push = Open it for two minutes
choice-no-push-key = It has no such key
choice-pressed-printer = I pressed it
choice-pressed-router = I pressed it
choice-push-again = Press both again
choice-printer-reports = The printer shows a message
choice-shows-overlap = Session overlap
choice-shows-timeout = Timed out, or no router found
choice-shows-failed = It could not connect
choice-that-is-mine = Yes, it is mine
choice-not-mine = No, it is another one
choice-try-again = Try again
choice-try-again-pin = Try again with a fresh PIN
choice-keep-looking = Wait for the printer once more
choice-close-window = Sign in and close it now
choice-carry-on = Leave it and go on
choice-another-printer = Connect another printer
choice-done = Done
choice-done-as-is = Leave it as it is
choice-back = Back
choice-back-waiting = None of these: back to waiting
choice-back-start = Back to the beginning
choice-back-online = Back to the printer
choice-back-list = Back to the list of printers
choice-back-stop = Stop and go back
choice-back-ways = Back to the ways to connect
choice-leave = End here

## Fields

field-address = Address of the printer
field-address-hint = such as 192.168.1.20
field-user = User name at the router
field-user-hint = often root or admin
field-password = Password at the router
field-password-hint = of the router's settings page, not of the Wi-Fi
field-pin = WPS PIN of the printer
field-pin-hint = 8 digits, sometimes 4; blanks and dashes don't matter

## Why a device gave no usable answer

trouble-unreachable = { $who ->
    [router] The router could not be reached. It may be restarting, or you may be on another network.
   *[printer] The printer could not be reached. It may be off, or on another network.
}
trouble-timed-out = { $who ->
    [router] The router did not answer in time.
   *[printer] The printer did not answer in time. It may be asleep or busy.
}
trouble-closed = { $who ->
    [router] The router broke off in the middle of its answer.
   *[printer] The printer broke off in the middle of its answer.
}
trouble-too-large = { $who ->
    [router] The router sent far more than was asked for.
   *[printer] The printer sent far more than was asked for.
}
trouble-not-understood = { $who ->
    [router] The router answered in a way that Inkjoin does not understand.
   *[printer] The printer answered in a way that Inkjoin does not understand.
}
trouble-redirected = { $who ->
    [router] The router pointed to another address. Inkjoin does not follow that.
   *[printer] The printer pointed to another address. Inkjoin does not follow that.
}
trouble-status = { $who ->
    [router] The router refused to answer (HTTP status { $status }).
   *[printer] The printer refused to answer (HTTP status { $status }).
}
trouble-certificate-changed = { $who ->
    [router] The router shows another certificate than before. It may be a new one, or another device may pose as your router. Nothing secret was sent.
   *[printer] The printer shows another certificate than before. It may be a new one, or another device may pose as your printer. Nothing secret was sent.
}
trouble-tls = { $who ->
    [router] The router offers only kinds of encryption that Inkjoin does not speak.
   *[printer] The printer offers only kinds of encryption that Inkjoin does not speak.
}
trouble-not-on-network = { $who ->
    [router] You were not on the router's network at that moment.
   *[printer] You were not on the printer's network at that moment.
}

## Steps at the printer. The words of a data file: key-, place- and light-name- with its own name

step-press = Press the { $key } key briefly.
step-hold = { $seconds ->
    [one] Hold the { $key } key down for at least { $seconds } second, then let go.
   *[other] Hold the { $key } key down for at least { $seconds } seconds, then let go.
}
step-open-menu = In the printer's menus choose “{ $path }”. Names differ from model to model; look for the words “{ $words }”.
step-read-pin = Read the WPS PIN { $place }.
step-unplug-cable = Pull the network cable out of the printer.
step-start = Now touch Start on the printer, below the PIN that it shows.
key-wireless = Wireless
key-information = Information
key-cancel = Cancel
key-resume = Resume
place-display = on the printer's display
place-page = on the page that the printer prints
place-label = on the printer's label

## Lights

light-name-wireless = wireless light
colour-blue = blue
colour-white = white
colour-green = green
colour-amber = amber
colour-red = red
colour-purple = purple
light-then = { $pattern ->
    [blinking] The { $name } then blinks { $colour }.
    [off] The { $name } then goes out.
   *[steady] The { $name } then stays on, { $colour }.
}
light-joined = { $sure ->
    [no] When the printer has joined, the { $name } usually { $pattern ->
        [blinking] blinks { $colour }.
        [off] goes out.
       *[steady] stays on without blinking, { $colour }.
    }
   *[yes] When the printer has joined, the { $name } { $pattern ->
        [blinking] blinks { $colour }.
        [off] goes out.
       *[steady] stays on without blinking, { $colour }.
    }
}
light-not-joined = { $sure ->
    [no] As long as it has not joined, the { $name } usually blinks.
   *[yes] As long as it has not joined, the { $name } blinks.
}

## What is only heard

spoken-pin = { $label }: it is shown on the screen and read out digit by digit on request
spoken-clock = { $label }: { $length } in all
spoken-link = Link: { $label }
spoken-field = Field: { $label }, { $hint }
spoken-step = Step { $number }: { $text }
spoken-step-usually = Step { $number }, usually: { $text }
spoken-details = { $count ->
    [one] There is one further detail.
   *[other] There are { $count } further details.
}
