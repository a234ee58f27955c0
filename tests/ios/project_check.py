#!/usr/bin/env python3
"""Check what Xcode reads and no compiler here does: the project file, property lists, words, privacy manifest, colours.

  project_check.py         check ios/App and InkjoinUI's words, and find a fault planted in each kind of file
"""
import pathlib
import plistlib
import re
import sys
import xml.etree.ElementTree as ElementTree

import contrast
import openstep
import words

ROOT = pathlib.Path(__file__).resolve().parents[2]
APP, UI = ROOT / "ios/App", ROOT / "ios/Sources/InkjoinUI"
# Apple's list of calls that want a reason, as far as any code here could make them.
REASONS = {"NSPrivacyAccessedAPICategoryUserDefaults": r"UserDefaults|@AppStorage|NSUserDefaults",
           "NSPrivacyAccessedAPICategorySystemBootTime": r"systemUptime|mach_absolute_time",
           "NSPrivacyAccessedAPICategoryDiskSpace": r"volumeAvailableCapacity|systemFreeSize|statfs\(|statvfs\(",
           "NSPrivacyAccessedAPICategoryActiveKeyboards": r"activeInputModes"}
# Of Rust's own library, which is linked into the app.
RUST = {"NSPrivacyAccessedAPICategoryFileTimestamp"}
SPIES = re.compile(r"firebase|crashlytics|sentry|appcenter|amplitude|mixpanel|adjust|segment|AdSupport|AppTrackingTransparency|analytics",
                   re.IGNORECASE)


def project(text):
    """Every reference leads to an object, every object is referred to, every file and folder is there."""
    plist = openstep.read(text)
    objects = plist["objects"]
    used = {plist["rootObject"]}
    for id, object in objects.items():
        for key, value in strings(object):
            if re.fullmatch(r"A0{10,}\w+", value):
                used.add(value)
                yield value in objects, f"{id}.{key} leads to {value}"
    yield used == set(objects), f"{set(objects) - used} are referred to"
    kinds = {object["isa"] for object in objects.values()}
    yield "PBXFileSystemSynchronizedRootGroup" in kinds, "folders are synchronised"
    for object in objects.values():
        if object["isa"] == "PBXFileSystemSynchronizedRootGroup" or object.get("sourceTree") == "<group>" and "path" in object:
            yield (APP / object["path"]).is_dir(), f"folder {object['path']} is there"
        for key in ("INFOPLIST_FILE", "CODE_SIGN_ENTITLEMENTS"):
            file = object.get("buildSettings", {}).get(key)
            yield file is None or (APP / file).is_file(), f"{key} {file} is there"
        icon = object.get("buildSettings", {}).get("ASSETCATALOG_COMPILER_APPICON_NAME")
        yield icon is None or (APP / f"Inkjoin/Assets.xcassets/{icon}.appiconset/icon.png").is_file(), f"icon {icon} is there"
        if object["isa"] == "XCLocalSwiftPackageReference":
            yield (APP / object["relativePath"] / "Package.swift").is_file(), "the package is there"
        if object["isa"] == "XCSwiftPackageProductDependency":
            yield f'name: "{object["productName"]}"' in (ROOT / "ios/Package.swift").read_text(), f"the package has {object['productName']}"
    targets = {object["name"]: id for id, object in objects.items() if object["isa"] == "PBXNativeTarget"}
    scheme = ElementTree.parse(APP / "Inkjoin.xcodeproj/xcshareddata/xcschemes/Inkjoin.xcscheme")
    for reference in scheme.iter("BuildableReference"):
        yield targets.get(reference.get("BlueprintName")) == reference.get("BlueprintIdentifier"), f"the scheme's {reference.get('BlueprintName')}"
    version = re.search(r'^version = "(.*)"', (ROOT / "Cargo.toml").read_text(), re.M)[1]
    told = {object["buildSettings"]["MARKETING_VERSION"] for object in objects.values() if "MARKETING_VERSION" in object.get("buildSettings", {})}
    yield told == {version}, f"version {version}, not {told}"


def strings(value, key=""):
    if isinstance(value, dict):
        for name, part in value.items():
            yield key, name
            yield from strings(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, key)
    else:
        yield key, value


def info(text):
    """The app's Info.plist: what the ports need is asked for, and nothing else."""
    plist = plistlib.loads(text.encode())
    rust = re.search(r"SERVICE_TYPES: \[&str; \d+\] = \[(.*?)\]", (ROOT / "core/src/discovery.rs").read_text(), re.S)[1]
    types = [name.removesuffix(".local.") for name in re.findall(r'"(.*?)"', rust)]
    yield plist["NSBonjourServices"] == types, f"NSBonjourServices is the core's {types}"
    yield plist["NSAppTransportSecurity"] == {"NSAllowsLocalNetworking": True}, "no transport but the local one is opened"
    yield plist["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["inkjoin"], "inkjoin:// opens the app"
    yield plist["NSSupportsLiveActivities"] is True, "Live Activities"
    asked = {key for key in plist if key.endswith("UsageDescription")}
    yield asked == {"NSLocalNetworkUsageDescription", "NSBluetoothAlwaysUsageDescription"}, f"asks for {asked}"
    said = words.table_of(APP / "Inkjoin/en.lproj/InfoPlist.strings")
    yield said == {key: plist[key] for key in asked}, "InfoPlist.strings say the same as Info.plist"


def entitlements(text):
    wanted = {f"com.apple.developer.networking.{name}": True for name in ("HotspotConfiguration", "wifi-info")}
    yield plistlib.loads(text.encode()) == wanted, f"entitlements are {sorted(wanted)}"


def privacy(text):
    """The privacy manifest names what the sources use, no more and no less, and nothing is collected."""
    plist = plistlib.loads(text.encode())
    for key, value in (("NSPrivacyTracking", False), ("NSPrivacyTrackingDomains", []), ("NSPrivacyCollectedDataTypes", [])):
        yield plist[key] == value, f"{key} is {value}"
    sources = [file.read_text() for folder in (APP, ROOT / "ios/Sources/InkjoinUI", ROOT / "ios/Sources/InkjoinKit") for file in folder.rglob("*.swift")]
    used = {name for name, call in REASONS.items() if any(re.search(call, source) for source in sources)} | RUST
    named = {part["NSPrivacyAccessedAPIType"] for part in plist["NSPrivacyAccessedAPITypes"]}
    yield named == used, f"uses {sorted(used)}, names {sorted(named)}"
    yield all(re.fullmatch(r"\w{4}\.\d", why) for part in plist["NSPrivacyAccessedAPITypes"] for why in part["NSPrivacyAccessedAPITypeReasons"]), "reasons"


def widget(text):
    point = plistlib.loads(text.encode())["NSExtension"]["NSExtensionPointIdentifier"]
    yield point == "com.apple.widgetkit-extension", "the clock is a widget's extension"


def simulated(text):
    """The simulator's script runs every test there is."""
    tests = {f"{file.stem}/{name}" for file in (APP / "UITests").glob("*Tests.swift") for name in re.findall(r"func (test\w+)", file.read_text())}
    run = set(re.findall(r"^\w+/test\w+$", text, re.M))
    yield tests == run and bool(run), f"tests and list differ in {tests ^ run}"
    scenes = {scene for file in (APP / "UITests").glob("*Tests.swift") for scene in re.findall(r'Lab\("(.*?)"\)', file.read_text())}
    served = set(re.search(r'^scenes="(.*)"', text, re.M)[1].split())
    yield scenes == served, f"scenes and list differ in {scenes ^ served}"


def spies():
    for file in sorted([*APP.rglob("*.swift"), *(ROOT / "ios/Sources").rglob("*.swift"), *APP.rglob("*.pbxproj"), ROOT / "ios/Package.swift"]):
        if file.name == "InkjoinFFI.swift":  # Ours too, but made.
            continue
        found = SPIES.search(file.read_text(encoding="utf-8"))
        yield not found, f"{file.relative_to(ROOT)}: nobody is told what a person does ({found and found[0]})"


# File, its check, and a fault that the check must find.
CHECKS = [
    (APP / "Inkjoin.xcodeproj/project.pbxproj", project, ("path = Clock;", "path = Clocks;")),
    (APP / "Support/Inkjoin-Info.plist", info, ("_uscan._tcp", "_scan._tcp")),
    (APP / "Support/Inkjoin.entitlements", entitlements, ("wifi-info", "multicast")),
    (APP / "Support/Clock-Info.plist", widget, ("widgetkit", "watchkit")),
    (UI / "Views/Palette.swift", contrast.palettes, ("0x41474E", "0x9097A0")),
    (ROOT / "tests/ios/simulator.sh", simulated, ("LifeTests/testAKilled", "LifeTests/testKilled")),
    (APP / "Inkjoin/PrivacyInfo.xcprivacy", privacy, ("FileTimestamp", "UserDefaults")),
] + [(file, lambda text, file=file: words.table(text, file), (old, new))
     for folder, name, old, new in [(UI / "Resources", "Localizable", '"close" =', '"clos" ='), (APP / "Inkjoin", "Localizable", "%1$@", "%2$@"),
                                    (APP / "Inkjoin", "InfoPlist", '"NSLocal', '"NSlocal'), (APP / "Inkjoin", "AppShortcuts", " = ", "s = "),
                                    (APP / "Clock", "Localizable", " = ", 's" = "')]
     for file in [folder / f"{language}.lproj/{name}.strings" for language in words.LANGUAGES]]


def main():
    passed = failed = 0
    for file, check, (old, new) in CHECKS:
        text = file.read_text(encoding="utf-8")
        wrong = faults(check, text)
        planted = old in text and bool(faults(check, text.replace(old, new)))
        print(f"{file.relative_to(ROOT)}: {'fine' if not wrong else 'FAILED'}" + ("" if planted else ", PLANTED FAULT NOT FOUND"))
        print("".join(f"  {fault}\n" for fault in wrong), end="")
        passed, failed = passed + (not wrong) + planted, failed + bool(wrong) + (not planted)
    told = [what for fine, what in spies() if not fine]
    told += [] if SPIES.search("import FirebaseAnalytics") else ["PLANTED FAULT NOT FOUND: analytics"]
    print("no analytics" if not told else "\n".join(told))
    passed, failed = passed + (not told), failed + bool(told)
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


def faults(check, text):
    try:
        return [what for fine, what in check(text) if not fine]
    except (KeyError, ValueError) as why:
        return [repr(why)]


if __name__ == "__main__":
    sys.exit(main())
