"""Network namespaces ("rooms") of our own and the cables between them. No root where user namespaces are allowed."""
import ctypes
import os
import signal
import subprocess
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
