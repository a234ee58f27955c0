#!/usr/bin/env python3
"""Type-check the library for phones: Android and iOS, device and simulator.

  mobile.py fetch     bring in a compiler with the source of its standard library, once
  mobile.py           check, and show that the check finds an error planted for each target

There is no standard library for these targets on a machine without rustup's components, an NDK or a Mac, so cargo builds it
from Debian's `rust-web-src`, with the compiler of the same build. Nothing is installed: the packages are unpacked into the
cache. Nothing is linked either, and C (that of ring) is not compiled.
"""
import glob
import os
import pathlib
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/peers"))
import fetch  # noqa: E402

HOME = pathlib.Path(fetch.CACHE) / "mobile"
PACKAGES = ["rustc-web", "cargo-web", "rust-web-src"]
WORK = ROOT / "target/mobile"
LIBRARY = "bindings/src/lib.rs"
# Each with what is true of it alone.
TARGETS = {
    "aarch64-linux-android": 'target_os = "android", target_arch = "aarch64"',
    "x86_64-linux-android": 'target_os = "android", target_arch = "x86_64"',
    "aarch64-apple-ios": 'target_os = "ios", not(target_abi = "sim")',
    "aarch64-apple-ios-sim": 'target_os = "ios", target_abi = "sim"',
}
# A C compiler that leaves an empty object wherever one is asked for, which a check never reads. To all else it says no: crate
# `cc` tries a compiler out, and takes one that agrees to everything for Microsoft's.
STAND_IN = """#!/bin/sh
for word; do
    [ "$before" = -o ] && { : > "$word"; exit 0; }
    before=$word
done
exit 1
"""


def bring():
    """Only what the machine lacks besides the packages themselves: they run with its own C library and linker."""
    wanted = " ".join(PACKAGES)
    if fetch.read(f"{HOME}.from") == wanted:
        return
    os.makedirs(fetch.CACHE, exist_ok=True)
    work, new = f"{fetch.CACHE}/apt.{os.getpid()}", f"{HOME}.{os.getpid()}"
    os.makedirs(f"{work}/archives/partial")
    installed = fetch.read("/var/lib/dpkg/status").split("\n\n")
    others = [about for about in installed if about.split("\n")[0].removeprefix("Package: ") not in PACKAGES]
    fetch.write(f"{work}/status", "\n\n".join(others))
    try:
        fetch.download(work, PACKAGES)
        os.makedirs(f"{new}/no-sdk")
        for deb in glob.glob(f"{work}/archives/*.deb"):
            subprocess.run(["dpkg-deb", "-x", deb, new], check=True)
        fetch.write(f"{new}/cc", STAND_IN)
        os.chmod(f"{new}/cc", 0o755)
        shutil.rmtree(HOME, ignore_errors=True)
        os.rename(new, HOME)
        fetch.write(f"{HOME}.from", wanted)
    finally:
        shutil.rmtree(work, ignore_errors=True)
        shutil.rmtree(new, ignore_errors=True)


def environment(target):
    """What `cargo xtask` set for its own compiler goes; what the person set for cargo stays."""
    ours = {name: value for name, value in os.environ.items()
            if not name.startswith(("RUSTC", "RUSTDOC", "CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_ENCODED_", "RUSTFLAGS"))}
    libraries = glob.glob(f"{HOME}/usr/lib/*-linux-gnu*")
    return ours | {
        "RUSTC": f"{HOME}/usr/bin/rustc",
        "RUSTC_BOOTSTRAP": "1",                            # a stable compiler, asked for -Z build-std
        "LD_LIBRARY_PATH": ":".join(libraries),
        "CARGO_TARGET_DIR": str(WORK / "build"),
        "CC_" + target.replace("-", "_"): f"{HOME}/cc",
        "AR_" + target.replace("-", "_"): "ar",
        "SDKROOT": f"{HOME}/no-sdk",                       # or crate `cc` calls xcrun
    }


def check(source, target):
    words = [f"{HOME}/usr/bin/cargo", "check", "--quiet", "--locked", "-Zbuild-std", "--target", target, "-p", "inkjoin-ffi"]
    return subprocess.run(words, cwd=source, env=environment(target), capture_output=True, text=True)


def plant():
    """A copy of the workspace, in whose library each target has a function of a wrong type."""
    copy = WORK / "planted"
    skip = shutil.ignore_patterns("target", ".*", "__pycache__")
    # With the files' own times: what cargo has built of the original it takes for the copy. What other tests generate may not
    # be there yet.
    shutil.copytree(ROOT, copy, ignore=skip, dirs_exist_ok=True, ignore_dangling_symlinks=True)
    for file in copy.rglob("*.rs"):
        if not (ROOT / file.relative_to(copy)).exists():
            file.unlink()
    with open(copy / LIBRARY, "a", encoding="utf-8") as library:
        for target, alone in TARGETS.items():
            library.write(f"\n#[cfg(all({alone}))]\npub(crate) const {name(target)}: u32 = \"{target}\";\n")
    return copy


def name(target):
    return "PLANTED_" + target.upper().replace("-", "_")


def main():
    if sys.argv[1:] == ["fetch"]:
        bring()
        return 0
    copy, passed, failed = plant(), 0, 0
    for target in TARGETS:
        begun = time.monotonic()
        said = check(ROOT, target)
        fine = said.returncode == 0
        print(f"{target}: {'fine' if fine else 'FAILED'} | {time.monotonic() - begun:.1f} s", flush=True)
        if not fine:
            print(said.stderr[-8000:], file=sys.stderr)
        begun = time.monotonic()
        # To cargo both workspaces are one, as it knows packages by their place in it: only what is newer is looked at.
        os.utime(copy / LIBRARY)
        said = check(copy, target)
        others = [other for other in TARGETS if other != target and name(other) + ":" in said.stderr]
        found = said.returncode != 0 and "E0308" in said.stderr and name(target) + ":" in said.stderr and not others
        print(f"{target}: planted error {'found' if found else 'NOT FOUND'} | {time.monotonic() - begun:.1f} s", flush=True)
        if not found:
            print(said.stderr[-8000:], file=sys.stderr)
        passed, failed = passed + fine + found, failed + 2 - fine - found
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
