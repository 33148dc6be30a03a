"""A theme on which many members have works, and the Group has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.opportunities.works import Works, newest_by_body

_MEMBERS: Final = 4


def find_state(works: Works) -> Iterator[Opportunity]:
    """Themes on which the Group has issued nothing at all, each with the newest work of members."""
    for theme, its in works.by_theme.items():
        if any(work.joint for work in its):
            continue
        newest = newest_by_body(its, works.members, theme)
        # One work of several bodies shows the interest of one circle, not of many.
        entries = {work.id: None for work in newest.values()}
        if min(len(newest), len(entries)) >= _MEMBERS:
            yield Opportunity(
                kind=OpportunityKind.STATE,
                parts=(theme,),
                bodies=tuple(sorted(newest)),
                entries=tuple(entries),
                themes=(theme,),
            )
