#!/usr/bin/env python3
"""Type-check what needs Apple's frameworks, on Linux: ports, views, app, clock and simulator tests, against the stand-ins.

  typecheck.py             check all of it, and find a wrong name planted in each file

Swift 6 mode, strict concurrency, warnings are errors. Needs what `cargo xtask bindings swift` makes. Nothing is linked or run:
see standins/README.md for what this can't show.
"""
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "target/ios/typecheck"
MODULES = OUT / "modules"
STANDINS = ROOT / "tests/ios/standins"
SOURCES, APP = ROOT / "ios/Sources", ROOT / "ios/App"
FLAGS = ["-swift-version", "6", "-warnings-as-errors", "-parse-as-library", "-wmo", "-Onone", "-I", MODULES,
         "-I", SOURCES / "InkjoinFFIC", "-module-cache-path", OUT / "cache", "-package-name", "ios"]
# SwiftPM writes this for a target with resources.
BUNDLE = "import Foundation\n\nextension Bundle {\n    static let module = Bundle.main\n}\n"
# Module, its folders, and in which of them a name is planted in each file.
CHECKED = [
    ("InkjoinKit", [SOURCES / "InkjoinKit"], [SOURCES / "InkjoinKit/Ports/Apple"]),
    ("InkjoinUI", [SOURCES / "InkjoinUI"], [SOURCES / "InkjoinUI"]),
    ("Inkjoin", [APP / "Inkjoin", APP / "Shared"], [APP / "Inkjoin", APP / "Shared"]),
    ("Clock", [APP / "Clock", APP / "Shared"], [APP / "Clock"]),
    ("UITests", [APP / "UITests", ROOT / "ios/Tests/LabWire"], [APP / "UITests"]),
    ("Readme", [ROOT / "target/bindings/readme/ios"], [ROOT / "target/bindings/readme/ios"]),
]


def main():
    began = time.monotonic()
    MODULES.mkdir(parents=True, exist_ok=True)
    passed = failed = 0
    for name in standins_in_order():
        said = compiled(name, swift(STANDINS / name))
        if said:
            sys.exit(f"stand-in {name}:\n{said}0 passed, 1 failed")
    generated()
    for name, folders, planted_in in CHECKED:
        files = [file for folder in folders for file in swift(folder)]
        said = compiled(name, files + extra(name))
        bad = [file for file in files if f"{file}:" in said]
        print(f"{name}: {len(files)} files {'FAILED' if said else 'fine'}", flush=True)
        print(said, end="", file=sys.stderr)
        failed += len(bad) or bool(said)
        passed += 0 if said else len(files)
        found, missed = plant(name, files, [file for folder in planted_in for file in swift(folder)])
        print(f"{name}: {len(found)} planted names found" + "".join(f"\nNOT FOUND in {file}" for file in missed), flush=True)
        passed, failed = passed + len(found), failed + len(missed)
    print(f"{time.monotonic() - began:.0f} s")
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


def swift(folder):
    return sorted(folder.rglob("*.swift"))


def standins_in_order():
    """Each after those that it imports."""
    names = {folder.name for folder in STANDINS.iterdir() if folder.is_dir() and swift(folder)}
    needs = {name: {word for file in swift(STANDINS / name) for word in re.findall(r"^(?:@\S+ )?import (\w+)", file.read_text(), re.M)}
             & names - {name} for name in names}
    ordered = []
    while needs:
        ready = sorted(name for name, wanted in needs.items() if wanted <= set(ordered))
        if not ready:
            sys.exit(f"stand-ins that import each other: {sorted(needs)}")
        ordered += ready
        needs = {name: wanted for name, wanted in needs.items() if name not in ready}
    return ordered


def generated():
    """The bindings, in the mode that they are written for. What has not changed is not compiled again."""
    source, module = SOURCES / "InkjoinFFI/InkjoinFFI.swift", MODULES / "InkjoinFFI.swiftmodule"
    if module.exists() and module.stat().st_mtime > source.stat().st_mtime:
        return
    said = swiftc("-emit-module", "-emit-module-path", module, "-module-name", "InkjoinFFI", "-swift-version", "5",
                  "-parse-as-library", "-I", SOURCES / "InkjoinFFIC", "-module-cache-path", OUT / "cache", "-package-name", "ios", source)
    if not module.exists():
        sys.exit(f"InkjoinFFI:\n{said}0 passed, 1 failed")


def compiled(name, files):
    """What the compiler says, to the last pass that looks for data races; nothing where all is well."""
    return swiftc("-emit-sil", "-o", OUT / f"{name}.sil", "-emit-module", "-emit-module-path", MODULES / f"{name}.swiftmodule",
                  "-module-name", name, *FLAGS, *files)


def extra(name):
    if name != "InkjoinUI":
        return []
    file = OUT / "Bundle.swift"
    file.write_text(BUNDLE)
    return [file]


def plant(name, files, wanted):
    """A wrong name in each file: all of a module's at once, and those that were not seen so one by one."""
    copies = {file: wrong(file) for file in wanted}
    found = seen(name, files, copies)
    for file, copy in copies.items():
        if file not in found:
            found |= seen(name, files, {file: copy})
    return found, [file for file in wanted if file not in found]


def seen(name, files, copies):
    folder = OUT / "planted" / name
    folder.mkdir(parents=True, exist_ok=True)
    given, where = [], {}
    for file in files:
        if not copies.get(file):
            given.append(file)
            continue
        text, word = copies[file]
        where[file] = (folder / file.name, word)
        where[file][0].write_text(text)
        given.append(where[file][0])
    if not where:
        return set()
    said = swiftc("-typecheck", "-module-name", name, *FLAGS, *given, *extra(name))
    return {file for file, (copy, word) in where.items()
            if any(f"{copy}:" in line and word in line and "error:" in line for line in said.splitlines())}


def wrong(file):
    """The file with its last property (or else its last type) under a name that nothing has; and that name."""
    text = file.read_text(encoding="utf-8")
    code = re.sub(r"//.*|/\*.*?\*/|^\s*@?\w* ?import .*|#.*|\"(?:\\.|[^\"\\])*\"", lambda m: " " * len(m[0]), text, flags=re.M)
    uses = list(re.finditer(r"(?<=[\w\])])\.([a-z]\w+)\b(?![(\w:])", code)) or list(re.finditer(r"(?<=: )([A-Z]\w+)", code))
    if not uses:
        return None
    return text[:uses[-1].end(1)] + "Planted" + text[uses[-1].end(1):], uses[-1][1] + "Planted"


def swiftc(*words):
    done = subprocess.run([ROOT / "tests/bindings/swift/env.sh", "swiftc", *map(str, words)], capture_output=True, text=True, cwd=ROOT)
    said = done.stdout + done.stderr
    return said if done.returncode else ""


if __name__ == "__main__":
    sys.exit(main())
