"""hostapd and wpa_supplicant over a cable.

WPS runs inside EAP, and EAP runs over a cable too (EAPOL, driver "wired"): the registrar and the enrollee are the real
ones and M1 to M8 cross the wire. What is missing is the air: beacons, scans, association, overlap. So the printer's
WPS_PIN and WPS_PBC become a network of type EAP-WSC here, because without a radio no scan would start them, and the
printer has "joined" when the name and key that it received are those of the router.
"""
import configparser
import os
import re
import shutil
import socket
import subprocess
import threading
import time

import rooms
from fetch import write

HERE = os.path.dirname(os.path.abspath(__file__))
# The enrollee's walk time, WPS 2.0.
WALK_TIME = 120


class Journal:
    """Who said what and when, in seconds of the wall clock."""

    def __init__(self):
        self.news, self.said = threading.Condition(), []

    def add(self, who, text):
        with self.news:
            self.said.append((time.time(), who, text))
            self.news.notify_all()

    def of(self, who):
        with self.news:
            return [(at, text) for at, by, text in self.said if by == who]

    def wait(self, who, pattern, secs, since):
        """The first such event after `since`, or None when `secs` are over."""
        end = time.time() + secs
        with self.news:
            while True:
                for at, by, text in self.said:
                    if by == who and at >= since and re.search(pattern, text):
                        return at, text
                if time.time() >= end:
                    return None
                self.news.wait(max(0.0, end - time.time()))


class Daemons:
    """The router's and the printer's daemon; `join(bool)` is told when the printer got the key, or left."""
    INTERFACES = {"ap": "lan0", "printer": "prn0"}

    def __init__(self, state, mac, journal, join):
        self.run, self.journal, self.join = state, journal, join
        self.processes, self.sockets = {}, 0
        self.phase1, self.until, self.waits = None, 0.0, False
        self.other_pin = None
        rooms.ip([f"link add lan0 address 02:00:00:00:00:00 type veth peer name prn0 address {mac}", "link set lan0 up",
                  "link set prn0 up"])

    def restart(self, options):
        """Fresh daemons that remember nothing."""
        self.stop()
        self.phase1 = None
        for who in self.INTERFACES:
            shutil.rmtree(f"{self.run}/{who}", ignore_errors=True)
        self._start("ap", options, [*rooms.tool("hostapd"), "-t", "-d"])
        self._start("printer", options, [*rooms.tool("wpa_supplicant"), "-t", "-d", "-Dwired", "-i", "prn0", "-c"])

    def _start(self, who, options, command):
        # Debug output names the messages M1 to M8; without -K it shows no key.
        path, interface = f"{self.run}/{who}.conf", self.INTERFACES[who]
        write(path, self._conf(who, options))
        with open(f"{self.run}/{who}.log", "wb") as log:
            process = subprocess.Popen([*command, path], stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                                       preexec_fn=rooms.die_with_parent)
        end = time.time() + 10
        while not os.path.exists(f"{self.run}/{who}/{interface}"):
            if process.poll() is not None or time.time() > end:
                raise OSError(f"{who} did not start: " + self.file(f"{who}.log")[-500:])
            time.sleep(0.002)
        self.processes[who] = process
        threading.Thread(target=self._listen, args=(who, process), daemon=True).start()

    def _conf(self, who, options):
        ini = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",))
        ini.optionxform = str
        ini.read(f"{HERE}/daemons.ini", encoding="utf-8")
        conf = dict(ini[who], ctrl_interface=f"{self.run}/{who}")
        for option in options:
            key, _, value = option.partition("=")
            if key.startswith(f"{who}."):
                conf[key[len(who) + 1:]] = value
        return "".join(f"{key}={value}\n" for key, value in conf.items())

    def stop(self):
        old, self.processes = self.processes, {}
        for process in old.values():
            process.terminate()
            process.wait()

    def file(self, name):
        try:
            with open(f"{self.run}/{os.path.basename(name)}", encoding="utf-8", errors="replace") as f:
                return f.read()
        except OSError:
            return ""

    def ask(self, who, command):
        """One command of the control interface, and its answer."""
        if who not in self.INTERFACES:
            return "FAIL no such daemon"
        start = re.fullmatch(r"WPS_(?:PIN any (\d+)|PBC)", command)
        if who == "printer" and start:
            told, self.other_pin, pin = start.group(1), None, self.other_pin or start.group(1)
            self.phase1, self.until = f"pin={pin}" if told else "pbc=1", time.time() + WALK_TIME
            return (told or "OK") if self._enrol() else "FAIL"
        if who == "printer" and command == "WPS_CANCEL":
            self.phase1, command = None, "REMOVE_NETWORK all"
        if who == "printer" and command == "DISCONNECT":
            self.join(False)
        return self._raw(who, command)

    def mistake(self, pin):
        """At its next start the printer uses this PIN and doesn't say so: an EWS that shows an old one."""
        self.other_pin = pin
        return "OK"

    def _socket(self, who):
        self.sockets += 1
        own = f"{self.run}/c{self.sockets}"
        s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        s.bind(own)
        s.settimeout(10)
        s.connect(f"{self.run}/{who}/{self.INTERFACES[who]}")
        return s, own

    def _raw(self, who, command):
        s, own = self._socket(who)
        try:
            s.send(command.encode())
            return s.recv(65536).decode(errors="replace").rstrip("\n")
        finally:
            s.close()
            os.unlink(own)

    def _enrol(self):
        if not self.phase1 or time.time() > self.until:
            return False
        for command in ("REMOVE_NETWORK all", "SET EAPOL::heldPeriod 1", "SET EAPOL::startPeriod 1", "ADD_NETWORK",
                        "SET_NETWORK 0 key_mgmt IEEE8021X", "SET_NETWORK 0 eap WSC",
                        'SET_NETWORK 0 identity "WFA-SimpleConfig-Enrollee-1-0"',
                        f'SET_NETWORK 0 phase1 "{self.phase1}"', "SET_NETWORK 0 eapol_flags 0", "SELECT_NETWORK 0"):
            if self._raw("printer", command).startswith("FAIL"):
                return False
        return True

    def _listen(self, who, process):
        s, _ = self._socket(who)
        s.send(b"ATTACH")
        s.settimeout(0.5)
        while process.poll() is None:
            try:
                said = s.recv(65536).decode(errors="replace").rstrip()
            except OSError:
                continue
            if said.startswith("<") and self.processes.get(who) is process:
                self.journal.add(who, said[3:])
                if who == "printer":
                    self._printer_said(said[3:])
        s.close()

    def _printer_said(self, event):
        if event.startswith("WPS-SUCCESS"):
            self.phase1 = None
            have = re.findall(r'^\s*(?:ssid|psk)="(.*)"', self.file("printer.conf"), re.M)
            want = [re.search(rf"^{key}=(.*)$", self.file("ap.conf"), re.M).group(1) for key in ("ssid", "wpa_passphrase")]
            self.join(have == want)
        if "WPS-FAIL" in event:                 # over the air, too, a refused PIN ends the printer's session
            self.phase1 = None
            self._raw("printer", "REMOVE_NETWORK all")
        self.waits = self.waits or "WPS-M2D" in event
        if "EAP-FAILURE" in event and self.phase1:      # a scanning enrollee tries again after "no PIN for you yet"
            self._raw("printer", "DISCONNECT")
            if self.waits:
                self.waits = False
                threading.Timer(1, self._enrol).start()
