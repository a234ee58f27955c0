#!/usr/bin/env python3
"""Bench `join`: from the printer being asked for its PIN to the proof that it joined, by the program and by a script.

  bench_join.py [RUNS]            rows for `cargo xtask bench`, one line of JSON each

On the beds of the tiers `peers` (a cable) and, where its kernel is in the cache, `radio` (simulated air): a fresh bed for each
run; the printer is also on a cable. All have signed in at the router before. Each ends where it is sure: the program with its
proof, the script when somebody answers at the printer's Wi-Fi address, which it is told beforehand or asks for by mDNS. The clock starts when the printer's daemon is started by the question.
"""
import json
import os
import select
import shutil
import sys
import time

import bench

# Read by what is imported next. Traces of a bench are nobody's evidence.
os.environ |= {"INKJOIN_PROGRAM": bench.PROGRAM, "INKJOIN_LAB": bench.LAB,
               "INKJOIN_TARGET": os.path.normpath(f"{bench.HERE}/../../target/bench")}

import kernel
from bed import Missing
from evidence import TARGET, Evidence, NotHeld
from house import CABLE, ROUTER, WIFI
from program import BY_CARD, SCENE, World, scene

LIMIT = 60


def started(bed):
    """The wall clock of the printer's start, which is when its web server was asked for the PIN."""
    return bed.state()["since"] + bed.wait("printer", "CTRL-EVENT-NETWORK-ADDED", 1)[0]


def ours(kind):
    evidence = Evidence("bench", "bench")
    with World(evidence, kind, cable=True) as world:
        outcome, _ = world.go(BY_CARD)
        evidence.want(outcome.get("kind") == "joined", "the program says joined")
        shown = next(at for at, who, text in evidence.lines if who == "screen" and text.startswith("joined"))
        return times(world.bed, shown)


def script(kind, **where):
    """`where`: the address that it is told, or the host name that it asks for."""
    with World(Evidence("bench", "bench"), kind, cable=True) as world:
        known = {"router": ROUTER, "ews": CABLE, **where, "user": world.scene["user"],
                 "password": world.scene["password"]}
        process = world.bed.spawn("phone", sys.executable, f"{bench.HERE}/bench_join_script.py", json.dumps(known),
                                  stdin=-1, stdout=-1)
        for line in (b"signed in\n", b"answered\n"):
            ready, _, _ = select.select([process.stdout], [], [], LIMIT)
            if not ready or process.stdout.readline() != line:
                raise NotHeld(f"the script says {line}")
            shown = time.time()
            if line == b"signed in\n":
                process.stdin.write(b"\n")
                process.stdin.flush()
        return times(world.bed, shown)


def times(bed, shown):
    """Seconds to the proof from the printer's start, and from the join by the bed's own clock."""
    state = bed.state()
    return shown - started(bed), shown - state["since"] - state["joined"]


def told(kind):
    return script(kind, home=WIFI)


def finds(kind):
    return script(kind, host=scene(SCENE)["printer"]["host"])


def compare(kind, place, runs):
    sides = {ours: "", told: "script that is told the address", finds: "script that finds the address"}
    taken = {side: [] for side in sides}
    for n in range(runs):
        for side in list(sides)[n % 3:] + list(sides)[:n % 3]:
            taken[side].append([round(second, 3) for second in side(kind)])
    for what, column in (("PIN asked to proof", 0), ("joined to proof", 1)):
        mine, *others = ([seconds[column] for seconds in taken[side]] for side in sides)
        for side, theirs in zip((told, finds), others):
            target = 1.1 if column == 0 else None
            bench.row("join", f"{what}, {place}", "s", mine, sides[side], theirs, target)


def main(runs=8):
    import fetch
    status = 0
    try:
        fetch.main()
    except SystemExit as why:
        bench.missing("join", "hostapd and wpa_supplicant", str(why))
        return 1
    for kind, place in (("wired", "cable"), ("air", "radio")):
        if kind == "air" and not os.access(kernel.path(), os.X_OK):
            bench.missing("join", "bed with a radio", "no kernel in the cache; tests/peers/kernel.py builds it")
            continue
        try:
            compare(kind, place, runs)
        except (Missing, NotHeld) as why:
            bench.missing("join", place, str(why))
            status = 1
    shutil.rmtree(f"{TARGET}/traces", ignore_errors=True)
    return status


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
