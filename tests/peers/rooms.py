"""Network namespaces ("rooms") of our own and the cables between them. No root where user namespaces are allowed."""
import ctypes
import fcntl
import os
import signal
import socket
import struct
import subprocess
import threading
import time

from fetch import CACHE, loader

LIBC = ctypes.CDLL(None, use_errno=True)
NEWNS, NEWUSER, NEWNET = 0x20000, 0x10000000, 0x40000000


def die_with_parent():
    """For a child before its program starts: no daemon outlives the bed, whatever ends the bed."""
    LIBC.prctl(1, signal.SIGKILL)                       # PR_SET_PDEATHSIG


def unshare(flags):
    if LIBC.unshare(flags):
        raise SystemExit("no namespace: " + os.strerror(ctypes.get_errno()))


def leave_host():
    """From here on this process has a network of its own: nothing it does shows on the host's."""
    uid, gid = os.geteuid(), os.getegid()
    unshare(NEWNET | (NEWUSER if uid else 0))
    if uid:
        for name, text in (("setgroups", "deny"), ("uid_map", f"0 {uid} 1"), ("gid_map", f"0 {gid} 1")):
            with open(f"/proc/self/{name}", "w", encoding="ascii") as f:
                f.write(text)


def new_room():
    """A further network namespace; it lives as long as the sleeping process that is returned."""
    sleeper = subprocess.Popen(["unshare", "-n", "sleep", "infinity"], preexec_fn=die_with_parent)
    while os.readlink(f"/proc/{sleeper.pid}/ns/net") == os.readlink("/proc/self/ns/net"):
        time.sleep(0.002)
    return sleeper


def tool(name):
    """How the unpacked program of that name is started: never the host's own, so that every machine tests the same."""
    for folder in ("usr/sbin", "sbin", "usr/bin", "bin"):
        path = f"{CACHE}/tree/{folder}/{name}"
        if os.path.exists(path):
            return [*loader(f"{CACHE}/tree"), path]
    raise SystemExit(f"no {name}: run fetch.py")


def ip(lines, pid=None):
    """Lines for `ip -batch`, here or in the room of pid."""
    enter = ["nsenter", "-n", "-t", str(pid), "--"] if pid else []
    said = subprocess.run([*enter, *tool("ip"), "-batch", "-"], input="\n".join(lines) + "\n", text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if said.returncode:
        raise SystemExit("ip: " + said.stdout)


def in_room(pid, call):
    """What `call()` returns in a thread that stands in the room of pid. A socket made there stays there."""
    done = []

    def stand():
        with open(f"/proc/{pid}/ns/net", encoding="ascii") as room:
            if LIBC.setns(room.fileno(), NEWNET):
                raise OSError(ctypes.get_errno(), "setns")
        done.append(call())
    thread = threading.Thread(target=stand)
    thread.start()
    thread.join()
    if not done:
        raise OSError(f"not done in the room of {pid}")
    return done[0]


def no_offload(dev):
    """All checksums and segments are made before a frame is handed to this device."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        for what in (0x17, 0x19, 0x1F, 0x24):           # ETHTOOL_STXCSUM, _SSG, _STSO, _SGSO
            value = ctypes.create_string_buffer(struct.pack("II", what, 0), 8)
            fcntl.ioctl(s, 0x8946, struct.pack("16sP16x", dev.encode(), ctypes.addressof(value)))      # SIOCETHTOOL


def card(dev):
    """The number of an open packet socket on that device: what User-Mode Linux takes as a network card."""
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    s.setsockopt(263, 23, 1)                            # SOL_PACKET, PACKET_IGNORE_OUTGOING
    s.bind((dev, 3))                                    # ETH_P_ALL
    s.setblocking(False)
    return s.detach()
