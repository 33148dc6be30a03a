"""A region without entries on a theme, where bodies work that have worldwide guides on it."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from toolkit.content.coverage_tables import WORLD
from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.opportunities.works import Work, Works, newest_by_body

_BODIES = 3
_REGIONS = 3  # a work about more regions isn't about any one of them


def find_fill(works: Works) -> Iterator[Opportunity]:
    """Yield empty cells of the table of themes and regions for which several bodies that still
    publish have works about the region, and similar guides or other tools for the whole world.
    """
    vocabulary = works.content.vocabularies["regions"]
    alive = {id_ for work in works.every if works.is_recent(work) for id_ in work.bodies}
    guides = {theme: _guides(its, theme, alive) for theme, its in works.by_theme.items()}
    reached = {
        theme: {leaf for work in its for leaf in work.reach}
        for theme, its in works.by_theme.items()
    }
    register = works.content.not_applicable.items.values()
    for region, term in vocabulary.terms.items():
        if region in vocabulary.narrower or not term.broader:
            continue
        about = (work for work in works.by_region.get(region, ()) if len(work.reach) <= _REGIONS)
        here = newest_by_body(about, alive)
        for theme, on_theme in guides.items():
            bodies = sorted(here.keys() & on_theme.keys())
            if region in reached[theme] or len(bodies) < _BODIES:
                continue
            if not _are_alike([on_theme[id_] for id_ in bodies], works):
                continue
            if any(one.holds("themes-regions", theme, region) for one in register):
                continue
            entries = {works_[id_].id: None for works_ in (on_theme, here) for id_ in bodies}
            yield Opportunity(
                kind=OpportunityKind.FILL,
                parts=(theme, region),
                bodies=tuple(bodies),
                entries=tuple(entries),
                themes=(theme,),
                region=region,
            )


def _guides(its: tuple[Work, ...], theme: str, alive: set[str]) -> Mapping[str, Work]:
    """Each body's newest guide or other tool that is first of all on a theme, for the world."""
    return newest_by_body(
        (
            work
            for work in its
            if work.is_tool and work.is_first_on(theme) and WORLD in work.reach and not work.joint
        ),
        alive,
    )


def _are_alike(guides: list[Work], works: Works) -> bool:
    """Whether two of them, by different bodies, could be merged into one for a region."""
    return any(
        not one.bodies & other.bodies and works.are_alike(one, other, 0)
        for one, other in combinations(guides, 2)
    )
