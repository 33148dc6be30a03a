"""What opportunities are found in: entries in force by what they are about and whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.schema import Kind
from toolkit.recognition.membership import GROUP
from toolkit.recognition.status import Status

# What people work with, and can be renewed or translated: not laws, studies or statements.
TOOLS: Final = frozenset({"guide", "handbook", "toolkit", "training", "checklist"})
OLD: Final = 10  # years


@dataclass(frozen=True, slots=True)
class Work:
    """An entry: `regions` are those that it names, itself or by its countries, and `reach` the
    narrowest regions that it is about. `year` is 0 where none is known; `bodies` are registered
    organizations but the Group, in whose name a `joint` work is.
    """

    id: str
    is_practice: bool
    type: str
    year: int
    themes: tuple[str, ...]
    audiences: tuple[str, ...]
    regions: frozenset[str]
    reach: frozenset[str]
    is_national: bool
    languages: tuple[str, ...]
    bodies: frozenset[str]
    joint: bool
    distinct: frozenset[str]

    @property
    def is_tool(self) -> bool:
        """Whether people work with it."""
        return self.type in TOOLS


@dataclass(frozen=True)
class Works:
    """All entries in force, the newest first, with what is known of members and recognition."""

    content: Content
    statuses: Mapping[str, Status]
    members: frozenset[str]
    day: date
    every: tuple[Work, ...]

    @cached_property
    def by_theme(self) -> Mapping[str, tuple[Work, ...]]:
        """Works by theme, in the order of the vocabulary."""
        order = self.content.vocabularies["themes"].terms
        found = _grouped((theme, work) for work in self.every for theme in work.themes)
        return {theme: found[theme] for theme in order if theme in found}

    @cached_property
    def by_region(self) -> Mapping[str, tuple[Work, ...]]:
        """Works by the region that they name, itself or by a country of it."""
        return _grouped((region, work) for work in self.every for region in work.regions)

    def is_recent(self, work: Work) -> bool:
        """Whether a work is of the last ten years; one of exactly ten years ago is not."""
        return work.year > self.day.year - OLD


def make_works(
    content: Content, statuses: Mapping[str, Status], members: frozenset[str], day: date
) -> Works:
    """The works of a content folder, checked or not: what makes no sense in a file is left out."""
    superseded = {id_ for entry in content.entries for id_ in entry.texts("supersedes")}
    works = [
        _work(entry, content)
        for entry in content.by_id.values()
        if entry.id not in superseded and entry.text("status") != "withdrawn"
    ]
    works.sort(key=lambda work: (-work.year, work.id))
    return Works(content, statuses, members, day, tuple(works))


def _work(entry: Document, content: Content) -> Work:
    is_practice = entry.kind is Kind.PRACTICE
    year = entry.text("since" if is_practice else "year")
    regions = content.vocabularies["regions"]
    named = [id_ for id_ in entry.texts("regions") if id_ in regions.terms]
    own = {
        regions.of_country[code] for code in entry.texts("countries") if code in regions.of_country
    }
    bodies = entry.texts("organisations")
    known = content.organisations.items
    return Work(
        entry.id,
        is_practice,
        entry.text("type"),
        int(year) if year.isascii() and year.isdecimal() else 0,
        _known(entry, content, "themes"),
        _known(entry, content, "audiences"),
        frozenset({*named, *own}),
        frozenset({*(leaf for id_ in named for leaf in regions.leaves_below[id_]), *own}),
        entry.text("level") == "national",
        entry.texts("languages"),
        frozenset(id_ for id_ in bodies if id_ in known and id_ != GROUP),
        GROUP in bodies,
        frozenset(leaf.text for leaf in entry.leaves if leaf.top == "distinct_from"),
    )


def _known(entry: Document, content: Content, name: str) -> tuple[str, ...]:
    return tuple(id_ for id_ in entry.texts(name) if id_ in content.vocabularies[name].terms)


def _grouped(pairs: Iterable[tuple[str, Work]]) -> dict[str, tuple[Work, ...]]:
    found: dict[str, list[Work]] = {}
    for key, work in pairs:
        found.setdefault(key, []).append(work)
    return {key: tuple(works) for key, works in found.items()}
