"""A region without any entry on a theme, where several bodies know both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.opportunities.works import Works, newest_by_body

_BODIES: Final = 3
_BESIDE: Final = 2  # regions beside it that have something
_MANY: Final = 5  # bodies: so many need no example beside them


def find_fill(works: Works) -> Iterator[Opportunity]:
    """Empty cells of the table of themes and regions, where several bodies that still publish have
    works on the theme and on the region, and regions beside it show that it can be done.
    """
    vocabulary = works.content.vocabularies["regions"]
    alive = {id_ for work in works.every if works.is_recent(work) for id_ in work.bodies}
    newest = {theme: newest_by_body(its, alive, theme) for theme, its in works.by_theme.items()}
    reached = {
        theme: {leaf for work in its for leaf in work.reach}
        for theme, its in works.by_theme.items()
    }
    register = works.content.not_applicable.items.values()
    for region, term in vocabulary.terms.items():
        if region in vocabulary.narrower or not term.broader:
            continue
        here = newest_by_body(works.by_region.get(region, ()), alive)
        beside = {one.id for one in vocabulary.narrower[term.broader]} - {region}
        for theme, on_theme in newest.items():
            if region in reached[theme]:
                continue
            bodies = sorted(here.keys() & on_theme.keys())
            shown = len(beside & reached[theme]) >= _BESIDE or len(bodies) >= _MANY
            if len(bodies) < _BODIES or not shown:
                continue
            if any(one.holds("themes-regions", theme, region) for one in register):
                continue
            entries = {works_[id_].id: None for id_ in bodies for works_ in (here, on_theme)}
            yield Opportunity(
                kind=OpportunityKind.FILL,
                parts=(theme, region),
                bodies=tuple(bodies),
                entries=tuple(entries),
                themes=(theme,),
                region=region,
            )
