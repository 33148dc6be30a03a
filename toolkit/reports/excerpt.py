"""The line at fault and the carets under it."""

import unicodedata
from dataclasses import dataclass

from toolkit.reports.screen import cells, width
from toolkit.source import Location

_WIDEST = 120
_LEAD = 40
_CUT = "…"
_FROM_THE_RIGHT = frozenset({"R", "AL", "AN"})
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as shown, and the carets under a part of it."""

    line: str
    marks: str


def excerpt(place: Location) -> Excerpt | None:
    """An excerpt of a location's first line; None for a whole file or a line that doesn't exist."""
    text = place.source.line(place.line)
    if place.is_whole_file or not 1 <= place.line <= len(place.source.lines):
        return None
    start = min(place.column - 1, len(text))
    end = place.end_column - 1 if place.end_line == place.line else len(text)
    end = max(start, min(end, len(text)))
    # For a line that is far too long, look only at the part around the fault.
    skipped = max(0, start - _WIDEST) if len(text) > 4 * _WIDEST else 0
    shown = cells(text[skipped : skipped + 4 * _WIDEST])
    start, end, length = start - skipped, end - skipped, len(text) - skipped
    first, last = _window(shown, start)
    end = max(start, min(end, last))
    parts = (shown[first:start], shown[start:end], shown[end:last])
    before, marked, after = map("".join, parts)
    lead = _CUT if skipped + first else ""
    tail = _CUT if last < length else ""
    marks = " " * (width(lead) + width(before)) + "^" * max(1, width(marked))
    return Excerpt("".join(_apart(f"{lead}{before}", marked, f"{after}{tail}".rstrip())), marks)


def _apart(*parts: str) -> tuple[str, ...]:
    """Keep the parts of a line in order.

    Terminals and browsers that reorder Arabic and Hebrew would do so across the parts, and the
    carets would be under other letters. Isolates (Unicode Standard Annex 9) keep the parts
    separate.
    """
    if all(unicodedata.bidirectional(one) not in _FROM_THE_RIGHT for part in parts for one in part):
        return parts
    return tuple(f"{_ISOLATE}{part}{_END_OF_ISOLATE}" for part in parts if part)


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
