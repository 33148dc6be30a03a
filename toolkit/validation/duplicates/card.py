"""What tells one entry from another, taken out of it once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from toolkit.content.document import Document
from toolkit.content.matching import Leaf
from toolkit.content.reader import Content
from toolkit.content.schema import Kind
from toolkit.validation.duplicates.addresses import canonical_address, doi_of, names_many_works
from toolkit.validation.duplicates.numbers import NAMES, canonical_number
from toolkit.validation.duplicates.texts import sampled, stretches, words_of
from toolkit.validation.duplicates.titles import Title, read_title
from toolkit.validation.duplicates.words import FIELD_WORDS, KIND_WORDS, USUAL_BODIES, spelled

_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, eq=False)
class Card:
    """An entry by its signs. What it doesn't say is empty, a year None.

    `address` and `described_at` are canonical; `own_address` is the address where it is not that
    of a page about many works. `numbers` are identifiers by kind and canonical form. `bodies` are
    the words of the names of those behind it, `countries` those of the title and of the field.
    """

    document: Document
    title: Title
    type: str
    year: int | None
    languages: frozenset[str]
    countries: frozenset[str]
    bodies: tuple[frozenset[str], ...]
    address: str
    described_at: str
    numbers: dict[tuple[str, str], Leaf]
    summary: str

    @property
    def id(self) -> str:
        """The id of the entry."""
        return self.document.id

    @property
    def is_practice(self) -> bool:
        """Whether the entry is a practice."""
        return self.document.kind is Kind.PRACTICE

    @cached_property
    def own_address(self) -> str:
        """The address, where it is not that of a page about many works."""
        return "" if names_many_works(self.address) else self.address

    @cached_property
    def told(self) -> frozenset[str]:
        """The words of title and summary that not every entry could have."""
        words = {spelled(word) for word in words_of(self.summary) if not word.isdigit()}
        return frozenset((words | self.title.words.keys()) - FIELD_WORDS - KIND_WORDS - {""})

    @cached_property
    def sample(self) -> frozenset[str]:
        """Some stretches of the words, the same ones in every entry."""
        return sampled(self.summary, self.document.body)

    @cached_property
    def stretches(self) -> frozenset[str]:
        """All stretches of the summary and of the body."""
        return stretches(words_of(f"{self.summary}\n{self.document.body}"))


class CardMaker:
    """Makes cards, with the names of organizations that a register holds."""

    def __init__(self, content: Content) -> None:
        self._names = {
            id_: tuple(_names_of(name) for name in (id_, body.name, body.abbreviation))
            for id_, body in content.organisations.items.items()
        }

    def card(self, document: Document) -> Card:
        """The card of an entry."""
        fields: dict[str, list[str]] = defaultdict(list)
        numbers: dict[tuple[str, str], Leaf] = {}
        for leaf in document.leaves:
            name = leaf.field.name
            if leaf.top == "identifiers":
                if name in NAMES:
                    numbers.setdefault((name, canonical_number(name, leaf.text)), leaf)
            elif "." not in leaf.name:
                fields[name].append(leaf.text)
                if name == "url" and (doi := doi_of(canonical_address(leaf.text))):
                    numbers.setdefault(("doi", doi.lower()), leaf)
        bodies = tuple(self._bodies(fields["organisations"], fields["partners"]))
        is_practice = document.kind is Kind.PRACTICE
        title = read_title(
            " ".join(fields["title"]),
            describes=is_practice,
            bodies=frozenset() if is_practice else _short_names(bodies),
        )
        years = fields["since" if is_practice else "year"]
        return Card(
            document=document,
            title=title,
            type="".join(fields["type"]),
            year=_year(years),
            languages=frozenset(tag.partition("-")[0] for tag in fields["languages"]),
            countries=title.countries.union(fields["countries"]),
            bodies=bodies,
            address=canonical_address("".join(fields["url"])),
            described_at=canonical_address("".join(fields["described_at"])),
            numbers=numbers,
            summary=" ".join(fields["summary"]),
        )

    def _bodies(self, ids: Iterable[str], partners: Iterable[str]) -> Iterable[frozenset[str]]:
        for id_ in ids:
            yield from filter(None, self._names.get(id_, (_names_of(id_),)))
        for name in map(_names_of, partners):
            if not name <= USUAL_BODIES:
                yield name


def _names_of(body: str) -> frozenset[str]:
    return frozenset(filter(None, map(spelled, words_of(body))))


def _short_names(bodies: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(word for body in bodies if len(body) == 1 for word in body)


def _year(texts: Sequence[str]) -> int | None:
    text = texts[0] if texts else ""
    return int(text) if _YEAR.fullmatch(text) else None
