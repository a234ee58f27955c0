#!/usr/bin/env python3
"""Type-check the Gradle files against the classes of Gradle and of the Android plugin. Gradle itself is not run.

  gradle_check.py          check android/ and the consumer's project, and find an error planted in each of their files

Each script becomes the body of a function whose receiver is Gradle's own Project or Settings. The plugins' ids are looked up
as Gradle does it, by their marker artifacts.

It can't see what Gradle 9 changed after 8.11 (the newest API that is published as one jar), what only shows when it runs (how
tasks are wired, whether the plugins take this version of Gradle), and what no script names (gradle.properties, manifests).
"""
import pathlib
import shutil
import subprocess
import sys

import gradle_prelude
import maven

OUT = maven.ROOT / "target/android/gradle"
PROJECTS = [maven.ROOT / "android", maven.ROOT / "tests/android/consumer"]
VERSIONS = gradle_prelude.catalog(PROJECTS[0])["versions"]
KOTLIN, AGP = VERSIONS["kotlin"], VERSIONS["agp"]
APIS = [
    "dev.gradleplugins:gradle-api:8.11.1",
    f"com.android.tools.build:gradle-api:{AGP}",
    f"com.android.tools.build:gradle-common-api:{AGP}",
    f"org.jetbrains.kotlin:kotlin-stdlib:{KOTLIN}",
    "javax.inject:javax.inject:1",
]
COMPILER = [
    f"org.jetbrains.kotlin:kotlin-compiler-embeddable:{KOTLIN}",
    f"org.jetbrains.kotlin:kotlin-sam-with-receiver-compiler-plugin-embeddable:{KOTLIN}",
    f"org.jetbrains.kotlin:kotlin-assignment-compiler-plugin-embeddable:{KOTLIN}",
]
# Gradle gives both plugins to every script: `block { … }` has a receiver, and `property = value` sets one.
PLUGINS = {
    "sam-with-receiver": "samWithReceiver:annotation=org.gradle.api.HasImplicitReceiver",
    "assignment": "assignment:annotation=org.gradle.api.SupportsKotlinAssignmentOverloading",
}
# A name that nothing has, in each kind of script; planted at a script's end, it must be found.
PLANTED = {
    "settings": ("nam", 'rootProject.nam = ""'),
    "root": ("noSuchAlias", "dependencies { api(libs.noSuchAlias) }"),
    "module": ("minSdkk", "android { defaultConfig { minSdkk = 26 } }"),
}


def main():
    projects = [project for project in PROJECTS if (project / "settings.gradle.kts").exists()]
    apis = maven.fetch(OUT / "apis", APIS)
    compiler = maven.fetch(OUT / "compiler", COMPILER, transitive=True)
    passed, failed = 0, 0
    for project in projects:
        catalog = gradle_prelude.catalog(project)
        maven.fetch(OUT / "markers" / project.name, markers(catalog))
        scripts = [project / "settings.gradle.kts", project / "build.gradle.kts", *sorted(project.glob("*/build.gradle.kts"))]
        fine, said = compiles(project, scripts, catalog, apis, compiler)
        print(f"{project.name}: {len(scripts)} scripts {'fine' if fine else 'FAILED'}", flush=True)
        print(said, end="", file=sys.stderr)
        missed = not_found(project, scripts, catalog, apis, compiler) if fine else []
        for script in missed:
            print(f"{script.relative_to(project)}: planted error NOT FOUND", flush=True)
        passed, failed = passed + fine + (fine and not missed), failed + (not fine) + bool(missed)
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed or not projects else 0


def markers(catalog):
    """What Gradle resolves for a plugin's id; a wrong id or version has none."""
    return [f"{plugin['id']}:{plugin['id']}.gradle.plugin:{plugin['version']}:pom" for plugin in catalog["plugins"].values()]


def not_found(project, scripts, catalog, apis, compiler):
    """The scripts in which the compiler does not see a planted error. All are planted at once."""
    planted = {script: PLANTED[kind(project, script)] for script in scripts}
    _, said = compiles(project, scripts, catalog, apis, compiler, {script: line for script, (_, line) in planted.items()})
    found = said.splitlines()
    return [script for script, (name, _) in planted.items()
            if not any(f"{source(project, script).name}:" in line and f"'{name}'" in line for line in found)]


def kind(project, script):
    if script.name.startswith("settings"):
        return "settings"
    return "root" if script.parent == project else "module"


def compiles(project, scripts, catalog, apis, compiler, planted=None):
    folder = OUT / "sources" / project.name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    prelude = folder / "prelude.kt"
    prelude.write_text(gradle_prelude.text(catalog), encoding="utf-8")
    for number, script in enumerate(scripts):
        source(project, script).write_text(gradle_prelude.function(number, script, (planted or {}).get(script, "")), encoding="utf-8")
    words = ["java", "-cp", paths(compiler), "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-no-stdlib", "-no-reflect", "-nowarn"]
    for name, option in PLUGINS.items():
        jar = next(jar for jar in compiler if f"{name}-compiler-plugin" in jar.name)
        words += [f"-Xplugin={jar}", "-P", f"plugin:org.jetbrains.kotlin.{option}"]
    words += ["-cp", paths(apis), "-d", str(folder / "classes"), *map(str, [prelude, *(source(project, one) for one in scripts)])]
    done = subprocess.run(words, capture_output=True, text=True)
    return done.returncode == 0, done.stderr


def source(project, script):
    return OUT / "sources" / project.name / ("_".join(script.relative_to(project).parts).removesuffix(".gradle.kts") + ".kt")


def paths(jars):
    return ":".join(map(str, jars))


if __name__ == "__main__":
    sys.exit(main())
