"""The pages of facets and their terms, except organizations and instruments, which differ."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from toolkit.catalogue.facets import Facet
from toolkit.content.coverage_tables import WORLD
from toolkit.content.schema import Form
from toolkit.content.task import Task
from toolkit.exports.feeds import feed_path
from toolkit.languages.language import Language
from toolkit.pages.coverage_rows import MatchingRow, matching_rows
from toolkit.pages.links import Link, counted_link, listed_terms, term_link
from toolkit.pages.page import Page
from toolkit.pages.pagination import ListedPage, Whole, pages_of_list
from toolkit.pages.recognition_lists import make_sections
from toolkit.pages.site import Site
from toolkit.pages.start_here import StartHere, start_here, tasks_choosing
from toolkit.pages.terms import OWN_PAGES, TermGroup, definition, term_groups

# Facets whose terms are shown without a definition: they have none, or it says nothing new.
_PLAIN = frozenset({Form.COUNTRY, Form.ORGANISATION})
_MOST_THEMES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetPage(Page, template="facet.html"):
    """All terms of a facet; `defined` if each is shown with its definition.

    `wider` is where to look for a country that no entry names.
    """

    groups: tuple[TermGroup, ...]
    defined: bool
    wider: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPage(ListedPage, template="term.html"):
    """A term: its definition, narrower terms, and the entries tagged with it."""

    definition: str
    narrower: tuple[Link, ...]
    start: StartHere
    onward: tuple[Link, ...]
    coverage: tuple[MatchingRow, ...]
    feed: str


def pages(site: Site) -> Iterator[Page]:
    """The index of each facet, and the page of each term."""
    for facet in site.catalogue.facets.values():
        yield _index(facet, site.language)
        if facet.field.form not in OWN_PAGES:
            for term in facet.entries:
                yield from _term(facet, term, site)


def _index(facet: Facet, language: Language) -> Page:
    return FacetPage(
        path=f"{facet.name}/index",
        title=language.text(f"facet.{facet.name}"),
        summary=language.text(f"facet.{facet.name}.about"),
        breadcrumbs=(Link(language.text("nav.browse"), "browse"),),
        groups=term_groups(facet, language),
        defined=facet.field.form not in _PLAIN,
        wider=Link(language.text("facet.regions"), "regions/index")
        if facet.name == "countries"
        else None,
    )


def _tasks(facet: Facet, term: str, site: Site) -> Iterator[Task]:
    """The tasks of a theme (or its narrower themes) or of an audience; for other facets, those that
    choose one of the term's entries.
    """
    if facet.name not in ("themes", "audiences"):
        yield from tasks_choosing(facet.entries[term], site)
        return
    vocabulary = site.catalogue.vocabularies[facet.field.vocabulary]
    for task in site.catalogue.tasks:
        named = task.themes if facet.name == "themes" else task.audiences
        if any(term in vocabulary.with_broader(one) for one in named):
            yield task


def _own_start(facet: Facet, term: str, site: Site) -> StartHere:
    return start_here(facet.entries[term], _tasks(facet, term, site), site, facet.field.name)


def _start(facet: Facet, term: str, site: Site) -> StartHere:
    """Where to begin; at a place that has nothing for that, what tasks use of the region around."""
    own = _own_start(facet, term, site)
    if own.tasks or own.works:
        return own
    regions = site.catalogue.facets["regions"]
    for region in _wider(facet, term, site):
        found = _own_start(regions, region, site)
        if any(work.task for work in found.works):
            return replace(found, wider=term_link(regions, region, site.language))
    return own


def _term(facet: Facet, term: str, site: Site) -> Iterator[Page]:
    language = site.language
    broader = facet.broader(term)
    index = Link(language.text(f"facet.{facet.name}"), f"{facet.name}/index")
    above = (term_link(facet, broader, language),) if broader else ()
    narrower = tuple(
        counted_link(facet, other, language)
        for other in listed_terms(facet)
        if broader == "" and facet.broader(other) == term
    )
    label = facet.label(term, language)
    path = f"{facet.name}/{term}"
    said = definition(facet, term, language)
    yield from pages_of_list(
        TermPage,
        make_sections(facet.entries[term], site, by_evidence=facet.name == "regions"),
        Whole(label, path, path, (index, *above)),
        language,
        summary=said or language.text("term.summary", facet=index.text, term=label),
        definition=said,
        narrower=narrower,
        start=_start(facet, term, site),
        onward=_onward(facet, term, site),
        coverage=matching_rows(facet.name, term, site),
        feed=feed_path(facet, term, site.exports),
    )


def _onward(facet: Facet, term: str, site: Site) -> tuple[Link, ...]:
    """The wider regions and the world, then the most frequent themes of its entries.

    Empty for other facets and for the world.
    """
    if facet.name not in ("regions", "countries") or term == WORLD:
        return ()
    facets = site.catalogue.facets
    themes = Counter(theme for entry in facet.entries[term] for theme in entry.themes)
    named = [("regions", region) for region in _wider(facet, term, site)]
    named += [("themes", theme) for theme, _ in themes.most_common(_MOST_THEMES)]
    return tuple(counted_link(facets[name], id_, site.language) for name, id_ in named)


def _wider(facet: Facet, term: str, site: Site) -> Iterator[str]:
    """The regions with a page around a region or a country, the world last; of others, none."""
    if facet.name not in ("regions", "countries"):
        return
    regions = site.catalogue.vocabularies["regions"]
    first = regions.of_country.get(term.upper(), "") if facet.name == "countries" else term
    for region in (*regions.with_broader(first), WORLD):
        if region != term and region in site.catalogue.facets["regions"].entries:
            yield region
