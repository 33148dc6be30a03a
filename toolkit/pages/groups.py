"""Lists of entries in parts: practices and resources apart, long ones under subheadings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.schema import Kind
from toolkit.languages.language import Language

T = TypeVar("T")

LONGEST = 30


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a subheading; one without a heading is all that its part holds."""

    heading: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a list under a heading of its own."""

    heading: str
    anchor: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """The number of its entries."""
        return sum(len(group.entries) for group in self.groups)


_HEADINGS = {Kind.PRACTICE: "part.practices", Kind.RESOURCE: "part.resources"}


def make_parts(
    entries: Iterable[Entry], catalogue: Catalogue, language: Language, prefix: str = ""
) -> tuple[Part, ...]:
    """The parts of a list, empty ones left out. `prefix` keeps anchors apart on one page."""
    found: list[Part] = []
    entries = tuple(entries)
    for kind, heading in _HEADINGS.items():
        members = tuple(entry for entry in entries if entry.kind is kind)
        if members:
            anchor = f"{prefix}{kind.value}s"
            groups = tuple(make_groups(members, catalogue, language, anchor))
            found.append(Part(language.text(heading), anchor, groups))
    return tuple(found)


def make_groups(
    entries: tuple[Entry, ...], catalogue: Catalogue, language: Language, anchor: str
) -> Iterator[Group]:
    """Entries of one kind: by type or evidence, and by decade where that splits nothing."""
    if len(entries) <= LONGEST:
        yield Group("", anchor, entries)
        return
    facet = catalogue.facets["types" if entries[0].kind is Kind.RESOURCE else "evidence"]
    names = {term: facet.label(term, language) for term in facet.entries}
    order = {term: position for position, term in enumerate(names)}
    split = _split(entries, lambda entry: entry.type or entry.evidence)
    if len(split) == 1:
        yield from _by_decade(entries, language, anchor, "")
        return
    for term in sorted(split, key=order.__getitem__):
        if len(split[term]) > LONGEST:
            yield from _by_decade(tuple(split[term]), language, f"{anchor}-{term}", names[term])
        else:
            yield Group(names[term], f"{anchor}-{term}", tuple(split[term]))


def _by_decade(
    entries: tuple[Entry, ...], language: Language, anchor: str, name: str
) -> Iterator[Group]:
    split = _split(entries, lambda entry: (entry.began or 0) // 10 * 10)
    for decade in sorted(split, reverse=True):
        years = (
            language.text("group.decade", first=decade, last=decade + 9)
            if decade
            else language.text("group.no-year")
        )
        heading = language.text("group.part", name=name, part=years) if name else years
        yield Group(heading, f"{anchor}-{decade or 'undated'}", tuple(split[decade]))


def _split(entries: Iterable[Entry], key: Callable[[Entry], T]) -> dict[T, list[Entry]]:
    found: dict[T, list[Entry]] = {}
    for entry in entries:
        found.setdefault(key(entry), []).append(entry)
    return found
