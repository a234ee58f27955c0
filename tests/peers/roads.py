"""More scenarios with the program: push button, a PIN that a person types, and what becomes of it when nobody comes.

The person in them presses, starts and cancels at the real daemons, at the moment when the program's screen asks for it.
"""
import time

from evidence import commands, commands_at
from program import BY_ADDRESS, BY_CARD, World, text_of
from scenes import enrol
from ways import TWO_MINUTES, give, says, start, status, waits_for_pin, wants_outside

PUSH, BY_HAND = {**BY_ADDRESS, "ways": "^way:push:router$"}, {**BY_ADDRESS, "ways": "^way:push:hand$"}
PUSH["push-consent"] = BY_HAND["push-consent"] = "^open-push$"
TYPED = {**BY_ADDRESS, "ways": "^way:typed:router$"}
# The time of a join, as seen by somebody who waits for its end.
FOUR_MINUTES = range(239, 248)
LEAVE = {"failed": "^leave$"}
# Its display shows the PIN, and Start below it comes after the router.
DISPLAY = "officejet-display"


def person(**acts):
    """What somebody does when the screen of that name first comes, before it is answered."""
    left = {name.replace("_", "-"): act for name, act in acts.items()}

    def on_screen(screen):
        if screen["id"] in left:
            left.pop(screen["id"])()
    return on_screen


def model(world):
    return world.scene["printer"]["model"][:32]


def shows_pin(world):
    """The printer's display shows a PIN, which the person will type."""
    world.answers["pin"] = world.bed.ctl("printer", "WPS_PIN get")
    world.evidence.canary("pin", world.answers["pin"])


def starts(world):
    return start(world.bed, world.evidence, f"WPS_PIN any {world.answers['pin']}")


def told(world, command):
    """When the router's hostapd got that command."""
    at = next((at for at, said in commands_at(world.bed) if said.startswith(command)), None)
    world.evidence.want(at is not None, f"the router was told {command}")
    return at


def screen_at(world, text):
    return next(at for at, who, said in world.evidence.lines if who == "screen" and said.startswith(text))


def chosen_at(world, choice):
    return next(at for at, who, said in world.evidence.lines if (who, said) == ("person", choice))


def figures(world, what, begun):
    """The join and its proof, counted from the last thing that had to be done."""
    state = world.bed.state()
    world.evidence.figure(f"joined after {what}", state["since"] + state["joined"] - begun)
    world.evidence.figure("to proof", screen_at(world, "joined") - begun)


def wants_failed(world, outcome, exit_status, reason):
    want = world.evidence.want
    want(outcome == {"kind": "failed", "reason": reason} and exit_status == 1, f"failed: {reason} ({outcome})")
    wants_outside(world.bed, world.evidence)


def pin_is_of_no_use(world):
    """A printer that starts with it now is told to wait: the router doesn't know it any more."""
    starts(world)
    waits_for_pin(world.bed, world.evidence, model(world))
    wants_outside(world.bed, world.evidence)


def push_chain(evidence):
    """The printer's button by hand, then the router's by JSON-RPC."""
    with World(evidence) as world:
        acts = person(push_printer=lambda: start(world.bed, evidence, "WPS_PBC"))
        world.wants_joined(*world.go(PUSH, acts))
        says(world.bed, evidence, button="Disabled", last="Success")
        figures(world, "the router's button", told(world, "WPS_PBC"))


def push_by_hand(evidence):
    """The printer's button, then the router's, both by hand: the program never signs in."""
    with World(evidence) as world:
        def walks():
            evidence.want(world.bed.wait("printer", "WPS-M2D"), "the printer knocks and is told to wait")
            give(world.bed, evidence, "WPS_PBC")
        acts = person(push_printer=lambda: start(world.bed, evidence, "WPS_PBC"),
                      push_router=walks,
                      sign_in=lambda: evidence.want(False, "nobody is asked to sign in"))
        world.wants_joined(*world.go(BY_HAND, acts))
        figures(world, "the router's button", told(world, "WPS_PBC"))


def printer_first_chain(evidence):
    """The printer waits for the router, which asks for its PIN; the person types it, the router takes it, and it joins."""
    with World(evidence) as world:
        def begins():
            shows_pin(world)
            starts(world)
            waits_for_pin(world.bed, evidence, model(world))
        world.wants_joined(*world.go(TYPED, person(type_pin=begins)))
        evidence.want_order(world.bed, "ap", "WPS-PIN-NEEDED", "WPS-REG-SUCCESS")
        evidence.want_order(world.bed, "printer", "WPS-M2D", "WPS-CRED-RECEIVED")
        figures(world, "the PIN", told(world, "WPS_PIN "))


def dawdling(evidence):
    """A person takes half a minute to find the PIN; the join is seen as soon as with a quick one, though the search is old."""
    with World(evidence) as world:
        def begins():
            time.sleep(34)                              # past the search's questions of its first half minute
            shows_pin(world)
            starts(world)
        world.wants_joined(*world.go(TYPED, person(type_pin=begins), limit=120))
        state = world.bed.state()
        late = screen_at(world, "joined") - state["since"] - state["joined"]
        evidence.want(late < 12, f"seen {late:.1f} s after the join")
        figures(world, "the PIN", told(world, "WPS_PIN "))


def start_after(evidence):
    """A display shows the PIN; the router has it before Start is touched."""
    with World(evidence, called=DISPLAY) as world:
        begun = []
        acts = person(type_pin=lambda: shows_pin(world), start_printer=lambda: begun.append(starts(world)))
        world.wants_joined(*world.go(TYPED, acts))
        evidence.want(begun and told(world, "WPS_PIN ") < begun[0], "the router had the PIN before Start")
        evidence.want(not world.bed.wait("ap", "WPS-PIN-NEEDED", 0), "and never had to ask for it")
        figures(world, "Start", begun[0])


def already_online(evidence):
    """The printer joined before; the program finds it in the list and says so, and leaves it alone."""
    with World(evidence) as world:
        enrol(world.bed, evidence)
        def heard():
            return [command for command in commands(world.bed) if command.startswith("WPS_")]
        before, seen = heard(), []
        acts = person(already_online=lambda: seen.append(time.time()))
        outcome, exit_status = world.go({**BY_CARD, "already-online": "^done$"}, acts)
        evidence.want(outcome == {"kind": "already_online"} and exit_status == 0, f"it ends already online ({outcome})")
        evidence.want(seen, "a screen has said so")
        evidence.want(heard() == before, "the router was told nothing")
        evidence.figure("said after", seen[0] - screen_at(world, "start"))


def cancel_undo(evidence):
    """Cancelled while the printer is waited for: the router has forgotten the PIN."""
    with World(evidence, called=DISPLAY) as world:
        acts = person(type_pin=lambda: shows_pin(world), waiting=lambda: world.program.cancel())
        outcome, exit_status = world.go(TYPED, acts)
        evidence.want(outcome == {"kind": "cancelled"} and exit_status == 3, f"it ends cancelled ({outcome})")
        evidence.figure("taken back after", told(world, "WPS_CANCEL") - chosen_at(world, "cancel"))
        pin_is_of_no_use(world)


def push_cancelled(evidence):
    """Somebody cancels at the router while the program waits: said at once, and not as "nobody came"."""
    with World(evidence) as world:
        at = []

        def cancels():
            time.sleep(3)                               # long enough that the program has seen the button running
            at.append(give(world.bed, evidence, "WPS_CANCEL"))
        wants_failed(world, *world.go({**PUSH, **LEAVE}, person(waiting=cancels)), "cancelled_elsewhere")
        taken = screen_at(world, "failed") - at[0]
        evidence.figure("said after", taken)
        evidence.want(taken < 5, "that is at once: the status is asked for every 2 s")


def push_nobody(evidence):
    """The router's button by the program, and nobody presses the printer's: said when the router's two minutes are over."""
    with World(evidence) as world:
        wants_failed(world, *world.go({**PUSH, **LEAVE}), "push_nobody_came")
        says(world.bed, evidence, button="Timed-out", last="None")
        after_two_minutes(world, told(world, "WPS_PBC"))


def expired(evidence):
    """The router has the PIN and nobody touches Start: said after two minutes, and then the PIN is really of no use."""
    with World(evidence, called=DISPLAY) as world:
        # "start-printer" offers nothing of that name, so it is waited out.
        choices = {**TYPED, **LEAVE, "start-printer": "^wait$"}
        # Before the person leaves: the program has not taken the PIN back, it is too old.
        acts = person(type_pin=lambda: shows_pin(world), failed=lambda: pin_is_of_no_use(world))
        wants_failed(world, *world.go(choices, acts), "printer_not_started")
        after_two_minutes(world, told(world, "WPS_PIN "))


def after_two_minutes(world, begun):
    taken = screen_at(world, "failed") - begun
    world.evidence.figure("said after", taken)
    world.evidence.want(int(taken) in TWO_MINUTES, "that is two minutes")


def nobody_chain(evidence):
    """The person says that Start was touched and the printer never comes: said after the four minutes of a join."""
    with World(evidence, called=DISPLAY) as world:
        told_so = []

        def on_screen(screen):
            acts(screen)
            if screen["id"] == "waiting":
                told_so.append(text_of(screen))
        acts = person(type_pin=lambda: shows_pin(world))
        wants_failed(world, *world.go({**TYPED, **LEAVE}, on_screen, limit=280), "pin_not_used")
        evidence.want(status(world.bed).get("Last WPS result") == "None", "the router has heard of nobody")
        evidence.want(len(told_so) > 1, "the wait has said more than once how it stands")
        taken = screen_at(world, "failed") - chosen_at(world, "started")
        evidence.figure("said after", taken)
        evidence.want(int(taken) in FOUR_MINUTES, "that is the time of a join")
