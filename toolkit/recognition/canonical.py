"""The canonical form of data: one JSON text for all renderings of the same content (RFC 8785).

Only strings, lists and objects occur. The rules, with examples, are on the page
`contribute/recognition-digest`, so other programs can implement them without knowing this one.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

from toolkit.compact_json import compact

T = TypeVar("T")
Data = str | list["Data"] | dict[str, "Data"]

# The characters with Unicode's White_Space property. str.split() splits at four more.
_WHITE_SPACE = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_FOUR_MORE = "\x1c\x1d\x1e\x1f"


def fold_spaces(text: str) -> str:
    """The text in NFC, with each run of white space as one space, and none at either end."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")  # most texts, at a tenth of the time
    normal = unicodedata.normalize("NFC", text)
    if any(one in normal for one in _FOUR_MORE):
        return _WHITE_SPACE.sub(" ", normal).strip(" ")
    return " ".join(normal.split())


def canonical_json(data: Data) -> str:
    """The JSON text of `data`, following RFC 8785."""
    # Python escapes just what RFC 8785 requires: quotation mark, backslash, controls below U+0020.
    return compact(_sorted(data))


def _sorted(data: Data) -> Data:
    if isinstance(data, dict):
        keys = sorted(data, key=lambda key: key.encode("utf-16-be"))
        return {key: _sorted(data[key]) for key in keys}
    return data if isinstance(data, str) else [*map(_sorted, data)]


def in_order(items: Iterable[Data]) -> list[Data]:
    """Sort the items of a list whose order means nothing: texts first, then the others."""
    return sorted(
        items,
        key=lambda item: (False, item) if isinstance(item, str) else (True, canonical_json(item)),
    )


def without_empty(pairs: Mapping[str, T]) -> dict[str, T]:
    """The pairs with non-empty values."""
    return {key: value for key, value in pairs.items() if value}
