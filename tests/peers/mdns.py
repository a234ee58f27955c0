#!/usr/bin/env python3
"""Printers that really announce themselves: each a network namespace with an avahi of its own, all on one cable with the phone.

  mdns.py [-n N] [--settle SECS] -- PROGRAM ARG...     PROGRAM at the phone's place, N printers around it (default 1)

In PROGRAM's environment: INKJOIN_PRINTERS=N. The phone is 192.168.77.2 on `ph`, the printers are 192.168.77.10 and up with
host names NPI000001.local and up. Avahi probes and announces for some 3 s after its link came up; PROGRAM starts after
`--settle`. No root where user namespaces are allowed, nothing leaves the namespaces, and all ends with PROGRAM.
"""
import argparse
import os
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import avahi
import rooms
from fetch import CACHE

NET, PHONE = "192.168.77", "ph"
MODELS = ["HP LaserJet Professional P1102w", "HP LaserJet MFP M129-M134", "HP DeskJet 2700 series",
          "HP OfficeJet Pro 9020 series", "HP ENVY 4520 series"]
MOST = 200


class Population:
    """Printers on one cable with this process, which has left the host; leaving it ends them."""

    def __init__(self, count, settle=3.5):
        if not os.path.exists(f"{CACHE}/mdns.from"):
            raise SystemExit("no avahi in the cache: run fetch.py")
        rooms.leave_host()
        # The switch is a place of its own, so that the phone sees only its own cable.
        self.switch, self.places = rooms.new_room(), [rooms.new_room() for _ in range(count)]
        lines = ["link add br0 type bridge", "link set br0 up",
                 f"link add phx type veth peer name {PHONE} netns {os.getpid()}", "link set phx master br0",
                 "link set phx up"]
        for n, place in enumerate(self.places, 1):
            lines += [f"link add p{n} type veth peer name prn netns {place.pid}", f"link set p{n} master br0"]
        rooms.ip(lines, self.switch.pid)
        rooms.ip(own(f"{NET}.2", PHONE))
        for n, place in enumerate(self.places, 1):
            rooms.ip(own(f"{NET}.{9 + n}", "prn"), place.pid)
        self.printers = [child(announce, n, place.pid) for n, place in enumerate(self.places, 1)]
        rooms.ip([f"link set p{n} up" for n in range(1, count + 1)], self.switch.pid)
        time.sleep(settle)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for pid in self.printers:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        for place in (self.switch, *self.places):
            place.kill()
            place.wait()


def own(address, dev):
    """A place's own side of its cable."""
    return ["link set lo up", f"address add {address}/24 dev {dev}", f"link set {dev} up",
            f"route add 224.0.0.0/4 dev {dev}"]


def announce(n, room):
    """In a child: the n-th printer, in the room of that process, until it is ended."""
    with open(f"/proc/{room}/ns/net", encoding="ascii") as f:
        if rooms.LIBC.setns(f.fileno(), rooms.NEWNET):
            raise SystemExit("no way into the printer's room")
    model = MODELS[(n - 1) % len(MODELS)]
    avahi.announce(SimpleNamespace(
        name=f"{model} [{n:06X}]", model=model, host=f"NPI{n:06X}", mac=f"02:00:00:00:{n >> 8:02x}:{n & 255:02x}",
        uuid=f"1c852a4d-b800-1f08-abcd-02000000{n:04x}", port=80, dev="prn"))


def child(work, *arguments):
    """`work` in a process of its own, which ends with this one. A signal that it gets goes to what it started."""
    pid = os.fork()
    if pid == 0:
        try:
            rooms.die_with_parent()
            work(*arguments)
        finally:
            os._exit(1)
    return pid


def main():
    top = argparse.ArgumentParser(usage=__doc__)
    top.add_argument("-n", type=int, default=1, choices=range(1, MOST + 1), metavar="N")
    top.add_argument("--settle", type=float, default=3.5)
    top.add_argument("program", nargs="+")
    o = top.parse_args()
    with Population(o.n, o.settle):
        return subprocess.run(o.program, env={**os.environ, "INKJOIN_PRINTERS": str(o.n)}, check=False,
                              preexec_fn=rooms.die_with_parent).returncode


if __name__ == "__main__":
    sys.exit(main())
