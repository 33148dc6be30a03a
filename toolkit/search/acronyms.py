"""Abbreviations that no list knows: initials of words that follow each other in a title."""

from __future__ import annotations

import re
from collections.abc import Iterable

from toolkit.search.words import fold_letters

_FORM = re.compile(r"[a-z]{3,6}")
_WORD = re.compile(r"[^\W_]+")


def expansions(word: str, titles: Iterable[str], fillers: frozenset[str]) -> list[list[str]]:
    """The stretches of titles of which a word is the initials, each once, as folded words.

    Words of up to three capitals (UN) give all their letters.
    """
    found: dict[tuple[str, ...], None] = {}
    if not _FORM.fullmatch(word):
        return []
    for title in titles:
        words = _WORD.findall(title)
        telling = [each for each in words if fold_letters(each) not in fillers or each.isupper()]
        for sequence in (telling, words) if len(telling) < len(words) else (words,):
            for start in range(len(sequence)):
                end = _end(word, sequence, start)
                if end - start > 1:
                    found[tuple(fold_letters(each) for each in sequence[start:end])] = None
    return [list(words) for words in found]


def _end(word: str, sequence: list[str], start: int) -> int:
    """Where a stretch from `start` ends of which `word` is the initials, or `start`."""
    left = word
    for place in range(start, len(sequence)):
        each = sequence[place]
        initials = fold_letters(each if each.isupper() and len(each) < 4 else each[0])
        if not left.startswith(initials):
            return start
        left = left[len(initials) :]
        if not left:
            return place + 1
    return start
