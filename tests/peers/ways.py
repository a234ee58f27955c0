"""The scenarios of the WPS ways that every bed can play, without the program: over a cable, or in the air."""
import contextlib
import time

from bed import Bed
from house import WIFI
from scenes import enrol, pings, until

# A clock of two minutes, as seen by somebody who waits for its end.
TWO_MINUTES = range(118, 126)
# How the printer says that it stopped looking. The wired bed keeps that clock for it.
GAVE_UP = {"wired": ("bed", "PRINTER-GAVE-UP"), "air": ("printer", "WPS-TIMEOUT")}


@contextlib.contextmanager
def home(evidence, kind, *options):
    """A bed whose events come into the transcript, also where something did not hold."""
    with Bed(kind, options=options) as bed:
        try:
            yield bed
        finally:
            evidence.take_events(bed)


def status(bed):
    """The router's WPS_GET_STATUS: "PBC Status", "Last WPS result", "Peer Address"."""
    lines = bed.ctl("ap", "WPS_GET_STATUS").splitlines()
    return dict(line.split(": ", 1) for line in lines if ": " in line)


def says(bed, evidence, **wanted):
    """What the router's status must say: last="None", button="Active"."""
    said = status(bed)
    for key, line in (("last", "Last WPS result"), ("button", "PBC Status")):
        if key in wanted:
            evidence.want(said.get(line) == wanted[key], f"the router says {line}: {wanted[key]} ({said.get(line)})")


def start(bed, evidence, command):
    """The printer starts; when."""
    evidence.say("person", f"printer: {command}")
    at = time.time()
    evidence.want(not bed.ctl("printer", command).startswith("FAIL"), "the printer starts")
    return at


def give(bed, evidence, command):
    """The router is told; when."""
    evidence.say("person", f"router: {command}")
    at = time.time()
    evidence.want(bed.ctl("ap", command) == "OK", f"hostapd takes {command.split()[0]}")
    return at


def joins(bed, evidence, begun, what):
    """The join, its time since `begun`, and that it is one: the phone reaches the printer."""
    evidence.want(bed.wait("bed", "PRINTER-JOINED"), "the printer joins")
    evidence.figure(what, bed.state()["since"] + bed.state()["joined"] - begun)
    evidence.want(until(lambda: pings(bed, WIFI), 5), "the phone reaches its Wi-Fi address")


def wants_outside(bed, evidence):
    evidence.want(bed.state()["joined"] is None, "the printer has not joined")
    evidence.want(not pings(bed, WIFI), "the phone doesn't reach its Wi-Fi address")


def waits_for_pin(bed, evidence, name="HP LaserJet Professional P1102w"):
    """The router names who is waiting, the printer is told to wait: M2D, no error, nothing in the status."""
    asked = bed.wait("ap", "WPS-PIN-NEEDED")
    evidence.want(asked and name in asked[1], "the router asks for that printer's PIN, by name")
    evidence.want(bed.wait("printer", "WPS-M2D .*config_error=0"), "the printer is told to wait, no error")
    return asked[0]


def push_button(evidence, kind="wired"):
    """The router's button, then the printer's."""
    with home(evidence, kind) as bed:
        wants_outside(bed, evidence)
        give(bed, evidence, "WPS_PBC")
        says(bed, evidence, button="Active")
        joins(bed, evidence, start(bed, evidence, "WPS_PBC"), "joined after the printer's button")
        says(bed, evidence, button="Disabled", last="Success")
        evidence.want(status(bed)["Peer Address"] == "02:00:00:00:01:00", "and names the printer")
        evidence.want_order(bed, "ap", "WPS-PBC-ACTIVE", "WPS-REG-SUCCESS 02:00:00:00:01:00", "WPS-SUCCESS", "EAP-FAILURE")
        evidence.want_order(bed, "printer", "WPS-CRED-RECEIVED", "WPS-SUCCESS", "EAP-FAILURE")


def printer_first(evidence, kind="wired"):
    """The printer starts before the router has its PIN: it is told to wait (M2D), and joins as soon as the PIN is there."""
    with home(evidence, kind) as bed:
        pin = bed.ctl("printer", "WPS_PIN get")
        begun = start(bed, evidence, f"WPS_PIN any {pin}")
        evidence.figure("asked for after", bed.state()["since"] + waits_for_pin(bed, evidence) - begun)
        wants_outside(bed, evidence)
        says(bed, evidence, last="None")
        joins(bed, evidence, give(bed, evidence, f"WPS_PIN any {pin} 120"), "joined after the PIN")
        evidence.want_order(bed, "ap", "WPS-PIN-NEEDED", "WPS-REG-SUCCESS", "WPS-SUCCESS")
        evidence.want_order(bed, "printer", "WPS-M2D", "WPS-CRED-RECEIVED", "WPS-SUCCESS")


def pin_expired(evidence, kind="wired"):
    """The printer starts after the end of the PIN's time at the router: it waits, and a fresh PIN joins."""
    with home(evidence, kind) as bed:
        pin = bed.ctl("printer", "WPS_PIN get")
        give(bed, evidence, f"WPS_PIN any {pin} 2")
        time.sleep(3)                                   # hostapd's clock, not ours
        start(bed, evidence, f"WPS_PIN any {pin}")
        waits_for_pin(bed, evidence)
        wants_outside(bed, evidence)
        says(bed, evidence, last="None")
        bed.ctl("printer", "WPS_CANCEL")
        enrol(bed, evidence)
        says(bed, evidence, last="Success")


def cancelled(evidence, kind="wired"):
    """Cancelled at the router: its button looks as if nobody had come, its PIN is gone."""
    with home(evidence, kind) as bed:
        give(bed, evidence, "WPS_PBC")
        give(bed, evidence, "WPS_CANCEL")
        for event in ("WPS-TIMEOUT", "WPS-CANCEL"):
            evidence.want(bed.wait("ap", event, 5), f"ap: {event}")
        says(bed, evidence, button="Timed-out", last="None")
        pin = bed.ctl("printer", "WPS_PIN get")
        give(bed, evidence, f"WPS_PIN any {pin} 120")
        give(bed, evidence, "WPS_CANCEL")
        start(bed, evidence, f"WPS_PIN any {pin}")
        waits_for_pin(bed, evidence)
        wants_outside(bed, evidence)
        says(bed, evidence, last="None")


def nobody_at_printer(evidence, kind="wired"):
    """The router has a PIN and nobody starts the printer: no event, no status; after 120 s the PIN is of no use."""
    with home(evidence, kind) as bed:
        pin = bed.ctl("printer", "WPS_PIN get")
        give(bed, evidence, f"WPS_PIN any {pin} 120")
        time.sleep(121)                                 # hostapd's clock, not ours
        says(bed, evidence, last="None", button="Disabled")
        evidence.want(not [text for _, text in bed.events("ap") if "WPS" in text], "the router has said nothing of it")
        start(bed, evidence, f"WPS_PIN any {pin}")
        waits_for_pin(bed, evidence)
        wants_outside(bed, evidence)


def gives_up(bed, evidence, begun, kind):
    who, event = GAVE_UP[kind]
    evidence.want(bed.wait(who, event, 140), f"{who}: {event}")
    taken = time.time() - begun
    evidence.figure("the printer gave up after", taken)
    evidence.want(int(taken) in TWO_MINUTES, "that is its walk time of two minutes")
    wants_outside(bed, evidence)


def never_told(evidence, kind="wired"):
    """The printer starts and the router never hears of its PIN: asked for again and again, until the printer gives up."""
    with home(evidence, kind) as bed:
        begun = start(bed, evidence, f"WPS_PIN any {bed.ctl('printer', 'WPS_PIN get')}")
        waits_for_pin(bed, evidence)
        gives_up(bed, evidence, begun, kind)
        asked = [text for _, text in bed.events("ap") if "WPS-PIN-NEEDED" in text]
        evidence.want(len(asked) > 10, f"the router has asked for the PIN again and again ({len(asked)} times)")
        says(bed, evidence, last="None")


def nobody_pressed(evidence, kind="wired"):
    """The printer's button, and nobody presses the router's: nothing in the status, and the printer gives up."""
    with home(evidence, kind) as bed:
        gives_up(bed, evidence, start(bed, evidence, "WPS_PBC"), kind)
        says(bed, evidence, last="None", button="Disabled")
        evidence.want(not bed.wait("printer", "WPS-CRED-RECEIVED|WPS-FAIL", 0), "the printer has neither a key nor a reason")


def nobody_came(evidence, kind="wired"):
    """The router's button, and nobody presses the printer's: the router's status says so after two minutes."""
    with home(evidence, kind) as bed:
        begun = give(bed, evidence, "WPS_PBC")
        evidence.want(bed.wait("ap", "WPS-TIMEOUT", 140), "ap: WPS-TIMEOUT")
        evidence.figure("the router gave up after", time.time() - begun)
        evidence.want(int(time.time() - begun) in TWO_MINUTES, "that is the walk time of two minutes")
        says(bed, evidence, button="Timed-out", last="None")
