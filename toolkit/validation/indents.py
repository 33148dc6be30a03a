"""The spaces before a line of facts that begins with a tab or with spaces of another kind."""

import re

from toolkit.content.entry_schema import FIELDS
from toolkit.content.faults import Fault
from toolkit.problems import Fix
from toolkit.source import SourceFile
from toolkit.validation.groups import GROUPS

# A field whose value is on the lines below.
HEAD = re.compile(r"(?P<name>[a-z_]+):(?:[ \t]*(?P<sign>[>|][-+]?))?")
_FIELDS = frozenset(field.name for field in FIELDS)
_INDENT = re.compile(r"[^\S\n]*")
_ITEM = re.compile(r"- +")
_UNCLEAR = -1


def indent_fixes(source: SourceFile, number: int) -> tuple[Fix, ...]:
    """The fix of all that is before a line, so that it is in line with those next to it.

    Where these differ, it is the one that is nearest; a tab can be of any width, so that it only
    tells that the line isn't at the edge. Where no line next to it can tell, a tab becomes two
    spaces, and another space an ordinary one.
    """
    line = source.line(number)
    indent = _indent(line)
    spaces = len(indent.replace("\t", "  "))
    is_item = _ITEM.match(line, len(indent)) is not None
    near = {_above(source.line(number - 1), is_item)}
    if not line.rstrip().endswith(":"):
        near.add(_below(source.line(number + 1), is_item))
    near -= {_UNCLEAR}
    if _is_odd(source.line(number - 1)):
        near = set()
    elif "\t" in indent and len(near) > 1:
        near -= {0}
        if len(near) > 1:
            return ()
    spaces = min(near, key=lambda column: abs(column - spaces), default=spaces)
    return (Fix(source.at(number, 1, len(indent)), " " * spaces),)


def is_field_after_tab(fault: Fault) -> bool:
    """Whether only a tab makes a field of the front matter look like a part of the one above."""
    place = fault.location
    name, colon, _ = place.source.line(place.line).lstrip().partition(":")
    is_field = place.source.path.endswith(".md") and place.column == 1 and colon and name in _FIELDS
    if not is_field or HEAD.fullmatch(place.source.line(place.line - 1).rstrip()):
        return False
    before = (place.source.line(number) for number in range(place.line - 1, 0, -1))
    above = next((line.partition(":")[0] for line in before if line[:1].isalpha()), "")
    return above not in GROUPS or name not in (part.name for part in GROUPS[above].parts)


def _indent(line: str) -> str:
    found = _INDENT.match(line)
    return found[0] if found else ""


def _is_odd(line: str) -> bool:
    return bool(_indent(line).strip(" "))


def _below(line: str, is_item: bool) -> int:
    """Where a line of the same kind below another begins."""
    indent = _indent(line)
    item = _ITEM.match(line, len(indent))
    if not line.strip() or line.startswith(("---", "#")) or _is_odd(line) or is_item != bool(item):
        return _UNCLEAR
    return len(indent)


def _above(line: str, is_item: bool) -> int:
    """The same of a line above another, which may begin an item of which the other is a part."""
    indent = _indent(line)
    item = _ITEM.match(line, len(indent))
    if item and not is_item:
        return item.end()
    # What follows a name without a value is deeper than the name.
    return _UNCLEAR if line.rstrip().endswith((":", ">-", "|")) else _below(line, is_item)
