"""Reads the property lists of NeXTSTEP, in which Xcode writes projects and .strings files."""
import re

TOKEN = re.compile(r"""\s+|//[^\n]*|/\*.*?\*/|(?P<quoted>"(?:\\.|[^"\\])*")|(?P<word>[\w$./:-]+)|(?P<mark>[{}()=;,])""", re.S)
ESCAPES = {"n": "\n", "t": "\t"}


def read(text):
    """Dictionaries, lists and strings. Raises ValueError where something else stands, or a key twice."""
    tokens = list(tokenise(text))
    value, rest = parse(tokens, 0)
    if rest != len(tokens):
        raise ValueError(f"more after the end: {tokens[rest]}")
    return value


def tokenise(text):
    at = 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if not found:
            raise ValueError(f"line {text.count(chr(10), 0, at) + 1}: {text[at:at + 20]!r}")
        at = found.end()
        if found["quoted"]:
            yield "string", re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[1]), found["quoted"][1:-1], flags=re.S)
        elif found["word"]:
            yield "string", found["word"]
        elif found["mark"]:
            yield found["mark"], found["mark"]


def parse(tokens, at):
    kind, value = take(tokens, at)
    if kind == "string":
        return value, at + 1
    if kind == "{":
        return dictionary(tokens, at + 1)
    if kind == "(":
        return array(tokens, at + 1)
    raise ValueError(f"{value} where a value should be")


def dictionary(tokens, at):
    found = {}
    while take(tokens, at)[0] != "}":
        key, at = parse(tokens, at)
        if take(tokens, at)[0] != "=":
            raise ValueError(f"no = after {key}")
        value, at = parse(tokens, at + 1)
        if take(tokens, at)[0] != ";":
            raise ValueError(f"no ; after {key}")
        if key in found:
            raise ValueError(f"{key} twice")
        found[key], at = value, at + 1
    return found, at + 1


def array(tokens, at):
    found = []
    while take(tokens, at)[0] != ")":
        value, at = parse(tokens, at)
        found.append(value)
        if take(tokens, at)[0] == ",":
            at += 1
    return found, at + 1


def take(tokens, at):
    if at >= len(tokens):
        raise ValueError("it ends too early")
    return tokens[at]
