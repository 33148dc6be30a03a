"""The numbers in a text, to look for those of a translation in its original.

A number is represented by its digits: how they are grouped, the decimal separator, and whether
thousands and millions are words depend on the language.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Digits of any script, with thousands and decimal separators, or in pairs like a telephone number.
NUMBER = re.compile(
    r"\d\d(?:[ .\u00a0\u202f]\d\d){3,}(?!\d)"
    r"|\d+(?:[.,\u066b\u066c\u00a0\u202f ]\d{3}(?!\d))*(?:[.,\u066b]\d+)?"
)
_RUN = re.compile(r"\d+")
# Words and signs after a number that stand for some of its zeros.
_SCALES = (
    "hundred|thousand|mil|bill|trill|lakh|crore",
    r"(?:m|bn|k)\b",
    "тыс|млн|млрд|миллио|миллиар|трилл",
    "ألف|آلاف|مليون|ملايين|مليار|بليون|بلايين|تريليون",
    "[多余]?[十百千万亿]",
)
_SCALE = re.compile(rf"[ \u00a0\u202f-]?(?:{'|'.join(_SCALES)})", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_UP_TO_NINETEEN = """
zero one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MONTHS = "january february march april may june july august september october november december"
_CARDINALS = {
    **{word: value for value, word in enumerate(_UP_TO_NINETEEN.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), 2)},
    "dozen": 12,
}
# Names that some languages write as numbers; Chinese names the disease after the year 2019.
_NAMES = {word: value for value, word in enumerate(_MONTHS.split(), 1)} | {"covid": 2019}
# What completes a number before it, also in "two or three hundred" and "nine out of ten".
_MULTIPLIERS = frozenset({
    *("hundred", "thousand", "million", "billion", "trillion"),
    *("decade", "decades", "dozen", "tenths"),
})  # fmt: skip
_OF_A_NUMBER = frozenset({"in", "of"})
_BETWEEN = frozenset({"a", "and", "half", "or", "out", "to"})
# Shares and the like, with the first digits of what other languages may write for them.
_SHARES = {
    **dict.fromkeys(("first", "once", "decade", "tenth"), "1"),
    **dict.fromkeys(("second", "twice", "both", "double", "pair"), "2"),
    "half": "1 2 5",
    "third": "1 3 33",
    "thirds": "3 66 67",
    "triple": "3",
    "quarter": "1 4 25",
    "quarters": "4 75",
    "fourth": "4",
    "fifth": "1 5 2",
    "fifths": "5 4 6 8",
}
# "Half" may be 50, 0.5 or 50.0, but not 5000.
_MOST_OF_SHARE = 3
_AFTERNOON = re.compile(r"(\d\d?)(?:[.:]\d\d)?[ \u00a0]?p\.?m\b", re.IGNORECASE)


class Numbers(NamedTuple):
    """The digits of the numbers of a text.

    `exact` are those of whole numbers and of their parts. Of `rounded` and `worded`, zeros at the
    end are left out: the first are all numbers; the second are numbers that a word such as
    "million" completes. `shares` are the first digits of what words for shares stand for.
    """

    exact: frozenset[str]
    rounded: frozenset[str]
    worded: frozenset[str]
    shares: frozenset[str]

    def has(self, found: re.Match[str]) -> bool:
        """Whether a `NUMBER` found in a translation is also in its original, as a whole or in all
        its parts.
        """
        rounded = _rounded(found[0])
        return (
            rounded in self.worded
            or (rounded in self.shares and len(_digits(found[0])) <= _MOST_OF_SHARE)
            or (rounded in self.rounded and _is_scaled(found))
            or _digits(found[0]) in self.exact
            or all(_digits(run) in self.exact for run in _RUN.findall(found[0]))
        )


# The translations of a text are read one after the other.
@lru_cache(maxsize=8)
def known_numbers(text: str) -> Numbers:
    """The numbers that a translation of an English text may contain, including words for numbers.

    These include months, which some languages write as numbers.
    """
    found = list(NUMBER.finditer(text))
    parts = {part for match in found for part in (match[0], *_RUN.findall(match[0]))}
    exact = frozenset(map(_digits, parts))
    scaled = frozenset(_rounded(match[0]) for match in found if _is_scaled(match))
    words = _WORD.findall(text.lower())
    named, completed = _named(words)
    shares = frozenset(digits for word in words for digits in _SHARES.get(word, "").split())
    exact |= named | {str(int(hour) + 12) for hour in _AFTERNOON.findall(text)}
    if not _MULTIPLIERS.isdisjoint(words):  # half a million
        scaled |= shares
    rounded = frozenset(one.rstrip("0") for one in exact)
    return Numbers(exact, rounded, scaled | completed, shares)


def _named(words: list[str]) -> tuple[set[str], set[str]]:
    """The numbers that words name exactly, and those that another word completes.

    They are read from the last to the first: what completes a number stands after it.
    """
    exact = {str(_NAMES[word]) for word in words if word in _NAMES}
    completed: set[str] = set()
    is_completed, after = False, -1  # no number
    for word in reversed(words):
        value = _CARDINALS.get(word, -1)
        if value >= 0:
            # "Twenty-four" is one number, perhaps two.
            unit = after if after in range(10) and value >= 20 else 0
            named = {str(value), str(value + unit)}
            exact |= named
            if is_completed:
                completed |= {one.rstrip("0") for one in named}
        elif word == "a" and is_completed:
            completed.add("1")
        is_completed = (
            word in _MULTIPLIERS
            or (word in _OF_A_NUMBER and after >= 0)
            or (is_completed and (value >= 0 or word in _BETWEEN))
        )
        after = value
    return exact, completed


def _is_scaled(number: re.Match[str]) -> bool:
    return _SCALE.match(number.string, number.end()) is not None


def _rounded(number: str) -> str:
    return _digits(number).rstrip("0")


def _digits(text: str) -> str:
    if text.isascii() and text.isdecimal():
        return text
    return "".join(str(unicodedata.digit(one)) for one in text if one.isdigit())
