#!/usr/bin/env python3
"""Bring in the real programs that the beds run: hostapd, wpa_supplicant, avahi, D-Bus, from Debian packages.

  fetch.py            fill the cache ($INKJOIN_BED, default ~/.cache/inkjoin-bed); nothing to do when it is filled

Nothing is installed: apt resolves against an empty package status, so that it brings every library along, and the
packages are unpacked and run through their own loader. No root, no package scripts, the system stays as it is.
"""
import glob
import os
import shutil
import subprocess
import sys

CACHE = os.environ.get("INKJOIN_BED") or os.path.expanduser("~/.cache/inkjoin-bed")
# Avahi's tree is entered by chroot and gets files of its own; the others are only read.
TREES = {
    "tree": ["hostapd", "wpasupplicant", "iproute2", "busybox-static"],
    "mdns": ["avahi-daemon", "avahi-utils", "cups-ipp-utils", "dbus-daemon"],
    # With the Python that its modules are built for.
    "ble": ["dbus-daemon", "python3-dbus", "python3-gi"],
}
# Where the guest of the bed with a radio mounts something: its root is the daemons' tree.
GUEST = ("proc", "sys", "dev", "run", "tmp", "bed")
# Programs that others start by their name get a script that starts them with their own libraries.
CLIENTS = {"mdns": ("avahi-browse", "avahi-resolve", "ippfind", "ipptool"), "make": ("bc", "bison", "flex", "m4", "xz")}


def loader(tree):
    """How a program of an unpacked tree is started: its own loader with its own libraries."""
    for lib in ("lib", "usr/lib"):
        found = glob.glob(f"{tree}/{lib}/*-linux-gnu*/ld-linux*.so*")
        if found:
            triplet = os.path.basename(os.path.dirname(found[0]))
            return [found[0], "--library-path", f"{tree}/lib/{triplet}:{tree}/usr/lib/{triplet}"]
    raise SystemExit(f"no C library in {tree}")


def apt(work, *words, program="apt-get"):
    """apt with a package status, an archive folder and locks of its own."""
    own = [f"Dir::State::status={work}/status", f"Dir::Cache::archives={work}/archives", "Dir::Cache::pkgcache=",
           "Dir::Cache::srcpkgcache=", "APT::Install-Recommends=false", "Debug::NoLocking=1"]
    if os.geteuid() == 0:
        own.append("APT::Sandbox::User=root")
    if not glob.glob("/var/lib/apt/lists/*_Packages*") or os.path.exists(f"{CACHE}/lists"):
        os.makedirs(f"{CACHE}/lists/partial", exist_ok=True)
        own.append(f"Dir::State::lists={CACHE}/lists")
    options = [word for option in own for word in ("-o", option)]
    quiet = ["-qq", "-y"] if program == "apt-get" else []
    return subprocess.run([program, *quiet, *options, *words], cwd=work, capture_output=True, text=True)


def download(work, packages):
    """The packages' archives. Where the machine has no package lists, or old ones, lists of our own are fetched."""
    if glob.glob("/var/lib/apt/lists/*_Packages*"):
        if apt(work, "--download-only", "install", *packages).returncode == 0:
            return
    os.makedirs(f"{CACHE}/lists/partial", exist_ok=True)
    for words in (["update"], ["--download-only", "install", *packages]):
        said = apt(work, *words)
        if said.returncode:
            raise SystemExit(f"apt-get {words[0]} failed: {said.stderr.strip()}")


def tree(name, packages):
    wanted = " ".join(packages)
    if read(f"{CACHE}/{name}.from") == wanted:
        return
    work, new = f"{CACHE}/apt.{os.getpid()}", f"{CACHE}/{name}.{os.getpid()}"
    os.makedirs(f"{work}/archives/partial")
    open(f"{work}/status", "w").close()
    try:
        download(work, packages)
        os.makedirs(new)
        for deb in glob.glob(f"{work}/archives/*.deb"):
            subprocess.run(["dpkg-deb", "-x", deb, new], check=True)
        finish(name, new, f"{CACHE}/{name}")
        shutil.rmtree(f"{CACHE}/{name}", ignore_errors=True)
        os.rename(new, f"{CACHE}/{name}")
        write(f"{CACHE}/{name}.from", wanted)
    finally:
        shutil.rmtree(work, ignore_errors=True)
        shutil.rmtree(new, ignore_errors=True)


def finish(name, new, final):
    """What package scripts would have done. Paths in wrappers are those of the tree's last place."""
    for folder in ("lib", "lib64", "bin", "sbin"):         # newer releases have them as links, made by a script
        if os.path.isdir(f"{new}/usr/{folder}") and not os.path.lexists(f"{new}/{folder}"):
            os.symlink(f"usr/{folder}", f"{new}/{folder}")
    start = " ".join(word.replace(new, final) for word in loader(new))
    os.makedirs(f"{new}/clients")
    for client in CLIENTS.get(name, ()):
        run = f'CUPS_DATADIR={final}/usr/share/cups exec {start} {final}/usr/bin/{client} "$@"'
        write(f"{new}/clients/{client}", f"#!/bin/sh\n{run}\n")
        os.chmod(f"{new}/clients/{client}", 0o755)
    if name != "mdns":
        return
    for folder in ("run", "tmp", "proc", "dev", "etc/avahi/services"):
        os.makedirs(f"{new}/{folder}", exist_ok=True)
    write(f"{new}/etc/passwd", "root:x:0:0::/:/bin/sh\navahi:x:0:0::/:/bin/sh\n")
    write(f"{new}/etc/group", "root:x:0:\navahi:x:0:\n")
    write(f"{new}/etc/nsswitch.conf", "hosts: files\n")
    write(f"{new}/etc/hosts", "127.0.0.1 localhost\n")


def read(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as f:
            return f.read()
    except OSError:
        return ""


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def main():
    os.makedirs(CACHE, exist_ok=True)
    try:
        for name, packages in TREES.items():
            tree(name, packages)
        for folder in GUEST:
            os.makedirs(f"{CACHE}/tree/{folder}", exist_ok=True)
    finally:
        shutil.rmtree(f"{CACHE}/lists", ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
