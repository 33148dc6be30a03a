"""The table of facts of an entry: a row for each field that tells a reader something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.schema import Field, Form, Shown
from toolkit.content.tables import fields_of
from toolkit.languages.language import Language
from toolkit.pages.links import entry_link, full_name, pillar_link, term_link
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


def fact_rows(entry: Entry, catalogue: Catalogue, language: Language) -> tuple[Row, ...]:
    """The rows of an entry, in the order of the table of fields."""
    rows: list[Row] = []
    for field in fields_of(entry.kind).values():
        if field.shown is Shown.FACTS:
            values = tuple(_values(field, entry, catalogue, language))
            if values:
                unverified = field.name in entry.unverified
                rows.append(Row(field.name, field_name(field.name, language), values, unverified))
    return tuple(rows)


def field_name(name: str, language: Language) -> str:
    """What readers call a field."""
    return language.text(f"field.{name}")


def unverified_names(entry: Entry, language: Language) -> list[str]:
    """What readers call the fields that nobody compared with the work, in the table's order."""
    names = fields_of(entry.kind)
    return [field_name(name, language) for name in names if name in entry.unverified]


def _values(
    field: Field, entry: Entry, catalogue: Catalogue, language: Language
) -> Iterator[Value]:
    if field.name in _MAKERS:
        yield from _MAKERS[field.name](entry, catalogue, language)
        return
    value = entry.value(field.name)
    items = [item for item in (value if isinstance(value, tuple) else (value,)) if item]
    if field.form is Form.LANGUAGE and items:
        names = (language.language_name(str(tag)) for tag in items)
        yield Value(language.joined(sorted(names, key=language.sort_key)))
        return
    for item in items:
        if field.facet:
            yield _term(field, str(item), catalogue, language)
        elif field.form is Form.CHOICE:
            yield Value(language.text(f"{field.name}.{item}"))
        elif field.form is Form.ENTRY:
            link = entry_link(catalogue.by_id[str(item)])
            yield Value(link.text, link.href)
        else:
            yield Value(str(item))


def _term(field: Field, term: str, catalogue: Catalogue, language: Language) -> Value:
    note = ""
    if field.form is Form.ORGANISATION:
        return Value(
            full_name(catalogue.organisations[term], language), f"{field.facet}/{term}.html"
        )
    if field.explained:
        note = catalogue.vocabularies[field.vocabulary].terms[term].define(language.tag)
    link = term_link(catalogue.facets[field.facet], term, language, note)
    return Value(link.text, link.href, link.note)


def _year(entry: Entry, _catalogue: Catalogue, language: Language) -> Iterator[Value]:
    yield Value(str(entry.year) if entry.year else language.text("facts.no-year"))


def _since(entry: Entry, _catalogue: Catalogue, language: Language) -> Iterator[Value]:
    yield Value(when_text(entry, language))


def _pillars(entry: Entry, catalogue: Catalogue, language: Language) -> Iterator[Value]:
    for pillar in entry.pillars:
        link = pillar_link(catalogue, pillar, language)
        yield Value(link.text, link.href)


def identifier(name: str, text: str, language: Language) -> str:
    """`ISBN 978-92-2-121321-5`."""
    value = language.in_order(text)
    return language.text("identifier", name=language.text(f"field.identifiers.{name}"), value=value)


def _helplines(entry: Entry, _catalogue: Catalogue, language: Language) -> Iterator[Value]:
    for line in entry.helplines:
        country, number = language.country(line.country), language.in_order(line.number)
        note = language.text("helpline.note", body=line.body, on=line.on)
        yield Value(language.text("helpline", number=number, country=country), note=note)


def _added(entry: Entry, catalogue: Catalogue, language: Language) -> Iterator[Value]:
    day = catalogue.added(entry)
    if day:
        yield Value(language.date(day))


_MAKERS: Final[Mapping[str, _Maker]] = {
    "year": _year,
    "since": _since,
    "pillars": _pillars,
    "helplines": _helplines,
    "added": _added,
}
