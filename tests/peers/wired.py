"""hostapd and wpa_supplicant over a cable.

WPS runs inside EAP, and EAP runs over a cable too (EAPOL, driver "wired"): the registrar and the enrollee are the real
ones and M1 to M8 cross the wire. What is missing is the air: beacons, scans, association, overlap. So the printer's
WPS_PIN and WPS_PBC become a network of type EAP-WSC here, because without a radio no scan would start them, the bed keeps
the printer's walk time, and the printer has "joined" when the name and key that it received are those of the router.
"""
import os
import re
import shutil
import socket
import subprocess
import threading
import time

import rooms
from daemons import WALK_TIME, Daemons
from fetch import write


class Wired(Daemons):
    """The router's and the printer's daemon in the router's room."""
    KIND = "wired"
    INTERFACES = {"ap": "lan0", "printer": "prn0"}

    def __init__(self, state, house, journal, join):
        super().__init__(state, journal, join)
        self.mac, self.processes, self.sockets = house.mac, {}, 0
        self.phase1, self.waits, self.clocks = None, False, []
        rooms.ip([f"link add lan0 address 02:00:00:00:00:00 type veth peer name prn0 address {house.mac}",
                  "link set lan0 up", "link set prn0 up"])

    def restart(self, options):
        """Fresh daemons that remember nothing."""
        self.stop()
        self._give_up()
        for who in self.INTERFACES:
            shutil.rmtree(self.control(who), ignore_errors=True)
            self.start(who, options)

    def start(self, who, options):
        # Debug output names the messages M1 to M8; without -K it shows no key.
        path, interface = f"{self.run}/{who}.conf", self.INTERFACES[who]
        command = [*rooms.tool("hostapd"), "-t", "-d"] if who == "ap" else \
            [*rooms.tool("wpa_supplicant"), "-t", "-d", "-Dwired", "-i", interface, "-c"]
        write(path, self.conf(who, options))
        with open(f"{self.run}/{who}.log", "wb") as log:
            process = subprocess.Popen([*command, path], stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                                       preexec_fn=rooms.die_with_parent)
        end = time.time() + 10
        while not os.path.exists(f"{self.control(who)}/{interface}"):
            if process.poll() is not None or time.time() > end:
                raise OSError(f"{who} did not start: " + self.file(f"{who}.log")[-500:])
            time.sleep(0.002)
        self.processes[who] = process
        threading.Thread(target=self._listen, args=(who, process), daemon=True).start()

    def stop(self):
        old, self.processes = self.processes, {}
        for process in old.values():
            process.terminate()
            process.wait()

    def ask(self, who, command):
        """One command of the control interface, and its answer."""
        if who not in self.INTERFACES:
            return "FAIL no such daemon"
        start = re.fullmatch(r"WPS_(?:PIN any (\d+)|PBC)", command)
        if who == "printer" and start:
            told = start.group(1)
            pin = self.used_pin(told)
            self._give_up()
            self.phase1 = f"pin={pin}" if told else "pbc=1"
            self._after(WALK_TIME, self._walked)
            return (told or "OK") if self._enrol() else "FAIL"
        if who == "printer" and command == "WPS_CANCEL":
            self._give_up()
            command = "REMOVE_NETWORK all"
        if who == "printer" and command == "DISCONNECT":
            self.join(False)
        return self._raw(who, command)

    def _after(self, secs, what):
        clock = threading.Timer(secs, what)
        clock.daemon = True
        clock.start()
        self.clocks.append(clock)

    def _give_up(self):
        self.phase1, self.waits, clocks, self.clocks = None, False, self.clocks, []
        for clock in clocks:
            clock.cancel()

    def _walked(self):
        if self.phase1:
            self.phase1 = None
            self._raw("printer", "REMOVE_NETWORK all")
            self.journal.add("bed", "PRINTER-GAVE-UP")

    def _socket(self, who):
        self.sockets += 1
        own = f"{self.run}/c{self.sockets}"
        s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        s.bind(own)
        s.settimeout(10)
        s.connect(f"{self.control(who)}/{self.INTERFACES[who]}")
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
        if not self.phase1:
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
            self._give_up()
            have = re.findall(r'^\s*(?:ssid|psk)="(.*)"', self.file("printer.conf"), re.M)
            want = [re.search(rf"^{key}=(.*)$", self.file("ap.conf"), re.M).group(1) for key in ("ssid", "wpa_passphrase")]
            self.join(have == want)
        if "WPS-FAIL" in event:                 # over the air, too, a refused PIN ends the printer's session
            self._give_up()
        self.waits = self.waits or "WPS-M2D" in event
        if "EAP-FAILURE" in event:
            # It ends every session, also a good one. In the air the printer leaves then; a cable doesn't carry that, and
            # hostapd would be deaf to its next start for seconds.
            self._raw("printer", "DISCONNECT")
            self._raw("ap", f"DEAUTHENTICATE {self.mac}")
            if self.waits and self.phase1:              # a scanning enrollee tries again after "no PIN for you yet"
                self.waits = False
                self._after(1, self._enrol)
