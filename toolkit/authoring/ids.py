"""Suggests an id for a new entry: its title in lower-case ASCII, short, and not yet taken."""

import re
from collections.abc import Container, Iterator
from itertools import count

from toolkit.content.schema import ID, LONGEST_ID
from toolkit.languages.accents import without_accents
from toolkit.validation.checks.invalid_file_name import RESERVED
from toolkit.validation.checks.odd_path import TAKEN

_MOST_WORDS = 7
# Letters that Unicode doesn't decompose into a letter and an accent.
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "þ": "th"}
)
_SMALL_WORDS = frozenset({
    "a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to",
    "with",     "de", "des", "du", "et", "la", "le", "les", "un", "une", "el", "las", "los", "y",
})  # fmt: skip


def is_id(text: str) -> bool:
    """Whether a new entry can have this id."""
    return _is_free(text) and len(text) <= LONGEST_ID and ID.fullmatch(text) is not None


def _is_free(text: str) -> bool:
    # Only digits are more often the number of a row.
    return text not in RESERVED and not TAKEN.fullmatch(text) and not text.isdecimal()


def suggest_id(title: str, year: str, taken: Container[str]) -> str:
    """An id made from a title and a year; empty if they have no letter like a to z for it."""
    return next((id_ for id_ in suggested_ids(title, year) if id_ not in taken), "")


def suggested_ids(title: str, year: str) -> Iterator[str]:
    """All ids that could be suggested, the best first; none if there is no letter like a to z."""
    words = re.findall(r"[a-z0-9]+", in_ascii(title))
    telling = [word for word in words if word not in _SMALL_WORDS] or words
    chosen = telling[:_MOST_WORDS]
    if telling and re.fullmatch("[0-9]{4}", year) and year not in chosen:
        chosen.append(year)
    base = _within("-".join(chosen), LONGEST_ID)
    if not base or base.isdecimal():
        return
    if _is_free(base):
        yield base
    for number in count(2):
        suggestion = f"{_within(base, LONGEST_ID - len(str(number)) - 1)}-{number}"
        if _is_free(suggestion):
            yield suggestion


def in_ascii(text: str) -> str:
    """The text in lower case without accents; letters without an ASCII equivalent are dropped."""
    if text.isascii():  # a fast path for most texts: a tenth of the time
        return text.lower().replace("'", "").replace("?", " ")
    without = without_accents(text.casefold().translate(_LETTERS))
    return re.sub(r"[\u2019']", "", without).encode("ascii", "replace").decode().replace("?", " ")


def _within(text: str, most: int) -> str:
    """The text, cut at a hyphen if it is too long."""
    if len(text) <= most:
        return text
    cut = text[: most + 1].rpartition("-")[0] or text[:most]
    return cut.rstrip("-")
