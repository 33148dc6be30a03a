"""What opportunities are found in: entries in force by what they are about and whose they are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Set
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
# How much two works must have in common of what they are about, and of whom they are for.
NEAR: Final = 0.27
READERS: Final = 0.35
_MAIN: Final = 3  # themes and audiences: what a work names first, it is mainly about or for


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

    def is_mainly_on(self, theme: str) -> bool:
        """Whether it does not touch on a theme only."""
        return theme in self.themes[:_MAIN]

    def is_mainly_for(self, audience: str) -> bool:
        """Whether an audience is not only named among many."""
        return audience in self.audiences[:_MAIN]


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

    def in_common(self, name: str, one: Work, other: Work) -> float:
        """What two works share of all `themes` or `audiences` that either has, from 0 to 1. What
        few works have counts for more.
        """
        ids, others = frozenset(getattr(one, name)), frozenset(getattr(other, name))
        weights = self._weights[name]
        total = sum(weights[id_] for id_ in ids | others)
        return sum(weights[id_] for id_ in ids & others) / total if total else 0

    @cached_property
    def _weights(self) -> Mapping[str, Mapping[str, float]]:
        found = {}
        for name in ("themes", "audiences"):
            counts = Counter(id_ for work in self.every for id_ in getattr(work, name))
            found[name] = {id_: math.log((len(self.every) + 1) / n) for id_, n in counts.items()}
        return found

    def is_recent(self, work: Work) -> bool:
        """Whether a work is of the last ten years; one of exactly ten years ago is not."""
        return work.year > self.day.year - OLD


def newest_by_body(works: Iterable[Work], bodies: Set[str], theme: str = "") -> dict[str, Work]:
    """One work of each of `bodies`, the newest of those that are mainly on the theme, if any."""
    found: dict[str, Work] = {}
    for work in sorted(works, key=lambda work: not work.is_mainly_on(theme)) if theme else works:
        for id_ in sorted(work.bodies & bodies):
            found.setdefault(id_, work)
    return found


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
