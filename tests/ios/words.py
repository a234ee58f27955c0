"""The tables of words: whether languages, code and Android agree on them."""
import pathlib
import re
import xml.etree.ElementTree as ElementTree

import openstep

ROOT = pathlib.Path(__file__).resolve().parents[2]
APP, UI = ROOT / "ios/App", ROOT / "ios/Sources/InkjoinUI"
LANGUAGES = ["en", "de"]
# Where Android keeps the words of the same keys.
ANDROID = [ROOT / f"android/{module}/src/main/res" for module in ("ui", "app")]


def table(text, file):
    """One table of words: all languages have its keys and its places for numbers; Android says the same where it has the key."""
    own, name = words_of(text), file.name
    folder = file.parent.parent
    for language in LANGUAGES:
        other = table_of(folder / f"{language}.lproj" / name)
        yield set(own) == set(other), f"{file.parent.name} and {language} differ in {set(own) ^ set(other)}"
        yield all(places(own[key]) == places(other[key]) for key in set(own) & set(other)), f"{language}'s places"
    if name != "Localizable.strings":
        return
    android = android_words(file.parent.name.removesuffix(".lproj"))
    for key in set(own) & set(android):
        yield plain(own[key]) == plain(android[key]), f"{key}: {own[key]!r} and on Android {android[key]!r}"
    code = "\n".join(source.read_text() for source in (UI if UI in folder.parents else folder).rglob("*.swift"))
    for key in own:
        yield bool(re.search(rf'"{key}"|case {key}$', code, re.M)), f"{key} is used"
    if folder == UI / "Resources":
        cases = re.findall(r'^    case (\w+)(?: = "(\w+)")?$', (UI / "Plain/OwnLanguage.swift").read_text(), re.M)
        yield {raw or case for case, raw in cases} == set(own), f"the enum's words differ in {({raw or case for case, raw in cases}) ^ set(own)}"


def table_of(file):
    return words_of(file.read_text(encoding="utf-8"))


def words_of(text):
    return openstep.read("{" + text + "}")


def places(text):
    return sorted(re.findall(r"%\d\$[\w@]+|\$\{\w+\}", text))


def plain(text):
    """Places for numbers and texts are written differently."""
    return re.sub(r"%(\d)\$[\w@]+", r"%\1", text)


def android_words(language):
    values = "values" if language == "en" else f"values-{language}"
    parts = [part for folder in ANDROID for part in ElementTree.parse(folder / values / "strings.xml").getroot().iter("string")]
    return {part.get("name"): (part.text or "").replace("\\'", "'") for part in parts}
