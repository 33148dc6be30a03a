"""Queries in another language than the site's, of which the index knows names alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from toolkit.search.store import Store
from toolkit.search.words import is_han


def is_foreign(store: Store, word: str, unfinished: bool = False) -> bool:
    """Whether a word stands in names of other languages alone, or may become such a one."""
    if word in store.own or not store.stems[word]:
        return False
    if word in store.foreign:
        return True
    more = store.longer(word) if unfinished else []
    return bool(more) and not any(other in store.own for other in more)


def strangeness(store: Store, typed: Sequence[str], *, unfinished: bool) -> float:
    """The share of the words typed that no name has.

    Between known pairs of characters none is strange: a pair may be where two words meet.
    """
    words = [word for word in typed if not store.is_function(word)]
    known = [store.stems[word] in store.all_stems for word in words]
    if unfinished and words and words[-1] == typed[-1]:
        known[-1] = known[-1] or bool(store.longer(words[-1]))
    joined = [is_han(one) and one[-1] == other[0] for one, other in pairwise(words)]
    strange = sum(
        not (
            known[at]
            or (at and joined[at - 1] and known[at - 1])
            or (at < len(joined) and joined[at] and known[at + 1])
        )
        for at in range(len(words))
    )
    return strange / max(len(words), 1)
