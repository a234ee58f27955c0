#!/usr/bin/env python3
"""Type-check the emulator's tests without an emulator: the Kotlin of android/app/src/androidTest against the libraries' own classes.

  instrumented.py LIBS.JAR ANDROID.JAR    (default: what the host's build leaves), and find an error planted in them

`enableAccessibilityChecks` is a stand-in: only Google's own repository has its library. Nothing runs.
"""
import pathlib
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "android/host"))
import maven  # noqa: E402

OUT = ROOT / "target/android/instrumented"
TESTS = ROOT / "android/app/src/androidTest/kotlin"
STAND_INS = {
    "Accessibility.kt": "package androidx.compose.ui.test.junit4.accessibility\n\n"
                        "fun androidx.compose.ui.test.junit4.ComposeTestRule.enableAccessibilityChecks() = Unit\n",
}
PLANTED = "package inkjoin.app\n\nfun planted(person: Person) = person.takess(\"start\", \"begin\")\n"


def main():
    android = ROOT / "target/android"
    usual = [android / "libs.jar", android / "sdk/android.jar"]
    jars = [pathlib.Path(jar).resolve() for jar in sys.argv[1:]] or usual
    jars += [android / "build" / module / "classes" for module in ("sdk", "ports", "ui", "app")]
    absent = [str(jar) for jar in jars if not jar.exists()]
    if absent or len(jars) != 6:
        sys.exit(f"{' and '.join(absent)}: not there; the host's build makes them")
    versions = tomllib.loads((ROOT / "android/gradle/libs.versions.toml").read_text(encoding="utf-8"))["versions"]
    compiler = maven.fetch(OUT / "compiler", [f"org.jetbrains.kotlin:kotlin-compiler-embeddable:{versions['kotlin']}"], transitive=True)
    jars += maven.fetch(OUT / "junit", [f"junit:junit:{versions['junit4']}"])
    sources = sorted(TESTS.rglob("*.kt"))
    for name, text in STAND_INS.items():
        sources.append(written(name, text))
    said = compiled(compiler, jars, sources)
    planted = compiled(compiler, jars, [*sources, written("Planted.kt", PLANTED)])
    found = "'takess'" in planted
    print(f"{len(sources) - len(STAND_INS)} files {'FAILED' if said else 'fine'}\n{said}planted error {'found' if found else 'NOT FOUND'}")
    print(f"{(not said) + found} passed, {bool(said) + (not found)} failed, 0 skipped")
    return 1 if said or not found else 0


def written(name, text):
    file = OUT / name
    file.write_text(text, encoding="utf-8")
    return file


def compiled(compiler, jars, sources):
    """What the compiler says, warnings too; nothing where all is well."""
    words = ["java", "-cp", paths(compiler), "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-no-stdlib", "-no-reflect", "-Werror",
             "-jvm-target", "17", "-cp", paths(jars), "-d", str(OUT / "classes"), *map(str, sources)]
    done = subprocess.run(words, capture_output=True, text=True)
    return done.stderr if done.returncode else ""


def paths(jars):
    return ":".join(map(str, jars))


if __name__ == "__main__":
    sys.exit(main())
