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

    def __init__(self, name, tier="peers"):
        self.name = name if tier == "peers" else f"{tier}-{name}"
        self.born, self.lines, self.figures, self.canaries = time.time(), [], [], []
        self.traces = f"{TARGET}/traces/{tier}-{name}"
        shutil.rmtree(self.traces, ignore_errors=True)

    def say(self, who, text, at=None):
        self.lines.append((at or time.time(), who, text))

    def want(self, held, what):
        self.say("test", ("held: " if held else "NOT HELD: ") + what)
        if not held:
            raise NotHeld(what)

    def figure(self, what, seconds):
        """A time that is worth a line in the tier's log."""
        self.figures.append(f"{what} {seconds:.2f} s")
        self.say("figure", self.figures[-1])

    def want_order(self, bed, who, *patterns):
        """Events that match, in this order; others may come between."""
        said, at = [text for _, text in bed.events(who)], 0
        for pattern in patterns:
            at = next((n + 1 for n, text in enumerate(said) if n >= at and re.search(pattern, text)), 0)
            self.want(at, f"{who}, in this order: {pattern}")

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
    return [command for _, command in commands_at(bed)]


def commands_at(bed):
    """The same with the wall clock."""
    found = []
    for at, dump in re.findall(r"^(\d+\.\d+): RX ctrl_iface - hexdump_ascii\(len=\d+\):\n((?: {5}.*\n)+)",
                               bed.ask("log", "ap") + "\n", re.M):
        # 16 bytes a line in hex, each followed by a blank; what comes after 48 columns is the same as text.
        digits = "".join(line[5:5 + 48] for line in dump.splitlines())
        found.append((float(at), bytes.fromhex(digits).decode(errors="replace")))
    return found
