"""JSON Schema 2020-12 for front matter, made from the table of fields, the lists and registers.

It tells an editor what can be written, and refuses nothing that the checks accept. The checks see
more: other entries, check digits, the folder of the file, the calendar.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from toolkit.authoring.options import options_of
from toolkit.content.reader import Content
from toolkit.content.schema import PILLARS, Field, Form, Kind, Number
from toolkit.content.tables import fields_of
from toolkit.languages import LANGUAGES

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_ID = "[a-z0-9]+(-[a-z0-9]+)*"
_ENUMERATED = {Form.TERM, Form.CHOICE, Form.COUNTRY, Form.ORGANISATION, Form.FIELD}
_IDENTIFIERS = {
    "isbn": "^([0-9][ -]?){9}([0-9][ -]?){0,3}[0-9Xx]$",
    "issn": "^[0-9]{4}-[0-9]{3}[0-9X]$",
    "doi": r"^10\.[0-9]{4,9}(\.[0-9]+)*/\S+$",
}
_PATTERNS = {
    Form.MONTH: "^[0-9]{4}-(0[1-9]|1[0-2])$",
    Form.DATE: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    Form.ADDRESS: r"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@]+\.[^\s/?#@]+([/?#]\S*)?$",
    Form.ENTRY: f"^{_ID}$",
    Form.PATH: f"^({'|'.join(PILLARS)})/(practices|resources)/{_ID}$",
}
_LANGUAGE = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"

Schema = dict[str, Any]


def front_matter_schema(kind: Kind, content: Content) -> Schema:
    """The schema of the facts of a practice or a resource."""
    writer = _Writer(kind, content)
    fields = fields_of(kind)
    required = [name for name, field in fields.items() if kind in field.required and name != "year"]
    return {
        "$schema": DIALECT,
        "title": f"Facts of a {kind.value}",
        "description": f"The front matter of a {kind.value}, between its two lines of ---.",
        "$comment": "Made by `toolkit generate` from the fields, lists and registers.",
        "type": "object",
        "properties": {name: writer.field(field) for name, field in fields.items()},
        "required": required,
        "additionalProperties": False,
        "allOf": [*_CONDITIONS, *_CONDITIONS_OF[kind], *_needs(fields.values())],
    }


class _Writer:
    def __init__(self, kind: Kind, content: Content) -> None:
        self.kind = kind
        self.content = content

    def field(self, field: Field) -> Schema:
        """The values a field takes, and what it means."""
        about = f"{field.about}\n\nExample: {field.example}"
        return {"description": about, **self._number(field)}

    def _number(self, field: Field) -> Schema:
        one = self._one(field)
        if field.number is Number.ONE:
            return one
        if field.number is Number.KEYED:
            return {
                "type": "object",
                "propertyNames": one,
                "additionalProperties": _text(0),
                "minProperties": 1,
            }
        several: Schema = {"type": "array", "items": one, "minItems": 1}
        if field.form is not Form.GROUP:
            several["uniqueItems"] = True
        return several if field.number is Number.LIST else {"anyOf": [one, several]}

    def _one(self, field: Field) -> Schema:
        if field.form is Form.TEXT:
            return _text(field.max_length)
        if field.form is Form.YEAR:
            years = {"minimum": 1800, "maximum": 2199, "pattern": "^(1[89]|2[01])[0-9]{2}$"}
            return {"type": ["integer", "string"], **years}
        if field.form is Form.IDENTIFIER:
            pattern = _IDENTIFIERS.get(field.name, r"\S")
            return {"type": ["string", "number"], "pattern": pattern}
        if field.form is Form.GROUP:
            return self._group(field)
        if field.form in _PATTERNS:
            return {"type": "string", "pattern": _PATTERNS[field.form]}
        return self._listed(field)

    def _listed(self, field: Field) -> Schema:
        options = options_of(field, self.kind, self.content, LANGUAGES["en"])
        if not options:
            return {"type": "string", "minLength": 1}
        known = {
            "enum": [option.value for option in options],
            "enumDescriptions": [
                f"{option.label}: {option.about}" if option.about else option.label
                for option in options
            ],
        }
        if field.form in _ENUMERATED:
            return known
        pattern = self._provision() if field.form is Form.PROVISION else _LANGUAGE
        return {"anyOf": [known, {"type": "string", "pattern": pattern}]}

    def _provision(self) -> str:
        """A pattern for an article in the register, followed by paragraphs."""
        keys = [
            re.escape(key).replace("\\-", "-")
            for instrument in self.content.instruments.items.values()
            for key in instrument.articles
        ]
        return rf"^({'|'.join(keys)})(\([0-9A-Za-z]+\))+$"

    def _group(self, field: Field) -> Schema:
        group: Schema = {
            "type": "object",
            "properties": {part.name: self.field(part) for part in field.parts},
            "required": [part.name for part in field.parts if self.kind in part.required],
            "additionalProperties": False,
            "minProperties": 1,
        }
        if field.name == "sources":
            group["anyOf"] = [{"required": ["url"]}, {"required": ["title"]}]
        return group


def _text(most: int) -> Schema:
    """Plain text, including what YAML would read as a number or a boolean."""
    text: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
    return text | {"maxLength": most} if most else text


def _says(name: str, value: str) -> Schema:
    return {"properties": {name: {"const": value}}, "required": [name]}


def _needs(fields: Iterable[Field]) -> Iterator[Schema]:
    """Conditions for fields that depend on others."""
    for field in fields:
        need = field.needs
        if need is not None:
            basis = _says(need.field, need.value) if need.value else {"required": [need.field]}
            yield _if({"required": [field.name]}, basis)
            if need.always:
                yield _if(basis, {"required": [field.name]})


def _if(what: Schema, then: Schema) -> Schema:
    return {"if": what, "then": then}


def _contains(name: str, item: Schema) -> Schema:
    """The condition that a list contains such an item."""
    return {"properties": {name: {"contains": item}}}


_WORLD = {"const": "world"}
_NO_WORLD = {"regions": {"not": {"contains": _WORLD}}}
_WITHDRAWN = {"required": ["withdrawn"]}
# What no single row of the table can say; each of these is also a check.
_CONDITIONS: list[Schema] = [
    {"anyOf": [{"required": ["organisations"]}, {"required": ["partners"]}]},
    _if(_says("level", "national"), {"required": ["countries"], "properties": _NO_WORLD}),
    _if(_says("level", "regional"), _contains("regions", {"not": _WORLD})),
    _if(_says("level", "global"), _contains("regions", _WORLD)),
    _if(_says("status", "withdrawn"), _WITHDRAWN) | {"else": {"not": _WITHDRAWN}},
]
_YEAR_UNVERIFIED = _contains("unverified", {"const": "year"}) | {"required": ["unverified"]}
_CONDITIONS_OF: dict[Kind, list[Schema]] = {
    Kind.RESOURCE: [{"anyOf": [{"required": ["year"]}, _YEAR_UNVERIFIED]}],
    Kind.PRACTICE: [
        _if(_says("evidence", "evaluated"), _contains("sources", _says("role", "evaluation")))
    ],
}
