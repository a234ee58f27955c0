#!/usr/bin/env python3
"""Bench `discovery`: from a program's start to its first and its last resolved printer, on one cable with real avahis.

  bench_discovery.py [ROUNDS]     rows for `cargo xtask bench`, one line of JSON each

Resolved means: address or host, port and TXT record. A run counts only if it found all printers. Each program's output is a
terminal, so that none keeps its lines back, and a line's time is when it is read. Two runs are `GAP` apart: a responder
repeats a multicast answer once per second at most (RFC 6762, 6), so closer runs would measure that second.

avahi-browse and ippfind ask an avahi that runs beside them. It is a fresh one for each run, up for `GAP`, that nobody has asked
anything; "asked before" is the same one asked a second time, `GAP` later, as on a desktop where something always browses.
"""
import json
import os
import pty
import random
import select
import subprocess
import sys
import time

from bench import EXAMPLES, PROGRAM, missing, row

HERE = os.path.dirname(os.path.abspath(__file__))
GAP, LIMIT = 2.5, 10
POPULATIONS = (1, 30)
# In each round, so that the two that are compared most closely have the most runs.
OFTEN = 3
OURS, BARE, FIVE = "find", "mdns-sd", "mdns-sd-five"
# What the search asks for beside _ipp._tcp.
OTHERS = [f"{kind}._tcp.local." for kind in ("_ipps", "_uscan", "_http", "_pdl-datastream")]
AVAHI = {"avahi-browse": ["avahi-browse", "-rpt", "_ipp._tcp"], "ippfind": ["ippfind"]}
LISTED = {
    OURS: "`inkjoin find`'s search",
    "program": "`inkjoin find`",
    "wizard": "`inkjoin --json`, its list",
    BARE: "mdns-sd, bare",
    FIVE: "mdns-sd, bare, the same five types",
    "zeroconf": "python-zeroconf",
    "avahi-browse": "avahi-browse -rpt",
    "ippfind": "ippfind",
}


class Run:
    """One program, from its start until it has told of `count` printers, or ends, or is ended."""

    def __init__(self, name, command, count, env=None):
        self.name, self.count, self.found, self.times, self.ready, self.ended = name, count, set(), [], 0.0, None
        far, near = pty.openpty()
        begun = time.monotonic()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=near, stderr=subprocess.DEVNULL, env=env)
        os.close(near)
        buffer = b""
        while (left := begun + LIMIT - time.monotonic()) > 0 and select.select([far], [], [], left)[0]:
            try:
                said = os.read(far, 65536)
            except OSError:                             # how Linux says that the other side of a terminal is gone
                said = b""
            at = time.monotonic() - begun
            if not said:
                self.ended = at
                break
            *lines, buffer = (buffer + said).split(b"\n")
            for line in lines:
                self.take(line.decode(errors="replace").strip(), at)
            if len(self.found) >= count and name not in AVAHI:
                break
        os.close(far)
        self.end()

    def take(self, line, at):
        for key in self.keys(line, at):
            if key not in self.found:
                self.found.add(key)
                self.times.append(at)

    def keys(self, line, at):
        if self.name == "wizard":
            return self.on_screen(json.loads(line)) if line.startswith("{") else []
        if line == "ready":
            self.ready = at
            return []
        if self.name == "avahi-browse":
            fields = line.split(";")
            return [fields[3]] if fields[0] == "=" and '"UUID=' in line else []
        return [line] if line and not line.startswith('{"found"') else []

    def on_screen(self, said):
        screen = said.get("screen") or {"id": "", "choices": []}
        if screen["id"] == "start":
            choice = json.dumps({"choice": "begin", "answers": {}, "revision": screen["revision"]})
            self.process.stdin.write(choice.encode() + b"\n")
            self.process.stdin.flush()
        return [choice["id"] for choice in screen["choices"] if choice["id"].startswith("printer:")]

    def end(self):
        self.process.stdin.close()
        self.process.terminate()
        try:
            self.process.wait(2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def sample(self):
        return {"name": self.name, "found": len(self.found), "first": self.times[0] if self.times else None,
                "all": self.times[-1] if self.times else None, "ready": self.ready, "ended": self.ended}


def direct(name, count):
    """A program that asks the network itself."""
    env = None
    command = {OURS: [f"{EXAMPLES}/bench_find", str(count)], BARE: [f"{EXAMPLES}/bench_mdns_bare", str(count)],
               FIVE: [f"{EXAMPLES}/bench_mdns_bare", str(count), *OTHERS],
               "program": [PROGRAM, "find", "--json"], "wizard": [PROGRAM, "--json"]}.get(name)
    if name == "zeroconf":
        command, env = python(f"{HERE}/bench_zeroconf.py", str(count))
    return Run(name, command, count, env).sample()


def python(*words):
    """Debian's Python, unpacked beside its module zeroconf."""
    from fetch import CACHE, loader
    tree = f"{CACHE}/zeroconf"
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    env |= {"PYTHONHOME": f"{tree}/usr", "PYTHONNOUSERSITE": "1"}
    return [*loader(tree), f"{tree}/usr/bin/python3", *words], env


def beside_avahi(name, count):
    """In a process of its own: an avahi of this run, and the program twice in front of it."""
    import avahi
    avahi.private_mounts()
    avahi.daemon("phone", "ph", bus=True)
    there = f"{avahi.TREE}/run/avahi-daemon/socket"
    avahi.appears("avahi's socket", lambda: os.path.exists(there))
    env = {**avahi.environment(), "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={avahi.TREE}/run/bus",
           "PATH": f"{avahi.TREE}/clients:{os.environ.get('PATH', '')}"}
    for when in ("", ", asked before"):
        time.sleep(GAP)
        sample = Run(name, AVAHI[name], count, env).sample()
        print(json.dumps({**sample, "name": name + when}), flush=True)


def inside(rounds, names):
    """At the phone's place: all programs in turn, in another order each round; a line of JSON per run."""
    count = int(os.environ["INKJOIN_PRINTERS"])
    for _ in range(rounds):
        turns = names + [name for name in (OURS, BARE, FIVE) for _ in range(OFTEN - 1)]
        random.shuffle(turns)
        for name in turns:
            time.sleep(GAP)
            if name in AVAHI:
                subprocess.run([sys.executable, __file__, "--avahi", name, str(count)], check=False, timeout=60)
            else:
                print(json.dumps(direct(name, count)), flush=True)


def rows(count, samples):
    def times(name, what):
        counted = [run for run in samples if run["name"] == name and run["found"] == count and run[what] is not None]
        return [run[what] for run in counted], sum(run["name"] == name for run in samples) - len(counted)

    for what in ("first", "all") if count > 1 else ("first",):
        measure = f"{what} of {count}"
        ours, lost = times(OURS, what)
        peers = [(BARE, 1.1), (FIVE, None), ("zeroconf", None), ("avahi-browse", None), ("avahi-browse, asked before", None), ("ippfind", 0.1),
                 ("ippfind, asked before", None)]
        for peer, target in peers:
            theirs, theirs_lost = times(peer, what)
            title = LISTED.get(peer) or LISTED[peer.split(",")[0]] + ", asked before"
            if theirs or theirs_lost:
                row("discovery", measure, "ms", ms(ours), title, ms(theirs), target, dropped(lost, theirs_lost))
        loaded = [run[what] - run["ready"] for run in samples if run["name"] == "zeroconf" and run["found"] == count]
        if loaded:
            row("discovery", measure, "ms", ms(ours), "python-zeroconf, once loaded", ms(loaded))
        wizard, lost = times("wizard", what)
        row("discovery", f"{measure}, in the wizard", "ms", ms(wizard), LISTED[BARE], ms(times(BARE, what)[0]),
            note=dropped(lost, times(BARE, what)[1]))
    mine, lost = times("program", "all")
    for peer in AVAHI:
        theirs, theirs_lost = times(peer, "ended")
        row("discovery", f"until `inkjoin find` has told {count}", "ms", ms(mine), f"{LISTED[peer]}, to its end", ms(theirs),
            note=dropped(lost, theirs_lost))


def dropped(ours, theirs):
    sides = [f"{number} of {whose} found fewer" for number, whose in ((ours, "ours"), (theirs, "theirs")) if number]
    return "runs left out: " + ", ".join(sides) if sides else None


def ms(seconds):
    return [round(second * 1000, 1) for second in seconds]


def main(rounds=4):
    import fetch
    names = [OURS, "program", "wizard", BARE, FIVE, "zeroconf", "avahi-browse", "ippfind"]
    try:
        fetch.main()
    except SystemExit as why:
        missing("discovery", "the printers' avahi, avahi-browse and ippfind", str(why))
        return 1
    try:
        fetch.tree("zeroconf", ["python3-zeroconf"])
    except SystemExit as why:
        names.remove("zeroconf")
        missing("discovery", LISTED["zeroconf"], str(why))
    for count in POPULATIONS:
        command = [sys.executable, f"{HERE}/mdns.py", "-n", str(count), "--", sys.executable, __file__, "--inside",
                   str(rounds), ",".join(names)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, timeout=rounds * 120 + 60)
        samples = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        if done.returncode or not samples:
            missing("discovery", f"a bed of {count} printers", f"it ended with {done.returncode}")
            return 1
        rows(count, samples)
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--avahi"]:
        beside_avahi(sys.argv[2], int(sys.argv[3]))
    elif sys.argv[1:2] == ["--inside"]:
        inside(int(sys.argv[2]), sys.argv[3].split(","))
    else:
        sys.exit(main(*map(int, sys.argv[1:2])))
