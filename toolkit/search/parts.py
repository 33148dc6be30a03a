"""The parts of an index: the words of some documents in one tier, counted and packed.

Each is a file that browsers load, and is kept for the next build by all that it is made of.
"""

from __future__ import annotations

import json
import marshal
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field

from toolkit.cache.shelf import Shelf, key_of
from toolkit.search.fields import SHOWN, TIERS
from toolkit.search.index import Shard, Totals, Unit, count_words, pack
from toolkit.search.words import Stems


@dataclass(frozen=True, slots=True)
class Part:
    """A part as the text of a JSON object, and what the others need to know of it.

    `totals` are those of its units, and `words` what its stems stand for, as it is in texts and
    folded. `terms` is a digest of its stems, each with these words.
    """

    text: str
    totals: Totals
    words: tuple[str, ...]
    terms: bytes


@dataclass(frozen=True)
class Parts:
    """Makes parts in one language, or takes them from its `shelf`."""

    shelf: Shelf
    stems: Stems
    _first: dict[int, tuple[bytes, Sequence[Unit]]] = field(default_factory=dict)
    _counted: dict[int, Shard] = field(default_factory=dict)

    def part(
        self, tier: str, number: int, units: Sequence[Unit], shown: Mapping[str, object]
    ) -> Part:
        """The part `number` of a tier, with what results show of it.

        Those of the tier `first` are to be asked for before those of others, which name terms by
        their places there: so these rest on the terms of that part, and on nothing else of it.
        """
        texts = [(one.texts, one.tokens, one.token_field) for one in units]
        made_of = marshal.dumps((texts, dict(shown)), 0)
        named_by = self._first[number][0] if tier != "first" else b""
        key = key_of(tier, made_of, named_by)
        found = self.shelf.get(key)
        if isinstance(found, tuple):
            part = Part(*found)
            self.stems.use(part.words)
        else:
            part = self._made(tier, number, units, shown)
            self.shelf.put(key, astuple(part))
        if tier == "first":
            self._first[number] = part.terms, units
        return part

    def _made(
        self, tier: str, number: int, units: Sequence[Unit], shown: Mapping[str, object]
    ) -> Part:
        before = None
        if tier == "first":
            shard = self._counted[number] = self._count(tier, units)
        else:
            shard = self._count(tier, units)
            if number not in self._counted:
                self._counted[number] = self._count("first", self._first[number][1])
            before = self._counted[number]
        on_cards = [at for at, one in enumerate(TIERS[tier]) if one.name in SHOWN]
        return Part(
            json_text({"tier": tier, **shown, **pack(shard, before, on_cards)}),
            shard.totals,
            tuple(sorted(set().union(*shard.forms.values()))),
            key_of(marshal.dumps(shard.terms, 0)),
        )

    def _count(self, tier: str, units: Sequence[Unit]) -> Shard:
        return count_words(units, len(TIERS[tier]), self.stems)


def json_text(value: object) -> str:
    """A value as JSON that may stand in a script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Before ES2019 these two end a line inside a string of a script.
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
