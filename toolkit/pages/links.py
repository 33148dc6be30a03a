"""Links inside the site, and the names of their targets."""

from dataclasses import dataclass, replace

from toolkit.catalogue.catalogue import Catalogue
from toolkit.catalogue.facets import Facet
from toolkit.content.document import Document
from toolkit.content.entry import Entry
from toolkit.content.registers import Organisation
from toolkit.languages.language import Language


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the page at `path`, a path in the site without its extension.

    `count` is the number of entries there, `note` a line of explanation, `languages` those of the
    work whose title is the text.
    """

    text: str
    path: str
    anchor: str = ""
    count: int | None = None
    note: str = ""
    languages: tuple[str, ...] = ()

    @property
    def href(self) -> str:
        """The address from the site's root."""
        return f"{self.path}.html#{self.anchor}" if self.anchor else f"{self.path}.html"


def line_of(document: Document, field: str) -> str:
    """A text of a document on one line."""
    return " ".join(document.text(field).split())


def entry_link(entry: Entry, note: str = "") -> Link:
    """A link to an entry."""
    return Link(entry.title, entry.path, note=note, languages=entry.languages)


def term_link(facet: Facet, term: str, language: Language, note: str = "") -> Link:
    """A link to the page of a term, without its count."""
    return Link(facet.label(term, language), f"{facet.name}/{term.lower()}", note=note)


def counted_link(facet: Facet, term: str, language: Language, note: str = "") -> Link:
    """A link to the page of a term, with the number of its entries."""
    return replace(term_link(facet, term, language, note), count=facet.count(term))


def pillar_link(catalogue: Catalogue, pillar: str, language: Language) -> Link:
    """A link to a pillar."""
    label = catalogue.vocabularies["pillars"].terms[pillar].label(language.tag)
    return Link(label, f"{pillar}/index")


def counted_pillar_link(catalogue: Catalogue, pillar: str, language: Language) -> Link:
    """A link to a pillar, with its definition and the number of entries that serve it."""
    return replace(
        pillar_link(catalogue, pillar, language),
        count=len(catalogue.at_home[pillar]) + len(catalogue.also_in[pillar]),
        note=catalogue.vocabularies["pillars"].terms[pillar].define(language.tag),
    )


def listed_terms(facet: Facet) -> tuple[str, ...]:
    """The terms shown in a facet's list: all but reserved ones that nothing uses."""
    vocabulary = facet.content.vocabularies.get(facet.field.vocabulary)
    if vocabulary is None:
        return tuple(facet.entries)
    return tuple(
        term for term in facet.entries if facet.count(term) or not vocabulary.terms[term].reserved
    )


def body_link(id_: str, catalogue: Catalogue, language: Language) -> Link:
    """A link to the page of an organization, with its full name."""
    return Link(full_name(catalogue.organisations[id_], language), f"organisations/{id_}")


def full_name(organisation: Organisation, language: Language) -> str:
    """The name of a body, with its abbreviation."""
    name = organisation.name_in(language.tag)
    short = abbreviation_for(name, organisation)
    return language.text("organisation.full-name", name=name, abbreviation=short) if short else name


def abbreviation_for(name: str, organisation: Organisation) -> str:
    """The abbreviation to show with a name: the English one if the language's own is the name."""
    short = organisation.abbreviation
    return organisation.abbreviations.get("en", "") if short == name else short


def short_names(entry: Entry, catalogue: Catalogue, language: Language, most: int) -> list[str]:
    """The short names of the bodies behind an entry, with those beyond `most` as a number."""
    bodies = (catalogue.organisations[id_] for id_ in entry.organisations)
    names = [*(body.short_name(language.tag) for body in bodies), *entry.partners]
    if len(names) <= most + 1:
        return names
    return [*names[:most], language.text("organisations.more", n=len(names) - most)]


def kind_name(entry: Entry, catalogue: Catalogue, language: Language) -> str:
    """The type of a resource, or the evidence of a practice."""
    facet = catalogue.facets["types" if entry.type else "evidence"]
    return facet.kind(entry.type or entry.evidence, language)
