"""The scenarios without the program: the bed itself, and the wrapper for OpenWrt, against the real daemons."""
import os
import socket
import stat
import subprocess
import sys
import time

import rooms
from bed import Bed
from evidence import HERE, commands, wsc_messages
from fetch import CACHE, write
from house import CABLE, PHONE, WIFI

WRAPPER = os.path.normpath(f"{HERE}/../../core/knowledge/routers/openwrt/inkjoin-wps-pin")
AVAHI = [sys.executable, f"{HERE}/avahi.py"]
MESSAGES = [f"WPS: {'Received' if n % 2 else 'Building Message'} M{n}" for n in range(1, 9)]


def pings(bed, address):
    command = bed.inside("phone", f"{CACHE}/tree/bin/busybox", "ping", "-c1", "-W1", address)
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0


def seen(path, address):
    """Whether avahi-browse has resolved a printer at that address.

    Lines: =;interface;IPv4;name;type;domain;host;address;port;TXT
    """
    with open(path, encoding="utf-8", errors="replace") as f:
        return any(line.startswith("=") and line.split(";")[7] == address for line in f)


def until(what, secs):
    end = time.time() + secs
    while not what() and time.time() < end:
        time.sleep(0.05)
    return what()


def enrol(bed, evidence):
    """A PIN by hand, from the printer to the router, to the join."""
    pin = bed.ctl("printer", "WPS_PIN get")
    evidence.want(bed.ctl("ap", f"WPS_PIN any {pin} 120") == "OK", "hostapd takes the PIN")
    bed.ctl("printer", f"WPS_PIN any {pin}")
    for who, event in (("printer", "WPS-CRED-RECEIVED"), ("ap", "WPS-REG-SUCCESS"), ("bed", "PRINTER-JOINED")):
        evidence.want(bed.wait(who, event), f"{who}: {event}")


def bed_itself(evidence):
    """M1 to M8, the credential, the join; reachable and in mDNS after it, and not before."""
    with Bed() as bed:
        bed.spawn("printer", *AVAHI, "announce", "--dev", "prn")
        found = f"{bed.dir}/browse"
        with open(found, "wb") as out:
            bed.spawn("phone", *AVAHI, "browse", "--", "avahi-browse", "-rp", "_ipp._tcp", stdout=out)
        evidence.want(not until(lambda: seen(found, WIFI), 3), "avahi-browse sees nothing before the join")
        evidence.want(not pings(bed, WIFI), "and nothing answers at the Wi-Fi address")
        enrol(bed, evidence)
        evidence.want([message for _, message in wsc_messages(bed)] == MESSAGES, "M1 to M8, in order")
        evidence.want('psk="seven grey herons"' in bed.ask("conf", "printer"), "the printer stored the router's key")
        evidence.want(until(lambda: pings(bed, WIFI), 5), "the phone reaches the Wi-Fi address")
        evidence.want(until(lambda: seen(found, WIFI), 15), "avahi-browse sees the printer there")
        evidence.take_events(bed)


def bed_cable(evidence):
    """A printer on a cable: announced there before the join, with its Wi-Fi address after it; the two don't mix."""
    with Bed(cable=True) as bed:
        bed.spawn("printer", *AVAHI, "announce", "--dev", "prn,cab", "--host", "NPI000100")
        evidence.want(until(lambda: CABLE in resolve(bed, "NPI000100"), 15), "avahi names the cable's address")
        evidence.want(pings(bed, CABLE), "the cable carries")
        evidence.want(not pings(bed, WIFI) and WIFI not in resolve(bed, "NPI000100"), "the Wi-Fi address isn't there yet")
        enrol(bed, evidence)
        evidence.want(until(lambda: pings(bed, WIFI), 5) and pings(bed, CABLE), "both addresses carry after the join")
        evidence.want(until(lambda: WIFI in resolve(bed, "NPI000100"), 15), "avahi names the Wi-Fi address")
        bed.ask("cable", "down")
        evidence.want(not pings(bed, CABLE) and pings(bed, WIFI), "the pulled cable carries no more, the Wi-Fi does")
        evidence.take_events(bed)


def bed_wrong_pin(evidence):
    """The printer uses another PIN than it told: config error 18 on both sides; a fresh PIN then joins."""
    with Bed() as bed:
        told = bed.ctl("printer", "WPS_PIN get")
        bed.ask("mistake", other_pin(told))
        bed.ctl("ap", f"WPS_PIN any {told} 120")
        evidence.want(bed.ctl("printer", f"WPS_PIN any {told}") == told, "the printer says that it uses what it told")
        for who in ("ap", "printer"):
            evidence.want(bed.wait(who, "WPS-FAIL .*config_error=18"), f"{who}: config error 18")
        evidence.want("Last WPS result: Failed" in bed.ctl("ap", "WPS_GET_STATUS"), "the router's status says failed")
        evidence.want(bed.state()["joined"] is None, "not joined")
        # A PIN given before the refusal has gone all its way would be put aside with the old one.
        evidence.want(bed.wait("printer", "CTRL-EVENT-SSID-TEMP-DISABLED"), "the printer has given up")
        enrol(bed, evidence)
        evidence.take_events(bed)


def other_pin(pin):
    """Another PIN with a right check digit, whose first half is another, too."""
    return with_check_digit(f"{(int(pin[:7]) + 1234567) % 10**7:07}")


def with_check_digit(seven):
    """Seven digits and the eighth that belongs to them (WPS 2.0, 7.4.1: weights 3 and 1)."""
    weighed = sum(int(digit) * (3, 1)[n % 2] for n, digit in enumerate(seven))
    return seven + str(-weighed % 10)


def resolve(bed, host):
    """The house addresses that answers to an mDNS question for that host name, on the phone's link, carry."""
    command = bed.inside("phone", sys.executable, "-c", RESOLVE, host, PHONE, WIFI, CABLE)
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)
    return done.stdout.split()


# One question from port 5353, so that the answer is multicast; one second of answers.
RESOLVE = """
import select, socket, struct, sys, time
host, own, *wanted = sys.argv[1:]
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", 5353))
s.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton("224.0.0.251") + socket.inet_aton(own))
s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(own))
name = bytes([len(host)]) + host.encode() + b"\\5local\\0"
s.sendto(struct.pack(">6H", 0, 0, 1, 0, 0, 0) + name + struct.pack(">2H", 1, 1), ("224.0.0.251", 5353))
end, found = time.time() + 1, set()
while (left := end - time.time()) > 0 and select.select([s], [], [], left)[0]:
    data = s.recv(9000)
    found |= {a for a in wanted if struct.pack(">H", 4) + socket.inet_aton(a) in data}
print(*found)
"""


class Wrapped:
    """The wrapper where it would lie on an OpenWrt router: a /var/run/hostapd and a /usr/sbin of its own."""

    def __init__(self, bed, evidence):
        self.bed, self.evidence, self.said = bed, evidence, []
        self.sbin, self.run = f"{bed.dir}/sbin", f"{bed.dir}/hostapd"
        os.makedirs(self.sbin)
        os.makedirs(self.run)
        write(f"{self.sbin}/hostapd_cli", f"#!/bin/sh\nexec {' '.join(rooms.tool('hostapd_cli'))} \"$@\"\n")
        os.chmod(f"{self.sbin}/hostapd_cli", 0o755)
        # Beside the network: a daemon that died, hostapd's own socket, and a file.
        for name in ("dead0", "global"):
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
                s.bind(f"{self.run}/{name}")
        write(f"{self.run}/notes", "")
        self.plug(True)

    def plug(self, up):
        """The network's control socket, there or not."""
        link = f"{self.run}/wlan0"
        if up:
            os.symlink(f"{self.bed.dir}/ap/lan0", link)
        else:
            os.unlink(link)

    def __call__(self, *arguments, **environment):
        room = ('mount --make-rprivate / && at=$(readlink -f /var/run) && mount -t tmpfs none "$at" && '
                'mkdir "$at/hostapd" && mount --bind "$1" "$at/hostapd" && mount --bind "$2" /usr/sbin && '
                'shift 2 && exec "$@"')
        given = [f"{key}={value}" for key, value in environment.items()]
        command = self.bed.inside("router", "unshare", "-m", "sh", "-c", room, "room", self.run, self.sbin,
                                  "env", *given, WRAPPER, *arguments)
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30,
                              check=False)
        self.said.append(done.stdout + done.stderr)
        self.evidence.say("wrapper", f"{arguments!r} -> {done.stdout.strip()} {done.returncode} {done.stderr.strip()}")
        return done.stdout, done.returncode

    def heard(self):
        """The commands on PINs that hostapd has been given so far."""
        return [command for command in commands(self.bed) if command.startswith("WPS_")]


HOSTILE = ["", " ", "1", "123", "12345", "1234567", "123456789", "1234567a", "12345670 ", " 12345670", "1234-5670",
           "12345670\n", "\n12345670", "12345670\nget_config", "12345670;get_config", "12345670 any", "$(id)", "`id`",
           "*", "[0-9]", "????", "-h", "-i", "--", "--help", "../../etc/shadow", "get_config", "wps_get_ap_pin", "CANCEL",
           "cancel cancel", "cancel\n", "00000000", "+1234567", "0x123456", "１２３４", "١٢٣٤", "12345670'", '12345670"', "1234\\5670", "%s%s%s%s"]


def wrapper(evidence):
    """What the owner of an OpenWrt router grants: one checked PIN, or cancel, and not a word more."""
    evidence.want(stat.S_IMODE(os.stat(WRAPPER).st_mode) & 0o111, "it is executable")
    with Bed() as bed:
        run = Wrapped(bed, evidence)
        for words in [[], ["12345670", "get_config"], ["cancel", "12345670"], *([word] for word in HOSTILE)]:
            evidence.want(run(*words) == ("FAIL-PIN\n", 2), f"{words!r} is no PIN")
        evidence.want(commands(bed) == ["ATTACH"], "hostapd heard nothing of them")
        evidence.want(run("12345678") == ("FAIL-CHECKSUM\n", 1), "a wrong check digit is refused")
        evidence.want(run.heard() == ["WPS_CHECK_PIN 12345678"], "and isn't handed on")
        evidence.want(run("1234") == ("OK\n", 0) and run("cancel") == ("OK\n", 0), "four digits are taken; cancel, too")
        trap = f"{bed.dir}/trap"
        os.makedirs(trap)
        write(f"{trap}/hostapd_cli", "#!/bin/sh\necho OK\n")
        os.chmod(f"{trap}/hostapd_cli", 0o755)
        run.plug(False)
        evidence.want(run("12345670", PATH=trap, IFS="1", ENV=f"{trap}/hostapd_cli") == ("FAIL\n", 1),
                      "no network: FAIL, and the caller's PATH isn't used")
        evidence.want(run("cancel") == ("FAIL\n", 1), "nothing to cancel")
        run.plug(True)
        pin = bed.ctl("printer", "WPS_PIN get")
        evidence.want(run(pin) == ("OK\n", 0), "a printer's PIN is taken")
        evidence.want(run.heard()[-2:] == [f"WPS_CHECK_PIN {pin}", f"WPS_PIN any {pin} 120"], "checked first, for 120 s")
        bed.ctl("printer", f"WPS_PIN any {pin}")
        evidence.want(bed.wait("bed", "PRINTER-JOINED"), "and the printer joins with it")
        evidence.take_events(bed)
        ap_pin = "76229909"
        for kind, value in (("pin", pin), ("passphrase", "seven grey herons"), ("ssid", "Fern Street 12"), ("pin", ap_pin)):
            evidence.canary(kind, value)
        evidence.trace("log.wrapper", "".join(run.said))
