"""A theme on which several members have works and the Group has none."""

from collections.abc import Iterator

from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.opportunities.works import Works, newest_by_body

_MEMBERS = 3
_FIRST = 2  # works that name the theme before all others


def find_state(works: Works) -> Iterator[Opportunity]:
    """Yield themes on which the Group has issued nothing at all, with the newest work of each
    member that is mainly on the theme.
    """
    for theme, its in works.by_theme.items():
        if any(work.joint for work in its):
            continue
        own = [work for work in its if theme in work.main_themes and not work.is_practice]
        own.sort(key=lambda work: not work.is_first_on(theme))
        newest = newest_by_body(own, works.members)
        # A work of several bodies shows the interest of one group, not of many.
        entries = {work.id: work for work in newest.values()}
        first = sum(work.is_first_on(theme) for work in entries.values())
        if min(len(newest), len(entries)) >= _MEMBERS and first >= _FIRST:
            yield Opportunity(
                kind=OpportunityKind.STATE,
                parts=(theme,),
                bodies=tuple(sorted(newest)),
                entries=tuple(entries),
                themes=(theme,),
            )
