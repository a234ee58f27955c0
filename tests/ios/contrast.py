"""Whether InkjoinUI's colours can be read on each other."""
import re

# What is drawn on what. The first of a pair is a ground.
TEXTS = [("primary", "onPrimary"), ("primaryGround", "onPrimaryGround"), ("secondaryGround", "onSecondaryGround"), ("surface", "onSurface"),
         ("panel", "onSurface"), ("errorGround", "onErrorGround"), ("warningGround", "onWarningGround"), ("surface", "primary"),
         ("surface", "error"), ("surface", "quiet"), ("raised", "quiet")]
SHAPES = [("surface", "outline"), ("panel", "primary"), ("raised", "primary")]


def palettes(text):
    """WCAG 2.2, 1.4.3 and 1.4.11: 4.5 to 1 for words, 3 to 1 for shapes."""
    found = re.findall(r"static let (light|dark) = Palette\((.*?)\)\n", text, re.S)
    yield [name for name, _ in found] == ["light", "dark"], "light and dark"
    for name, colours in found:
        value = {key: int(number, 16) for key, number in re.findall(r"(\w+): \.rgb\(0x(\w{6})\)", colours)}
        for pairs, least in ((TEXTS, 4.5), (SHAPES, 3)):
            for ground, ink in pairs:
                is_so = contrast(value[ground], value[ink])
                yield is_so >= least, f"{name}: {ink} on {ground} {is_so:.1f} to 1, not {least}"


def contrast(one, other):
    dim, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def luminance(colour):
    parts = [(colour >> shift & 0xFF) / 255 for shift in (16, 8, 0)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
