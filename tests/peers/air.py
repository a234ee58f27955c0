"""hostapd and wpa_supplicant on simulated radios: a guest of User-Mode Linux with mac80211_hwsim.

Beacons, scans, association, WPS, the 4-way handshake and the printer's own traffic go over the air. The guest's root is the
daemons' unpacked tree, read-only; the bed's folder is mounted in it. Two packet sockets are its network cards: vec0 on the
router's LAN, vec1 in front of the printer's room. The printer's link has carrier only while it is associated.
"""
import mmap
import os
import re
import shutil
import subprocess
import tempfile
import threading
import time
import urllib.request

import kernel
import rooms
from daemons import Daemons
from fetch import CACHE, write
from house import NET

HERE = os.path.dirname(os.path.abspath(__file__))
GUEST, PORT = f"{NET}.254", 7000
MEMORY = 128                                            # MiB


class Air(Daemons):
    """Two routers' and two printers' daemons; the second ones are started when a scenario asks for them."""
    KIND = "air"
    INTERFACES = {"ap": "wlan0", "printer": "wlan1", "printer2": "wlan2", "ap2": "wlan3"}

    def __init__(self, state, house, journal, join):
        super().__init__(state, journal, join)
        self.turn, self.running = 0, []
        cards = lay_cables(house)
        self.guest = subprocess.Popen(self.command(house.mac, cards), pass_fds=cards, stdin=subprocess.DEVNULL,
                                      stdout=open(f"{state}/console", "wb"), stderr=subprocess.STDOUT,
                                      env={**os.environ, "TMPDIR": memory_folder() or state}, preexec_fn=rooms.die_with_parent)
        end = time.time() + 60
        while "the guest is up" not in self.file("console"):
            if self.guest.poll() is not None or time.time() > end:
                self.stop()
                raise SystemExit("the guest did not come up: " + self.file("console")[-1500:])
            time.sleep(0.01)

    def command(self, mac, cards):
        """The kernel's command line. It has a process namespace of its own, so that all of it ends with it."""
        mounts = f"/bin/busybox mount -t hostfs -o {self.run} bed /bed && exec /bed/guest/init"
        shutil.copytree(f"{HERE}/guest", f"{self.run}/guest")
        words = {"mem": f"{MEMORY}M", "root": "/dev/root", "rootfstype": "hostfs", "rootflags": f"{CACHE}/tree",
                 "mac80211_hwsim.radios": "4", "panic": "-1", "con": "null", "con0": "null,fd:1", "ssl": "null",
                 "umid": "bed", "uml_dir": self.run, "init": "/bin/busybox", "bed_mac": mac, "bed_address": GUEST,
                 "bed_port": str(PORT), "bed_guest": "/bed/guest"}
        cards = [f"vec{n}:transport=fd,fd={card},depth=64" for n, card in enumerate(cards)]
        return ["unshare", "-p", "-m", "--mount-proc", "-f", "--kill-child=SIGKILL", kernel.path(), "ro", "quiet",
                *cards, *(f"{key}={value}" for key, value in words.items()), "--", "sh", "-c", f'"{mounts}"']

    def restart(self, options):
        """Fresh daemons that remember nothing."""
        again, self.turn = bool(self.running), self.turn + 1
        for who in self.running:
            self.guest_does("stop", who)
        self.running = []
        for who in ("ap", "printer"):
            self.start(who, options)
        if again:
            # The kernel remembers networks for 30 s; a printer out of its box doesn't.
            self.ask("printer", "BSS_FLUSH 0")
            since = time.time()
            self.ask("printer", "SCAN freq=2412 only_new=1")
            self.journal.wait("printer", "SCAN-RESULTS", 5, since)

    def start(self, who, options):
        write(f"{self.run}/{who}.conf", self.conf(who, options))
        said = self.guest_does("start", who)
        if said.strip():
            raise OSError(f"{who} did not start: {said} {self.file(f'{who}.log')[-500:]}")
        self.running.append(who)
        events = self.open("listen", who)
        while "Interactive mode" not in (line := events.readline().decode(errors="replace")):
            if not line:
                raise OSError(f"{who} doesn't tell its events")
        threading.Thread(target=self.listen, args=(who, events, self.turn), daemon=True).start()

    def control(self, who):
        return f"/run/{who}"                            # in the guest

    def stop(self):
        self.guest.kill()
        self.guest.wait()

    def ask(self, who, command):
        """One command of the control interface, and its answer."""
        if who not in self.running:
            return "FAIL no such daemon"
        told = re.fullmatch(r"WPS_PIN any (\d+)", command)
        if who == "printer" and told:
            self.guest_does("ctl", who, f"WPS_PIN any {self.used_pin(told.group(1))}")
            return told.group(1)
        return self.guest_does("ctl", who, command)

    def open(self, verb, who, body=""):
        where = f"http://{GUEST}:{PORT}/cgi-bin/do?{verb}&{who}&{self.INTERFACES[who]}"
        return urllib.request.urlopen(where, body.encode(), timeout=30 if verb != "listen" else None)

    def guest_does(self, verb, who, body=""):
        with self.open(verb, who, body) as answer:
            return answer.read().decode(errors="replace").rstrip("\n")

    def listen(self, who, events, turn):
        for line in events:
            event = re.search(r"<\d>(.*?)\s*$", line.decode(errors="replace"))
            if not event or turn != self.turn:
                continue
            self.journal.add(who, event.group(1))
            if who == "printer" and event.group(1).startswith(("CTRL-EVENT-CONNECTED", "CTRL-EVENT-DISCONNECTED")):
                self.join(event.group(1).startswith("CTRL-EVENT-CONNECTED"))


def lay_cables(house):
    """The guest's two network cards, as packet sockets. House and guest exchange bare frames, so that nobody may leave
    checksums or segments to a device that isn't there."""
    rooms.ip(["link add lanx type veth peer name lany", "link set lanx master br0", "link set lanx up", "link set lany up",
              "link add brp type bridge", "link set brp up", "link set prnx master brp",
              "link add airx type veth peer name airy", "link set airx master brp", "link set airx up", "link set airy up"])
    rooms.in_room(house.printer.pid, lambda: rooms.no_offload("prn"))
    rooms.in_room(house.phone.pid, lambda: rooms.no_offload("ph"))
    rooms.no_offload("br0")
    return [rooms.card("lany"), rooms.card("airy")]


def memory_folder():
    """Where the guest's memory may lie, a file without a name: in memory, if it has room and programs can be run from
    there. Many a container forbids that."""
    try:
        with tempfile.TemporaryFile(dir="/dev/shm") as f:
            f.truncate(4096)
            mmap.mmap(f.fileno(), 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC).close()
        room = os.statvfs("/dev/shm")
        return "/dev/shm" if room.f_bavail * room.f_frsize > 2 * MEMORY << 20 else None
    except OSError:
        return None
