"""The scenarios that need the air: what a router and a printer say when WPS, the name or the key don't work out there."""
import sys
import time

from house import AT_SETUP, ROUTER, WIFI
from scenes import AVAHI, other_pin, pings, seen, until, with_check_digit
from ways import give, home, joins, says, start, wants_outside, waits_for_pin

SSID, PASSPHRASE = "Fern Street 12", "seven grey herons"
PRINTER, PRINTER2 = "02:00:00:00:01:00", "02:00:00:00:02:00"


def use_pin(bed, evidence, told, used=None):
    """The router is told a PIN, the printer starts with it, or with another one; when it started."""
    give(bed, evidence, f"WPS_PIN any {told} 120")
    return start(bed, evidence, f"WPS_PIN any {used or told}")


def pin(evidence):
    """Scan, association, M1 to M8, and again with the key. Both sides say "failure" on the way, which means nothing."""
    with home(evidence, "air") as bed:
        wants_outside(bed, evidence)
        begun = use_pin(bed, evidence, bed.ctl("printer", "WPS_PIN get"))
        joins(bed, evidence, begun, "joined after the printer's start")
        says(bed, evidence, last="Success")
        evidence.want_order(bed, "printer", "WPS-PIN-ACTIVE", "SCAN-RESULTS", "WPS-AP-AVAILABLE-AUTH", "Associated with",
                            "WPS-CRED-RECEIVED", "WPS-SUCCESS", "EAP-FAILURE", "DISCONNECTED .*reason=3",
                            "Associated with", "Key negotiation completed", "CTRL-EVENT-CONNECTED")
        evidence.want_order(bed, "ap", f"WPS-ENROLLEE-SEEN {PRINTER} .* 0 1 ", f"EAP-STARTED {PRINTER}",
                            f"WPS-REG-SUCCESS {PRINTER}", "WPS-SUCCESS", "EAP-FAILURE", f"AP-STA-CONNECTED {PRINTER}")
        evidence.want(f'psk="{PASSPHRASE}"' in bed.ask("conf", "printer"), "the printer stored the router's passphrase")


def wrong_first_half(evidence):
    """The first four digits are wrong: refused at M4, and the router keeps its PIN for another try."""
    with home(evidence, "air") as bed:
        told = with_check_digit("1234567")
        begun = use_pin(bed, evidence, told, other_pin(told))
        refused(bed, evidence, begun, 8)
        begun = start(bed, evidence, f"WPS_PIN any {told}")
        joins(bed, evidence, begun, "joined with the right PIN, the router not told again, after")
        says(bed, evidence, last="Success")


def wrong_second_half(evidence):
    """The last four digits are wrong: refused at M6, and the router forgets its PIN."""
    with home(evidence, "air") as bed:
        told = with_check_digit("1234567")
        begun = use_pin(bed, evidence, told, with_check_digit("1234765"))
        refused(bed, evidence, begun, 10)
        start(bed, evidence, f"WPS_PIN any {told}")
        waits_for_pin(bed, evidence)
        wants_outside(bed, evidence)
        joins(bed, evidence, give(bed, evidence, f"WPS_PIN any {told} 120"), "joined after the PIN was told again")


def refused(bed, evidence, begun, message):
    for who in ("ap", "printer"):
        said = bed.wait(who, "WPS-FAIL")
        wanted = f"msg={message} config_error=18"
        evidence.want(said and wanted in said[1], f"{who}: WPS-FAIL {wanted} ({said and said[1]})")
    evidence.figure("refused after", bed.state()["since"] + said[0] - begun)
    says(bed, evidence, last="Failed")
    wants_outside(bed, evidence)
    bed.ctl("printer", "WPS_CANCEL")


def overlap_of_printers(evidence):
    """Two printers in push-button mode: the router refuses its button, the printers know nothing. A PIN still works."""
    with home(evidence, "air") as bed:
        bed.ask("start", "printer2")
        start(bed, evidence, "WPS_PBC")
        evidence.say("person", "printer2: WPS_PBC")
        bed.ctl("printer2", "WPS_PBC")
        for mac in (PRINTER, PRINTER2):
            evidence.want(bed.wait("ap", f"WPS-ENROLLEE-SEEN {mac} .* 4 1 "), f"the router hears the button of {mac}")
        evidence.want(bed.wait("ap", "WPS-OVERLAP-DETECTED"), "the router: overlap, before its own button")
        evidence.want(bed.ctl("ap", "WPS_PBC").startswith("FAIL"), "its button is refused")
        says(bed, evidence, button="Overlap")
        for who in ("printer", "printer2"):
            evidence.want(until(lambda who=who: count(bed, "SCAN-RESULTS", who) > 2, 10), f"{who} goes on scanning")
            evidence.want(not bed.wait(who, "WPS-(OVERLAP|FAIL|TIMEOUT|M2D|SUCCESS)", 0), f"{who} knows nothing of it")
            bed.ctl(who, "WPS_CANCEL")
        wants_outside(bed, evidence)
        joins(bed, evidence, use_pin(bed, evidence, bed.ctl("printer", "WPS_PIN get")), "joined by PIN all the same, after")


def overlap_of_routers(evidence):
    """Two routers in push-button mode: the printer that hears both in one scan stops at once, the routers know nothing."""
    with home(evidence, "air") as bed:
        bed.ask("start", "ap2")
        give(bed, evidence, "WPS_PBC")
        evidence.say("person", "router2: WPS_PBC")
        evidence.want(bed.ctl("ap2", "WPS_PBC") == "OK", "the neighbour's router takes its button")

        def both():
            bed.ctl("printer", "SCAN")
            bed.wait("printer", "SCAN-RESULTS", 5, time.time() - bed.state()["since"])
            return bed.ctl("printer", "SCAN_RESULTS").count("[WPS-PBC]") == 2
        evidence.want(until(both, 20), "one scan of the printer shows both")
        begun = start(bed, evidence, "WPS_PBC")
        said = bed.wait("printer", "WPS-OVERLAP-DETECTED")
        evidence.want(said, "printer: overlap")
        evidence.figure("overlap known after", bed.state()["since"] + said[0] - begun)
        says(bed, evidence, button="Active", last="None")
        wants_outside(bed, evidence)


def wpa3_only(evidence):
    """The router hands over a key of WPA3 only: both sides say success, and the printer never joins."""
    with home(evidence, "air", "ap.wpa_key_mgmt=SAE", "ap.ieee80211w=2") as bed:
        use_pin(bed, evidence, bed.ctl("printer", "WPS_PIN get"))
        for who, event in (("printer", "WPS-SUCCESS"), ("ap", "WPS-REG-SUCCESS")):
            evidence.want(bed.wait(who, event), f"{who}: {event}")
        says(bed, evidence, last="Success")
        # Three times, so that it isn't the first scan only.
        evidence.want(until(lambda: count(bed, "NETWORK-NOT-FOUND") > 2, 60), "the printer doesn't find its network")
        evidence.want_order(bed, "printer", "WPS-CRED-RECEIVED", "WPS-SUCCESS", "NETWORK-NOT-FOUND")
        wants_outside(bed, evidence)
        says(bed, evidence, last="Success")


def count(bed, event, who="printer"):
    return sum(event in text for _, text in bed.events(who))


def hidden_name(evidence):
    """A router that hides its name does no WPS, and says so at once: both ways are refused."""
    with home(evidence, "air", "ap.ignore_broadcast_ssid=1") as bed:
        for command in (f"WPS_PIN any {with_check_digit('1234567')} 120", "WPS_PBC"):
            begun = time.time()
            evidence.want(bed.ctl("ap", command).startswith("FAIL"), f"{command.split()[0]} is refused")
            evidence.figure("refused after", time.time() - begun)
        says(bed, evidence, button="Disabled", last="None")
        wants_outside(bed, evidence)


def told_the_key(bed, evidence, passphrase):
    """Without WPS: name and passphrase are typed at the printer; when."""
    evidence.say("person", "printer: a name and a passphrase")
    at = time.time()
    bed.ctl("printer", "REMOVE_NETWORK all")
    network = bed.ctl("printer", "ADD_NETWORK")
    for key, value in (("ssid", SSID), ("psk", passphrase)):
        evidence.want(bed.ctl("printer", f'SET_NETWORK {network} {key} "{value}"') == "OK", f"the printer takes the {key}")
    bed.ctl("printer", f"SELECT_NETWORK {network}")
    return at


def wrong_passphrase(evidence):
    """The passphrase is wrong: the printer knows within seconds, and says why. With the right one it joins."""
    with home(evidence, "air") as bed:
        begun = told_the_key(bed, evidence, "seven gray herons")
        said = bed.wait("printer", "SSID-TEMP-DISABLED .*reason=WRONG_KEY")
        evidence.want(said, "printer: SSID-TEMP-DISABLED, reason=WRONG_KEY")
        evidence.figure("the printer knew after", bed.state()["since"] + said[0] - begun)
        evidence.want(said[0] + bed.state()["since"] - begun < 15, "long before a two-minute clock ends")
        evidence.want(bed.wait("ap", f"AP-STA-POSSIBLE-PSK-MISMATCH {PRINTER}", 5), "ap: possibly another key")
        wants_outside(bed, evidence)
        joins(bed, evidence, told_the_key(bed, evidence, PASSPHRASE), "joined after the right one")


def not_found(evidence):
    """No network of that name in the air (mistyped, or 5 GHz only): all that the printer can say is that it isn't there."""
    with home(evidence, "air", "ap.ssid=Fern Street 12 5G") as bed:
        begun = told_the_key(bed, evidence, PASSPHRASE)
        said = bed.wait("printer", "NETWORK-NOT-FOUND")
        evidence.want(said, "printer: network not found")
        evidence.figure("known after", bed.state()["since"] + said[0] - begun)
        evidence.want(until(lambda: count(bed, "NETWORK-NOT-FOUND") > 2, 60), "again with each scan")
        evidence.want(not [text for _, text in bed.events("ap") if "STA" in text], "the router has heard of nobody")
        wants_outside(bed, evidence)


def coming_home(evidence):
    """The phone stands in the printer's setup network and at home; the printer comes home, leaves, and comes back."""
    with home(evidence, "air") as bed:
        found = f"{bed.dir}/browse"
        bed.spawn("printer", *AVAHI, "announce", "--dev", "prn")
        with open(found, "wb") as out:
            bed.spawn("phone", *AVAHI, "browse", "--", "avahi-browse", "-rp", "_ipp._tcp", stdout=out)
        evidence.want(pings(bed, AT_SETUP), f"the phone reaches the printer at {AT_SETUP}, its setup network")
        evidence.want(pings(bed, ROUTER), f"and the router at {ROUTER}")
        evidence.want(not until(lambda: seen(found, WIFI), 2), "nothing is announced at home")
        wants_outside(bed, evidence)
        begun = use_pin(bed, evidence, bed.ctl("printer", "WPS_PIN get"))
        evidence.want(until(lambda: seen(found, WIFI), 15), "avahi-browse sees the printer at home")
        evidence.figure("announced at home after", time.time() - begun)
        joins(bed, evidence, begun, "joined after the printer's start")
        evidence.want(pings(bed, AT_SETUP), "its setup network is still there")
        evidence.say("person", "printer: off the network")
        bed.ctl("printer", "DISCONNECT")
        evidence.want(bed.wait("bed", "PRINTER-LEFT", 5), "the printer leaves")
        wants_outside(bed, evidence)
        begun = start(bed, evidence, "RECONNECT")
        evidence.want(bed.wait("bed", "PRINTER-JOINED", 30, begun - bed.state()["since"]), "and comes back by itself")
        evidence.want(until(lambda: pings(bed, WIFI), 5), "the phone reaches it again")
        evidence.figure("back after", time.time() - begun)


if __name__ == "__main__":
    sys.exit(__doc__)
