"""What a scenario leaves behind: a transcript for people, and traces with canaries for the scan for secrets."""
import json
import os
import re
import shutil
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.normpath(os.environ.get("INKJOIN_TARGET") or f"{HERE}/../../target")


class NotHeld(AssertionError):
    """Something that the scenario wants didn't hold."""


class Evidence:
    """Lines with their wall clock, from whoever spoke; written in order of time, as seconds since the scenario began."""

    def __init__(self, name):
        self.name, self.born, self.lines, self.canaries = name, time.time(), [], []
        self.traces = f"{TARGET}/traces/peers-{name}"
        shutil.rmtree(self.traces, ignore_errors=True)

    def say(self, who, text, at=None):
        self.lines.append((at or time.time(), who, text))

    def want(self, held, what):
        self.say("test", ("held: " if held else "NOT HELD: ") + what)
        if not held:
            raise NotHeld(what)

    def take_events(self, bed):
        """The daemons' events and the WSC messages of the router's log, with their own times."""
        since = bed.state()["since"]
        for who in ("ap", "printer", "bed"):
            for at, text in bed.events(who):
                self.say(who, text, since + at)
        for at, message in wsc_messages(bed):
            self.say("ap", message, at)

    def write(self):
        os.makedirs(f"{TARGET}/peers", exist_ok=True)
        with open(f"{TARGET}/peers/{self.name}.txt", "w", encoding="utf-8") as f:
            for at, who, text in sorted(self.lines, key=lambda line: line[0]):
                f.write(f"{at - self.born:8.3f} {who:8} {text}\n")

    def canary(self, kind, value):
        """A value that the scan looks for in all traces."""
        if value and {"kind": kind, "value": value} not in self.canaries:
            self.canaries.append({"kind": kind, "value": value})

    def trace(self, name, text):
        """`name` is channel and program: stdout.inkjoin"""
        os.makedirs(self.traces, exist_ok=True)
        with open(f"{self.traces}/{name}", "wb") as f:
            f.write(text if isinstance(text, bytes) else text.encode())
        with open(f"{self.traces}/canaries.json", "w", encoding="utf-8") as f:
            json.dump(self.canaries, f)


def wsc_messages(bed):
    """[(wall clock, "WPS: Received M1"), …] of the router's own log."""
    found = re.findall(r"^(\d+\.\d+): (WPS: (?:Received|Building Message) M\d+D?)$", bed.ask("log", "ap"), re.M)
    return [(float(at), message) for at, message in found]


def commands(bed):
    """What the router's hostapd was told, by its own log: ["WPS_PIN any 12345670 120", …]."""
    found = []
    for dump in re.findall(r"RX ctrl_iface - hexdump_ascii\(len=\d+\):\n((?: {5}.*\n)+)", bed.ask("log", "ap") + "\n"):
        # 16 bytes a line in hex, each followed by a blank; what comes after 48 columns is the same as text.
        digits = "".join(line[5:5 + 48] for line in dump.splitlines())
        found.append(bytes.fromhex(digits).decode(errors="replace"))
    return found
