"""Every field of an entry as a text for people: names instead of ids, several joined by `; `."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import Final

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.entry_schema import FIELDS
from toolkit.content.provisions import Provision
from toolkit.content.schema import Field, Form, Kind, Number
from toolkit.languages.language import Language

# A row of the table for each field that entries have.
COLUMNS: Final = tuple(row for row in FIELDS if row.kinds & {Kind.PRACTICE, Kind.RESOURCE})


class Cells:
    """Writes the fields of the entries of a catalogue."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self._catalogue = catalogue
        self._language = language

    def row(self, entry: Entry) -> tuple[str, ...]:
        """A text for each of COLUMNS; empty where the entry says nothing."""
        return tuple(self._cell(field, entry.value(field.name)) for field in COLUMNS)

    def _cell(self, field: Field, value: object) -> str:
        if not value:
            return ""
        if field.number is Number.ONE and field.form is not Form.GROUP:
            return self._one(field, value)
        items = value if isinstance(value, tuple) else (value,)
        return "; ".join(self._one(field, item).replace(";", "\\;") for item in items)

    def _one(self, field: Field, value: object) -> str:
        if is_dataclass(value) and not isinstance(value, (type, Provision)):
            pairs = tuple((one.name, getattr(value, one.name)) for one in fields(value))
        elif isinstance(value, tuple):
            pairs = (value,)
        else:
            return self._names[field.form](field, value)
        said = (f"{name}: {text}".replace("|", "\\|") for name, text in pairs if text)
        return " | ".join(said)

    @cached_property
    def _names(self) -> dict[Form, Callable[[Field, object], str]]:
        language, organisations = self._language, self._catalogue.organisations
        vocabularies = self._catalogue.vocabularies
        named: dict[Form, Callable[[Field, object], str]] = {
            form: lambda _field, value: str(value) for form in Form
        }
        return named | {
            Form.TERM: lambda field, value: (
                vocabularies[field.vocabulary].terms[str(value)].label(language.tag)
            ),
            Form.ORGANISATION: lambda _field, value: organisations[str(value)].name,
            Form.COUNTRY: lambda _field, value: language.country(str(value)),
            Form.LANGUAGE: lambda _field, value: language.language_name(str(value)),
        }
