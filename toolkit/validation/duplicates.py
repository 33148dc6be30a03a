"""Finds entries that seem to be about the same work or practice.

Two entries are compared only if they share an address, a number, a title, a passage, or one or two
words in their titles that few others have. So the work grows with the number of entries, not with
its square. The weight of a word depends on how many entries have it.
"""

import enum
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from lunr.stemmer import PorterStemmer
from rapidfuzz.fuzz import ratio

from toolkit.content.document import Document
from toolkit.content.matching import Leaf
from toolkit.content.reader import Content
from toolkit.content.schema import Kind
from toolkit.content.watched import made_of
from toolkit.languages import LANGUAGES
from toolkit.languages.accents import without_accents
from toolkit.validation.same_address import canonical_address

# Thresholds, each between what duplicates and near misses reach (tests/near_duplicates).
_ALIKE = {True: 0.75, False: 1.05}  # practices, resources: likeness of titles plus words, 0 to 2
_SIMILAR_TITLE = {True: 0.0, False: 0.6}
_YEARS_APART = {True: 3, False: 1}  # as two people may date the same practice or work
_SAME_WORD = 80  # of 100
_ADDED_WORD = 0.2  # counts this little: one title may name the series, or the publisher
_OTHER_WORD = 3.5  # counts at least this much: even a common word distinguishes two titles
_COPIED = 0.4  # of the shorter text
_FEWEST_COPIED = 120  # characters
_LONG_PASSAGE = 25  # characters
_LARGEST_GROUP = 20
_PAIRED = 8  # words of a title: the more entries there are, the fewer words are rare by themselves
_COMPARED = 20  # of those that share most

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_ONE_NAME = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (r"traffick?ing (?:in|of) (?:persons?|human beings?|people)", "trafficking"),
        (r"human.traffick?ing|\bthb\b", "trafficking"),
        (r"\bunited nations\b", "un"),
        (r"\beuropean union\b", "eu"),
        (r"(?<=[0-9])(?:st|nd|rd|th)\b", ""),
        (r"\bed\b", "edition"),
        *((rf"\b{name}\b", str(number)) for number, name in enumerate(_ORDINALS, 1)),
    )
)
# Part of a work, what is published alongside it, or a title that covers several works.
_PART = re.compile(
    r"\b(?:chapter|module|vol(?:ume)?|part|tool|unit|annex|appendix|booklet|section|round)"
    r"\W+[0-9ivx]+\b"
    r"|executive summary|summary for|commentary|workbook|(?:facilitator|trainer)s? (?:guide|manual)"
    r"|\b(?:guides|handbooks|manuals|toolkits|reports|papers|briefs)\b"
)
_WORD = re.compile(r"[^\W_]+")
_BETWEEN_PASSAGES = re.compile(r"[.,;:!?()]|\n\n")
_LONGEST = 1000  # characters; no valid title or summary is longer

# A whole site, or a page that lists many works: two different entries may well share it.
_LIST_PAGE = re.compile(
    r"[^/?]*(?:/.*)?/(?:[\w-]*publications?|resources?|documents?|reports?|library|news|events|media"
    r"|press|tools|statements|downloads?|archive|search|20[0-9]{2})(?:\.\w+)?(?:\?.*)?|[^/?]*",
    re.IGNORECASE,
)
_DOI = "doi.org/"
_stem = cache(PorterStemmer().stem)


class Sign(enum.IntEnum):
    """What two entries have in common, strongest first."""

    ADDRESS = enum.auto()
    NUMBER = enum.auto()
    SAME_TITLE = enum.auto()
    SIMILAR_TITLE = enum.auto()
    TEXT = enum.auto()


@dataclass(frozen=True, slots=True)
class Likeness:
    """An entry that looks like the one asked about, and the signs they share, strongest first.

    `leaves` are those with a shared address or number, of the latter and of that entry.
    """

    document: Document
    signs: tuple[Sign, ...]
    leaves: Mapping[Sign, tuple[Leaf, Leaf]]


@dataclass(frozen=True, eq=False, slots=True)
class _Card:
    """What distinguishes an entry from others: its document, and what `traits_of` makes of that.

    `keys` are what no other work has: its addresses, its numbers, its title, each with the number
    of its sign and the name of its leaf. `words` are the words of title and summary. `apart` are
    sets that overlap between two entries for the same work.
    """

    document: Document
    added: str
    keys: Mapping[str, tuple[int, str]]
    title: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[str]
    parts: frozenset[str]
    passages: frozenset[str]
    apart: tuple[frozenset[str], ...]
    year: int | None

    @property
    def is_practice(self) -> bool:
        return self.document.kind is Kind.PRACTICE


class Duplicates:
    """The entries of a content folder, grouped so that those that look alike are together."""

    def __init__(self, content: Content) -> None:
        cards = [_card(entry) for entry in content.entries if entry.is_read]
        counts = Counter(word for card in cards for word in card.words)
        self._weights = {word: math.log(1 + len(cards) / n) for word, n in counts.items()}
        self._groups: dict[str, list[_Card]] = defaultdict(list)
        self._weight_by_path = {card.document.path: self._weigh(card.words) for card in cards}
        self._cards = {card.document.path: card for card in cards}
        for card in cards:
            for key in self._shareable(card):
                self._groups[key].append(card)

    def added(self, entry: Document) -> str:
        """The day on which an entry says it was added; empty if it doesn't say."""
        return self._cards[entry.path].added if entry.path in self._cards else ""

    def of(
        self, document: Document, asked: Callable[[Document], bool] = lambda _: True
    ) -> list[Likeness]:
        """The entries that look like `document`, which may be one of them or a new one.

        Only those that pass `asked` are compared. Those with the strongest signs come first.
        """
        card = self._cards.get(document.path) or _card(document)
        shared: Counter[_Card] = Counter()
        for key in sorted(self._shareable(card)):
            group = self._groups.get(key, ())
            if key in card.keys or len(group) <= _LARGEST_GROUP:
                weight = _LARGEST_GROUP if key in card.keys else 1
                for other in group[:_LARGEST_GROUP]:
                    shared[other] += weight
        found = [
            Likeness(other.document, signs, _shared_leaves(card, other))
            for other, _ in shared.most_common(_COMPARED)
            if other.document.id != document.id
            and asked(other.document)
            and (signs := self._signs(card, other))
        ]
        return sorted(found, key=lambda one: (one.signs, one.document.path))

    def _shareable(self, card: _Card) -> tuple[str, ...]:
        """What other entries may share with one: those that few have are compared with it."""
        rarest = sorted(card.title, key=lambda word: (-self._weight(word), word))[:_PAIRED]
        pairs = map(" ".join, combinations(sorted(rarest), 2))
        return (*card.keys, *card.title, *pairs, *card.passages)

    def _signs(self, one: _Card, other: _Card) -> tuple[Sign, ...]:
        shared = {key: Sign(one.keys[key][0]) for key in one.keys.keys() & other.keys.keys()}
        signs = set(shared.values())
        practices = one.is_practice and other.is_practice
        are_distinct = _are_distinct(one, other)
        if are_distinct:
            own = {sign for key, sign in shared.items() if not key.startswith("symbol ")}
            signs = {Sign.NUMBER} & own
        else:
            title = self._likeness_of_titles(one, other)
            is_similar = title >= _SIMILAR_TITLE[practices]
            if not is_similar and one.is_practice != other.is_practice:
                signs.discard(Sign.ADDRESS)  # a practice may have the address of a work about it
            if (
                is_similar
                and title + self._word_overlap(one, other) >= _ALIKE[practices]
                and _years_between(one, other) <= _YEARS_APART[practices]
                and Sign.SAME_TITLE not in signs
            ):
                signs.add(Sign.SIMILAR_TITLE)
        # Parts of a series may be described alike, but what two countries did is not the same.
        if (practices or not are_distinct) and _is_copied(one, other):
            signs.add(Sign.TEXT)
        return tuple(sorted(signs))

    def _likeness_of_titles(self, one: _Card, other: _Card) -> float:
        """1 if both say the same; words that replace each other count most."""
        if one.title == other.title:
            return 1.0 if one.title else 0.0
        both = set(one.title & other.title)
        mine, others = set(one.title - both), set(other.title - both)
        for word in sorted(mine):
            near = {one for one in others if ratio(word, one, score_cutoff=_SAME_WORD)}
            if near:
                both.add(word)
                mine.discard(word)
                others -= near
        left, right = (
            math.fsum(max(self._weight(word), _OTHER_WORD) for word in words)
            for words in (mine, others)
        )
        shared = self._weigh(both)
        return shared / ((shared + min(left, right) + _ADDED_WORD * abs(left - right)) or 1)

    def _word_overlap(self, one: _Card, other: _Card) -> float:
        """The share of the shorter title and summary whose words the other one has too."""
        shorter = min(self._weight_of(one), self._weight_of(other))
        return self._weigh(one.words & other.words) / (shorter or 1)

    def _weight_of(self, card: _Card) -> float:
        return self._weight_by_path.get(card.document.path) or self._weigh(card.words)

    def _weigh(self, words: Iterable[str]) -> float:
        # Exact in any order of the words, since a set has none.
        weights = self._weights
        return math.fsum([weights.get(word, _OTHER_WORD) for word in words])

    def _weight(self, word: str) -> float:
        return self._weights.get(word, _OTHER_WORD)


def _card(entry: Document) -> _Card:
    return _Card(entry, *made_of(entry, traits_of))


def traits_of(entry: Document) -> tuple[Any, ...]:
    """What distinguishes an entry from others, as plain values."""
    title = _folded(entry.text("title"))
    words = _words(title)
    year = entry.text("since" if entry.kind is Kind.PRACTICE else "year")
    text = f"{entry.text('summary')}\n\n{entry.body}".casefold()
    passages = (" ".join(passage.split()) for passage in _BETWEEN_PASSAGES.split(text))
    return (
        entry.text("added"),
        # Of an address that is there twice, the first leaf is kept.
        {key: (int(sign), leaf.name) for key, (sign, leaf) in reversed([*_keys(entry, title)])},
        words,
        words | _words(_folded(entry.text("summary"))),
        frozenset(number.lstrip("0") for number in re.findall("[0-9]+", title)),
        frozenset(_PART.findall(title)),
        frozenset(passage for passage in passages if len(passage) >= _LONG_PASSAGE),
        tuple(
            frozenset(text.partition("-")[0] for text in entry.texts(name))
            for name in ("languages", "countries")
        ),
        int(year) if re.fullmatch("[0-9]{4}", year) else None,
    )


def _keys(entry: Document, title: str) -> Iterator[tuple[str, tuple[Sign, Leaf]]]:
    for leaf in entry.leaves:
        kind, text = leaf.field.name, leaf.text.upper()
        if leaf.name == "title" and title:
            yield f"title {' '.join(_WORD.findall(title))}", (Sign.SAME_TITLE, leaf)
        elif kind == "url" and leaf.top in ("url", "files"):
            address = canonical_address(leaf.text)
            if address.startswith(_DOI):
                yield address.lower(), (Sign.NUMBER, leaf)
            elif not _LIST_PAGE.fullmatch(address):
                yield address, (Sign.ADDRESS, leaf)
        elif leaf.top != "identifiers":
            continue
        elif kind == "doi":
            yield f"{_DOI}{leaf.text.strip().lower()}", (Sign.NUMBER, leaf)
        elif kind == "isbn":  # ten or thirteen digits, the last is a check digit
            digits = f"978{''.join(_WORD.findall(text))}"[-13:-1]
            yield f"isbn {digits}", (Sign.NUMBER, leaf)
        elif kind != "issn":  # which belongs to a whole series
            pieces = re.findall("[A-Z]+|[1-9][0-9]*", text)
            yield f"{kind} {'/'.join(pieces)}", (Sign.NUMBER, leaf)


def strong_keys(entry: Document) -> list[str]:
    """What no other work has: its address and its numbers."""
    return [key for key, (_, leaf) in _keys(entry, "") if leaf.top != "files"]


def _folded(text: str) -> str:
    """The text in lower case without diacritics, with one name for each thing."""
    text = text[:_LONGEST].casefold()
    if not text.isascii():
        text = without_accents(text).replace("\u2019", "")
    text = text.replace("'", "")
    for pattern, name in _ONE_NAME:
        text = pattern.sub(name, text)
    return text


def _words(folded: str) -> frozenset[str]:
    words = set(_WORD.findall(folded)) - LANGUAGES["en"].stop_words
    return frozenset(_stem(word) for word in words if not word.isdigit())


def _length(passages: Iterable[str]) -> int:
    return sum(map(len, passages))


def _is_copied(one: _Card, other: _Card) -> bool:
    shared = _length(one.passages & other.passages)
    if shared < _FEWEST_COPIED:
        return False
    return shared >= _COPIED * min(_length(one.passages), _length(other.passages))


def _years_between(one: _Card, other: _Card) -> int:
    return 0 if one.year is None or other.year is None else abs(one.year - other.year)


def _are_distinct(one: _Card, other: _Card) -> bool:
    """Whether language, country, a number or a part shows that these are two works."""
    return (
        any(
            mine and known and not mine & known
            for mine, known in zip(one.apart, other.apart, strict=True)
        )
        or one.parts != other.parts
        or bool(one.numbers - other.numbers and other.numbers - one.numbers)
    )


def _shared_leaves(one: _Card, other: _Card) -> dict[Sign, tuple[Leaf, Leaf]]:
    shared: dict[Sign, tuple[Leaf, Leaf]] = {}
    for key in sorted(one.keys.keys() & other.keys.keys()):
        (sign, name), (_, name_there) = one.keys[key], other.keys[key]
        shared.setdefault(Sign(sign), (_leaf(one, name), _leaf(other, name_there)))
    return shared


def _leaf(card: _Card, name: str) -> Leaf:
    return next(leaf for leaf in card.document.leaves if leaf.name == name)
