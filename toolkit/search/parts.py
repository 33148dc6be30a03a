"""The parts of an index: the words of some documents in one tier, counted and packed.

Each is a file that browsers load, and is kept for the next build by all that it is made of.
"""

import marshal
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from sys import intern

from toolkit.cache.shelf import Shelf, key_of
from toolkit.compact_json import in_script
from toolkit.search.fields import SHOWN, TIERS
from toolkit.search.index import Shard, Totals, Unit, count_words, pack
from toolkit.search.words import Stems


@dataclass(frozen=True, slots=True)
class Part:
    """A part as a JSON object in UTF-8, and what the others need to know of it.

    `totals` are those of its units, and `words` what its stems stand for, as it is in texts and
    folded. `terms` is a digest of its stems, each with these words.
    """

    text: bytes
    totals: Totals
    words: tuple[str, ...]
    terms: bytes


class Parts:
    """Makes parts in one language, or takes them from its `shelf`."""

    def __init__(self, shelf: Shelf, stems: Stems) -> None:
        self._shelf = shelf
        self._stems = stems
        # Of the documents at hand alone: the counts of all would be the most of what a build holds.
        self._first: tuple[bytes, Sequence[Unit]] = (b"", ())
        self._counted: Shard | None = None

    def part(self, tier: str, units: Sequence[Unit], shown: Mapping[str, object]) -> Part:
        """The part of some documents in a tier, with what results show of it.

        That in the tier `first` is to be asked for before those of the same documents in others,
        which name terms by their places there: so these rest on its terms, and on nothing else of
        it.
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
            part = self._made(tier, units, shown)
            self._shelf.put(key, astuple(part))
        if tier == "first":
            self._first = part.terms, units
        return part

    def _made(self, tier: str, units: Sequence[Unit], shown: Mapping[str, object]) -> Part:
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
            # They are much the same in each part.
            tuple(map(intern, sorted(set().union(*shard.forms.values())))),
            key_of(marshal.dumps(shard.terms, 0)),
        )

    def _count(self, tier: str, units: Sequence[Unit]) -> Shard:
        return count_words(units, len(TIERS[tier]), self._stems)
