"""What opportunities are found in: entries in force, with what they are about and who made them."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.schema import Kind
from toolkit.grouping import grouped
from toolkit.recognition.membership import GROUP
from toolkit.recognition.status import Status

# What people work with, and can be renewed or translated: not laws, studies or statements.
TOOLS = frozenset({"guide", "handbook", "toolkit", "training", "checklist"})
OLD = 10  # years
NEAR = 0.27  # the share of what two works are about that they must have in common
# A work is mainly about, or for, what it names first.
_MAIN_THEMES = 2
_MAIN_AUDIENCES = 3


@dataclass(frozen=True, slots=True)
class Work:
    """An entry. `regions` are those that it names, directly or by its countries, and `reach` the
    narrowest regions that it is about. `year` is 0 if unknown; `bodies` are registered
    organizations other than the Group, which issued the `joint` works.
    """

    id: str
    is_practice: bool
    type: str
    year: int
    themes: tuple[str, ...]
    audiences: tuple[str, ...]
    exploitation: frozenset[str]
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

    @property
    def main_themes(self) -> tuple[str, ...]:
        """The themes that it does more than touch on."""
        return self.themes[:_MAIN_THEMES]

    @property
    def main_audiences(self) -> tuple[str, ...]:
        """The audiences that it names among the first."""
        return self.audiences[:_MAIN_AUDIENCES]

    def is_first_on(self, theme: str) -> bool:
        """Whether it names a theme before all others."""
        return self.themes[:1] == (theme,)


@dataclass(frozen=True)
class Works:
    """All entries in force, the newest first, with what is known about members and recognition."""

    content: Content
    statuses: Mapping[str, Status]
    members: frozenset[str]
    day: date
    every: tuple[Work, ...]

    @cached_property
    def by_theme(self) -> Mapping[str, tuple[Work, ...]]:
        """Works by theme, in the order of the vocabulary."""
        order = self.content.vocabularies["themes"].terms
        found = grouped((theme, work) for work in self.every for theme in work.themes)
        return {theme: found[theme] for theme in order if theme in found}

    @cached_property
    def by_region(self) -> Mapping[str, tuple[Work, ...]]:
        """Works by the region that they name, directly or by one of its countries."""
        return grouped((region, work) for work in self.every for region in work.regions)

    def in_common(self, name: str, one: Work, other: Work) -> float:
        """The share of the `themes` or `audiences` of either of two works that both have, from 0
        to 1. Rarer ones count for more.
        """
        # Sets have another order in each run, and `sum` of Python 3.11 rounds after each number.
        (ids, weight), (others, more) = self._weighed[name, one.id], self._weighed[name, other.id]
        shared = math.fsum(self._weights[name][id_] for id_ in ids & others)
        total = weight + more - shared
        return shared / total if total else 0

    def are_alike(self, one: Work, other: Work, readers: float) -> bool:
        """Whether two works have enough of their themes in common, at least the share `readers` of
        their audiences, and are not about different forms of exploitation.
        """
        return (
            self.in_common("themes", one, other) >= NEAR
            and self.in_common("audiences", one, other) >= readers
            and (
                not one.exploitation
                or not other.exploitation
                or bool(one.exploitation & other.exploitation)
            )
        )

    @cached_property
    def _weighed(self) -> Mapping[tuple[str, str], tuple[frozenset[str], float]]:
        """The themes and the audiences of each work, with the sum of their weights."""
        found = {}
        for name, weights in self._weights.items():
            for work in self.every:
                ids = frozenset(getattr(work, name))
                found[name, work.id] = ids, math.fsum(weights[id_] for id_ in ids)
        return found

    @cached_property
    def _weights(self) -> Mapping[str, Mapping[str, float]]:
        found = {}
        for name in ("themes", "audiences"):
            counts = Counter(id_ for work in self.every for id_ in getattr(work, name))
            found[name] = {id_: math.log((len(self.every) + 1) / n) for id_, n in counts.items()}
        return found

    def is_recent(self, work: Work) -> bool:
        """Whether a work is from the last ten years; one from exactly ten years ago is not."""
        return work.year > self.day.year - OLD


def newest_by_body(works: Iterable[Work], bodies: Set[str]) -> dict[str, Work]:
    """The first work of each of the `bodies`; in the order of `Works`, that is the newest."""
    found: dict[str, Work] = {}
    for work in works:
        for id_ in sorted(work.bodies & bodies):
            found.setdefault(id_, work)
    return found


def make_works(
    content: Content, statuses: Mapping[str, Status], members: frozenset[str], day: date
) -> Works:
    """The works of a content folder, checked or not: whatever makes no sense is left out."""
    superseded = {id_ for entry in content.entries for id_ in entry.texts("supersedes")}
    works = [
        _work(entry, content)
        for entry in content.by_id.values()
        if entry.id not in superseded and entry.text("status") != "withdrawn"
    ]
    works.sort(key=lambda work: (-work.year, work.id))
    return Works(content, statuses, members, day, tuple(works))


def _work(entry: Document, content: Content) -> Work:
    # All fields in one pass: there are many entries, and `texts` takes a pass for each field.
    fields = grouped((leaf.top, leaf.text) for leaf in entry.leaves)
    is_practice = entry.kind is Kind.PRACTICE
    year, type_, level = (
        fields.get(name, ("",))[0] for name in ("since" if is_practice else "year", "type", "level")
    )
    regions = content.vocabularies["regions"]
    named = [id_ for id_ in fields.get("regions", ()) if id_ in regions.terms]
    own = {
        regions.of_country[code]
        for code in fields.get("countries", ())
        if code in regions.of_country
    }
    bodies = fields.get("organisations", ())
    known = content.organisations.items
    themes, audiences = (content.vocabularies[name].terms for name in ("themes", "audiences"))
    return Work(
        entry.id,
        is_practice,
        type_,
        int(year) if year.isascii() and year.isdecimal() else 0,
        tuple(id_ for id_ in fields.get("themes", ()) if id_ in themes),
        tuple(id_ for id_ in fields.get("audiences", ()) if id_ in audiences),
        frozenset(fields.get("exploitation", ())),
        frozenset({*named, *own}),
        frozenset({*(leaf for id_ in named for leaf in regions.leaves_below[id_]), *own}),
        level == "national",
        fields.get("languages", ()),
        frozenset(id_ for id_ in bodies if id_ in known and id_ != GROUP),
        GROUP in bodies,
        frozenset(fields.get("distinct_from", ())),
    )
