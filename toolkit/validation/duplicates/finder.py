"""Finds the look-alikes of an entry without comparing it with every other one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from toolkit.content.document import Document
from toolkit.content.matching import Leaf
from toolkit.content.reader import Content
from toolkit.validation.duplicates.card import Card, CardMaker
from toolkit.validation.duplicates.comparison import Sign, compare, shared_numbers

_RARE_WORDS = 8
_RARE = 8  # a word or a stretch of text that so few entries have tells something by itself
_FEWEST_STRETCHES = 3
_MANY = 30


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another entry that looks like one, and the signs that they share, the strongest first.

    `number` is where the one has an identifier of the other, and `kind` the name of its field.
    """

    document: Document
    signs: tuple[Sign, ...]
    kind: str = ""
    number: Leaf | None = None


class Duplicates:
    """The entries of a content folder, laid out so that look-alikes lie together.

    Two entries are compared only where they share an address, a number, the title before a
    subtitle, a rare word of their titles or two that are rare together, or some rare stretches of
    text. So the work grows with the number of entries, not with its square: a group that is larger
    than is of use (thousands of copies of one entry) is compared with its first members only.
    """

    def __init__(self, content: Content) -> None:
        self._maker = CardMaker(content)
        cards = [self._maker.card(entry) for entry in content.entries if entry.front is not None]
        self._known = cards
        self._places = {card.document.path: place for place, card in enumerate(cards)}
        self._word_counts = Counter(word for card in cards for word in card.title.words)
        self._by_key = _Groups()
        self._by_words = _Groups()
        self._by_stretch = _Groups()
        for card in cards:
            self._by_key.add(card, _keys(card))
            self._by_words.add(card, self._word_keys(card))
            self._by_stretch.add(card, card.sample)

    def of(self, document: Document) -> list[Likeness]:
        """The entries that look like `document`, which may be one of them or a new one.

        Those with the strongest signs come first.
        """
        if document.path in self._places:
            found = self._pairs[document.path]
        else:
            card = self._maker.card(document)
            found = [likeness for likeness, _ in self._compared(card, self._candidates(card))]
        return sorted(found, key=lambda likeness: (likeness.signs, likeness.document.path))

    @cached_property
    def _pairs(self) -> Mapping[str, list[Likeness]]:
        """The look-alikes of each entry by its path, each pair compared once."""
        found: dict[str, list[Likeness]] = defaultdict(list)
        for place, card in enumerate(self._known):
            candidates = {
                other: texts
                for other, texts in self._candidates(card).items()
                if self._places[other.document.path] < place
            }
            for likeness, mirrored in self._compared(card, candidates):
                found[card.document.path].append(likeness)
                found[likeness.document.path].append(mirrored)
        return found

    def _compared(
        self, card: Card, candidates: Mapping[Card, bool]
    ) -> Iterator[tuple[Likeness, Likeness]]:
        """What `card` looks like, and how that looks like it."""
        for other, texts in candidates.items():
            if other.id != card.id and (signs := compare(card, other, texts=texts)):
                yield _likeness(card, other, signs), _likeness(other, card, signs)

    def _candidates(self, card: Card) -> dict[Card, bool]:
        """What to compare with a card, and whether they have some text in common."""
        found: dict[Card, bool] = {}
        for key in _keys(card):
            found.update(dict.fromkeys(self._by_key.get(key)[:_MANY], False))
        for key in self._word_keys(card):
            group = self._by_words.get(key)
            if len(group) <= (_RARE if isinstance(key, str) else _MANY):
                found.update(dict.fromkeys(group, False))
        counts: Counter[Card] = Counter()
        for stretch in card.sample:
            group = self._by_stretch.get(stretch)
            if len(group) <= _RARE:
                counts.update(group)
        found.update((other, True) for other, n in counts.items() if n >= _FEWEST_STRETCHES)
        return found

    def _word_keys(self, card: Card) -> Iterator[Hashable]:
        rarest = sorted(card.title.words, key=lambda word: (self._word_counts[word], word))
        rarest = rarest[:_RARE_WORDS]
        yield from rarest
        yield from combinations(sorted(rarest), 2)


class _Groups:
    """Cards by what they share. Most keys have one card, and a list for each would cost time."""

    def __init__(self) -> None:
        self._first: dict[Hashable, Card] = {}
        self._others: dict[Hashable, list[Card]] = {}

    def add(self, card: Card, keys: Iterable[Hashable]) -> None:
        """Put a card into the groups of its keys."""
        for key in keys:
            if self._first.setdefault(key, card) is not card:
                self._others.setdefault(key, []).append(card)

    def get(self, key: Hashable) -> list[Card]:
        """The cards of a key in the order in which they came."""
        first = self._first.get(key)
        return [] if first is None else [first, *self._others.get(key, ())]


def _likeness(card: Card, other: Card, signs: tuple[Sign, ...]) -> Likeness:
    for key in shared_numbers(card, other):
        return Likeness(other.document, signs, key[0], card.numbers[key])
    return Likeness(other.document, signs)


def _keys(card: Card) -> Iterator[Hashable]:
    yield from card.numbers
    if card.own_address:
        yield card.own_address
    yield frozenset(card.title.words)
    yield "head", card.title.head
