#!/usr/bin/env python3
"""A home network in a box: a real hostapd (router), a real wpa_supplicant (printer), a real avahi beside them, in network
namespaces of their own. No radio hardware, no root where user namespaces are allowed; nothing leaves the rooms.

  bed.py [--air] [--cable] PROGRAM ARG...     PROGRAM in the phone's room of a fresh bed; INKJOIN_BED_SOCK is its control
                                              socket. --air: the printer's Wi-Fi is simulated radio, not a cable
  bed.py --sock SOCK WORD...                  ask a running bed, e.g. `ctl printer "WPS_PIN get"`; serve.py lists the words

From Python: `with Bed("air", cable=True) as bed: ...`.
"""
import itertools
import json
import os
import select
import shutil
import socket
import subprocess
import sys
import tempfile

import kernel
import rooms
from fetch import CACHE

HERE = os.path.dirname(os.path.abspath(__file__))


class Missing(Exception):
    """The bed can't run here; a test that gets this is skipped, with the text."""


class Bed:
    """A running bed, "wired" or "air"; leaving it ends everything that was started in it."""

    def __init__(self, kind="wired", cable=False, mac="02:00:00:00:01:00", options=()):
        if kind == "air" and not os.access(kernel.path(), os.X_OK):
            raise Missing("no kernel with simulated radios in the cache: run kernel.py")
        if not os.path.exists(f"{CACHE}/tree.from"):
            raise Missing("no hostapd and wpa_supplicant in the cache: run fetch.py")
        self.dir = tempfile.mkdtemp(prefix="bed-")
        self.sock, self.started, self.files = f"{self.dir}/sock", [], []
        config = {"dir": self.dir, "kind": kind, "cable": cable, "mac": mac, "options": list(options)}
        with open(f"{self.dir}/serve.log", "wb") as log:
            self.server = subprocess.Popen([sys.executable, f"{HERE}/serve.py", json.dumps(config)], stdin=subprocess.PIPE,
                                           stdout=subprocess.PIPE, stderr=log, preexec_fn=rooms.die_with_parent)
        ready, _, _ = select.select([self.server.stdout], [], [], 60)
        line = self.server.stdout.readline() if ready else b""
        if not line:
            with open(f"{self.dir}/serve.log", encoding="utf-8", errors="replace") as log:
                why = log.read()[-1500:]
            self.end()
            raise Missing("the bed did not come up: " + why)
        self.rooms = json.loads(line)["rooms"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        for process in reversed(self.started):
            stop(process)
        self.server.stdin.close()
        try:
            self.server.wait(5)
        except subprocess.TimeoutExpired:
            stop(self.server)
        for file in self.files:
            file.close()
        shutil.rmtree(self.dir, ignore_errors=True)

    def ask(self, *words):
        return ask(self.sock, *words)

    def ctl(self, who, command):
        return self.ask("ctl", who, command)

    def wait(self, who, pattern, secs=30, since=0):
        """(seconds, event) of the first event that matches, or None."""
        said = self.ask("wait", who, pattern, str(secs), str(since))
        return None if said == "TIMEOUT" else (float(said.split(" ", 1)[0]), said.split(" ", 1)[1])

    def events(self, who):
        return [(float(at), text) for at, text in (line.split(" ", 1) for line in self.ask("events", who).splitlines())]

    def state(self):
        return json.loads(self.ask("state"))

    def inside(self, room, *command):
        """The argument list that runs a program of the host in that room."""
        user = [] if os.geteuid() == 0 else ["-U", "--preserve-credentials"]
        return ["nsenter", *user, "-n", "-t", str(self.rooms[room]), "--", *command]

    def spawn(self, room, *command, **options):
        """A program in that room; it is ended with the bed."""
        process = subprocess.Popen(self.inside(room, *command), preexec_fn=rooms.die_with_parent,
                                   **{"stdin": subprocess.DEVNULL, **options})
        self.started.append(process)
        self.files += [f for f in (process.stdin, process.stdout, process.stderr) if f]
        return process


def stop(process):
    """Asked first, so that it can end its own children; two seconds later it is killed."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def ask(sock, *words):
    with socket.socket(socket.AF_UNIX) as s:
        s.connect(sock)
        s.sendall("\t".join(words).encode() + b"\n")
        return b"".join(iter(lambda: s.recv(65536), b"")).decode().rstrip("\n")


def main(words):
    if words[:1] == ["--sock"] and len(words) > 2:
        print(ask(*words[1:]))
        return 0
    program = list(itertools.dropwhile(lambda word: word in ("--air", "--cable"), words))
    flags = words[:len(words) - len(program)]
    if not program or program[0].startswith("-"):
        sys.exit(__doc__)
    with Bed("air" if "--air" in flags else "wired", cable="--cable" in flags) as bed:
        return subprocess.run(bed.inside("phone", *program), env={**os.environ, "INKJOIN_BED_SOCK": bed.sock}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
