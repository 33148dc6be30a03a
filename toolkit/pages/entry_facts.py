"""The fact table of an entry: a row for each field that tells a reader something."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.catalogue.catalogue import Catalogue
from toolkit.catalogue.years import when_text
from toolkit.content.entry import Entry
from toolkit.content.schema import Field, Form, Shown
from toolkit.content.tables import fields_of
from toolkit.languages.language import Language, lowered
from toolkit.pages.dates import date_text
from toolkit.pages.links import Link, body_link, entry_link, pillar_link, term_link


@dataclass(frozen=True, slots=True)
class Value:
    """One value that is no link; `note` explains it."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The values of one field; `unverified` if nobody checked them and they don't say so."""

    field: str
    label: str
    values: tuple[Value | Link, ...]
    unverified: bool


def fact_rows(entry: Entry, catalogue: Catalogue, language: Language) -> tuple[Row, ...]:
    """The rows of an entry, in the order of the table of fields."""
    return tuple(
        # Only one of two years may be checked, so each says whether it is.
        Row(name, field_name(name, language), values, name != "since" and name in entry.unverified)
        for name, field in fields_of(entry.kind).items()
        if field.shown is Shown.FACTS
        and (values := tuple(_values(field, entry, catalogue, language)))
    )


def field_name(name: str, language: Language) -> str:
    """What readers call a field."""
    return language.text(f"field.{name}")


def unverified_names(entry: Entry, language: Language) -> list[str]:
    """What readers call the fields that nobody checked against the work, in the table's order."""
    names = fields_of(entry.kind)
    return [lowered(field_name(name, language)) for name in names if name in entry.unverified]


def _values(
    field: Field, entry: Entry, catalogue: Catalogue, language: Language
) -> Iterator[Value | Link]:
    match field.name:
        case "year":
            yield Value(str(entry.year) if entry.year else language.text("facts.no-year"))
        case "since":
            yield Value(when_text(entry, language))
        case "pillars":
            for pillar in entry.pillars:
                yield pillar_link(catalogue, pillar, language)
        case "helplines":
            for line in entry.helplines:
                country, number = language.country(line.country), language.in_order(line.number)
                seen = date_text(line.on, language)
                note = language.text("helpline.note", body=line.body, on=seen)
                yield Value(language.text("helpline", number=number, country=country), note)
        case "added":
            if day := catalogue.added(entry):
                yield Value(language.date(day))
        case _:
            yield from _plain_values(field, entry, catalogue, language)


def _plain_values(
    field: Field, entry: Entry, catalogue: Catalogue, language: Language
) -> Iterator[Value | Link]:
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
            yield entry_link(catalogue.by_id[str(item)])
        else:
            yield Value(str(item))


def _term(field: Field, term: str, catalogue: Catalogue, language: Language) -> Link:
    if field.form is Form.ORGANISATION:
        return body_link(term, catalogue, language)
    note = ""
    if field.explained:
        note = catalogue.vocabularies[field.vocabulary].terms[term].define(language.tag)
    return term_link(catalogue.facets[field.facet], term, language, note)


def identifier(name: str, text: str, language: Language) -> str:
    """`ISBN 978-92-2-121321-5`."""
    value = language.in_order(text)
    return language.text("identifier", name=language.text(f"field.identifiers.{name}"), value=value)
