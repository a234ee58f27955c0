#!/usr/bin/env python3
"""Tier `peers`: the scenarios against real programs, one bed each.

  chain.py [NAME...]      all when none is named; a transcript of each in target/peers/NAME.txt

The last line is the sum; exit status 1 if one failed.
"""
import sys
import time
import traceback

import program
import scenes
from bed import Missing
from evidence import Evidence, NotHeld

SCENARIOS = {
    "bed": scenes.bed_itself,
    "bed_cable": scenes.bed_cable,
    "bed_wrong_pin": scenes.bed_wrong_pin,
    "wrapper": scenes.wrapper,
    "setup_chain": program.setup_chain,
    "cable_chain": program.cable_chain,
    "wrong_pin": program.wrong_pin,
}


def run(name):
    """ "passed", "failed" or "skipped"; one line says why."""
    evidence, begun = Evidence(name), time.time()
    try:
        SCENARIOS[name](evidence)
        result, line = "passed", f"ok {name}"
    except Missing as why:
        result, line = "skipped", f"skipped {name}: {why}"
    except NotHeld as what:
        result, line = "failed", f"FAILED {name}: {what}"
    except Exception:                                   # a fault of the test's own mustn't hide the others
        evidence.say("test", traceback.format_exc())
        result, line = "failed", f"FAILED {name}: {traceback.format_exc(limit=-1).splitlines()[-1]}"
    evidence.write()
    print(f"{line} ({time.time() - begun:.1f} s)", flush=True)
    return result


def main(names):
    unknown = [name for name in names if name not in SCENARIOS]
    if unknown:
        sys.exit(f"no such scenario: {', '.join(unknown)}")
    results = [run(name) for name in names or SCENARIOS]
    print(", ".join(f"{results.count(word)} {word}" for word in ("passed", "failed", "skipped")), flush=True)
    return 1 if "failed" in results else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
