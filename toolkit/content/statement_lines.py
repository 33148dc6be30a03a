"""Reads registers with one statement a line, as the commands write them, without a YAML parser.

A register that holds anything else is left to the parser, which reads the same rows from these
lines and takes twenty times as long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.content.values import Scalar
from toolkit.source import Location, SourceFile

_LIST = re.compile(r"(recognises|objections|withdrawals):")
_BLANK = re.compile(r" *(?:#[ -~\u00a1-\u024f]*)?")
_SIGN = r"!#-\[\]-~\u00a1-\u024f"  # what may stand between quotation marks, blanks apart
_STATEMENT = re.compile(
    r"( *)- (\{entry: ([a-z0-9]+(?:-[a-z0-9]+)*), digest: (sha256:[0-9a-f]{64}), "
    r"on: ([0-9]{4}-[0-9]{2}-[0-9]{2})"
    rf"(?:, (note|reason): (\"[ {_SIGN}]*[{_SIGN}][ {_SIGN}]*\"))?\}})"
)
# The field that holds words, and whether a statement must have some.
_WORDS = {"recognises": ("note", False), "objections": ("reason", True)}
_OTHER_WORDS = ("reason", False)


@dataclass(frozen=True, slots=True)
class Line:
    """A statement: the list it stands in, its place, and its fields."""

    list: str
    location: Location
    scalars: dict[str, Scalar]


def read_lines(source: SourceFile) -> list[Line] | None:
    """The statements of a register in their order; None where another reader has to look."""
    found: list[Line] = []
    seen: set[str] = set()
    name, indent = "", ""
    for number, text in enumerate(source.lines, 1):
        match = _STATEMENT.fullmatch(text)
        if match is None:
            head = _LIST.fullmatch(text)
            if head is not None and head[1] not in seen:
                name, indent = head[1], ""
                seen.add(name)
            elif not _BLANK.fullmatch(text):
                return None
            continue
        first = len(found) == 0 or found[-1].list != name
        field, needed = _WORDS.get(name, _OTHER_WORDS)
        if not name or match[3] == "null" or not (first or match[1] == indent):
            return None
        if match[6] not in ((field,) if needed else (None, field)):
            return None
        indent = match[1]
        found.append(_line(source, number, name, match))
    return found


def _line(source: SourceFile, number: int, name: str, match: re.Match[str]) -> Line:
    def place(group: int) -> Location:
        return Location(source, number, match.start(group) + 1, number, match.end(group) + 1)

    scalars = {
        "entry": Scalar(match[3], place(3)),
        "digest": Scalar(match[4], place(4)),
        "on": Scalar(match[5], place(5)),
    }
    if match[6]:
        scalars[match[6]] = Scalar(match[7][1:-1], place(7), plain=False)
    return Line(name, place(2), scalars)
