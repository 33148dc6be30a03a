"""The numbers in a text, to look for those of a translation in its original.

A number is represented by its digits: how they are grouped, the decimal separator, and whether
thousands and millions are words depend on the language.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Digits of any script, with thousands and decimal separators, or in pairs like a telephone number.
_NUMBER = re.compile(
    r"\d\d(?:[ .\u00a0\u202f]\d\d){3,}(?!\d)"
    r"|\d+(?:[.,\u066b\u066c\u00a0\u202f ]\d{3}(?!\d))*(?:[.,\u066b]\d+)?"
)
_RUN = re.compile(r"\d+")
# Words and signs after a number that stand for some of its zeros.
_SCALE = re.compile(
    r"[ \u00a0\u202f-]?(?:[多余]?[十百千万亿]|hundred|thousand|mil|bill|trill|lakh|crore|тыс"
    r"|(?:m|bn|k)\b|млн|млрд|миллио|миллиар|трилл|ألف|آلاف|مليون|ملايين|مليار|بليون|بلايين|تريليون)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+")
_IN_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_CARDINALS = {
    **{word: value for value, word in enumerate(_IN_WORDS)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    "dozen": 12,
}
# What completes a number before it, also in "two or three hundred" and "nine out of ten".
_MULTIPLIERS = frozenset({
    *("hundred", "thousand", "million", "billion", "trillion"),
    *("decade", "decades", "dozen", "tenths"),
})  # fmt: skip
_SHARES = frozenset({"in", "of"})
_BETWEEN = frozenset({"a", "and", "half", "or", "out", "to"})
# Words for shares and the like, by the first digits that other languages may write for them.
_SHARES_AND_ORDERS = {
    **dict.fromkeys(("first", "once", "decade", "tenth"), "1"),
    **dict.fromkeys(("second", "twice", "both", "double", "pair"), "2"),
    **dict.fromkeys(("thirds", "triple"), "3"),
    **dict.fromkeys(("fourth", "quarters"), "4"),
    "third": "13",
    "quarter": "14",
    "fifth": "15",
    "half": "125",
}
_OTHER_NAMES = {
    **{word: value for value, word in enumerate(_MONTHS, 1)},
    # Chinese names the disease after the year 2019.
    "covid": 2019,
}


def numbers_with_places(text: str) -> Iterator[tuple[str, int, int]]:
    """Each number in a text, with its start and end."""
    for match in _NUMBER.finditer(text):
        yield match[0], match.start(), match.end()


class Numbers(NamedTuple):
    """The digits of the numbers of a text.

    `exact` are those of whole numbers and of their parts. Of `rounded` and `worded`, zeros at the
    end are left out: the first are all numbers; the second are numbers that a word such as
    "million" completes, and words for shares.
    """

    exact: frozenset[str]
    rounded: frozenset[str]
    worded: frozenset[str]


# The translations of a text are read one after the other.
@lru_cache(maxsize=8)
def known_numbers(text: str) -> Numbers:
    """The numbers that a translation of an English text may contain, including words for numbers.

    These include months, which some languages write as numbers.
    """
    found = list(_NUMBER.finditer(text))
    parts = {part for match in found for part in (match[0], *_RUN.findall(match[0]))}
    exact = frozenset(map(_digits, parts))
    scaled = frozenset(_rounded(match[0]) for match in found if _SCALE.match(text, match.end()))
    named, completed = _named(_WORD.findall(text.lower()))
    exact |= named
    return Numbers(exact, frozenset(one.rstrip("0") for one in exact), scaled | completed)


def _named(words: list[str]) -> tuple[set[str], set[str]]:
    """The numbers that words name exactly, and those that another word completes."""
    exact: set[str] = set()
    completed: set[str] = set()
    is_completed, after = False, -1  # no number
    for word in reversed(words):
        value = _CARDINALS.get(word)
        if value is not None:
            # "Twenty-four" is one number, perhaps two.
            unit = after if after in range(10) and value >= 20 else 0
            named = {str(value), str(value + unit)}
            exact |= named
            if is_completed:
                completed |= {one.rstrip("0") for one in named}
        elif word in _OTHER_NAMES:
            exact.add(str(_OTHER_NAMES[word]))
        elif word == "a" and is_completed:
            completed.add("1")
        completed.update(_SHARES_AND_ORDERS.get(word, ""))
        is_completed = (
            word in _MULTIPLIERS
            or (word in _SHARES and after >= 0)
            or (is_completed and (value is not None or word in _BETWEEN))
        )
        after = -1 if value is None else value
    return exact, completed


def is_known(number: str, known: Numbers, after: str) -> bool:
    """Whether a number in a translation, with the text `after` it, is also in its original, as a
    whole or in all its parts.
    """
    rounded = _rounded(number)
    return (
        rounded in known.worded
        or (rounded in known.rounded and _SCALE.match(after) is not None)
        or _digits(number) in known.exact
        or all(_digits(run) in known.exact for run in _RUN.findall(number))
    )


def _rounded(number: str) -> str:
    return _digits(number).rstrip("0")


def _digits(text: str) -> str:
    if text.isascii() and text.isdecimal():
        return text
    return "".join(str(unicodedata.digit(one)) for one in text if one.isdigit())
