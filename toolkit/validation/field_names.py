"""Which field was meant by a name that is none: misspelt, another word, or another language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from toolkit.content.entry_schema import FIELDS
from toolkit.content.reader import Content
from toolkit.grouping import grouped
from toolkit.languages import LANGUAGES
from toolkit.validation.nearest import nearest

_MEANT = {other: row.name for row in FIELDS for other in row.other_names.split()}


def meant_field(written: str, known: Iterable[str]) -> str:
    """The field of `known` that was most likely meant; empty where none is."""
    known = frozenset(known)
    plain = _plain(written)
    meant = (plain, _MEANT.get(plain, ""), *_by_label().get(plain, ()))
    return next((name for name in meant if name in known), "") or nearest(plain, known)


def _plain(name: str) -> str:
    """A name in small letters without accents, in one word."""
    parts = unicodedata.normalize("NFD", name.casefold().strip())
    plain = "".join(one for one in parts if not unicodedata.combining(one))
    return plain.replace(" ", "_").replace("-", "_")


@cache
def _by_label() -> dict[str, tuple[str, ...]]:
    """The fields by what pages call them in each language of the site."""
    return grouped(
        (_plain(label), row.name)
        for language in LANGUAGES.values()
        for row in FIELDS
        if isinstance(label := language.strings.get(f"field.{row.name}"), str)
    )


def renamed_fields(content: Content) -> Iterator[tuple[str, str]]:
    """The fields that stand in a file under another name: its path, and the way to the field."""
    for fault in content.faults("unknown-field"):
        group, dot, name = fault.field.rpartition(".")
        meant = meant_field(name, fault.names)
        if meant:
            yield fault.location.source.path, f"{group}{dot}{meant}"
