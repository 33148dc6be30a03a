"""The pages of facets and of their terms; bodies and instruments have terms of their own kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.catalogue.catalogue import Catalogue
from toolkit.catalogue.facets import Facet
from toolkit.languages.language import Language
from toolkit.pages.groups import make_parts
from toolkit.pages.links import Link, counted_link, listed_terms, term_link
from toolkit.pages.page import Page
from toolkit.pages.pagination import Whole, divide_list
from toolkit.pages.recognition_lists import make_sections
from toolkit.pages.terms import OWN_PAGES, definition, term_groups
from toolkit.rendering.body import Body


def pages(catalogue: Catalogue, language: Language, _bodies: Mapping[str, Body]) -> Iterator[Page]:
    """The index of each facet, and the page of each term."""
    for facet in catalogue.facets.values():
        yield _index(facet, language)
        if facet.field.form not in OWN_PAGES:
            for term in facet.entries:
                yield from _term(facet, term, catalogue, language)


def _index(facet: Facet, language: Language) -> Page:
    return Page(
        f"{facet.name}/index",
        "facet.html",
        language.text(f"facet.{facet.name}"),
        language.text(f"facet.{facet.name}.about"),
        {"facet": facet.name, "groups": term_groups(facet, language)},
    )


def _term(facet: Facet, term: str, catalogue: Catalogue, language: Language) -> Iterator[Page]:
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
    breadcrumbs = (index, *above)
    shown, list_pages = divide_list(
        make_parts(facet.entries[term], catalogue, language),
        make_sections(facet.entries[term], catalogue, language),
        Whole(label, path, path, breadcrumbs),
        language,
    )
    yield Page(
        path,
        "term.html",
        label,
        definition(facet, term, language)
        or language.text("term.summary", facet=index.text, term=label),
        {
            "facet": facet.name,
            "definition": definition(facet, term, language),
            "breadcrumbs": breadcrumbs,
            "narrower": narrower,
            "count": facet.count(term),
            **shown,
        },
    )
    yield from list_pages
