#!/usr/bin/env python3
"""A small app against the AAR, as far as that goes without a phone.

  verify.py [ANDROID.JAR]    after `cargo xtask package android`, with or without --stand-in

The app is compiled against the AAR's classes, shrunk and renamed by R8 with the keep rules that the AAR carries and one for the
app's own entry, and run on a JVM with this computer's library, whose calls reach the app's ports. Without the rules of the
AAR it must fail. With Android's classes (as a rule target/android/sdk/android.jar) R8 also says what the package names and
Android lacks. The Gradle project beside it is the same app for a phone.
"""
import pathlib
import shutil
import subprocess
import sys
import tomllib
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "android/host"))
import maven  # noqa: E402

HERE = ROOT / "tests/android/consumer"
OUT = ROOT / "target/android/consumer"
R8 = "com.android.tools:r8:9.5.28"
ENTRY = "-keep class consumer.{} {{ *; }}\n"
SAID = "start, find; looks"


def main():
    aars = sorted((ROOT / "target/android/package").rglob("*.aar"), key=lambda aar: aar.stat().st_mtime)
    if not aars:
        sys.exit("there is no AAR: `cargo xtask package android`")
    print(f"the app takes {aars[-1].name}")
    shutil.rmtree(OUT / "aar", ignore_errors=True)
    zipfile.ZipFile(aars[-1]).extractall(OUT / "aar")
    versions = tomllib.loads((ROOT / "android/gradle/libs.versions.toml").read_text(encoding="utf-8"))["versions"]
    libraries = maven.fetch(OUT / "libraries", [
        f"net.java.dev.jna:jna:{versions['jna']}",
        f"org.jetbrains.kotlin:kotlin-stdlib:{versions['kotlin']}",
        f"org.jetbrains.kotlinx:kotlinx-coroutines-core-jvm:{versions['coroutines']}",
    ], transitive=True)
    sources = [HERE / "app/src/main/kotlin/consumer/Visit.kt", HERE / "jvm/Main.kt"]
    app = compiled(sources, [OUT / "aar/classes.jar", *libraries], versions["kotlin"])
    program = [app, OUT / "aar/classes.jar", *libraries]
    kept, bare = shrunk("kept", program, rules=True), shrunk("bare", program, rules=False)
    results = {
        "runs as compiled": SAID in said(program),
        "runs shrunk, with the AAR's rules": SAID in said([kept]),
        "fails shrunk, without them": SAID not in said([bare]),
    }
    android = pathlib.Path(sys.argv[1]) if sys.argv[1:] else ROOT / "target/android/sdk/android.jar"
    if android.exists():
        results["R8 misses no class on Android"] = dexed(program, android)
    else:
        print(f"{android} is not there: what Android lacks is not looked for")
    for what, holds in results.items():
        print(f"{what}: {'yes' if holds else 'NO'}")
    for jar in (kept, bare):
        print(f"{jar.name}: {len(zipfile.ZipFile(jar).namelist())} files")
    failed = list(results.values()).count(False)
    print(f"{len(results) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


def compiled(sources, libraries, kotlin):
    compiler = maven.fetch(OUT / "compiler", [f"org.jetbrains.kotlin:kotlin-compiler-embeddable:{kotlin}"], transitive=True)
    app = OUT / "app.jar"
    words = ["java", "-cp", paths(compiler), "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-no-stdlib", "-no-reflect", "-Werror",
             "-jvm-target", "17", "-cp", paths(libraries), "-d", str(app), *map(str, sources)]
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return app


def shrunk(name, program, rules):
    """The app as class files, with nothing left that R8 takes for unused."""
    keep = OUT / f"{name}.pro"
    own = (OUT / "aar/proguard.txt").read_text(encoding="utf-8") if rules else ""
    keep.write_text(own + ENTRY.format("MainKt"), encoding="utf-8")
    jar = OUT / f"{name}.jar"
    done = r8(["--classfile", "--lib", java_home(), "--pg-conf", str(keep), "--output", str(jar), *map(str, program)])
    if done.returncode:
        sys.exit(done.stderr)
    return jar


def dexed(program, android):
    """JNA's classes for Android are those of its jar."""
    folder = OUT / "dex"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    keep = OUT / "dex.pro"
    # Named by the JDK's own classes, which stand in for Android's.
    keep.write_text((OUT / "kept.pro").read_text(encoding="utf-8") + "-dontwarn jdk.internal.**,sun.**\n", encoding="utf-8")
    libraries = [part for jar in (android, java_of_android()) for part in ("--lib", str(jar))]
    done = r8(["--min-api", "26", *libraries, "--pg-conf", str(keep), "--output", str(folder), *map(str, program)])
    print("\n".join(done.stderr.splitlines()[:20]), file=sys.stderr)
    return done.returncode == 0 and (folder / "classes.dex").exists()


def java_of_android():
    """The host's jar of Android's classes lacks `java`: what Android has of it lies in these of the JDK's modules."""
    jar = OUT / "java.jar"
    with zipfile.ZipFile(jar, "w") as out:
        for module in ("java.base", "java.logging"):
            with zipfile.ZipFile(pathlib.Path(java_home()) / f"jmods/{module}.jmod") as jmod:
                for name in jmod.namelist():
                    if name.startswith("classes/java/"):
                        out.writestr(name.removeprefix("classes/"), jmod.read(name))
    return jar


def r8(options):
    jar = maven.fetch(OUT / "r8", [R8])
    return subprocess.run(["java", "-Xmx2g", "-cp", paths(jar), "com.android.tools.r8.R8", "--release", *options],
                          capture_output=True, text=True)


def java_home():
    done = subprocess.run(["java", "-XshowSettings:properties", "-version"], capture_output=True, text=True, check=True)
    return next(line.split("=")[1].strip() for line in done.stderr.splitlines() if "java.home" in line)


def said(program):
    """The app's line, or what it failed with."""
    words = ["java", f"-Djna.library.path={ROOT / 'target/debug'}", "-cp", paths(program), "consumer.MainKt"]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60)
    line = (done.stdout or done.stderr).strip().splitlines()
    print(line[0] if line else f"ended with {done.returncode} and said nothing")
    return done.stdout


def paths(jars):
    return ":".join(map(str, jars))


if __name__ == "__main__":
    sys.exit(main())
