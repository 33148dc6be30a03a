"""Contrast of the style's own colours, by WCAG 2.2: 4.5 for text, 3 for lines and symbols."""

import re
from pathlib import Path

import pytest

STYLE = (
    Path(__file__).parents[2] / "toolkit" / "site" / "theme" / "assets" / "style.css"
).read_text(encoding="utf-8")
_COLOUR = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6})")

GROUNDS = ("paper", "wash")
PILLARS = ("prevention", "prosecution", "protection")
TEXT = [
    *((text, ground) for text in ("ink", "soft", "link") for ground in GROUNDS),
    *((text, "head") for text in ("on-head", "soft-on-head")),
    ("on-note", "note"),
    ("on-leave", "leave"),
]
SHAPES = [
    *((pillar, ground) for pillar in PILLARS for ground in GROUNDS),
    *((f"tab-{pillar}", "head") for pillar in PILLARS),
    *(
        (line, ground)
        for line in ("edge", "note-edge", "focus", "focus-on-wash")
        for ground in GROUNDS
    ),
    ("note-edge", "note"),
    ("focus-on-head", "head"),
    ("leave", "head"),
    ("edge-on-head", "head"),
    ("focus", "note"),
]
# Lines between rows: they carry no meaning.
ORNAMENT = {"line"}


def colours(dark: bool) -> dict[str, str]:
    light_part, _, rest = STYLE.partition("@media screen and (prefers-color-scheme: dark)")
    found = dict(_COLOUR.findall(light_part))
    if dark:
        found |= dict(_COLOUR.findall(rest.partition("\n}\n")[0]))
    return found


def luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_texts_can_be_read_and_shapes_be_seen(dark: bool) -> None:
    known = colours(dark)
    for pairs, least in ((TEXT, 4.5), (SHAPES, 3)):
        for one, ground in pairs:
            assert contrast(known[one], known[ground]) >= least, f"{one} on {ground}"


# Links in text are known by their lines, which are fainter than their words.
LINKS = [("link", "paper"), ("link", "wash"), ("on-note", "note"), ("soft-on-head", "head")]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_lines_under_links_can_be_seen(dark: bool) -> None:
    share = re.search(r"text-decoration-color: color-mix\(in srgb, currentColor (\d+)%", STYLE)
    assert share
    known = colours(dark)
    for text, ground in LINKS:
        pairs = zip(bytes.fromhex(known[text][1:]), bytes.fromhex(known[ground][1:]), strict=True)
        line = bytes(round(one + (two - one) * (1 - int(share[1]) / 100)) for one, two in pairs)
        assert contrast(f"#{line.hex()}", known[ground]) >= 3, f"{text} on {ground}"


def test_every_colour_is_in_a_pair() -> None:
    paired = {name for pair in (*TEXT, *SHAPES) for name in pair}
    assert set(colours(dark=True)) == paired | ORNAMENT


def test_colours_stand_in_custom_properties_alone() -> None:
    rules = re.sub(r"--[a-z-]+:[^;]*;", "", STYLE)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", rules)) <= {"#000000"}  # ink on paper, in print


def test_the_figures_in_the_guide_are_those_of_the_style() -> None:
    guide = (Path(__file__).parents[2] / "docs/contribute/design.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| `([a-z-]+)` \| ([\d.]+) \| ([\d.]+) \|$", guide, re.M)
    shown = {(one, other): (light, dark) for one, other, light, dark in rows}
    assert shown == {
        (one, other): tuple(
            f"{contrast(colours(dark)[one], colours(dark)[other]):.1f}" for dark in (False, True)
        )
        for one, other in (*TEXT, *SHAPES)
    }
