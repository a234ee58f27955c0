"""Runs a tier's scenarios, each in a process of its own, and sums up.

Scenarios that wait out a two-minute clock run side by side, the others in one or more lanes meanwhile. A transcript of each
lies in target/peers, and how long each took in target/peers/TIER.log. The last line printed is the sum.
"""
import os
import queue
import subprocess
import sys
import threading
import time
import traceback

from bed import Missing
from evidence import TARGET, Evidence, NotHeld


class Tier:
    """`scenarios` and `slow`, those with a long clock: name -> function of an Evidence."""

    def __init__(self, name, scenarios, slow, lanes=1):
        self.name, self.slow, self.all, self.lanes = name, slow, {**scenarios, **slow}, lanes

    def main(self, words, default=None):
        """The exit status: 1 if a scenario failed. `default` are those that run when none is named."""
        if words[:1] == ["--one"]:
            return self.one(words[1])
        unknown = [name for name in words if name not in self.all]
        if unknown:
            sys.exit(f"no such scenario: {', '.join(unknown)}; there are {', '.join(self.all)}")
        names, begun = words or list(default or self.all), time.time()
        quick = [name for name in names if name not in self.slow]
        lanes = [[name] for name in names if name in self.slow] + [quick[n::self.lanes] for n in range(self.lanes)]
        ended, results = queue.Queue(), []
        for lane in lanes:
            threading.Thread(target=self.run, args=(lane, ended), daemon=True).start()
        os.makedirs(f"{TARGET}/peers", exist_ok=True)
        with open(f"{TARGET}/peers/{self.name}.log", "w", encoding="utf-8") as log:
            for _ in names:
                result, said = ended.get()
                results.append(result)
                print(said, flush=True)
                print(said, file=log, flush=True)
            print(f"all {time.time() - begun:.1f} s", file=log)
        print(", ".join(f"{results.count(word)} {word}" for word in ("passed", "failed", "skipped")), flush=True)
        return 1 if "failed" in results else 0

    def run(self, lane, ended):
        for name in lane:
            done = subprocess.run([sys.executable, sys.argv[0], "--one", name], stdin=subprocess.DEVNULL, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace", check=False)
            result = {0: "passed", 77: "skipped"}.get(done.returncode, "failed")
            ended.put((result, done.stdout.strip() or f"FAILED {name}: {done.returncode}"))

    def one(self, name):
        """One scenario in this process; one line says what became of it. Exit status 0, 1, or 77 for skipped."""
        evidence, begun = Evidence(name, self.name), time.time()
        try:
            self.all[name](evidence)
            status, line = 0, f"ok {name}"
        except Missing as why:
            status, line = 77, f"skipped {name}: {why}"
        except NotHeld as what:
            status, line = 1, f"FAILED {name}: {what}"
        except Exception:                               # a fault of the test's own mustn't hide the others
            evidence.say("test", traceback.format_exc())
            status, line = 1, f"FAILED {name}: {traceback.format_exc(limit=-1).splitlines()[-1]}"
        evidence.write()
        figures = "".join(f"; {figure}" for figure in evidence.figures)
        print(f"{line} ({time.time() - begun:.1f} s{figures})", flush=True)
        return status
