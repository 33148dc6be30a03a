"""Lists of the terms of a facet: by parent, by kind, or plain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from toolkit.catalogue.facets import Facet
from toolkit.content.registers import Instrument, Organisation
from toolkit.content.schema import Form
from toolkit.languages.language import Language
from toolkit.pages.groups import LONGEST
from toolkit.pages.links import Link, counted_link, full_name, listed_terms

# Terms of these forms have their own kind of page.
OWN_PAGES = frozenset({Form.ORGANISATION, Form.PROVISION})
# Alphabetical order is the only one that people looking for one of these know.
_BY_NAME = frozenset({Form.COUNTRY, Form.ORGANISATION})


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms under a heading or under a broader term; `heading` is empty for a plain list."""

    heading: str
    broader: Link | None
    terms: tuple[Link, ...]


def term_groups(facet: Facet, language: Language) -> tuple[TermGroup, ...]:
    """The terms of a facet as its lists show them: by parent or by kind."""
    links: dict[str, Link] = {}
    for term in listed_terms(facet):
        link = counted_link(facet, term, language, definition(facet, term, language))
        if facet.field.form is Form.ORGANISATION:
            # Most readers know a body by its abbreviation.
            body = facet.content.organisations.items[term]
            link = replace(link, text=full_name(body, language))
        links[term] = link
    if facet.field.form in _BY_NAME:
        links = dict(sorted(links.items(), key=lambda item: language.sort_key(item[1].text)))
    if parents := {facet.broader(term) for term in links} - {""}:
        return tuple(_nested(facet, links, parents))
    if len(links) > LONGEST and facet.field.form in OWN_PAGES:
        return tuple(_by_kind(facet, links, language))
    return (TermGroup("", None, tuple(links.values())),)


def definition(facet: Facet, term: str, language: Language) -> str:
    """The definition of a term, or the full title of an instrument."""
    content = facet.content
    if facet.field.form is Form.TERM:
        return content.vocabularies[facet.field.vocabulary].terms[term].define(language.tag)
    if facet.field.form is Form.PROVISION:
        return content.instruments.items[term].full_title
    return ""


def _nested(facet: Facet, links: Mapping[str, Link], parents: set[str]) -> Iterator[TermGroup]:
    top = tuple(
        link for term, link in links.items() if not facet.broader(term) and term not in parents
    )
    if top:
        yield TermGroup("", None, top)
    for parent in links:
        if parent in parents:
            narrower = tuple(link for term, link in links.items() if facet.broader(term) == parent)
            yield TermGroup(links[parent].text, links[parent], narrower)


def _by_kind(facet: Facet, links: Mapping[str, Link], language: Language) -> Iterator[TermGroup]:
    register: Mapping[str, Organisation | Instrument] = facet.content.instruments.items
    if facet.field.form is Form.ORGANISATION:
        register = facet.content.organisations.items
    for kind in dict.fromkeys(one.kind for one in register.values()):
        members = tuple(link for term, link in links.items() if register[term].kind == kind)
        if members:
            yield TermGroup(language.text(f"{facet.name}.kind.{kind}"), None, members)
