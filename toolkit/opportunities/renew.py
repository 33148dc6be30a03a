"""All works on a theme for an audience are older than ten years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.opportunities.works import OLD, Work, Works

_FEWEST: Final = 3


def find_renew(works: Works) -> Iterator[Opportunity]:
    """Themes and audiences with old guides of several bodies; of those that rest on part of what
    another one of the audience rests on, only the other.
    """
    shelves: dict[str, dict[str, list[Work]]] = {}
    for theme, its in works.by_theme.items():
        for work in its:
            if not work.is_practice:
                for audience in work.audiences:
                    shelves.setdefault(audience, {}).setdefault(theme, []).append(work)
    for audience, by_theme in shelves.items():
        old = {theme: shelf for theme, shelf in by_theme.items() if _is_old(shelf, works.day.year)}
        sets = {theme: {work.id for work in shelf} for theme, shelf in old.items()}
        for theme, shelf in old.items():
            if not any(sets[theme] < other for other in sets.values()):
                yield Opportunity(
                    kind=OpportunityKind.RENEW,
                    parts=(theme, audience),
                    bodies=tuple(sorted({id_ for work in shelf for id_ in work.bodies})),
                    entries=tuple(work.id for work in shelf),
                    themes=(theme,),
                    audiences=(audience,),
                    year=shelf[0].year,
                )


def _is_old(shelf: list[Work], year: int) -> bool:
    """Whether all works are old, and at least three are guides or the like, not all of one body."""
    named = [work for work in shelf if work.bodies and work.is_tool and not work.joint]
    together = frozenset.intersection(*(work.bodies for work in named)) if named else frozenset()
    return (
        len(named) >= _FEWEST and not together and all(0 < work.year < year - OLD for work in shelf)
    )
