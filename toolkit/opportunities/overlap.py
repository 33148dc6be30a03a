"""Two works of one type on the same matter for the same readers, by different bodies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from toolkit.content.coverage_tables import WORLD
from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.opportunities.works import NEAR, READERS, TOOLS, Work, Works

TYPES: Final = TOOLS | {"issue-paper", "policy-brief"}
_FAR: Final = 0.34  # of themes, where one of two works is for the whole world
_THEMES: Final = 2
_MAIN: Final = 2  # themes that a work names first
# Works of one type, theme and audience are compared with so many that came before: so the work
# stays linear.
_COMPARED: Final = 30


def find_overlap(works: Works) -> Iterator[Opportunity]:
    """Pairs of works of the last ten years that readers would have to choose between."""
    shelves: dict[tuple[str, str, str], list[Work]] = {}
    for work in works.every:
        if works.is_recent(work) and _may_overlap(work):
            for theme in work.themes:
                for audience in work.audiences:
                    shelves.setdefault((work.type, theme, audience), []).append(work)
    pairs = {
        (one, other)
        for shelf in shelves.values()
        for place, one in enumerate(shelf)
        for other in islice(shelf, place + 1, place + 1 + _COMPARED)
    }
    order = {work.id: place for place, work in enumerate(works.every)}
    found = (pair for pair in pairs if _overlap(*pair, works))
    for one, other in sorted(found, key=lambda pair: (order[pair[0].id], order[pair[1].id])):
        yield Opportunity(
            kind=OpportunityKind.OVERLAP,
            parts=tuple(sorted((one.id, other.id))),
            bodies=tuple(sorted(one.bodies | other.bodies)),
            entries=(one.id, other.id),
            themes=tuple(theme for theme in one.themes if theme in other.themes),
            audiences=tuple(id_ for id_ in one.audiences if id_ in other.audiences),
            type=one.type,
        )


def _may_overlap(work: Work) -> bool:
    return work.type in TYPES and bool(work.bodies) and not (work.joint or work.is_national)


def _overlap(one: Work, other: Work, works: Works) -> bool:
    """Works of regional bodies for other regions are none, and what is said to differ does."""
    if one.bodies & other.bodies or other.id in one.distinct or one.id in other.distinct:
        return False
    if len({*one.themes} & {*other.themes}) < _THEMES:
        return False
    if not {*one.themes[:_MAIN]} & {*other.themes[:_MAIN]}:
        return False
    meeting = 2 * len(one.reach & other.reach) >= min(len(one.reach), len(other.reach))
    if not meeting and WORLD not in one.reach | other.reach:
        return False
    return (
        works.in_common("themes", one, other) >= (NEAR if meeting else _FAR)
        and works.in_common("audiences", one, other) >= READERS
    )
