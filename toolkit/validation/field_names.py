"""Which field was meant by a name that is none: misspelt, another word, or another language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from toolkit.content.entry_schema import FIELDS
from toolkit.content.reader import Content
from toolkit.validation.nearest import nearest

_MEANT = {other: row.name for row in FIELDS for other in row.other_names.split()}


def meant_field(written: str, known: Iterable[str]) -> str:
    """The field of `known` that was most likely meant; empty where none is."""
    known = frozenset(known)
    parts = unicodedata.normalize("NFD", written.casefold().strip())
    plain = "".join(one for one in parts if not unicodedata.combining(one))
    plain = plain.replace(" ", "_").replace("-", "_")
    meant = plain if plain in known else _MEANT.get(plain, "")
    return meant if meant in known else nearest(plain, known)


def renamed_fields(content: Content) -> Iterator[tuple[str, str]]:
    """The fields that stand in a file under another name: its path, and the way to the field."""
    for fault in content.faults("unknown-field"):
        group, dot, name = fault.field.rpartition(".")
        meant = meant_field(name, fault.names)
        if meant:
            yield fault.location.source.path, f"{group}{dot}{meant}"
