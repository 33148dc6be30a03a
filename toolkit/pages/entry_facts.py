"""The table of facts of an entry: a row for each field that tells a reader something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.schema import Field, Form, fields_of
from toolkit.languages.language import Language
from toolkit.pages.links import full_name, pillar_link, term_link
from toolkit.pages.sentences import when_text


@dataclass(frozen=True, slots=True)
class Value:
    """One value: a link inside the site where `href` is set; `note` explains it."""

    text: str
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The values of one field; `unverified` where nobody checked them."""

    field: str
    label: str
    values: tuple[Value, ...]
    unverified: bool


_Maker = Callable[[Entry, Catalogue, Language], Iterator[Value]]

# Shown elsewhere on the page, or of no use to a reader.
_ELSEWHERE: Final = frozenset(
    {
        *("title", "summary", "provisions", "url", "described_at", "supersedes", "related"),
        *("sources", "unverified", "verified", "review_by", "distinct_from", "aliases"),
        *("status", "withdrawn", "until", "identifiers"),
    }
)


def fact_rows(entry: Entry, catalogue: Catalogue, language: Language) -> tuple[Row, ...]:
    """The rows of an entry, in the order of the table of fields; a new facet gets one by itself."""
    rows: list[Row] = []
    for field in fields_of(entry.kind).values():
        if field.name in _ELSEWHERE:
            continue
        if field.name in _MAKERS:
            values = tuple(_MAKERS[field.name](entry, catalogue, language))
        elif field.facet:
            values = tuple(_terms(field, entry, catalogue, language))
        else:
            continue
        if values:
            label = language.text(f"field.{field.name}")
            rows.append(Row(field.name, label, values, field.name in entry.unverified))
    return tuple(rows)


def _terms(field: Field, entry: Entry, catalogue: Catalogue, language: Language) -> Iterator[Value]:
    facet = catalogue.facets[field.facet]
    value: str | tuple[str, ...] = getattr(entry, field.name)
    for term in (value,) if isinstance(value, str) else value:
        if term:
            note = ""
            if field.name in {"type", "evidence"} and field.form is Form.TERM:
                note = catalogue.vocabularies[field.vocabulary].terms[term].define(language.tag)
            link = term_link(facet, term, language, note)
            yield Value(link.text, link.href, link.note)


def _year(entry: Entry, _catalogue: Catalogue, language: Language) -> Iterator[Value]:
    yield Value(str(entry.year) if entry.year else language.text("facts.no-year"))


def _since(entry: Entry, _catalogue: Catalogue, language: Language) -> Iterator[Value]:
    yield Value(when_text(entry, language))


def _pillars(entry: Entry, catalogue: Catalogue, language: Language) -> Iterator[Value]:
    for pillar in entry.pillars:
        link = pillar_link(catalogue, pillar, language)
        yield Value(link.text, link.href)


def _languages(entry: Entry, _catalogue: Catalogue, language: Language) -> Iterator[Value]:
    names = sorted(language.language_name(tag) for tag in entry.languages)
    if names:
        yield Value(language.joined(names))


def _organisations(entry: Entry, catalogue: Catalogue, language: Language) -> Iterator[Value]:
    for id_ in entry.organisations:
        name = full_name(catalogue.organisations[id_], language)
        yield Value(name, f"organisations/{id_}.html")


def _partners(entry: Entry, _catalogue: Catalogue, _language: Language) -> Iterator[Value]:
    for name in entry.partners:
        yield Value(name)


def identifier(name: str, text: str, language: Language) -> str:
    """`ISBN 978-92-2-121321-5`."""
    value = language.in_order(text)
    return language.text("identifier", name=language.text(f"field.identifiers.{name}"), value=value)


def _helplines(entry: Entry, _catalogue: Catalogue, language: Language) -> Iterator[Value]:
    for line in entry.helplines:
        country, number = language.country(line.country), language.in_order(line.number)
        note = language.text("helpline.note", body=line.body, on=line.on)
        yield Value(language.text("helpline", number=number, country=country), note=note)


def _access(entry: Entry, _catalogue: Catalogue, language: Language) -> Iterator[Value]:
    if entry.access:
        yield Value(language.text(f"access.{entry.access}"))


def _added(entry: Entry, catalogue: Catalogue, language: Language) -> Iterator[Value]:
    day = catalogue.added(entry)
    if day:
        yield Value(language.date(day))


_MAKERS: Final[Mapping[str, _Maker]] = {
    "year": _year,
    "since": _since,
    "pillars": _pillars,
    "languages": _languages,
    "organisations": _organisations,
    "partners": _partners,
    "helplines": _helplines,
    "access": _access,
    "added": _added,
}
