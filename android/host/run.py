#!/usr/bin/env python3
"""Build and test the Android side on this computer: Maven over all modules, then one line per kind of test and their sum.

run.py [MAVEN-OPTION...]    such as `-pl res,sdk,ui`, or `-Dtest=…`
"""
import collections
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
BUILD = HERE.parents[1] / "target/android/build"
FIGURES = "figure: "


def main():
    command = ["mvn", "-o", "-q", "-B", "-Dstyle.color=never", "--fail-at-end", "-f", HERE / "pom.xml", "clean", "test"]
    built = subprocess.run([*command, *sys.argv[1:]])
    kinds, sums, figures = collections.Counter(), collections.Counter(), []
    for report in sorted(BUILD.glob("*/surefire-reports/TEST-*.xml")):
        suite = ElementTree.parse(report).getroot()
        for case in suite.iter("testcase"):
            result = "failed" if case.find("failure") is not None or case.find("error") is not None else (
                "skipped" if case.find("skipped") is not None else "passed")
            kinds[f"{report.parents[1].name:6} {suite.get('name')}"] += 1
            sums[result] += 1
            if result == "failed":
                print(f"FAILED {suite.get('name')}: {case.get('name')}")
        said = suite.findtext("system-out") or ""
        output = report.with_name(report.stem.removeprefix("TEST-") + "-output.txt")
        said += output.read_text(errors="replace") if output.exists() else ""
        figures += [line.removeprefix(FIGURES) for line in said.splitlines() if line.startswith(FIGURES)]
    for kind, count in sorted(kinds.items()):
        print(f"{count:5}  {kind}")
    for figure in dict.fromkeys(figures):
        print(figure)
    if built.returncode and not sums["failed"]:
        sums["failed"] = 1
        print("the build failed")
    print(f"{sums['passed']} passed, {sums['failed']} failed, {sums['skipped']} skipped")
    return 1 if sums["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
