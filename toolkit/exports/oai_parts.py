"""Where OAI-PMH lists are split, and at which days they may begin.

A list is split at each new day and after `PART` records, and its parts follow each other, so a list
that begins at a later day is the end of the whole one.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

PART = 40
# In this many of the last months with changes, lists may begin at any day; in earlier ones, they
# begin with the month. A file for every day of all years would mean thousands of files.
_MONTHS_BY_DAY = 3
# What may follow a key of this length: nothing, a millennium, a year and a month.
_LONGER = {
    0: ("0", "1", "2"),
    1: tuple(f"{year:03}" for year in range(200)),
    4: tuple(f"-{month:02}" for month in range(1, 13)),
    7: tuple(f"-{day:02}" for day in range(1, 32)),
}


def starts_of(days: Sequence[date]) -> list[int]:
    """Where the parts of a list of days begin: at each new day, and after PART of one day."""
    starts: list[int] = []
    at = 0
    for _, same in groupby(days):
        count = len(list(same))
        starts += range(at, at + count, PART)
        at += count
    return starts


def froms_of(days: Sequence[date]) -> Iterator[tuple[str, date]]:
    """The keys that lists may begin at, each with its first day in `days`.

    A key is a day or a prefix of one, such as "2026-11", "2026" or "1"; a prefix covers all days
    that have no longer key. Days without a key are later than all in `days`.
    """
    texts = [day.isoformat() for day in days]
    by_day = sorted({text[:7] for text in texts})[-_MONTHS_BY_DAY:]

    def keys(key: str) -> Iterator[str]:
        within = any(text.startswith(key) for text in texts)
        if not within or len(key) == 10 or (len(key) == 7 and key not in by_day):
            yield key
            return
        for part in _LONGER[len(key)]:
            yield from keys(f"{key}{part}")

    for key in keys(""):
        first = bisect_left(texts, key)
        if first < len(days):
            yield key, days[first]
