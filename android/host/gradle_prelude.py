"""The Kotlin that stands around a Gradle script: what Gradle generates for it, and the parts of Gradle's Kotlin DSL that its
published API leaves out."""
import re
import tomllib

# Gradle makes these when a plugin is applied, so no jar holds them.
CONFIGURATIONS = [
    "api", "implementation", "compileOnly", "runtimeOnly", "debugImplementation", "testImplementation", "androidTestImplementation",
]
IMPORTS = """import org.gradle.api.*
import org.gradle.api.file.*
import org.gradle.api.initialization.*
import org.gradle.api.initialization.resolve.*
import org.gradle.api.provider.*
import org.gradle.api.tasks.*
"""
TYPES = {
    "libraries": "org.gradle.api.artifacts.MinimalExternalModuleDependency",
    "plugins": "org.gradle.plugin.use.PluginDependency",
    "versions": "String",
}
DSL = """
class PluginsBlock(private val spec: org.gradle.plugin.use.PluginDependenciesSpec) : org.gradle.plugin.use.PluginDependenciesSpec by spec
fun org.gradle.plugin.use.PluginDependenciesSpec.alias(plugin: Provider<org.gradle.plugin.use.PluginDependency>):
    org.gradle.plugin.use.PluginDependencySpec = error(plugin)
infix fun org.gradle.plugin.use.PluginDependencySpec.apply(now: Boolean): org.gradle.plugin.use.PluginDependencySpec = apply(now)
fun Project.plugins(block: org.gradle.plugin.use.PluginDependenciesSpec.() -> Unit) = Unit

class DependenciesBlock(handler: org.gradle.api.artifacts.dsl.DependencyHandler) : org.gradle.api.artifacts.dsl.DependencyHandler by handler {
    fun project(path: String): org.gradle.api.artifacts.ProjectDependency = error(path)
CONFIGURATIONS}
fun Project.dependencies(block: DependenciesBlock.() -> Unit) = Unit

fun <T : Any> Property<T>.assign(value: T?) = set(value)
fun <T : Any> Property<T>.assign(value: Provider<out T>) = set(value)
fun <T : Any> ListProperty<T>.assign(value: Iterable<T>) = set(value)
fun DirectoryProperty.assign(value: Directory) = set(value)
"""


def catalog(project):
    """The version catalog that the project's settings name, or the usual one, with each version written out."""
    named = re.search(r'files\("([^"]+\.toml)"\)', (project / "settings.gradle.kts").read_text(encoding="utf-8"))
    path = project / (named.group(1) if named else "gradle/libs.versions.toml")
    parts = tomllib.loads(path.read_text(encoding="utf-8"))
    for part in ("libraries", "plugins"):
        for entry in parts.setdefault(part, {}).values():
            version = entry.get("version")
            entry["version"] = parts["versions"][version["ref"]] if isinstance(version, dict) else version
    return parts


def text(parts):
    accessors = "\n".join(f"class {part.capitalize()} {{ {nested(parts[part], kind)} }}" for part, kind in TYPES.items())
    each = [f"    fun {name}(what: Any): org.gradle.api.artifacts.Dependency = error(what)" for name in CONFIGURATIONS]
    return (
        f"{IMPORTS}{accessors}\nclass Catalog {{ {nested(parts['libraries'], TYPES['libraries'])}\n"
        "val plugins = Plugins()\nval versions = Versions() }\nval libs = Catalog()\n"
        + DSL.replace("CONFIGURATIONS", "\n".join(each) + "\n")
    )


def nested(names, kind):
    """`libs.a.b` of `a-b`, by classes in classes; `a` alone may be an entry too."""
    tree = {}
    for name in names:
        node = tree
        for part in re.split("[-_.]", name):
            node = node.setdefault(part, {})
        node[""] = True
    return members(tree, kind)


def members(tree, kind):
    lines = []
    for name, node in tree.items():
        if not name:
            continue
        entry = f"Provider<{kind}> by org.gradle.api.internal.provider.Providers.notDefined()"
        lines.append(f"class {name}_ {':' if '' in node else ''} {entry if '' in node else ''} {{ {members(node, kind)} }}\nval {name} = {name}_()")
    return "\n".join(lines)


def function(number, script, planted):
    """A script as a function. What comes before it is one line long for each line that moved, so that errors keep their place."""
    lines = script.read_text(encoding="utf-8").splitlines()
    imports = [line for line in lines if line.startswith("import ")]
    body = "\n".join("" if line.startswith("import ") else line for line in lines)
    settings = script.name.startswith("settings")
    kind = "Application" if "android.application)" in body and "apply false" not in body else "Library"
    extensions = (
        f"private fun Project.android(block: com.android.build.api.dsl.{kind}Extension.() -> Unit) = Unit; "
        f"private fun Project.androidComponents(block: com.android.build.api.variant.{kind}AndroidComponentsExtension.() -> Unit) = Unit; "
    )
    ours = [f"import {name}" for name in ("alias", "apply", "assign", "dependencies", "libs", "plugins")]
    head = "; ".join([f"package script{number}", *ours, *IMPORTS.split("\n")[:-1], *imports])
    receiver = "Settings" if settings else "Project"
    return f"{head}; {'' if settings else extensions}fun {receiver}.script() {{\n{body}\n{planted}\n}}\n"
