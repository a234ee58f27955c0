#!/usr/bin/env python3
"""Compare the versions that the build for the host names with those of the Gradle build: gradle/libs.versions.toml is the list.

  versions_check.py [HOST-FOLDER]    libs.txt and pom.xml there (default: beside this file)

A version that the host does not name is a fault too, and so is a file that is not there.
"""
import pathlib
import sys
import tomllib
import xml.etree.ElementTree as tree

HERE = pathlib.Path(__file__).resolve().parent
CATALOG = HERE.parent / "gradle/libs.versions.toml"
# Properties of the host's pom.xml, by the catalogue's name of the version.
PROPERTIES = {
    "kotlin": "kotlin.version",
    "coroutines": "coroutines.version",
    "jna": "jna.version",
    "junit4": "junit4.version",
    "robolectric": "robolectric.version",
    "turbine": "turbine.version",
}
# These lead to AARs, which libs.txt lists by group and name.
AARS = ["activity-compose", "core-ktx", "lifecycle-runtime-compose", "lifecycle-viewmodel-compose", "test-core", "espresso-core"]
# Compose has one list of versions of its own, which the catalogue names by its date.
COMPOSE = {"androidx.compose.material3:material3": "1.4.0", "androidx.compose.ui:ui-test-junit4": "1.12.1",
           "androidx.compose.foundation:foundation": "1.12.1"}
COMPOSE_BOM = "2026.09.00"


def main():
    host = pathlib.Path(sys.argv[1]) if sys.argv[1:] else HERE
    catalog = tomllib.loads(CATALOG.read_text(encoding="utf-8"))
    missing = [file for file in ("libs.txt", "pom.xml") if not (host / file).exists()]
    if missing:
        sys.exit(f"{host}: {' and '.join(missing)} not there")
    wrong = [*of_pom(catalog["versions"], host / "pom.xml"), *of_libs(catalog, host / "libs.txt")]
    for fault in wrong:
        print(fault)
    compared = len(PROPERTIES) + len(AARS) + len(COMPOSE) + 1
    print(f"{compared - len(wrong)} passed, {len(wrong)} failed, 0 skipped")
    return 1 if wrong else 0


def of_pom(versions, pom):
    names = {child.tag.split("}")[-1]: (child.text or "").strip()
             for child in tree.parse(pom).getroot().iterfind("{*}properties/*")}
    for name, called in PROPERTIES.items():
        if name not in versions:
            yield f"the catalogue has no version called {name}"
        elif called not in names:
            yield f"pom.xml has no property {called}"
        elif names[called] != versions[name]:
            yield f"{called} of pom.xml is {names[called]}, and {name} of the catalogue {versions[name]}"


def of_libs(catalog, libs):
    named = read(libs)
    for alias in AARS:
        library = catalog["libraries"].get(alias)
        if library is None:
            yield f"the catalogue has no library called {alias}"
        else:
            yield from compare(library["module"], catalog["versions"][library["version"]["ref"]], named)
    for module, version in COMPOSE.items():
        yield from compare(module, version, named)
    if catalog["versions"].get("compose-bom") != COMPOSE_BOM:
        yield f"the catalogue names another compose-bom than {COMPOSE_BOM}: look up COMPOSE anew"


def compare(module, version, named):
    """Under either name: of many a library the files for Android are called NAME-android."""
    found = {named[name] for name in (module, f"{module}-android") if name in named}
    if not found:
        yield f"libs.txt does not name {module}"
    elif found != {version}:
        yield f"{module} is {' and '.join(sorted(found))} in libs.txt, and {version} in the catalogue"


def read(libs):
    """Version by `group:name`. A pin lists names, of which `NAME*` stands for NAME and NAME-android."""
    named = {}
    for line in libs.read_text(encoding="utf-8").splitlines():
        word, *rest = line.split("#")[0].split() or [""]
        if word == "pin":
            group, version, *names = rest
            named |= {f"{group}:{name.rstrip('*')}": version for name in names}
        elif word in ("use", "test"):
            group, name, version = rest[0].split(":")[:3]
            named[f"{group}:{name}"] = version
    return named


if __name__ == "__main__":
    sys.exit(main())
