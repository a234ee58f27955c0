#!/usr/bin/env python3
"""Android Lint by itself, over the sources and resources of sdk, ports, ui and app.

  lint.py LIBS.JAR ANDROID.JAR    lint, and find faults planted beside the sources (default: what the host's build leaves)

Lint's database of API levels and its annotations for permissions come with the SDK, so NewApi and MissingPermission are not
looked for here: Gradle's `lint` does that elsewhere.
"""
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as tree

import maven

ANDROID = maven.ROOT / "android"
OUT = maven.ROOT / "target/android/lint"
MODULES = ["sdk", "ports", "ui", "app"]
LINT = "com.android.tools.lint:lint:32.5.0"
# Lint's parts name this list of versions, and the registry lacks it: an empty one, as no other version is asked for.
ABSENT = ("org.bouncycastle", "bc-jdk18on-bom", "1.80.2")
# What lint says of the project as it stands in Gradle, which it doesn't know here.
NOT_HERE = ["GradleDependency", "MissingVersion", "OldTargetApi", "RtlEnabled", "UsesMinSdkAttributes"]
COMPILE_SDK = "37"
# A text without its translation; a tag that is longer than older systems take.
PLANTED = {
    "res/values/strings.xml": '<resources><string name="planted">planted</string><string name="used">used</string></resources>',
    "res/values-de/strings.xml": '<resources><string name="used">benutzt</string></resources>',
    "Planted.kt": 'package planted\n\nfun planted() {\n    android.util.Log.d("A tag longer than twenty-three letters", "text")\n}\n',
}
FOUND = ["MissingTranslation", "LongLogTag"]


def main():
    usual = [maven.ROOT / "target/android/libs.jar", maven.ROOT / "target/android/sdk/android.jar"]
    jars = [pathlib.Path(jar).resolve() for jar in sys.argv[1:]] or usual
    absent = [str(jar) for jar in jars if not jar.exists()]
    if absent or len(jars) != 2:
        sys.exit(f"{' and '.join(absent)}: not there; the host's build makes them")
    lint = tool()
    ours = issues(lint, jars, "ours", [module(ANDROID / name) for name in MODULES if (ANDROID / name / "src").exists()])
    for issue in ours:
        print(issue)
    planted = {issue.split(":")[0] for issue in issues(lint, jars, "planted", [plant()])}
    missed = [name for name in FOUND if name not in planted]
    print(f"planted faults {'NOT FOUND: ' + ', '.join(missed) if missed else 'found'}")
    print(f"{(not ours) + (not missed)} passed, {bool(ours) + bool(missed)} failed, 0 skipped")
    return 1 if ours or missed else 0


def tool():
    stand_in = OUT / "absent.pom"
    OUT.mkdir(parents=True, exist_ok=True)
    group, name, version = ABSENT
    stand_in.write_text(maven.POM.format(name=name, body="").replace("<groupId>inkjoin<", f"<groupId>{group}<")
                        .replace("<version>0<", f"<version>{version}<"), encoding="utf-8")
    if not (OUT / "tool/.artifacts").exists():
        try:
            return maven.fetch(OUT / "tool", [LINT], transitive=True)
        except SystemExit:
            maven.run(["install:install-file", f"-Dfile={stand_in}", f"-DgroupId={group}", f"-DartifactId={name}",
                       f"-Dversion={version}", "-Dpackaging=pom", "-DgeneratePom=false"])
    return maven.fetch(OUT / "tool", [LINT], transitive=True)


def module(folder, sources=None):
    """What lint must be told of a module. Kotlin file by file, as a folder of it is passed over without a word; resources by
    their folder, or no language is compared with another."""
    main = folder / "src/main"
    parts = {"manifest": [main / "AndroidManifest.xml"], "resource": [main / "res"],
             "src": sorted(main.glob("kotlin/**/*.kt")) if sources is None else sources}
    return folder.name, {part: [file for file in files if file.exists()] for part, files in parts.items()}


def plant():
    folder = OUT / "planted"
    for path, content in PLANTED.items():
        file = folder / "src/main" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    manifest = folder / "src/main/AndroidManifest.xml"
    manifest.write_text('<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="inkjoin.planted"/>', encoding="utf-8")
    return module(folder, [folder / "src/main/Planted.kt"])


def issues(lint, jars, name, modules):
    """What lint finds, each as `Id: severity, file:line, message`."""
    project, report = OUT / f"{name}.xml", OUT / f"{name}-report.xml"
    project.write_text(description(modules, jars), encoding="utf-8")
    report.unlink(missing_ok=True)
    (OUT / "no-sdk").mkdir(exist_ok=True)
    words = ["java", "-Xmx2g", "-cp", ":".join(map(str, lint)), "com.android.tools.lint.Main", "--project", str(project),
             "--xml", str(report), "--offline", "--disable", ",".join(NOT_HERE)]
    done = subprocess.run(words, capture_output=True, text=True)
    if not report.exists():
        sys.exit(f"{done.stdout}{done.stderr}\nlint ended with {done.returncode}")
    return [told(issue) for issue in tree.parse(report).getroot().iter("issue")]


def told(issue):
    place = issue.find("location")
    at = "" if place is None else f"{place.get('file')}:{place.get('line', '')}"
    return f"{issue.get('id')}: {issue.get('severity')}, {at}, {issue.get('message')}"


def description(modules, jars):
    project = tree.Element("project")
    tree.SubElement(project, "sdk", dir=str(OUT / "no-sdk"))
    for number, (name, parts) in enumerate(modules):
        # Lint tells what a library's texts lack where the app is looked at, so the last one is an app.
        node = tree.SubElement(project, "module", {"name": name, "android": "true", "library": str(number + 1 < len(modules)).lower(),
                                                   "compile-sdk-version": COMPILE_SDK})
        for part, files in parts.items():
            for file in files:
                tree.SubElement(node, part, file=str(file))
        for jar in jars:
            tree.SubElement(node, "classpath", file=str(jar))
        for other, _ in modules[:number]:
            tree.SubElement(node, "dep", module=other)
    return tree.tostring(project, encoding="unicode")


if __name__ == "__main__":
    sys.exit(main())
