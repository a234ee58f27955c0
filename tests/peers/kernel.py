#!/usr/bin/env python3
"""Build the kernel of the bed with a radio: User-Mode Linux with mac80211_hwsim, from Debian's linux-source.

  kernel.py          into the cache; nothing to do when it is there. Some minutes, and 1 GB while it builds
  kernel.py key      the key of the recipe, to name a CI cache after
  kernel.py can      whether it is there or can be built here; if not, the reason

Debian's own user-mode-linux has no Wi-Fi. gcc and make have to be there; what else a kernel wants to be built comes from
Debian packages, unpacked as the others. Nothing is installed.
"""
import fcntl
import glob
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import time

import fetch
from fetch import CACHE, read

HERE = os.path.dirname(os.path.abspath(__file__))
TOOLS = ["flex", "bison", "m4", "bc", "xz-utils"]
# The registers of a CPU with AMX take 11008 bytes, and these sources have room for 2696: "ptrace set fp regs failed,
# errno = 14", and a panic at the first program, on some machines and not on others.
PATCH = ("arch/x86/um/user-offsets.c", "DEFINE_LONGS(HOST_FP_SIZE, 2696)", "DEFINE_LONGS(HOST_FP_SIZE, 12288)")
# Most of the source is for other hardware. Kconfig and Makefiles stay: the build reads all of them.
OTHERS = ["arm", "arm64", "mips", "powerpc", "s390", "sparc", "riscv", "sh", "m68k", "parisc", "loongarch", "alpha", "arc"]
LEFT_OUT = [f"drivers/{driver}/*.[ch]" for driver in ("gpu", "media", "infiniband", "net/ethernet", "scsi", "staging")]
LEFT_OUT += [f"arch/{arch}/*.{end}" for arch in OTHERS for end in ("[chS]", "dts*")]
LEFT_OUT += ["sound/*.[ch]", "samples/*.[ch]", "tools/testing/*", "tools/perf/*", "Documentation/*.[rty]*"]


def key():
    recipe = [read(f"{HERE}/kernel.config"), *PATCH, *LEFT_OUT]
    return hashlib.sha256("\n".join(recipe).encode()).hexdigest()[:16]


def path():
    """Where the kernel of this recipe lies, built or not."""
    return f"{CACHE}/linux.{key()}"


def reason():
    """Why there can't be one here, or None."""
    if platform.machine() != "x86_64":
        return f"User-Mode Linux with this recipe runs on x86_64 only, this is {platform.machine()}"
    if os.access(path(), os.X_OK):
        return None
    lacks = [tool for tool in ("gcc", "make", "strip") if not shutil.which(tool)]
    return f"no {' and no '.join(lacks)} to build a User-Mode Linux kernel" if lacks else None


def run(*words, **options):
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                          check=False, **options)
    if done.returncode:
        raise SystemExit(f"{words[0]} failed: {done.stdout[-3000:]}")
    return done.stdout


def unpack(work):
    """The newest source that Debian has for this release, in work/src."""
    os.makedirs(f"{work}/archives/partial")
    os.makedirs(f"{work}/src")
    open(f"{work}/status", "w").close()
    for attempt in (1, 2):
        names = fetch.apt(work, "pkgnames", "linux-source-6.", program="apt-cache").stdout.split()
        names.sort(key=lambda name: [int(number) for number in re.findall(r"\d+", name)])
        if names and fetch.apt(work, "download", names[-1]).returncode == 0:
            break
        if attempt == 2:
            raise SystemExit("apt-get brings no linux-source-6.*")
        os.makedirs(f"{CACHE}/lists/partial", exist_ok=True)    # none on this machine, or old ones: lists of our own
        fetch.apt(work, "update")
    deb, = glob.glob(f"{work}/linux-source-*.deb")
    pipe = ('deb=$1 src=$2; shift 2; dpkg-deb --fsys-tarfile "$deb" | tar -xO --wildcards "*/linux-source-*.tar.xz" |'
            ' xz -dc | tar -x -C "$src" --strip-components=1 --wildcards "$@"')
    run("sh", "-c", pipe, "sh", deb, f"{work}/src", *(f"--exclude=*/{what}" for what in LEFT_OUT), env=environment())
    return os.path.basename(deb)


def environment():
    made = f"{CACHE}/make"
    return {**os.environ, "PATH": f"{made}/clients:{os.environ['PATH']}", "M4": f"{made}/clients/m4",
            "BISON_PKGDATADIR": f"{made}/usr/share/bison"}


def build(work):
    file, old, new = f"{work}/src/{PATCH[0]}", *PATCH[1:]
    fetch.write(file, read(file).replace(old, new))
    make = ["make", "-s", "-C", f"{work}/src", "ARCH=um", f"O={work}/obj", f"-j{os.cpu_count()}"]
    os.makedirs(f"{work}/obj")
    run(*make, f"KCONFIG_ALLCONFIG={HERE}/kernel.config", "allnoconfig", env=environment())
    has = read(f"{work}/obj/.config").splitlines()
    for line in read(f"{HERE}/kernel.config").splitlines():
        if line.startswith("CONFIG_") and line not in has:
            raise SystemExit(f"this source doesn't take {line}")
    run(*make, "linux", env=environment())
    run("strip", "-o", f"{work}/linux", f"{work}/obj/linux")


def main(words):
    if words == ["key"]:
        print(key())
        return 0
    why = reason()
    if words == ["can"] or why or os.access(path(), os.X_OK):
        return why
    os.makedirs(CACHE, exist_ok=True)
    with open(f"{CACHE}/kernel.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)                # a second build waits for the first, and then has nothing to do
        if os.access(path(), os.X_OK):
            return 0
        begun, work = time.time(), f"{CACHE}/kernel.work"
        shutil.rmtree(work, ignore_errors=True)
        try:
            fetch.tree("make", TOOLS)
            print("building a User-Mode Linux kernel with simulated radios: some minutes, once", flush=True)
            source = unpack(work)
            unpacked = time.time()
            build(work)
            os.rename(f"{work}/linux", path())
        finally:
            shutil.rmtree(work, ignore_errors=True)
            shutil.rmtree(f"{CACHE}/lists", ignore_errors=True)
        print(f"{source}: unpacked in {unpacked - begun:.0f} s, built in {time.time() - unpacked:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
