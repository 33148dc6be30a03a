"""Records that an organization read an entry and found it still true."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from toolkit.content.document import Document
from toolkit.content.tables import fields_of
from toolkit.problems import Fix, ToolkitError
from toolkit.source import Location

_MONTHS_AHEAD: Final = 12


def reviewed(entry: Document, organisation: str, day: date, month: str = "") -> tuple[Fix, ...]:
    """The changes of an entry that `organisation` read on `day` and found still true.

    `month` is when it should be read next, a year later where it is empty. Raises ToolkitError
    where the entry's front matter can't be read.
    """
    month = month or f"{day.year + _MONTHS_AHEAD // 12}-{day.month:02}"
    return with_fields(
        entry,
        {
            "verified": f"{{by: {organisation}, on: {day.isoformat()}}}",
            "review_by": month,
        },
    )


def with_fields(entry: Document, values: Mapping[str, str]) -> tuple[Fix, ...]:
    """The changes that give fields of an entry new values, written as YAML on one line.

    Fields that the entry lacks come where the table of fields has them. Raises ToolkitError where
    the front matter can't be read.
    """
    if entry.front is None or not entry.is_entry:
        raise ToolkitError(
            f"{entry.source.path} can't be changed, because its front matter can't be read.",
            f"run toolkit check {entry.source.path} and fix the errors.",
        )
    order = list(fields_of(entry.kind))
    starts = [(key.text, key.location.line) for key, _ in entry.front.pairs]
    end = entry.body_line - 1  # the line that closes the front matter
    fixes: dict[int, list[str]] = {}
    lines: dict[int, int] = {}
    for name, value in sorted(values.items(), key=lambda item: order.index(item[0])):
        place = next((n for n, (key, _) in enumerate(starts) if key == name), None)
        if place is not None:
            first = starts[place][1]
            lines[first] = starts[place + 1][1] if place + 1 < len(starts) else end
        else:
            after = [line for key, line in starts if key in order[order.index(name) + 1 :]]
            first = min(after, default=end)
            lines.setdefault(first, first)
        fixes.setdefault(first, []).append(f"{name}: {value}\n")
    return tuple(
        Fix(Location(entry.source, first, 1, lines[first], 1), "".join(new))
        for first, new in fixes.items()
    )
