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
from drive import PROGRAM, Program, drive
from evidence import HERE, TARGET, commands, wsc_messages
from house import AT_SETUP, CABLE, ROUTER, WIFI
from scenes import AVAHI, MESSAGES, other_pin

LAB = os.environ.get("INKJOIN_LAB") or f"{TARGET}/debug/inkjoin-lab"
SCENE = "laserjet-pin"


class World:
    """A bed with the virtual devices of a scene in it."""

    def __init__(self, evidence, cable=False):
        for path in (PROGRAM, LAB):
            if not os.access(path, os.X_OK):
                raise Missing(f"{os.path.basename(path)} is not built: cargo build -p inkjoin-cli -p inkjoin-lab")
        self.evidence, self.scene = evidence, scene()
        me = self.scene["printer"]
        model = me["model"][:32]  # Longer ones are refused (Wi-Fi Simple Configuration, Model Name and Device Name).
        daemons = {"printer.uuid": me["uuid"], "printer.serial_number": me["serial"], "printer.device_name": model,
                   "printer.model_name": model, "ap.ssid": self.scene["ssid"],
                   "ap.wpa_passphrase": self.scene["passphrase"]}
        self.bed = Bed(cable=cable, mac=me["mac"], options=[f"{key}={value}" for key, value in daemons.items()])
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
                       "--mac", me["mac"], "--host", me["host"], "--model", me["model"], "--name", me["name"])

    def _lab(self, room, words):
        log = open(f"{self.bed.dir}/lab-{room}.log", "wb")
        self.bed.files.append(log)
        process = self.bed.spawn(room, LAB, words[0], "--bed", self.bed.sock, "--scene", SCENE, *words[1:],
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

    def go(self, choices, on_screen=None):
        """The program from its start to its outcome, and the exit status."""
        program = Program(self.bed, self.evidence)
        answers = {"address": AT_SETUP, "user": self.scene["user"], "password": self.scene["password"]}
        try:
            outcome = drive(program, answers, choices, on_screen)
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


def pins(bed):
    """The PINs that were in use: what the router was given, by its own log of commands."""
    found = (re.match(r"WPS_PIN any (\d+)", command) for command in commands(bed))
    return sorted({match.group(1) for match in found if match})


def scene():
    """The scene's identities and secrets, all of them made up, from the lab's own file: the strings of its sections
    `printer` (mac, uuid, serial, model, host, name) and `router` (user, password, ssid, passphrase).

    Python has a reader for TOML from 3.11 only; strings in sections are all that is needed here.
    """
    path = f"{HERE}/../lab/scenes/{SCENE}.toml"
    if not os.path.exists(path):
        raise Missing(f"the lab has no scene {SCENE}")
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
BY_ADDRESS = {"find": "type.?address"}
# A card of the list: waited for until there is one.
BY_CARD = {"find": "printer"}


def setup_chain(evidence):
    """Printer found by its address on the setup network, PIN read, handed over by JSON-RPC, M1 to M8, joined."""
    with World(evidence) as world:
        world.wants_joined(*world.go(BY_ADDRESS))


def cable_chain(evidence):
    """The same; the printer is found by mDNS on its cable."""
    with World(evidence, cable=True) as world:
        world.wants_joined(*world.go(BY_CARD))


def wrong_pin(evidence):
    """The printer's EWS tells another PIN than the printer uses: failed, wrong PIN; then tried again to the end."""
    with World(evidence) as world:
        told = []

        def on_screen(screen):
            if screen["id"] == "failed" and not told:
                told.append(json.dumps(screen, ensure_ascii=False))
        world.bed.ask("mistake", other_pin("12345670"))
        outcome, status = world.go(BY_ADDRESS, on_screen)
        evidence.want(told, "a screen says failed")
        evidence.want("PIN" in told[0], "and names the PIN as the reason")
        for who in ("ap", "printer"):
            evidence.want(world.bed.wait(who, "WPS-FAIL .*config_error=18", 1), f"{who}: config error 18")
        world.wants_joined(outcome, status)


if __name__ == "__main__":
    sys.exit(__doc__)
