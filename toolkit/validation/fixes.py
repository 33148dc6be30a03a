"""Unambiguous fixes of single values."""

from toolkit.content.values import Scalar
from toolkit.problems import Fix
from toolkit.validation.passages import written


def new_value(scalar: Scalar, text: str) -> tuple[Fix, ...]:
    """The fix that replaces a value with the plain word `text`, inside its quotes."""
    place = scalar.location
    now = written(place)
    if not text or place.line != place.end_line:
        return ()
    if now == scalar.text:
        return (Fix(place, text),)
    if now[:1] in ("'", '"') and now[1:-1] == scalar.text:
        return (Fix(place.part(1, len(scalar.text)), text),)
    return ()
