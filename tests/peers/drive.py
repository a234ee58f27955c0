"""A person in front of `inkjoin --json`: reads the screens, answers them, keeps what was said."""
import json
import os
import queue
import re
import subprocess
import threading
import time

from evidence import HERE, NotHeld

PROGRAM = os.environ.get("INKJOIN_PROGRAM") or os.path.normpath(f"{HERE}/../../target/debug/inkjoin")

ENOUGH = object()


class Program:
    """The program in the phone's room, its output read as it comes."""

    def __init__(self, bed, evidence, *arguments):
        self.evidence, self.said, self.out, self.err = evidence, queue.Queue(), [], []
        self.state = f"{bed.dir}/state.json"
        # On all interfaces: the phone is at home and in the printer's setup network, which are two.
        self.process = bed.spawn("phone", PROGRAM, "--json", "--state", self.state, *arguments,
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.readers = [threading.Thread(target=self._read, args=pair, daemon=True)
                        for pair in ((self.process.stdout, self.out), (self.process.stderr, self.err))]
        for reader in self.readers:
            reader.start()

    def _read(self, pipe, kept):
        for line in pipe:
            kept.append(line)
            if pipe is self.process.stdout:
                self.said.put((time.time(), line.decode(errors="replace").rstrip("\n")))
            else:
                self.evidence.say("stderr", line.decode(errors="replace").rstrip("\n"))
        if pipe is self.process.stdout:
            self.said.put((time.time(), None))

    def choose(self, screen, choice, answers):
        line = json.dumps({"choice": choice, "answers": answers, "revision": screen["revision"]})
        shown = {key: "…" if key in ("password", "pin") else value for key, value in answers.items()}
        self.evidence.say("person", f"{choice} {json.dumps(shown, ensure_ascii=False) if shown else ''}".rstrip())
        self.tell(line)

    def cancel(self):
        self.evidence.say("person", "cancel")
        self.tell('{"cancel":true}')

    def tell(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def end(self):
        """The exit status; all that was printed or saved becomes traces."""
        try:
            status = self.process.wait(15)
        except subprocess.TimeoutExpired:
            status = None
        for reader in self.readers if status is not None else ():
            reader.join(5)
        self.evidence.trace("stdout.inkjoin", b"".join(self.out))
        self.evidence.trace("stderr.inkjoin", b"".join(self.err))
        if os.path.exists(self.state):
            with open(self.state, "rb") as f:
                self.evidence.trace("state.inkjoin", f.read())
        return status


def drive(program, answers, choices=None, on_screen=None, limit=150):
    """Answers the screens; returns the outcome.

    A screen whose id is in `choices` gets the first of its choices that matches the pattern there, and is waited on until it
    has such a choice; any other gets its primary one, or is waited out. Each revision is answered: a choice on an older one
    is stale, so a repeated answer counts once. `on_screen(screen)` may act on the world; where it says ENOUGH, no outcome
    is waited for.
    """
    seen, answered, end = None, {}, time.time() + limit
    while True:
        try:
            at, line = program.said.get(timeout=max(0.0, end - time.time()))
        except queue.Empty:
            raise NotHeld(f"an outcome within {limit} s; last screen: {seen}") from None
        if line is None:
            raise NotHeld(f"an outcome before the program ended; last screen: {seen}")
        said = json.loads(line)
        if "outcome" in said:
            program.evidence.say("outcome", json.dumps(said["outcome"]), at)
            return said["outcome"]
        if "stale" in said:
            # The list grew while it was answered; the newer screen is on its way and is answered in its turn.
            program.evidence.say("stale", "", at)
            continue
        if "error" in said:
            raise NotHeld(f"no mistake in the protocol: {said['error']}")
        screen = said["screen"]
        seen = screen["id"]
        ids = ", ".join(choice["id"] for choice in screen["choices"])
        program.evidence.say("screen", f"{seen}: {screen['title']} [{ids}]", at)
        if on_screen and on_screen(screen) is ENOUGH:
            return ENOUGH
        pick = picked(screen, (choices or {}).get(seen))
        if pick:
            answered[seen] = answered.get(seen, 0) + 1
            if answered[seen] > 10:
                raise NotHeld(f"a way on from screen {seen}, answered ten times")
            asked = {field["id"]: answers[field["id"]] for field in fields(screen) if field["id"] in answers}
            program.choose(screen, pick, asked)


def fields(screen):
    return [block for block in screen["blocks"] if block.get("kind") == "field"]


def picked(screen, pattern):
    fits = (lambda one: re.search(pattern, one["id"])) if pattern else (lambda one: one["role"] == "primary")
    return next((one["id"] for one in screen["choices"] if fits(one)), None)
