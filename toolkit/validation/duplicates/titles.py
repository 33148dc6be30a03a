"""What a title says, and how much of it another title says too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Indel

from toolkit.validation.duplicates.places import countries_in
from toolkit.validation.duplicates.words import (
    FIELD_WORDS,
    KIND_WORDS,
    alike,
    fold_letters,
    spelled,
    split,
)

_ORDINAL_NAMES = "first second third fourth fifth sixth seventh eighth ninth tenth"
_ORDINALS = {name: str(number) for number, name in enumerate(_ORDINAL_NAMES.split(), 1)}
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
_ORDINAL = re.compile(rf"\b(?:([0-9]+)(?:st|nd|rd|th)|({'|'.join(_ORDINALS)}))\b")
_EDITION = re.compile(r"\b(?:([0-9]+)|(revised|updated|new)) +(?:edition|ed\b\.?|rev\b\.?)")
_PART = re.compile(
    r"\b(chapter|module|volume|vol\.?|part|tool|unit|annex|appendix|book|booklet|lesson|section|"
    r"round) +([0-9]+(?:\.[0-9]+)*|[ivx]+)\b"
)
_PART_BEHIND = re.compile(r"\b([0-9]+) +(?:evaluation +)?(round|volume|part)\b")
_PART_ALONE = re.compile(
    r"\b(executive summary|commentary|annexe?s|appendix|supplement|summary for|factsheet|workbook|"
    r"facilitators? guide|trainers? (?:guide|manual)|slides|leaflet|poster)\b"
)
_SEVERAL = "guides handbooks manuals toolkits reports papers briefs booklets"
_PLURALS = frozenset(_SEVERAL.split())
_NUMBER = re.compile(r"[0-9]+")
_YEARS = range(1945, 2100)
_LONG_NUMBER = 3

_SUBTITLE = re.compile(r"[:(\u2013\u2014]| - ")
_NAME = re.compile(r"(?<![\w-])[A-Z][\w-]*")


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart.

    `words` are those that are not silent, each with its weight, `head` those before a subtitle.
    `years`, `numbers`, `edition` and `parts` tell works of one series apart, `countries` their
    versions.
    """

    words: dict[str, float]
    head: frozenset[str]
    years: frozenset[int]
    numbers: frozenset[str]
    edition: str
    parts: frozenset[str]
    countries: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two titles have in common: weights of the words shared, and of those of one alone."""

    shared: float
    instead: float
    more: float

    @property
    def likeness(self) -> float:
        """1 where both say the same; words that stand in each other's place count most."""
        total = self.shared + self.instead + _MORE * self.more
        return self.shared / total if total else 0.0

    @property
    def agreement(self) -> float:
        """1 where no word stands in the place of another, however much one title adds."""
        total = self.shared + self.instead
        return self.shared / total if total else 0.0


_MORE = 0.2
_NAME_WEIGHT = 1.5
_WORD_WEIGHT = 1.0
_DESCRIBING_WEIGHT = 0.5
_FIELD_WEIGHT = 0.5
_KIND_WEIGHT = 0.25
_WORTH_A_LOOK = 0.3
_SHORTEST_STEM = 6
_LONGEST = 500  # no valid title is longer
_SAME_WORD = 0.85


def read_title(text: str, *, describes: bool, bodies: frozenset[str]) -> Title:
    """Take a title apart.

    `describes`: it was made up by whoever wrote the entry, as those of practices are, so that only
    the names in it can be expected to stand in another one. `bodies`: words that name the bodies
    behind the entry; they say nothing that the entry does not say elsewhere.
    """
    text = " ".join(text.split())[:_LONGEST]
    names = {fold_letters(name) for name in _names(text)} if describes else set()
    folded = alike(fold_letters(text))
    folded = _ORDINAL.sub(lambda match: match[1] or _ORDINALS[match[2]], folded)
    countries, elsewhere = countries_in(folded)
    folded = elsewhere if describes else folded
    edition = _EDITION.search(folded)
    folded = _EDITION.sub(" ", folded)
    works = set(split(folded)) & _PLURALS
    parts = {
        *works,
        *(f"{match[1][:4]} {_ROMAN.get(match[2], match[2])}" for match in _PART.finditer(folded)),
        *(f"{match[2][:4]} {match[1]}" for match in _PART_BEHIND.finditer(folded)),
        *(match[1][:8] for match in _PART_ALONE.finditer(folded)),
    }
    folded = _PART_BEHIND.sub(" ", _PART.sub(" ", folded))
    found = {number.lstrip("0") or "0" for number in _NUMBER.findall(folded)}
    years = {number for number in found if len(number) == 4 and int(number) in _YEARS}
    words: dict[str, float] = {}
    for raw in split(folded):
        word = spelled(raw)
        if word and word not in bodies and word not in years and not _is_short_number(word):
            words[word] = _weight(word, raw in names, describes)
    head = _SUBTITLE.split(folded, maxsplit=1)[0]
    return Title(
        words,
        frozenset(words.keys() & {spelled(word) for word in split(head)}),
        frozenset(int(year) for year in years),
        frozenset(found - years),
        (edition[1] or "new") if edition else "",
        frozenset(parts),
        countries,
        sum(words.values()),
    )


def compare_titles(one: Title, other: Title) -> Overlap:
    """Lay two titles over each other."""
    mine, others = one.words, other.words
    both = mine.keys() & others.keys()
    shared = sum(max(mine[word], others[word]) for word in both)
    if shared < _WORTH_A_LOOK * min(one.weight, other.weight):
        return Overlap(0.0, min(one.weight, other.weight), abs(one.weight - other.weight))
    mine = {word: weight for word, weight in mine.items() if word not in both}
    others = {word: weight for word, weight in others.items() if word not in both}
    for word in list(mine):
        match = next(
            (known for known in others if known[0] == word[0] and _same_word(word, known)), None
        )
        if match is not None:
            shared += max(mine.pop(word), others.pop(match))
    left, right = _alone(mine), _alone(others)
    return Overlap(shared, min(left, right), abs(left - right))


def begins_with(one: Title, other: Title) -> bool:
    """Whether one title is the beginning of the other: a subtitle was added, or left out."""
    short, long = sorted((list(one.words), list(other.words)), key=len)
    return set(long[: len(short)]) == set(short)


def _alone(words: dict[str, float]) -> float:
    """What words weigh that the other title lacks: a field word tells two works apart, too."""
    return sum(
        _WORD_WEIGHT if word in FIELD_WORDS and weight == _FIELD_WEIGHT else weight
        for word, weight in words.items()
    )


def _is_short_number(word: str) -> bool:
    return word.isdigit() and len(word) <= _LONG_NUMBER


def _weight(word: str, is_name: bool, describes: bool) -> float:
    is_usual = word in FIELD_WORDS or word in KIND_WORDS
    if describes and is_name:
        return _WORD_WEIGHT if is_usual else _NAME_WEIGHT
    if is_usual:
        return _KIND_WEIGHT if word in KIND_WORDS else _FIELD_WEIGHT
    if describes:
        return _DESCRIBING_WEIGHT
    return _NAME_WEIGHT if word.isdigit() else _WORD_WEIGHT


@cache
def _same_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST_STEM or one.isdigit():
        return False
    return long.startswith(short) or Indel.normalized_similarity(one, other) >= _SAME_WORD


def _names(text: str) -> list[str]:
    """Words with a capital letter that are not the first ones of a phrase in small letters."""
    found: list[str] = []
    for phrase in _SUBTITLE.split(text):
        names = _NAME.findall(phrase)
        words = phrase.split()
        first = words[0].strip("'\"“‘,") if words else ""
        if names and names[0] == first and len(names) == 1 and not first.isupper():
            continue
        found += names
    return [part for name in found for part in name.split("-")]
