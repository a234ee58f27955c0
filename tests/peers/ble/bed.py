"""A D-Bus of our own with a BlueZ of our own on it (bluez.py). A program that is told this bus for the system's can't reach
the machine's Bluetooth."""
import json
import os
import shutil
import subprocess
import tempfile
import threading
import time

import rooms
from bed import Missing, stop
from drive import PROGRAM
from fetch import CACHE, loader, write

HERE = os.path.dirname(os.path.abspath(__file__))
TREE = f"{CACHE}/ble"
BUS = """<busconfig><listen>unix:path={socket}</listen><auth>EXTERNAL</auth><policy context="default"><allow own="*"/>
<allow send_destination="*" eavesdrop="true"/><allow receive_sender="*" eavesdrop="true"/>{more}</policy></busconfig>"""
# What a system's policy does to a user who isn't let at Bluetooth.
FORBIDS = '<deny send_destination="org.bluez"/>'
READY = 20                                              # seconds


class Bluetooth:
    """`adapter` as bluez.py has it; or `forbids` (the bus's policy), `no_service` (no BlueZ), `no_bus`."""

    def __init__(self, evidence, adapter="on", devices=()):
        if not os.access(PROGRAM, os.X_OK):
            raise Missing("inkjoin is not built: cargo build -p inkjoin-cli")
        if not os.path.exists(f"{TREE}.from"):
            raise Missing("no D-Bus in the cache: run fetch.py")
        self.evidence, self.journal, self.started, self.grown = evidence, [], [], threading.Condition()
        self.dir = tempfile.mkdtemp(prefix="ble-")
        self.bus = f"unix:path={self.dir}/bus"
        for address in ("02:00:00:00:0B:00", *(one["address"] for one in devices)):     # the first is the adapter's own
            evidence.canary("mac", address)
        try:
            if adapter != "no_bus":
                self._daemon(FORBIDS if adapter == "forbids" else "")
            if adapter not in ("no_bus", "no_service"):
                self._bluez({"bus": self.bus, "adapter": "on" if adapter == "forbids" else adapter, "devices": list(devices)})
        except BaseException:
            self.end()
            raise

    def _daemon(self, more):
        write(f"{self.dir}/bus.conf", BUS.format(socket=f"{self.dir}/bus", more=more))
        with open(f"{self.dir}/bus.log", "wb") as log:
            self.started.append(subprocess.Popen(
                [*loader(TREE), f"{TREE}/usr/bin/dbus-daemon", f"--config-file={self.dir}/bus.conf", "--nofork",
                 "--nopidfile"], stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=rooms.die_with_parent))
        end = time.time() + READY
        while not os.path.exists(f"{self.dir}/bus"):
            if time.time() > end or self.started[-1].poll() is not None:
                with open(f"{self.dir}/bus.log", encoding="utf-8", errors="replace") as log:
                    raise Missing("the bus did not come up: " + log.read()[-500:])
            time.sleep(0.002)

    def _bluez(self, config):
        triplet = os.path.basename(os.path.dirname(loader(TREE)[0]))
        own = {"PYTHONHOME": f"{TREE}/usr", "PYTHONNOUSERSITE": "1", "PYTHONDONTWRITEBYTECODE": "1",
               "GI_TYPELIB_PATH": f"{TREE}/usr/lib/{triplet}/girepository-1.0"}
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        self.mock = subprocess.Popen(
            [*loader(TREE), f"{TREE}/usr/bin/python3", f"{HERE}/bluez.py", json.dumps(config)], env={**inherited, **own},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=rooms.die_with_parent)
        self.started.append(self.mock)
        self.readers = [threading.Thread(target=read, daemon=True) for read in (self._journal, self._complaints)]
        for reader in self.readers:
            reader.start()
        if not self.wait("ready", READY):
            stop(self.mock)
            self.readers[1].join(5)
            raise Missing("the BlueZ of the bed did not come up: " + " ".join(text for _, who, text in self.evidence.lines
                                                                                if who == "mock")[-500:])

    def _journal(self):
        """What BlueZ was asked, as it comes."""
        for line in self.mock.stdout:
            said = json.loads(line)
            self.evidence.say("bluez", " ".join(str(value) for value in said.values()))
            with self.grown:
                self.journal.append(said)
                self.grown.notify_all()

    def _complaints(self):
        for line in self.mock.stderr:
            self.evidence.say("mock", line.decode(errors="replace").rstrip())

    def wait(self, what, seconds):
        """All of that kind in the journal, once there is one; empty when there is none in time."""
        with self.grown:
            self.grown.wait_for(lambda: self.told(what), seconds)
            return self.told(what)

    def told(self, what):
        return [said for said in self.journal if said["what"] == what]

    def find(self, seconds):
        """`inkjoin find --ble`: (exit status, the lines it said, seconds it took)."""
        begun = time.time()
        with subprocess.Popen([PROGRAM, "find", "--ble", "--json", "--seconds", str(seconds)], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=rooms.die_with_parent,
                              env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": self.bus}) as process:
            try:
                out, err = process.communicate(timeout=seconds + 15)
            except subprocess.TimeoutExpired:
                process.kill()
                out, err = process.communicate()
        took = time.time() - begun
        self.evidence.trace("stdout.inkjoin", out)
        self.evidence.trace("stderr.inkjoin", err)
        for who, said in (("inkjoin", out), ("stderr", err)):
            for line in said.decode(errors="replace").splitlines():
                self.evidence.say(who, line)
        self.evidence.say("inkjoin", f"ends with {process.returncode} after {took:.2f} s")
        return process.returncode, [json.loads(line) for line in out.splitlines()], took

    def left(self):
        """How the adapter was left; the bed's BlueZ ends with it."""
        self.mock.stdin.close()
        return self.wait("end", 5)[-1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        for process in reversed(self.started):
            stop(process)
        shutil.rmtree(self.dir, ignore_errors=True)
