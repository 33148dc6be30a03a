"""One spelling for all the ways in which the number of a work is written."""

from __future__ import annotations

import re

# What identifies a work; an ISSN stands for a whole series.
NAMES = {
    "isbn": "book number (ISBN)",
    "doi": "DOI",
    "symbol": "symbol",
    "sales_number": "sales number",
}

_DOI_PREFIX = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
_TEN_DIGITS = re.compile(r"[0-9]{9}[0-9X]")
_BETWEEN = re.compile(r"[\W_]+")
_LEADING_ZERO = re.compile(r"(?<![0-9])0+(?=[0-9])")


def canonical_number(kind: str, text: str) -> str:
    """The number in one spelling: an ISBN with 13 digits, a symbol without blanks and signs."""
    if kind == "doi":
        return _DOI_PREFIX.sub("", text.strip()).lower()
    bare = _BETWEEN.sub("", text).upper()
    if kind == "isbn":
        return _thirteen(bare) if _TEN_DIGITS.fullmatch(bare) else bare
    return _BETWEEN.sub("/", _LEADING_ZERO.sub("", text.upper().replace(" ", ""))).strip("/")


def _thirteen(ten: str) -> str:
    digits = f"978{ten[:9]}"
    total = sum(int(digit) * (3 if i % 2 else 1) for i, digit in enumerate(digits))
    return f"{digits}{-total % 10}"
