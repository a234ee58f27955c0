"""Lets Maven fetch what a script needs: it is the one program here that knows every registry's manners."""
import os
import pathlib
import subprocess
import sys
import xml.sax.saxutils

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Options for each call, such as `-o` or `-Dmaven.repo.local=DIR`.
OPTIONS = os.environ.get("MAVEN_OPTIONS", "").split()
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0"
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>inkjoin</groupId><artifactId>{name}</artifactId><version>0</version><packaging>pom</packaging>
  {body}
</project>
"""


def fetch(folder, artifacts, transitive=False):
    """Leaves the files of `GROUP:NAME:VERSION[:TYPE]` in a folder, once; with what they depend on, if so wished.

    Returns their paths, sorted.
    """
    folder = pathlib.Path(folder)
    list_file, wanted = folder / ".artifacts", "\n".join([*artifacts, f"transitive: {transitive}"])
    if not (list_file.exists() and list_file.read_text(encoding="utf-8") == wanted):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        pom = folder / "pom.xml"
        if transitive:
            body, goal = f"<dependencies>{items('dependency', artifacts)}</dependencies>", "copy-dependencies"
            options = [f"-DoutputDirectory={folder}", "-Dmdep.prependGroupId=true"]
        else:
            body, goal, options = copying(folder, artifacts), "copy", []
        pom.write_text(POM.format(name=folder.name, body=body), encoding="utf-8")
        run(["-f", str(pom), f"{PLUGIN}:{goal}", *options])
        list_file.write_text(wanted, encoding="utf-8")
    return sorted(path for path in folder.iterdir() if path.name not in (".artifacts", "pom.xml"))


def copying(folder, artifacts):
    return (
        "<build><plugins><plugin><artifactId>maven-dependency-plugin</artifactId><configuration>"
        f"<outputDirectory>{xml.sax.saxutils.escape(str(folder))}</outputDirectory><prependGroupId>true</prependGroupId>"
        f"<artifactItems>{items('artifactItem', artifacts)}</artifactItems></configuration></plugin></plugins></build>"
    )


def items(tag, artifacts):
    return "".join(item(tag, *artifact.split(":")) for artifact in artifacts)


def item(tag, group, name, version, kind="jar"):
    return (
        f"<{tag}><groupId>{group}</groupId><artifactId>{name}</artifactId><version>{version}</version>"
        f"<type>{kind}</type></{tag}>"
    )


def run(words):
    done = subprocess.run(["mvn", "-q", "-B", "-ntp", *OPTIONS, *words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\nmvn {' '.join(words)}: ended with {done.returncode}")
