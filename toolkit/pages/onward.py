"""Where to look next from the page of a region or country."""

from collections import Counter
from collections.abc import Iterator

from toolkit.catalogue.facets import Facet
from toolkit.content.coverage_tables import WORLD
from toolkit.pages.links import Link, counted_link
from toolkit.pages.site import Site

_MOST_THEMES = 5


def onward(facet: Facet, term: str, site: Site) -> tuple[Link, ...]:
    """The wider regions and the world, then the most frequent themes of its entries.

    Empty for other facets and for the world.
    """
    if facet.name not in ("regions", "countries") or term == WORLD:
        return ()
    facets = site.catalogue.facets
    themes = Counter(theme for entry in facet.entries[term] for theme in entry.themes)
    return (
        *(
            counted_link(facets["regions"], region, site.language)
            for region in wider(facet, term, site)
        ),
        *(
            counted_link(facets["themes"], theme, site.language)
            for theme, _ in themes.most_common(_MOST_THEMES)
        ),
    )


def wider(facet: Facet, term: str, site: Site) -> Iterator[str]:
    """The regions with a page around a region or a country, the world last; of others, none."""
    if facet.name not in ("regions", "countries"):
        return
    regions = site.catalogue.vocabularies["regions"]
    first = regions.of_country.get(term.upper(), "") if facet.name == "countries" else term
    for region in (*regions.with_broader(first), WORLD):
        if region != term and region in site.catalogue.facets["regions"].entries:
            yield region
