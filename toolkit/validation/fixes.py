"""Fixes of single values, and of words in a place, that leave no choice."""

from toolkit.content.values import Scalar
from toolkit.problems import Fix
from toolkit.source import Location
from toolkit.validation.passages import written


def new_value(scalar: Scalar, text: str) -> tuple[Fix, ...]:
    """The fix that replaces a value with the plain word `text`, inside its quotes."""
    place = scalar.location
    now = written(place)
    if not text:
        return ()
    if now == scalar.text:
        return (Fix(place, text),)
    if now[1:-1] == scalar.text:
        return (Fix(place.part(1, len(scalar.text)), text),)
    return ()


def within(place: Location, text: str, new: str) -> tuple[Fix, ...]:
    """The fix that replaces `text` alone, whatever stands around it in its place."""
    before, found, after = written(place).partition(text)
    if not found or text in after or place.line != place.end_line:
        return ()
    return (Fix(place.part(len(before), len(text)), new),)
