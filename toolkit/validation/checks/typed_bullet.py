"""A list is not written with hyphens, or with numbers and full stops.

The bullet "•" of a word processor does not make a list here, and neither does "1)" or "a)": all
items run together in one paragraph.

## What to do

Begin each item with a hyphen and a space, or with a number, a full stop and a space. Leave a blank
line above the first item.

## Example

Wrong:

```markdown
• Interviews
• Shelter
```

Right:

```markdown
- Interviews
- Shelter
```
"""

import re

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.passages import bodies
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_CALLED = {"-": "the hyphen", "*": "the asterisk"}

# § with a number is a section of a law.
_BULLET = re.compile(
    r"^[ \t>]{0,40}(?P<sign>[•·‣◦▪●■○–—\uf0b7\uf0a7⁃∙➢➤►▶❖◆✓✔✅☑☐❏](?=[ \t\u00a0]|\w)"
    r"|§(?=[ \t\u00a0](?!\d)|[^\W\d])|o(?=\t))",
    re.MULTILINE,
)
_DASHES = ("–", "—")
# Two lines or more: a single one may continue the line above.
_GLUED = re.compile(
    r"^ {0,3}(?P<sign>-|\*)(?=[^\W\d_][^\n*]*\n {0,3}(?P=sign)[^\W\d_])", re.MULTILINE
)
_NUMBER = re.compile(r"^ {0,3}(?P<sign>\(?(?:[0-9]{1,2}|[a-z]|i{1,3}|iv)\))[ \t]+\S", re.MULTILINE)

# The first two of each kind of numbering, and what follows them. "A. Smith" is a person.
_COUNTED = (
    ("1", "2", r"(?:-[ \t]|\.(?=[^\W\d_])|[、．）])"),
    *(("a", "b", r"[.-][ \t]"), ("A", "B", r"[)-][ \t]"), ("а", "б", r"[.)-][ \t]")),
    *(("i", "ii", r"[.-][ \t]"), ("I", "II", r"[)-][ \t]"), ("أ", "ب", r" ?[.)-][ \t]")),
    *(("١", "٢", r" ?[.)-][ \t]"), ("一", "二", "、"), ("①", "②", ""), ("⑴", "⑵", "")),
)
# Items that are paragraphs don't run together.
_TYPED = re.compile(
    r"^ {0,3}(?P<sign>"
    + "|".join(
        rf"{first}{end}(?=(?:[^\n]+\n){{1,4}}? {{0,3}}{second}{end})"
        for first, second, end in _COUNTED
    )
    + ")",
    re.MULTILINE,
)


def check(context: Context) -> Findings:
    """Look for lines that begin with a bullet."""
    for passage in bodies(context.content):
        if not passage.text.isascii() or "o\t" in passage.text:
            for match in _BULLET.finditer(passage.text):
                if match["sign"] in _DASHES and _goes_on(passage.text, match.start()):
                    continue
                yield Finding(
                    f"{quote(match['sign'])} does not make a list.",
                    passage.at(match.start("sign"), 1),
                    'write "- " instead',
                    "begin each item of a list with a hyphen and a space.",
                )
        for match in _GLUED.finditer(passage.text):
            yield Finding(
                f"There is no space after {_CALLED[match['sign']]}, so this does not make a list.",
                passage.at(match.start("sign"), 1),
                'write "- " instead',
                "begin each item of a list with a hyphen and a space.",
            )
        numbers = _NUMBER.finditer(passage.text) if ")" in passage.text else ()
        for match in (*numbers, *_TYPED.finditer(passage.text)):
            yield Finding(
                f"{quote(match['sign'].strip())} does not make a list.",
                passage.at(match.start("sign"), len(match["sign"].strip())),
                "leave a space after it" if match["sign"] == "1." else 'write "1." instead',
                "begin each item of a list with its number, a full stop and a space.",
            )


def _goes_on(text: str, start: int) -> bool:
    """Whether a line with a dash continues a sentence above it, instead of being a list item."""
    above = text[:start].split("\n")[-2:-1]
    below = text[start:].split("\n")[1:2]
    beside = (line.lstrip(" \t>").startswith(_DASHES) for line in (*above, *below))
    return bool(above and above[0].strip()) and not (
        above[0].rstrip()[-1] in ":;：；" or any(beside)
    )
