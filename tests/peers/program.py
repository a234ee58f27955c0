"""The scenarios with the program: `inkjoin` in the phone's room, from its first screen to its outcome.

The printer's EWS and the router's JSON-RPC are virtual (`inkjoin-lab`), behind them are the real daemons, beside them a
real avahi. What the program says is compared with what the daemons saw.
"""
import json
import os
import re
import select
import sys

from bed import Bed, Missing, stop
from drive import ENOUGH, PROGRAM, Program, drive
from evidence import HERE, TARGET, commands, commands_at, wsc_messages
from house import AT_SETUP, CABLE, ROUTER, WIFI
from scenes import AVAHI, MESSAGES, other_pin

LAB = os.environ.get("INKJOIN_LAB") or f"{TARGET}/debug/inkjoin-lab"
SCENE = "laserjet-pin"


class World:
    """A bed with the virtual devices of a scene in it. `answers` are what the person types, by field."""

    def __init__(self, evidence, kind="wired", cable=False, options=(), called=SCENE):
        for path in (PROGRAM, LAB):
            if not os.access(path, os.X_OK):
                raise Missing(f"{os.path.basename(path)} is not built: cargo build -p inkjoin-cli -p inkjoin-lab")
        self.evidence, self.called, self.scene, self.program = evidence, called, scene(called), None
        self.answers = {"address": AT_SETUP, "user": self.scene["user"], "password": self.scene["password"]}
        me = self.scene["printer"]
        model = me["model"][:32]  # Longer ones are refused (Wi-Fi Simple Configuration, Model Name and Device Name).
        daemons = {"printer.uuid": me["uuid"], "printer.serial_number": me["serial"], "printer.device_name": model,
                   "printer.model_name": model, "ap.ssid": self.scene["ssid"],
                   "ap.wpa_passphrase": self.scene["passphrase"]}
        self.bed = Bed(kind, cable, mac=me["mac"], options=[*(f"{key}={value}" for key, value in daemons.items()), *options])
        try:
            self._people(me, cable)
        except BaseException:
            self.bed.end()
            raise

    def _people(self, me, cable):
        ews = ["--setup", f"{AT_SETUP}:80", "--home", f"{WIFI}:80", *(["--cable", f"{CABLE}:80"] if cable else [])]
        self._lab("printer", ["printer", *ews])
        self._lab("router", ["router", "--http", f"{ROUTER}:80"])
        self.bed.spawn("printer", *AVAHI, "announce", "--dev", "prn,cab" if cable else "prn", "--uuid", me["uuid"],
                       "--mac", me["mac"], "--host", host(me), "--model", me["model"], "--name", me["name"])

    def _lab(self, room, words):
        log = open(f"{self.bed.dir}/lab-{room}.log", "wb")
        self.bed.files.append(log)
        process = self.bed.spawn(room, LAB, words[0], "--bed", self.bed.sock, "--scene", self.called, *words[1:],
                                 stdin=-1, stdout=-1, stderr=log)  # it serves until its standard input closes
        ready, _, _ = select.select([process.stdout], [], [], 20)
        if not ready or not process.stdout.readline():
            with open(log.name, encoding="utf-8", errors="replace") as f:
                self.evidence.say("lab", f.read()[-2000:])
            self.evidence.want(False, f"the virtual {room} is ready")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.evidence.take_events(self.bed)
        finally:
            self.bed.end()

    def canaries(self):
        """Whatever of this scene must not slip out."""
        me = self.scene["printer"]
        self.evidence.canary("router_password", self.scene["password"])
        for kind in ("passphrase", "ssid"):
            self.evidence.canary(kind, self.scene[kind])
        for kind in ("serial", "mac", "uuid", "name"):
            self.evidence.canary(kind, me[kind])
        for pin in pins(self.bed):
            self.evidence.canary("pin", pin)

    def go(self, choices, on_screen=None, limit=150):
        """The program from its start to its outcome, and the exit status."""
        program = self.program = Program(self.bed, self.evidence)
        try:
            outcome = drive(program, self.answers, choices, on_screen, limit)
            if outcome is ENOUGH:
                stop(program.process)
        finally:
            self.canaries()
            status = program.end()
            stop(program.process)
        return outcome, status

    def wants_joined(self, outcome, status):
        want = self.evidence.want
        want(outcome.get("kind") == "joined" and status == 0, "the session says joined, exit status 0")
        want(outcome.get("proof"), "it names its proof")
        want(self.bed.state()["joined"] is not None, "the printer did join")
        want([text for _, text in wsc_messages(self.bed)][-8:] == MESSAGES, "M1 to M8, in order")
        for who, event in (("printer", "WPS-CRED-RECEIVED"), ("ap", "WPS-REG-SUCCESS")):
            want(self.bed.wait(who, event, 1), f"{who}: {event}")

    def times(self):
        """From the printer's start, which is when its EWS was asked for the PIN: the router told, the join, the proof."""
        state = self.bed.state()
        started = state["since"] + self.bed.wait("printer", "CTRL-EVENT-NETWORK-ADDED", 1)[0]
        told = next(at for at, command in commands_at(self.bed) if command.startswith("WPS_PIN "))
        shown = next(at for at, who, text in self.evidence.lines if who == "screen" and text.startswith("joined"))
        for what, at in (("PIN to router", told), ("to join", state["since"] + state["joined"]), ("to proof", shown)):
            self.evidence.figure(what, at - started)


def pins(bed):
    """The PINs that were in use: what the router was given, by its own log of commands."""
    found = (re.match(r"WPS_PIN any (\d+)", command) for command in commands(bed))
    return sorted({match.group(1) for match in found if match})


def host(printer):
    """Its host name in DNS-SD, which a scene may leave to the lab."""
    return printer.get("host") or f"HP{printer['mac'].replace(':', '')}"


def scene(called):
    """The scene's identities and secrets, all of them made up, from the lab's own file: the strings of its sections
    `printer` (mac, uuid, serial, model, name, perhaps host) and `router` (user, password, ssid, passphrase).

    Python has a reader for TOML from 3.11 only; strings in sections are all that is needed here.
    """
    path = f"{HERE}/../lab/scenes/{called}.toml"
    if not os.path.exists(path):
        raise Missing(f"the lab has no scene {called}")
    sections, section = {}, {}
    with open(path, encoding="utf-8") as f:
        for line in f:
            head, pair = re.match(r"\[+([\w.-]+)\]", line), re.match(r'(\w+)\s*=\s*"(.*?)"', line)
            if head:
                section = sections.setdefault(head.group(1), {})
            elif pair:
                section.setdefault(*pair.groups())
    return {"printer": sections["printer"], **sections["router"]}


# The typed address: the list is left for the address field, whatever is in it.
BY_ADDRESS = {"find": "^type-address$"}
# A card of the list: waited for until there is one.
BY_CARD = {"find": "^printer:"}


def setup_chain(evidence, kind="wired"):
    """Printer found by its address on the setup network, PIN read, handed over by JSON-RPC, M1 to M8, joined."""
    with World(evidence, kind) as world:
        world.wants_joined(*world.go(BY_ADDRESS))
        world.times()


def cable_chain(evidence, kind="wired"):
    """The same; the printer is found by mDNS on its cable."""
    with World(evidence, kind, cable=True) as world:
        world.wants_joined(*world.go(BY_CARD))
        world.times()


def wrong_pin(evidence, kind="wired"):
    """The printer's EWS tells another PIN than the printer uses: failed, wrong PIN; then tried again to the end."""
    with World(evidence, kind) as world:
        told = []

        def on_screen(screen):
            if screen["id"] == "failed" and not told:
                told.append(text_of(screen))
        world.bed.ask("mistake", other_pin("12345670"))
        outcome, status = world.go(BY_ADDRESS, on_screen)
        evidence.want(told, "a screen says failed")
        evidence.want("PIN" in told[0], "and names the PIN as the reason")
        for who in ("ap", "printer"):
            evidence.want(world.bed.wait(who, "WPS-FAIL .*config_error=18", 1), f"{who}: config error 18")
        world.wants_joined(outcome, status)


def hidden_name(evidence):
    """A router in the air that hides its name refuses the PIN at once, and so says the program."""
    with World(evidence, "air", options=["ap.ignore_broadcast_ssid=1"]) as world:
        told = []
        outcome, status = world.go({**BY_ADDRESS, "failed": "leave"}, lambda screen: told.append(text_of(screen)))
        evidence.want(outcome.get("kind") == "failed" and status == 1, "the session says failed, exit status 1")
        evidence.want(any("name is hidden" in text for text in told), "a hidden name is one of the reasons that it tells")
        evidence.want(world.bed.state()["joined"] is None, "nobody has joined")


def wpa3_only(evidence):
    """WPA3 only: both sides say success; the program doesn't call it joined, and asks about WPA3 after half a minute."""
    with World(evidence, "air", options=["ap.wpa_key_mgmt=SAE", "ap.ieee80211w=2"]) as world:
        told = []

        def on_screen(screen):
            told.append(screen["id"])
            return ENOUGH if screen["id"] == "waiting" and "WPA3" in text_of(screen) else None
        world.go(BY_ADDRESS, on_screen)
        for who, event in (("printer", "WPS-SUCCESS"), ("ap", "WPS-REG-SUCCESS"), ("printer", "NETWORK-NOT-FOUND")):
            evidence.want(world.bed.wait(who, event, 1), f"{who}: {event}")
        evidence.want("joined" not in told, "no screen has called it joined")
        asked = max(at for at, who, _ in evidence.lines if who == "screen")
        evidence.figure("asked about WPA3", asked - world.bed.state()["since"] - world.bed.wait("ap", "WPS-REG-SUCCESS")[0])


def text_of(screen):
    return json.dumps(screen, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(__doc__)
