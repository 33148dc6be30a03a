"""Facets: the fields that readers filter by, their terms, and the entries under each."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from toolkit.content.addresses import term_ids
from toolkit.content.entry import Entry
from toolkit.content.provisions import Provision
from toolkit.content.reader import Content
from toolkit.content.schema import Field, Form
from toolkit.content.tables import facet_fields
from toolkit.grouping import grouped
from toolkit.languages.language import Language, lowered


@dataclass(frozen=True)
class Facet:
    """One facet. `name` is the folder of its pages, `field` its row in the table of fields.

    `entries` holds, for each term in the order of its list, the entries under it and under the
    terms below it, in the order of the catalogue. In a copy of a part of the toolkit, unused terms
    are left out. `under` says for each value of the field which terms an entry with it is under.
    """

    name: str
    field: Field
    entries: Mapping[str, tuple[Entry, ...]]
    content: Content
    under: Callable[[object], tuple[str, ...]]

    def count(self, term: str) -> int:
        """The number of entries under a term."""
        return len(self.entries.get(term, ()))

    def used(self) -> Iterator[str]:
        """The terms that have entries, in the order of their list."""
        return (term for term, entries in self.entries.items() if entries)

    def label(self, term: str, language: Language) -> str:
        """The name of a term for readers."""
        return label_of(self.content, self.field, term, language)

    def kind(self, term: str, language: Language) -> str:
        """The name of a term as that of a kind of entry: what is reported is a practice."""
        label = self.label(term, language)
        if self.name != "evidence":
            return label
        name = language.text("practice.with-evidence", evidence=lowered(label))
        return name[:1].upper() + name[1:]

    def broader(self, term: str) -> str:
        """The parent of a term, empty at the top and in lists without levels."""
        if self.field.form is not Form.TERM:
            return ""
        return self.content.vocabularies[self.field.vocabulary].terms[term].broader

    def values(self, entry: Entry) -> tuple[str, ...]:
        """The terms that an entry is under, including those above its own, each once."""
        return self.under(entry.value(self.field.name))


def make_facets(
    content: Content, entries: tuple[Entry, ...], *, whole: bool = True
) -> dict[str, Facet]:
    """The facets of `entries`, by name, in the order of the table of fields.

    Unless these are the `whole` toolkit, terms without entries are left out.
    """
    return {field.facet: _make_facet(content, entries, field, whole) for field in facet_fields()}


def _make_facet(content: Content, entries: tuple[Entry, ...], field: Field, whole: bool) -> Facet:
    # The terms are found once for each value: thousands of entries have few.
    under, name = cache(partial(terms_of, content, field)), field.name
    found = grouped((term, entry) for entry in entries for term in under(entry.value(name)))
    terms = (term for term in term_ids(content, field) if whole or term in found)
    return Facet(field.facet, field, {term: found.get(term, ()) for term in terms}, content, under)


def label_of(content: Content, field: Field, term: str, language: Language) -> str:
    """The name of a term of a facet's field for readers."""
    if field.form is Form.TERM:
        return content.vocabularies[field.vocabulary].terms[term].label(language.tag)
    if field.form is Form.ORGANISATION:
        return content.organisations.items[term].name_in(language.tag)
    if field.form is Form.PROVISION:
        return content.instruments.items[term].short_title
    if field.form is Form.COUNTRY:
        return language.country(term)
    if field.form is Form.LANGUAGE:
        return language.language_name(term)
    return language.text(f"{field.name}.{term}")


def terms_of(content: Content, field: Field, value: object) -> tuple[str, ...]:
    """The terms that an entry with this value in a facet's field is under, including those above,
    each once.
    """
    found: dict[str, None] = {}
    for text in value if isinstance(value, tuple) else (value,):
        if isinstance(text, Provision):
            found[text.instrument] = None
        elif field.form is Form.TERM:
            found.update(dict.fromkeys(content.vocabularies[field.vocabulary].with_broader(text)))
        elif text:
            found[str(text).lower()] = None
    return tuple(found)
