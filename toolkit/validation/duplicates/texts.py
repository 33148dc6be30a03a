"""Stretches of text that two entries share word for word."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from toolkit.validation.duplicates.words import fold_letters, split

_STRETCH = 5
_SHORTEST_CHOSEN = 5
_IN_SUMMARY = 3
_IN_BODY = 9  # a multiple, so that what is chosen in a body is chosen in a summary, too


def words_of(text: str) -> list[str]:
    """The words of a text, as written but for capitals and marks."""
    return split(fold_letters(text))


def stretches(words: list[str]) -> frozenset[str]:
    """All runs of five words."""
    runs = zip(*(words[i:] for i in range(_STRETCH)), strict=False)
    return frozenset(map(" ".join, runs))


def sampled(summary: str, body: str) -> frozenset[str]:
    """Some runs of five words, chosen by their first word: the same ones in every text.

    They are cut at blanks alone, which is quick: a comma more or less loses one run and no other.
    """
    return frozenset((*_chosen(summary, _IN_SUMMARY), *_chosen(body, _IN_BODY)))


def _chosen(text: str, one_in: int) -> Iterator[str]:
    words = text.casefold().split()
    for i, word in enumerate(words[: 1 - _STRETCH]):
        if _CHANCES[word] % one_in == 0:
            yield " ".join(words[i : i + _STRETCH])


class _Chances(dict[str, int]):
    """A number for each word by which it is chosen or not, worked out once; 1 is never chosen."""

    def __missing__(self, word: str) -> int:
        long_enough = len(word) >= _SHORTEST_CHOSEN
        number = zlib.crc32(word.encode(errors="replace")) if long_enough else 1
        self[word] = number
        return number


_CHANCES = _Chances()
