"""Several values typed as one: `English and French`, `investigation; shelters`."""

import re
from collections.abc import Callable

_BETWEEN = re.compile(
    r"\s*[,;/|、،؛；，]\s*|\s+(?:and|or|et|ou|y|und|&|\+)\s+|\s+[-–—]\s*(?=[^\W\d_])"
)
_LIST_CHARACTERS = "[](){}［］【】 \t"
_LONGEST = 200


def parts(text: str, *, words: bool = False) -> list[str]:
    """The values that a text holds, split at commas and the like.

    With `words`, for fields whose values can't contain spaces, every word is a value.
    """
    bare = text.strip(_LIST_CHARACTERS)
    found = [part.strip(_LIST_CHARACTERS) for part in _BETWEEN.split(bare)]
    if words and len(found) == 1:
        found = bare.split()
    return [part for part in found if part]


def each_by_itself(text: str, meant: Callable[[str], str], *, words: bool = False) -> str:
    """The label if each part of a text means something; otherwise empty. `words` as above."""
    if len(text) > _LONGEST:
        return ""
    # A full stop may be a slip for a comma, or be part of a name: St. Lucia.
    for written in (text, text.replace(". ", ", ")):
        found = parts(written, words=words)
        ids = dict.fromkeys(map(meant, found) if len(found) > 1 else [""])
        if all(ids):
            return f"{'write them separately:' if len(ids) > 1 else 'write'} {', '.join(ids)}"
    return ""


def provisions(text: str) -> list[str]:
    """The provisions in one text, in quotation marks; none if one of them is not clear.

    A number alone is of the instrument before it.
    """
    instrument, items = "", []
    for item in parts(text):
        begun = item.partition(":")
        instrument = begun[0] if begun[1] else instrument
        if " " in item or not instrument or not re.search(r"\d", item):
            return []
        items.append(f"'{item}'" if begun[1] else f"'{instrument}:{item}'")
    return items
