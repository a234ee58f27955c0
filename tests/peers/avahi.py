#!/usr/bin/env python3
"""A real avahi in the room that this runs in.

  avahi.py announce --dev DEV[,DEV] [--name N] [--model M] [--host H] [--uuid U] [--mac M] [--port P]
        an HP printer on those links, until ended; a link without carrier is announced on as soon as it gets one
  avahi.py browse --dev DEV -- PROGRAM ARG...
        PROGRAM (avahi-browse, ippfind) with an avahi in front of it

avahi-daemon wants fixed paths, so it is entered by chroot into the unpacked tree, whose /run and service files are this
process's own (a mount namespace): several can run at once, and the cache stays unchanged.
"""
import argparse
import os
import pty
import signal
import subprocess
import time

import rooms
from fetch import CACHE, read, write

TREE = f"{CACHE}/mdns"
HERE = os.path.dirname(os.path.abspath(__file__))


def private_mounts():
    rooms.unshare(rooms.NEWNS)
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)
    for folder in ("run", "tmp", "proc", "etc/avahi/services"):
        subprocess.run(["mount", "-t", "tmpfs", "none", f"{TREE}/{folder}"], check=True)
    subprocess.run(["mount", "--rbind", "/dev", f"{TREE}/dev"], check=True)
    os.makedirs(f"{TREE}/run/avahi-daemon")


def environment():
    return {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/run/bus"}


def daemon(host, devices, bus):
    write(f"{TREE}/run/avahi.conf", f"[server]\nhost-name={host}\nuse-ipv6=no\nallow-interfaces={devices}\n"
          f"enable-dbus={'yes' if bus else 'no'}\nratelimit-burst=100000\n[wide-area]\nenable-wide-area=no\n")
    if bus:
        write(f"{TREE}/run/bus.conf", '<busconfig><listen>unix:path=/run/bus</listen><auth>EXTERNAL</auth>'
              '<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>'
              '<allow own="*"/></policy></busconfig>')
        subprocess.Popen(["chroot", TREE, "dbus-daemon", "--config-file=/run/bus.conf", "--nofork", "--nopidfile"],
                         preexec_fn=rooms.die_with_parent, stderr=subprocess.DEVNULL)
        appears("the bus", lambda: os.path.exists(f"{TREE}/run/bus"))
    with open(f"{TREE}/run/avahi.log", "wb") as log:
        return subprocess.Popen(["chroot", TREE, "avahi-daemon", "--no-drop-root", "--no-chroot", "--no-rlimits",
                                 "--no-proc-title", "-f", "/run/avahi.conf"], env=environment(), stdout=log,
                                stderr=subprocess.STDOUT, preexec_fn=rooms.die_with_parent)


def appears(what, there):
    end = time.time() + 10
    while not there():
        if time.time() > end:
            raise SystemExit(f"{what} does not appear: {read(f'{TREE}/run/avahi.log')[-500:]}")
        time.sleep(0.005)


def announce(o):
    private_mounts()
    text = read(f"{HERE}/hp.service")
    for key, value in (("NAME", o.name), ("MODEL", o.model), ("SHORT", o.model.replace("HP ", "", 1)), ("HOST", o.host),
                       ("MAC", o.mac), ("UUID", o.uuid), ("PORT", str(o.port))):
        text = text.replace(f"@{key}@", value)
    write(f"{TREE}/etc/avahi/services/hp.service", text)
    process = daemon(o.host, o.dev, bus=False)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: process.terminate())      # avahi says goodbye
    return process.wait()


def browse(o):
    private_mounts()
    daemon("phone", o.dev, bus=True)
    # Its own socket is there before it is on the bus, where its clients look for it once only.
    appears("avahi", lambda: "multicast group" in read(f"{TREE}/run/avahi.log"))
    env = {**environment(), "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={TREE}/run/bus",
           "PATH": f"{TREE}/clients:{os.environ.get('PATH', '')}"}
    # avahi-browse keeps back what it prints into a pipe, so it gets a terminal.
    far, near = pty.openpty()
    process = subprocess.Popen(o.program, env=env, stdout=near, stderr=subprocess.DEVNULL, preexec_fn=rooms.die_with_parent)
    os.close(near)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    try:
        while said := os.read(far, 65536):
            os.write(1, said)
    except OSError:                                     # how Linux says that the other side of a terminal is gone
        pass
    return process.wait()


def main():
    top = argparse.ArgumentParser(usage=__doc__)
    verbs = top.add_subparsers(dest="verb", required=True)
    a = verbs.add_parser("announce")
    a.add_argument("--dev", default="prn")
    a.add_argument("--model", default="HP LaserJet Professional P1102w")
    a.add_argument("--name", default="HP LaserJet Professional P1102w [000100]")
    a.add_argument("--host", default="NPI000100")
    a.add_argument("--mac", default="02:00:00:00:01:00")
    a.add_argument("--uuid", default="1c852a4d-b800-1f08-abcd-020000000100")
    a.add_argument("--port", type=int, default=80)
    b = verbs.add_parser("browse")
    b.add_argument("--dev", default="ph")
    b.add_argument("program", nargs="+")
    o = top.parse_args()
    return announce(o) if o.verb == "announce" else browse(o)


if __name__ == "__main__":
    raise SystemExit(main())
