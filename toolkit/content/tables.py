"""The fields of each kind of file, looked up by name."""

from collections.abc import Iterable, Iterator
from functools import cache

from toolkit.content.entry_schema import FIELDS
from toolkit.content.schema import Field, Form, Kind
from toolkit.content.task_schema import TASK_FIELDS
from toolkit.content.translation_schema import TRANSLATION_FIELDS

# By name, a field of entries goes before one of translations or tasks.
ROWS = (*TASK_FIELDS, *TRANSLATION_FIELDS, *FIELDS)
# By the names of fields, and of parts: `sources.url`.
EXAMPLES = {field.name: field.example for field in ROWS} | {
    f"{field.name}.{part.name}": part.example for field in ROWS for part in field.parts
}
_BY_KIND = {kind: {field.name: field for field in ROWS if kind in field.kinds} for kind in Kind}


def fields_of(kind: Kind) -> dict[str, Field]:
    """The fields that a file of `kind` may have, by name, in table order."""
    return _BY_KIND[kind]


@cache
def forms_of(kind: Kind) -> frozenset[Form]:
    """The forms of the fields, and of their parts, that a file of `kind` may have."""
    return forms_in(fields_of(kind).values())


def forms_in(fields: Iterable[Field]) -> frozenset[Form]:
    """The forms of some fields, and of their parts."""
    return frozenset(_forms(fields))


def _forms(fields: Iterable[Field]) -> Iterator[Form]:
    for field in fields:
        yield field.form
        yield from _forms(field.parts)


def vocabulary_names() -> Iterator[str]:
    """Names of the controlled vocabularies that the table uses, each once, in table order."""
    yield from dict.fromkeys(field.vocabulary for field in FIELDS if field.vocabulary)


def facet_fields() -> Iterator[Field]:
    """The fields that are facets, in table order."""
    return (field for field in FIELDS if field.facet)
