"""The line at fault and the marks under it."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.reports.screen import cells, width
from toolkit.source import Location

_WIDEST = 120
_LEAD = 40
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it is shown, and the marks that stand under a stretch of it."""

    line: str
    marks: str


def excerpt(place: Location) -> Excerpt | None:
    """The first line of a stretch; None where a stretch stands for the whole file or for none."""
    text = place.source.line(place.line)
    if place.is_whole_file or not 1 <= place.line <= len(place.source.lines):
        return None
    start = min(place.column - 1, len(text))
    end = place.end_column - 1 if place.end_line == place.line else len(text)
    end = max(start, min(end, len(text)))
    # Of a line that is far too long only the part around the fault is looked at.
    skipped = max(0, start - _WIDEST) if len(text) > 4 * _WIDEST else 0
    shown = cells(text[skipped : skipped + 4 * _WIDEST])
    start, end, length = start - skipped, end - skipped, len(text) - skipped
    first, last = _window(shown, start)
    before, marked = shown[first:start], shown[start : min(end, last)]
    lead = _CUT if skipped + first else ""
    tail = _CUT if last < length else ""
    indent = width(lead) + sum(width(piece) for piece in before)
    marks = max(1, sum(width(piece) for piece in marked))
    line = f"{lead}{''.join(shown[first:last])}{tail}".rstrip()
    return Excerpt(line, " " * indent + "^" * marks)


def _window(shown: list[str], start: int) -> tuple[int, int]:
    """The characters around `start` that fit, as a half-open range."""
    first = 0
    if sum(width(piece) for piece in shown) > _WIDEST:
        first, lead = start, 0
        while first > 0 and lead + width(shown[first - 1]) <= _LEAD:
            first -= 1
            lead += width(shown[first])
    last, total = first, 0
    while last < len(shown) and total + width(shown[last]) <= _WIDEST:
        total += width(shown[last])
        last += 1
    return first, last
