"""Edits an entry or task field by field and section by section; all other bytes stay the same."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from toolkit.authoring.yaml_lines import Given, field_lines
from toolkit.content.document import Document
from toolkit.content.schema import Kind
from toolkit.content.tables import fields_of
from toolkit.content.values import Scalar, Value, scalars_of
from toolkit.problems import Fix, ToolkitError
from toolkit.source import Location

# The name of the whole text, for entries without separate sections.
WHOLE_TEXT = ""
_SECTION_LEVEL = 2
_NUMBER_SIGN = re.compile(r"(?:^|(?<=[ \t]))#")
# After the value, or after the name of a field whose value begins below it.
_REMARK = re.compile(r"(?:[ \t]*:(?:[ \t]+[|>][-+\d]*)?)?([ \t]+#.*)")


def with_fields(entry: Document, values: Mapping[str, Given | None]) -> tuple[Fix, ...]:
    """The changes that give an entry's fields new values; None removes a field.

    New fields are inserted in the order of the table of fields. Raises ToolkitError if the front
    matter can't be read, or if one field's lines can hold another.
    """
    if entry.front is None or not (entry.is_entry or entry.kind is Kind.TASK):
        raise ToolkitError(
            f"{entry.source.path} can't be changed, because its front matter can't be read.",
            f"run toolkit check {entry.source.path} and fix the errors.",
        )
    opening = entry.front.location
    in_braces = opening.source.line(opening.line).startswith("{", opening.column - 1)
    refused = f"{entry.source.path} can't be changed, because"
    if in_braces:
        raise ToolkitError(
            f"{refused} its fields are in braces.",
            "write each field on a line of its own, without braces.",
        )
    if any(fault.check == "duplicate-key" for fault in entry.faults):
        raise ToolkitError(
            f"{refused} a field appears twice.",
            f"remove one of the two: toolkit check {entry.source.path} shows where.",
        )
    rows = fields_of(entry.kind)
    order = list(rows)
    pairs = entry.front.pairs
    starts = [(key.text, key.location.line) for key, _ in pairs]
    indent = _indent(entry.source.line(starts[0][1])) if starts else ""  # of all fields
    end = entry.body_line - 1  # the line that closes the front matter
    fixes: dict[int, list[str]] = {}
    lines: dict[int, int] = {}
    made: list[Fix] = []
    for name, value in sorted(values.items(), key=lambda item: order.index(item[0])):
        new = list(field_lines(rows[name], value)) if value is not None else []
        place = next((n for n, (key, _) in enumerate(starts) if key == name), None)
        if place is not None:
            key, present = pairs[place]
            if len(new) == 1 and isinstance(value, str) and _is_on_one_line(present):
                made.append(Fix(present.location, new[0].removeprefix(f"{name}: ")))
                continue
            first = starts[place][1]
            following = starts[place + 1][1] if place + 1 < len(starts) else end
            lines[first] = _below(present, first, following)
            above, beside = remarks_of(key, present, following) if new else ("", "")
            new = [*above.splitlines(), *(line + beside for line in new[:1]), *new[1:]]
        else:
            later = order[order.index(name) + 1 :]
            place = next((n for n, (key, _) in enumerate(starts) if key in later), None)
            first = end if place is None else starts[place][1]
            if place:  # above the remarks about the field that follows
                first = _below(pairs[place - 1][1], starts[place - 1][1], first, blank=False)
            lines.setdefault(first, first)
        fixes.setdefault(first, []).extend(f"{indent}{line}\n" for line in new)
    for first, added in fixes.items():
        made.append(Fix(Location(entry.source, first, 1, lines[first], 1), "".join(added)))
    return tuple(made)


def remarks_of(name: Scalar, value: Value, following: int) -> tuple[str, str]:
    """The remarks of a field that a new value leaves no place for, a line each, and the one on the
    line of its name, with the spaces before it. The next field begins on the line `following`.
    """
    last = value.location.end_line == name.line
    match = _REMARK.fullmatch(
        name.source.line(name.line), (value.location if last else name.location).end_column - 1
    )
    lines = range(name.line + bool(match), _below(value, name.line, following))
    signed = [number for number in lines if "#" in name.source.line(number)]
    spans = [((*one[3:5],), (*one[5:7],)) for one in scalars_of(value)] if signed else []
    found = []
    for number in signed:
        line = name.source.line(number)
        for sign in _NUMBER_SIGN.finditer(line):
            here = number, sign.start() + 1
            if not any(start <= here < after for start, after in spans):
                found.append(f"{line[sign.start() :].rstrip()}\n")
                break
    return "".join(found), match[1] if match else ""


def sections_of(entry: Document) -> dict[str, str]:
    """The text of each section by heading, and of the whole body."""
    return {
        name: "\n".join(entry.source.lines[first - 1 : last - 1]).strip("\n")
        for name, (first, last) in stretches(entry).items()
    }


def with_sections(entry: Document, texts: Mapping[str, str]) -> Iterator[Fix]:
    """The changes that give an entry's sections new text; missing ones are added at the end."""
    present = stretches(entry)
    end = len(entry.source.lines)
    for name, text in texts.items():
        first, last = present.get(name, (end + 1, end + 1))
        head = "" if name in present else f"\n## {name}\n"
        if first > end and not entry.source.text.endswith("\n"):
            head = f"\n{head}"
        tail = "\n" if text and last <= end else ""
        new = f"{head}\n{text}\n{tail}" if text else head
        yield Fix(Location(entry.source, first, 1, last, 1), new)


def stretches(entry: Document) -> dict[str, tuple[int, int]]:
    """The first line and the end of each section, below its heading, and of the whole body."""
    end = len(entry.source.lines) + 1
    heads = [
        (one.text, one.location.line)
        for one in entry.outline.headings
        if one.level == _SECTION_LEVEL
    ]
    found = {WHOLE_TEXT: (entry.body_line, end)}
    for (name, line), (_, last) in pairwise([*heads, ("", end)]):
        found.setdefault(name, (line + 1, last))
    return found


def _is_on_one_line(value: object) -> bool:
    return (
        isinstance(value, Scalar)
        and not value.is_empty
        and value.location.line == value.location.end_line
    )


def _below(value: Value, first: int, end: int, *, blank: bool = True) -> int:
    """Where a field's lines end; comments before the next field are kept, and empty lines."""
    source = value.location.source
    indent = _indent(source.line(first))
    above = end
    while above > first + 1:
        line = source.line(above - 1).removeprefix(indent)
        if not line.startswith("#") and (line.strip() or not blank):
            break
        above -= 1
    if above < end:  # a text in quotation marks can have such lines, too
        lasts = (one.end_line - (one.end_column == 1) for one in scalars_of(value))
        above = max(above, min(max(lasts, default=first) + 1, end))
    return above


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
