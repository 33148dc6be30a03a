"""The canonical form of data: one JSON text for all renderings of the same content (RFC 8785).

Only strings, lists and objects occur. The rules stand, with examples, on the page
`contribute/recognition-digest`; another program can follow them without knowing this one.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping

Data = str | list["Data"] | dict[str, "Data"]

# The characters with the property White_Space of Unicode. str.split() knows four more.
_WHITE_SPACE = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")

# Made once: `json.dumps` would make one for every text.
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def fold_spaces(text: str) -> str:
    """The text in NFC, each run of white space one space, none at either end."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")  # most texts, at a tenth of the time
    return _WHITE_SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")


def canonical_json(data: Data) -> str:
    """The JSON text of `data` by RFC 8785."""
    if isinstance(data, str):
        # Escapes exactly what RFC 8785 asks: quotation mark, backslash, controls below U+0020.
        return _ENCODER.encode(data)
    if isinstance(data, list):
        return f"[{','.join(map(canonical_json, data))}]"
    keys = sorted(data, key=lambda key: key.encode("utf-16-be"))
    return f"{{{','.join(f'{canonical_json(key)}:{canonical_json(data[key])}' for key in keys)}}}"


def in_order(items: Iterable[Data]) -> list[Data]:
    """Items of a list whose order means nothing: texts by their characters, then the others."""
    return sorted(
        items,
        key=lambda item: (False, item) if isinstance(item, str) else (True, canonical_json(item)),
    )


def without_empty(pairs: Mapping[str, Data]) -> dict[str, Data]:
    """The pairs that say something."""
    return {key: value for key, value in pairs.items() if value}
