"""What editors owe their readers: entries to read again, facts to check, addresses to look for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.schema import Form
from toolkit.content.tables import fields_of
from toolkit.problems import Fix, ToolkitError
from toolkit.source import Location

# A practice that is still called promising after so many years has had time to be evaluated.
YEARS_OF_PROMISE: Final = 10
_MONTHS_AHEAD: Final = 12


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that an entry asks for: `reason` is the field that asks, `words` say what to do.

    `organisations` are the ids of the bodies that can tell; without one it is for the editors.
    """

    entry: str
    path: str
    title: str
    organisations: tuple[str, ...]
    reason: str
    words: str


def due(content: Content, day: date) -> Iterator[Due]:
    """What is due as of `day`, in the order of entries."""
    for entry in content.entries:
        if entry.text("status") == "withdrawn":
            continue
        for reason, words in _reasons(content, entry, day):
            yield Due(
                entry.id,
                entry.source.path,
                " ".join(entry.text("title").split()),
                entry.texts("organisations"),
                reason,
                words,
            )


def _reasons(content: Content, entry: Document, day: date) -> Iterator[tuple[str, str]]:
    month = entry.text("review_by")
    if month and month < f"{day:%Y-%m}":
        yield "review_by", f"read it again: that was due by {month}"
    if fields := entry.texts("unverified"):
        yield "unverified", f"check against the publication: {', '.join(fields)}"
    since = entry.text("since")
    if entry.text("evidence") == "promising" and since.isdecimal():
        years = day.year - int(since)
        if years > YEARS_OF_PROMISE:
            yield "evidence", f"it began {years} years ago: look for an evaluation, or regrade it"
    for leaf in entry.of_form(Form.ADDRESS):
        state = content.links.items.get(leaf.text)
        if state is not None and state.state in ("suspect", "gone"):
            yield leaf.name, f"look for a new address, {leaf.text} is {state.state}"
        elif state is not None and state.changed:
            yield leaf.name, f"compare it with the work, which changed on {state.changed}"


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
            f"{entry.source.path} can't be changed: its facts can't be read.",
            f"run toolkit check {entry.source.path} and fix what it says.",
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
