#!/usr/bin/env python3
"""Bench `hand-over`: a PIN given to an OpenWrt router by our adapter, and by a script with curl.

  bench_hand_over.py [RUNS]       rows for `cargo xtask bench`, one line of JSON each

The router is inkjoin-lab's, on the loopback of a room of its own, and counts the requests itself. Both sides sign in and
hand over. The app does the first before the PIN is asked for; the script starts when it has the PIN.
"""
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time

from bench import EXAMPLES, LAB, missing, row

HERE = os.path.dirname(os.path.abspath(__file__))
SCENE, PIN, LIMIT = "laserjet-pin", "02345673", 30


class Lab:
    """A scene, and its counts."""

    def __init__(self):
        self.process = subprocess.Popen([LAB, "serve", SCENE, "--json", "--no-announce"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.info = json.loads(self.process.stdout.readline())
        host, port = self.info["control"].rsplit(":", 1)
        self.control = socket.create_connection((host, int(port)), LIMIT).makefile("rw")

    def ask(self, **what):
        self.control.write(json.dumps(what) + "\n")
        self.control.flush()
        return json.loads(self.control.readline())

    def requests(self):
        """How many the router has had, and how many connections."""
        state = self.ask(do="state")
        had = sum(count for kind, count in state["requests"].items() if kind.startswith("router."))
        return had, state["connections"]["router"]

    def end(self):
        self.process.stdin.close()
        self.process.wait(10)


def router(info):
    """Where its HTTP is, its user and password, from the scene."""
    with open(f"{HERE}/../lab/scenes/{SCENE}.toml", encoding="utf-8") as f:
        section = f.read().split("[router]")[1].split("[[")[0]
    user, password = (re.search(rf'^{key} = "(.*)"', section, re.M).group(1) for key in ("user", "password"))
    return info["router"]["http"], user, password


def ours(at, user, env, lab):
    """Milliseconds and requests of signing in and of handing over, each."""
    process = subprocess.Popen([f"{EXAMPLES}/bench_router", at, "hostapd.phy0-ap0", user, PIN], env=env, text=True,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    steps, before = [], lab.requests()
    for _ in range(2):
        process.stdin.write("\n")
        process.stdin.flush()
        took, after = float(process.stdout.readline()), lab.requests()
        steps.append((took, after[0] - before[0], after[1] - before[1]))
        before = after
    process.communicate(timeout=LIMIT)
    return steps


def theirs(at, user, env, lab):
    """The same of the script, and its milliseconds in all, from its start to its end."""
    before, begun = lab.requests(), time.monotonic()
    done = subprocess.run([f"{HERE}/bench_hand_over.sh", f"http://{at}", user, PIN], env=env, stdout=subprocess.PIPE,
                          text=True, check=True, timeout=LIMIT)
    whole, after = (time.monotonic() - begun) * 1000, lab.requests()
    wire = [float(line) * 1000 for line in done.stdout.split()]
    return sum(wire), after[0] - before[0], after[1] - before[1], whole


def inside(runs):
    lab = Lab()
    at, user, password = router(lab.info)
    env = {**os.environ, "INKJOIN_BENCH_PASSWORD": password}
    pairs = []
    for n in range(runs + 1):
        if n % 2:
            pair = ours(at, user, env, lab), theirs(at, user, env, lab)
        else:
            pair = tuple(reversed((theirs(at, user, env, lab), ours(at, user, env, lab))))
        if n:                                           # the first warms up
            pairs.append(pair)
    lab.end()
    curl = [script for _, script in pairs]
    sent = [hand for (_, hand), _ in pairs]
    both = [tuple(map(sum, zip(*steps))) for steps, _ in pairs]
    for what, mine in (("PIN known", sent), ("sign-in and PIN", both)):
        row("hand-over", f"requests, {what}", "", [took[1] for took in mine], "curl script", [took[1] for took in curl], 1.0)
        row("hand-over", f"connections, {what}", "", [took[2] for took in mine], "curl script", [took[2] for took in curl])
        row("hand-over", f"time, {what}", "ms", [took[0] for took in mine], "curl script, curl's clock", [took[0] for took in curl])
        row("hand-over", f"time, {what}", "ms", [took[0] for took in mine], "curl script, start to end", [took[3] for took in curl])
    return 0


def main(runs=30):
    if not shutil.which("curl"):
        missing("hand-over", "curl script", "no curl on this machine")
        return 1
    room = [LAB, "room", "--", sys.executable, __file__, "--inside", str(runs)]
    done = subprocess.run(room, check=False, timeout=runs * 10 + 30)
    if done.returncode == 77:
        missing("hand-over", "the lab's router", "no network namespaces here")
    return done.returncode


if __name__ == "__main__":
    sys.exit(inside(int(sys.argv[2])) if sys.argv[1:2] == ["--inside"] else main(*map(int, sys.argv[1:2])))
