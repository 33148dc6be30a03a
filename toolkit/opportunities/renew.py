"""All works on a theme for an audience are older than ten years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.opportunities.works import NEAR, OLD, Work, Works

_FEWEST: Final = 3
_READERS: Final = 0.25  # that two of them have in common
_MOST: Final = 20  # works: so many more are no common task


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
        old = {
            theme: shelf
            for theme, shelf in by_theme.items()
            if _is_old(shelf, theme, audience, works)
        }
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


def _is_old(shelf: list[Work], theme: str, audience: str, works: Works) -> bool:
    """Whether all works are old, and one guide or the like that is mainly on the theme and for the
    audience resembles two more, not all of one body: others can't become one.
    """
    if len(shelf) > _MOST or any(not 0 < work.year < works.day.year - OLD for work in shelf):
        return False
    tools = [
        work
        for work in shelf
        if work.is_tool
        and work.bodies
        and not work.joint
        and work.is_mainly_on(theme)
        and work.is_mainly_for(audience)
    ]
    for one in tools:
        alike = [
            other
            for other in tools
            if works.in_common("themes", one, other) >= NEAR
            and works.in_common("audiences", one, other) >= _READERS
        ]
        if len(alike) >= _FEWEST and not frozenset.intersection(*(work.bodies for work in alike)):
            return True
    return False
