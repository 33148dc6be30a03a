"""The parts of an index: the words of some documents in one tier, counted and packed.

Each is a file that browsers load, and is cached for the next build, keyed by all its input.
"""

import marshal
from collections.abc import Mapping, Sequence
from sys import intern
from typing import NamedTuple

from toolkit.cache.shelf import Shelf, key_of
from toolkit.compact_json import in_script
from toolkit.search.fields import SHOWN, TIERS
from toolkit.search.index import Shard, Totals, Unit, count_words, pack
from toolkit.search.words import Stems


class Part(NamedTuple):
    """A part as a JSON object in UTF-8, and what the others need to know about it.

    `totals` are those of its units, and `words` the words behind its stems, both as written and
    folded. `terms` is a digest of its stems, each with these words. `key` is its own on the shelf.
    """

    text: bytes
    totals: Totals
    words: tuple[str, ...]
    terms: bytes
    key: bytes


class Parts:
    """Makes the parts for one language, or takes them from its `shelf`."""

    def __init__(self, shelf: Shelf, stems: Stems) -> None:
        self._shelf = shelf
        self._stems = stems
        # Only for the current documents: the counts of all would take most of a build's memory.
        self._first: tuple[bytes, Sequence[Unit]] = (b"", ())
        self._counted: Shard | None = None

    def part(self, tier: str, units: Sequence[Unit], shown: Mapping[str, object]) -> Part:
        """The part for some documents in a tier, with what results show of it.

        Ask for the one in the tier `first` before those of the same documents in other tiers. These
        refer to its terms by position, and depend on nothing else in it.
        """
        texts = [(one.texts, one.tokens, one.token_field) for one in units]
        made_of = marshal.dumps((texts, dict(shown)), 0)
        named_by = self._first[0] if tier != "first" else b""
        key = key_of(tier, made_of, named_by)
        self._counted = None if tier == "first" else self._counted
        found = self._shelf.get(key)
        if isinstance(found, tuple):
            part = Part(*found)
            self._stems.use(part.words)
        else:
            part = self._made(tier, units, shown, key)
            self._shelf.put(key, tuple(part))
        if tier == "first":
            self._first = part.terms, units
        return part

    def _made(
        self, tier: str, units: Sequence[Unit], shown: Mapping[str, object], key: bytes
    ) -> Part:
        before = None
        shard = self._count(tier, units)
        if tier == "first":
            self._counted = shard
        else:
            before = self._counted = self._counted or self._count("first", self._first[1])
        on_cards = [at for at, one in enumerate(TIERS[tier]) if one.name in SHOWN]
        return Part(
            in_script({"tier": tier, **shown, **pack(shard, before, on_cards)}).encode(),
            shard.totals,
            # Most words are in many parts.
            tuple(map(intern, sorted(set().union(*shard.forms.values())))),
            key_of(marshal.dumps(shard.terms, 0)),
            key,
        )

    def _count(self, tier: str, units: Sequence[Unit]) -> Shard:
        return count_words(units, len(TIERS[tier]), self._stems)
