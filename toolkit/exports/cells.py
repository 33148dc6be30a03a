"""Every field of an entry as text for people: names instead of ids, lists joined by `; `."""

from dataclasses import fields, is_dataclass

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.entry_schema import FIELDS
from toolkit.content.provisions import Provision
from toolkit.content.schema import Field, Form, Kind, Number
from toolkit.languages.language import Language

# The rows of the field table that apply to entries.
COLUMNS = tuple(row for row in FIELDS if row.kinds & {Kind.PRACTICE, Kind.RESOURCE})


class Cells:
    """Writes the fields of a catalogue's entries."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self._catalogue = catalogue
        self._language = language

    def row(self, entry: Entry) -> tuple[str, ...]:
        """A text for each of COLUMNS, empty if the entry has no value."""
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
            return self._name(field, value)
        said = (f"{name}: {text}".replace("|", "\\|") for name, text in pairs if text)
        return " | ".join(said)

    def _name(self, field: Field, value: object) -> str:
        catalogue, language, text = self._catalogue, self._language, str(value)
        if field.form is Form.TERM:
            return catalogue.vocabularies[field.vocabulary].terms[text].label(language.tag)
        if field.form is Form.ORGANISATION:
            return catalogue.organisations[text].name
        if field.form is Form.COUNTRY:
            return language.country(text)
        return language.language_name(text) if field.form is Form.LANGUAGE else text
