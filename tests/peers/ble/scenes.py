"""The scenarios with `inkjoin find --ble`. Advertisements are made up from what is known of HP's (company, services, names);
nobody has published a real one."""
from ble.bed import Bluetooth

# Locally administered addresses: no real device has them.
ALONE = {"address": "02:00:00:00:0B:01", "name": "OfficeJet", "companies": ["0065"], "rssi": -70}
LISTED = {"address": "02:00:00:00:0B:02", "name": "HP ENVY 4520 series", "services": ["FE78"], "after_ms": 120}
DATA = {"address": "02:00:00:00:0B:03", "name": "Sprocket", "services": ["180A"], "data_for": ["FDF7"], "after_ms": 200}
DIRECT = {"address": "02:00:00:00:0B:04", "name": "DIRECT-0A-HP DeskJet 2700", "after_ms": 250}
NAMELESS = {"address": "52:00:00:00:0B:05", "random": True, "services": ["FE78"], "rssi": -88, "after_ms": 300,
            "leaves_ms": 500}
# Not HP's, and not near.
STRANGER = {"address": "02:00:00:00:0B:06", "name": "Somebody's Headset", "services": ["110B"], "companies": ["004C"]}
CALLED = {"address": "02:00:00:00:0B:07", "name": "Speaker", "alias": "HP of mine", "companies": ["0006"]}
ENTERPRISE = {"address": "02:00:00:00:0B:08", "services": ["FD94"], "companies": ["011B"]}
PAIRED = {"address": "02:00:00:00:0B:09", "name": "HP Headset", "companies": ["0065"], "remembered": True}
OTHERS = [STRANGER, CALLED, ENTERPRISE, PAIRED]


def near(evidence):
    """Five HP devices among others: each is told with its sign, none with its address."""
    with Bluetooth(evidence, devices=[ALONE, LISTED, DATA, DIRECT, NAMELESS, *OTHERS]) as bluetooth:
        status, said, _ = bluetooth.find(3)
        told = sorted((line["near"] for line in said[:-1]), key=lambda one: one["name"])
        evidence.want(told == [
            {"name": "", "sign": "service", "service": "FE78"},
            {"name": "DIRECT-0A-HP DeskJet 2700", "sign": "name"},
            {"name": "HP ENVY 4520 series", "sign": "service", "service": "FE78"},
            {"name": "OfficeJet", "sign": "company"},
            {"name": "Sprocket", "sign": "service", "service": "FDF7"},
        ], "the five that are near, and why; the nameless one has no name, also when it has left")
        evidence.want(said[-1:] == [{"found": 5}] and status == 0, "five, exit status 0")
        evidence.want([one["uuids"] for one in bluetooth.told("filter")] == [[]], "it scans without a filter")
        evidence.want(bluetooth.wait("stop", 5), "it ends the scan itself")
        evidence.want(not bluetooth.left()["discovering"], "nothing is left running")


def nothing(evidence):
    """Only strangers are heard, and BlueZ remembers an HP headset: nothing is near."""
    with Bluetooth(evidence, devices=OTHERS) as bluetooth:
        status, said, took = bluetooth.find(2)
        evidence.want(len(bluetooth.told("appears")) == 3, "the strangers were heard")
        evidence.want(said == [{"found": 0}] and status == 1, "none found, exit status 1: no trouble")
        evidence.want(2 <= took < 6, "it looks as long as it was told")


def off(evidence):
    """Bluetooth is off: said at once, and it stays off."""
    with Bluetooth(evidence, "off", [ALONE]) as bluetooth:
        trouble(evidence, bluetooth, "switched_off")
        left = bluetooth.left()
        evidence.want(not bluetooth.told("set") and not bluetooth.told("start"), "nobody tried to change it or to scan")
        evidence.want(not left["powered"], "it is still off")


def none(evidence):
    """No adapter, no Bluetooth service, no bus: each is no adapter."""
    for adapter in ("none", "no_service", "no_bus"):
        with Bluetooth(evidence, adapter) as bluetooth:
            trouble(evidence, bluetooth, "no_adapter")


def refused(evidence):
    """BlueZ refuses to scan: failed. The bus's policy lets nobody at BlueZ: not allowed."""
    with Bluetooth(evidence, "refuses", [ALONE]) as bluetooth:
        trouble(evidence, bluetooth, "failed")
        evidence.want(bluetooth.wait("start", 5), "it was tried")
    with Bluetooth(evidence, "forbids", [ALONE]) as bluetooth:
        trouble(evidence, bluetooth, "permission_missing")


def lost(evidence):
    """The adapter is switched off, or pulled, in the middle of a search: no search that found nothing."""
    with Bluetooth(evidence, "goes_off", [STRANGER]) as bluetooth:
        trouble(evidence, bluetooth, "switched_off")
        evidence.want(not bluetooth.left()["powered"], "it stays off")
    with Bluetooth(evidence, "unplugged", [STRANGER]) as bluetooth:
        trouble(evidence, bluetooth, "no_adapter")


def silent(evidence):
    """BlueZ answers nothing: the search ends all the same, in trouble, or stopped before that."""
    with Bluetooth(evidence, "silent") as bluetooth:
        trouble(evidence, bluetooth, "failed")
        evidence.want(bluetooth.find(1)[2] < 4, "a stop ends it before that as well")


def trouble(evidence, bluetooth, kind):
    """Told before the search's time is over; exit status 2."""
    status, said, took = bluetooth.find(30)
    evidence.want(said == [{"error": {"kind": kind}}] and status == 2, f"{kind}, exit status 2")
    evidence.want(took < 15, "it did not wait until the end of the search")
