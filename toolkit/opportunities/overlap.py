"""Two works of one type on the same matter for the same readers, by different bodies."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from toolkit.content.coverage_tables import WORLD
from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.opportunities.works import TOOLS, Work, Works

TYPES: Final = TOOLS | {"issue-paper", "policy-brief"}
# How much two works must have in common of what they are about, where their regions meet and where
# one is for the whole world, and of whom they are for. What few entries have counts for more.
_NEAR: Final = 0.27
_FAR: Final = 0.34
_READERS: Final = 0.35
_THEMES: Final = 2
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
    themes, audiences = _weights(works, "themes"), _weights(works, "audiences")
    found = (pair for pair in pairs if _overlap(*pair, themes, audiences))
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


def _weights(works: Works, name: str) -> dict[str, float]:
    """How much each theme or audience tells: the more, the fewer works have it."""
    counts = Counter(id_ for work in works.every for id_ in getattr(work, name))
    return {id_: math.log((len(works.every) + 1) / count) for id_, count in counts.items()}


def _overlap(
    one: Work, other: Work, themes: Mapping[str, float], audiences: Mapping[str, float]
) -> bool:
    """Works of regional bodies for other regions are none, and what is said to differ does."""
    if one.bodies & other.bodies or other.id in one.distinct or one.id in other.distinct:
        return False
    if len({*one.themes} & {*other.themes}) < _THEMES:
        return False
    meeting = 2 * len(one.reach & other.reach) >= min(len(one.reach), len(other.reach))
    if not meeting and WORLD not in one.reach | other.reach:
        return False
    return (
        _common(one.themes, other.themes, themes) >= (_NEAR if meeting else _FAR)
        and _common(one.audiences, other.audiences, audiences) >= _READERS
    )


def _common(one: tuple[str, ...], other: tuple[str, ...], weights: Mapping[str, float]) -> float:
    """What two works share of all that either has, from 0 to 1."""
    total = sum(weights[id_] for id_ in {*one, *other})
    return sum(weights[id_] for id_ in {*one} & {*other}) / total if total else 0
