"""The spaces before a line of facts that begins with a tab or with spaces of another kind."""

import re
from collections.abc import Iterator

from toolkit.content.entry_schema import BY_NAME
from toolkit.content.faults import Fault
from toolkit.problems import Fix
from toolkit.source import SourceFile
from toolkit.validation.groups import GROUPS

# A field whose value is on the lines below.
HEAD = re.compile(r"(?P<name>[a-z_]+):(?:[ \t]*(?P<sign>[>|][-+]?))?")
_ITEM = re.compile(r"- +")
_NAME = re.compile(r"['\"]?[\w-]+['\"]?:")


def indent_fixes(source: SourceFile, number: int) -> tuple[Fix, ...]:
    """The fix of all that is before a line, so that it is in line with those next to it.

    Where these allow several places, it is the one that is nearest; a tab can be of any width, so
    that it only tells that the line isn't at the edge. Where they allow none, a tab becomes two
    spaces, and another space an ordinary one.
    """
    line = source.line(number)
    indent = indent_of(line)
    spaces = len(indent.replace("\t", "  "))
    columns = _columns(source, number)
    if "\t" in indent and len(columns) > 1:
        columns -= {0}
        if len(columns) > 1:
            return ()
    spaces = min(columns, key=lambda column: abs(column - spaces), default=spaces)
    return (Fix(source.at(number, 1, len(indent)), " " * spaces),)


def is_field_after_tab(fault: Fault) -> bool:
    """Whether only a tab makes a field of the front matter look like a part of the one above."""
    place = fault.location
    name, colon, _ = place.source.line(place.line).lstrip().partition(":")
    is_field = place.source.path.endswith(".md") and place.column == 1 and colon and name in BY_NAME
    if not is_field or HEAD.fullmatch(place.source.line(place.line - 1).rstrip()):
        return False
    before = (place.source.line(number) for number in range(place.line - 1, 0, -1))
    above = next((line.partition(":")[0] for line in before if line[:1].isalpha()), "")
    return above not in GROUPS or name not in (part.name for part in GROUPS[above].parts)


def _columns(source: SourceFile, number: int) -> set[int]:
    """Where a line can begin, as far as the lines above it and the one below it tell."""
    line, begun = source.line(number), _begun(source, number)
    item = _ITEM.match(line, len(indent_of(line)))
    width = len(item[0]) if item else 0
    below = _starts(source.line(number + 1))[-1:]
    if begun and _opens(next(_above(source, number), "")):
        # What follows a name without a value is deeper than the name.
        least = begun[0][0] + (0 if item else 1)
        same = [one - width * (not is_item) for one, is_item in below if item or not is_item]
        return {one for one in same if one >= least and not _opens(line)} or {begun[0][0] + 2}
    found: set[int] = set()
    for index, (column, is_item) in enumerate(begun):
        if is_item != bool(item) or not (column or item or _NAME.match(line.lstrip())):
            continue
        if _opens(line):
            fits = all(one >= column + width + (not listed) for one, listed in below)
        else:
            fits = {*below} <= {*begun[index:], (column + width, False)}
        found |= {column} if fits else set()
    return found


def _begun(source: SourceFile, number: int) -> list[tuple[int, bool]]:
    """Where those lines above another begin that it can be in line with, the nearest first."""
    found: list[tuple[int, bool]] = []
    for line in _above(source, number):
        starts = _starts(line)
        if not starts:
            return []
        found += [one for one in starts if not found or one[0] < found[-1][0]]
        if not found[-1][0]:
            break
    return found or [(0, False), (0, True)]


def _above(source: SourceFile, number: int) -> Iterator[str]:
    for above in range(number - 1, 0, -1):
        line = source.line(above)
        if line.startswith("---"):
            return
        if line.strip() and not line.lstrip().startswith("#"):
            yield line


def _starts(line: str) -> list[tuple[int, bool]]:
    """Where the text of a line begins, and the hyphen before it; nothing if nobody can tell."""
    indent = indent_of(line)
    if not line.strip() or line.startswith(("---", "#")) or indent.strip(" "):
        return []
    item = _ITEM.match(line, len(indent))
    return [(item.end(), False), (len(indent), True)] if item else [(len(indent), False)]


def _opens(line: str) -> bool:
    return line.rstrip().endswith((":", ">-", "|"))


def indent_of(line: str) -> str:
    """What is before the first letter or sign of a line."""
    return line[: len(line) - len(line.lstrip())]
