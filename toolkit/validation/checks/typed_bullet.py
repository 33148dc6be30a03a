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
from collections.abc import Iterable, Iterator

from toolkit.problems import Finding, Findings, Severity
from toolkit.source import Location
from toolkit.validation.context import Context
from toolkit.validation.passages import Passage
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_CALLED = {"-": "the hyphen", "*": "the asterisk"}

# § with a number is a section of a law.
_BULLET = re.compile(
    r"^[ \t>]{0,40}(?P<sign>[•·‣◦▪●■○–—\uf0b7\uf0a7⁃∙➢➤►▶❖◆✓✔✅☑☐❏](?=[ \t\u00a0\u3000]|\w)"
    # The stroke that draws out Arabic letters, and a wide hyphen.
    r"|[ـ－](?=[ \t\u00a0\u3000])"
    r"|§(?=[ \t\u00a0](?!\d)|[^\W\d])|o(?=\t)"
    # One arrow may lead on from a line, two make a list.
    r"|[→➔⇒](?=[ \t][^\n]*\n[ \t>]{0,40}[→➔⇒][ \t]))",
    re.MULTILINE,
)
_DIGITS, _LETTER = re.compile(r"\d+"), re.compile(r"[a-z]+")
_DASHES = ("–", "—")
_DASHED = re.compile(r"[ \t>]*[–—]")
# Two lines or more: a single one may continue the line above.
_GLUED = re.compile(
    r"^ {0,3}(?P<sign>-|\*)(?=[^\W\d_][^\n*]*\n {0,3}(?P=sign)[^\W\d_])", re.MULTILINE
)
# A single one counts next to an item that is right.
_GLUED_ITEM = re.compile(r"(?P<indent> {0,8})(?P<sign>-|[0-9]{1,2}\.)(?=[^\W\d_])")
_NUMBER = re.compile(r"^ {0,3}(?P<sign>\(?(?:[0-9]{1,2}|[a-z]|i{1,3}|iv)\))[ \t]+\S", re.MULTILINE)

# The first two of each kind of numbering, and what follows them. "A. Smith" is a person.
_COUNTED = (
    ("1", "2", r"(?:-[ \t]|\.(?=[^\W\d_])|[。、．）])"),
    *(("a", "b", r"[.-][ \t]"), ("A", "B", r"[)-][ \t]"), ("а", "б", r"[.)-][ \t]")),
    *(("i", "ii", r"[.-][ \t]"), ("I", "II", r"[)-][ \t]"), ("أ", "ب", r" ?[.)-][ \t]")),
    *(("١", "٢", r" ?[.)-][ \t]"), ("一", "二", "、"), ("①", "②", ""), ("⑴", "⑵", "")),
    *(("（1）", "（2）", ""), ("（一）", "（二）", "")),
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
    """Look for lists whose lines begin with a bullet, at the first line of each."""
    for passage in context.bodies:
        yield from typed_lists(passage)


def typed_lists(passage: Passage) -> Findings:
    """The first line of each such list in a body."""
    text = passage.text
    bullets = _BULLET.finditer(text) if not text.isascii() or "o\t" in text else ()
    for match in (*_lists(text, bullets), *_lists(text, _GLUED.finditer(text))):
        yield _finding(match["sign"], passage.of(match, "sign"))
    numbers = _NUMBER.finditer(text) if ")" in text else ()
    for match in (*_lists(text, numbers), *_TYPED.finditer(text)):
        sign = match["sign"].strip()
        yield _finding(sign, passage.at(match.start("sign"), len(sign)), is_number=True)
    yield from _glued_items(passage)


def _finding(sign: str, place: Location, *, is_number: bool = False) -> Finding:
    if is_number:
        label = "leave a space after it" if sign.endswith(".") else 'write "1." instead'
        hint = "begin each item of a list with its number, a full stop and a space."
    else:
        label, hint = 'write "- " instead', "begin each item of a list with a hyphen and a space."
    message = f"{quote(sign)} does not make a list."
    if sign in _CALLED:
        message = f"There is no space after {_CALLED[sign]}, so this does not make a list."
    return Finding(message, place, label, hint)


def _glued_items(passage: Passage) -> Findings:
    """Single items without a space in a list whose other items have one."""
    lines = passage.text.split("\n")
    for number, line in enumerate(lines):
        match = _GLUED_ITEM.match(line)
        if match is None or (number and _GLUED_ITEM.match(lines[number - 1])):
            continue
        sign = match["sign"]
        item = re.compile(match["indent"] + ("- " if sign == "-" else r"[0-9]{1,2}\. "))
        if any(map(item.match, lines[max(number - 1, 0) : number + 2])):
            place = passage.source.at(passage.line + number, match.start("sign") + 1, len(sign))
            yield _finding(sign, place, is_number=sign != "-")


def _lists(text: str, matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those that begin a list: between the others and what is alike before them are only items."""
    end, last = 0, ""
    for match in matches:
        sign = _LETTER.sub("a", _DIGITS.sub("1", match["sign"]))
        if match["sign"] in _DASHES and _goes_on(text, match.start()):
            continue
        if sign != last or text[end : match.start()].strip():
            yield match
        last = sign
        if match.end() > end:
            end = text.find("\n\n", match.end()) % (len(text) + 1)


def _goes_on(text: str, start: int) -> bool:
    """Whether a line with a dash continues a sentence above it, instead of being a list item."""
    begin = max(text.rfind("\n", 0, start), 0)
    above = text[text.rfind("\n", 0, begin) + 1 : begin].rstrip()
    below = text.find("\n", start) + 1 or len(text)
    return bool(above) and not (
        above[-1] in ":;：；" or _DASHED.match(above) or _DASHED.match(text, below)
    )
