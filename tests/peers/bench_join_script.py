"""The peer of bench `join`: the script that one would write who knows printer and router.

It signs in, and prints "signed in"; at a line on its input it asks the printer for its PIN, hands it to the router and asks at
the printer's Wi-Fi address until somebody answers there. Then it prints "answered". Argument: JSON. That address is either
known (`home`), as where the router always gives it the same, or it is asked for by mDNS (`host`), as at a first join.
"""
import json
import re
import select
import socket
import struct
import sys
import time
import urllib.request

o = json.loads(sys.argv[1])
# A printer that isn't there yet is a time-out; the pause is short, as nobody else is disturbed by it.
EACH, PAUSE, LIMIT = 1, 0.2, 60


def call(session, *params):
    body = {"jsonrpc": "2.0", "id": 1, "method": "call", "params": [session, *params]}
    request = urllib.request.Request(f"http://{o['router']}/ubus", json.dumps(body).encode(),
                                     {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["result"][1]


def get(address, path, timeout):
    with urllib.request.urlopen(f"http://{address}{path}", timeout=timeout) as answer:
        return answer.read().decode()


def resolve(host, wait):
    """The addresses of that host by a one-shot question of mDNS (RFC 6762, 5.1), within `wait` seconds."""
    found, end = [], time.monotonic() + wait
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        name = bytes([len(host)]) + host.encode() + b"\5local\0"
        s.sendto(struct.pack(">6H", 0, 0, 1, 0, 0, 0) + name + struct.pack(">2H", 1, 1), ("224.0.0.251", 5353))
        while (left := end - time.monotonic()) > 0 and select.select([s], [], [], left)[0]:
            # Records of type A, class IN: ten bytes of header with the length 4 at their end, and the address.
            found += [socket.inet_ntoa(a) for a in re.findall(rb"\x00\x01[\x00\x80]\x01....\x00\x04(....)", s.recv(9000), re.S)]
    return found


def homes():
    """Where it may answer now."""
    return [o["home"]] if "home" in o else [a for a in resolve(o["host"], PAUSE) if a != o["ews"]]


def answers(address):
    try:
        return get(address, "/DevMgmt/ProductConfigDyn.xml", EACH)
    except OSError:
        return ""


session = call("0" * 32, "session", "login", {"username": o["user"], "password": o["password"]})["ubus_rpc_session"]
print("signed in", flush=True)
sys.stdin.readline()
page = get(o["ews"], "/IoMgmt/Adapters/wifi0/WPS/Pin", 10)
pin = re.search(r"Pin>\s*(\d+)\s*<", page).group(1).zfill(8)
done = call(session, "file", "exec", {"command": "/usr/libexec/inkjoin-wps-pin", "params": [pin]})
if done["stdout"].strip() != "OK":
    sys.exit(f"the router said {done}")
end = time.monotonic() + LIMIT
while time.monotonic() < end:
    if any(answers(address) for address in homes()):
        print("answered", flush=True)
        break
    time.sleep(PAUSE)
