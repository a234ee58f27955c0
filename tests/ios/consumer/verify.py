#!/usr/bin/env python3
"""A small app against the Swift package, as far as that goes without a Mac.

  verify.py    after `cargo xtask package ios --stand-in --url https://example.org/inkjoin`

SwiftPM on Linux takes no XCFramework. So the app gets a copy of the package in which one thing is changed: in place of
`.binaryTarget` stands `.systemLibrary`, for the module of the XCFramework's first slice, and the library of that slice is linked.
Sources, header, module map, library and what is linked besides are the package's own. Not shown: that Xcode takes the
XCFramework, and anything of Apple's.
"""
import hashlib
import json
import os
import pathlib
import plistlib
import re
import shutil
import subprocess
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
HERE = ROOT / "tests/ios/consumer"
IOS = ROOT / "target/ios/stand-in"
OUT = ROOT / "target/ios/consumer"
FRAMEWORK = "InkjoinFFIC.xcframework"
BINARY = re.compile(r'\.binaryTarget\(name: "InkjoinFFIC", ([^)]*)\)')
SAID = "start, find"


def main():
    zips = list(IOS.glob("*.xcframework.zip"))
    if not zips or not (IOS / "package/Package.swift").exists():
        sys.exit("there is no package: `cargo xtask package ios --stand-in --url https://example.org/inkjoin`")
    results = {
        "the list names what is there": listed(IOS / "package" / FRAMEWORK),
        "the zip holds the same files": same(zips[0], IOS / "package"),
        "SwiftPM reads Package.swift, and its checksum is the zip's": checksum(zips[0]),
        "an app is built and runs": built("whole") == "" and SAID in said("whole"),
        "fails without the header": "'RustBuffer' in scope" in built("without-header", ["Headers/InkjoinFFIC/InkjoinFFIC.h"]),
        "fails without the library": "-linkjoin_ffi" in built("without-library", ["libinkjoin_ffi.a"]),
    }
    for what, holds in results.items():
        print(f"{what}: {'yes' if holds else 'NO'}")
    failed = list(results.values()).count(False)
    print(f"{len(results) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


def libraries(framework):
    return plistlib.loads((framework / "Info.plist").read_bytes())["AvailableLibraries"]


def listed(framework):
    """Each library with its module, nothing missing and nothing besides."""
    wanted = {framework / "Info.plist"}
    for library in libraries(framework):
        folder = framework / library["LibraryIdentifier"]
        headers = folder / library["HeadersPath"] / "InkjoinFFIC"
        wanted |= {folder / library["LibraryPath"], headers / "InkjoinFFIC.h", headers / "module.modulemap"}
    return wanted == {path for path in framework.rglob("*") if path.is_file()}


def same(packed, package):
    with zipfile.ZipFile(packed) as files:
        there = {str(path.relative_to(package)) for path in (package / FRAMEWORK).rglob("*") if path.is_file()}
        return set(files.namelist()) == there and all(files.read(name) == (package / name).read_bytes() for name in there)


def checksum(packed):
    """By SwiftPM's own word, which is what an app's build compares."""
    described = json.loads(swift(["package", "--package-path", str(IOS / "package"), "dump-package"]).stdout)
    target = next(target for target in described["targets"] if target["type"] == "binary")
    if "url" not in target:
        sys.exit("Package.swift takes what lies beside it: package with --url")
    own = swift(["package", "compute-checksum", str(packed)], cwd=IOS / "package").stdout.strip()
    print(f"checksum by SwiftPM: {own}; {target['url']}")
    of_file = hashlib.sha256(packed.read_bytes()).hexdigest()
    return target["checksum"] == own == of_file and target["url"].endswith("/" + packed.name)


def built(name, without=()):
    """Builds the app with the package, or with a package that lacks something. What was said if it could not be built."""
    folder = OUT / name
    shutil.rmtree(folder, ignore_errors=True)
    package = folder / "package"
    shutil.copytree(IOS / "package", package)
    piece = package / FRAMEWORK / libraries(package / FRAMEWORK)[0]["LibraryIdentifier"]
    for path in without:
        (piece / path).unlink()
    manifest = package / "Package.swift"
    module = (piece / "Headers/InkjoinFFIC").relative_to(package)
    text, count = BINARY.subn(f'.systemLibrary(name: "InkjoinFFIC", path: "{module}")', manifest.read_text(encoding="utf-8"))
    if count != 1:
        sys.exit("Package.swift has no binary target")
    # What a binary target does by itself.
    manifest.write_text(text.replace("linkerSettings: [", 'linkerSettings: [.linkedLibrary("inkjoin_ffi"), '), encoding="utf-8")
    done = swift(["build", "--package-path", str(HERE), "--scratch-path", str(folder / "build"), "-Xlinker", f"-L{piece}",
                  "-Xlinker", "--allow-shlib-undefined"],  # Debian's libswiftObservation.so needs it.
                 {"INKJOIN_PACKAGE": str(package)})
    print(f"{name}: {'not built' if done.returncode else 'built'}")
    log = done.stdout + done.stderr
    if done.returncode:
        print(next((line for line in log.splitlines() if "cannot find" in line), log))
    return log if done.returncode else ""


def said(name):
    words = ["sh", str(ROOT / "tests/bindings/swift/env.sh"), str(OUT / name / "build/debug/Consumer")]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60)
    print((done.stdout or done.stderr).strip())
    return done.stdout


def swift(words, more=(), cwd=ROOT):
    return subprocess.run(["sh", str(ROOT / "tests/bindings/swift/env.sh"), "swift", *words], capture_output=True, text=True,
                          cwd=cwd, env=os.environ | dict(more))


if __name__ == "__main__":
    sys.exit(main())
