"""Which field was meant by an unknown name: misspelt, a synonym, or in another language."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from toolkit.content.entry_schema import FIELDS
from toolkit.content.faults import Fault
from toolkit.content.reader import Content
from toolkit.grouping import grouped
from toolkit.languages import LANGUAGES
from toolkit.validation.nearest import nearest

_MEANT = {other: row.name for row in FIELDS for other in row.other_names.split()}
# The same in lists, registers and tasks: the first of these that exists there.
_IN_LISTS = {
    **dict.fromkeys(("title", "heading"), "name short_title label"),
    **dict.fromkeys(("type", "category"), "kind"),
    **dict.fromkeys(("acronym", "abbr", "short", "short_name"), "abbreviation"),
    **dict.fromkeys(("since", "from", "start", "begins"), "joined opens"),
    **dict.fromkeys(("until", "to", "end", "ends", "deadline"), "left closes"),
    **dict.fromkeys(("date", "day"), "on"),
    **dict.fromkeys(("id", "resource", "practice"), "entry"),
    **dict.fromkeys(("note", "remark", "comment"), "note reason"),
    "reason": "why note",
    "parent": "broader",
    **dict.fromkeys(("synonym", "synonyms", "aliases"), "alt names"),
    **dict.fromkeys(("label", "name"), "labels names"),
    "description": "definition",
    "language": "lang",
    "lang": "language",
    **dict.fromkeys(("instead", "better"), "prefer"),
    **dict.fromkeys(("question", "questions", "phrases"), "asked"),
    "entries": "choices",
    "for": "use",
    **dict.fromkeys(("url", "site", "sites"), "hosts"),
}


def meant_field(written: str, known: Iterable[str]) -> str:
    """The field of `known` that was most likely meant; empty if none."""
    known = frozenset(known)
    plain = _plain(written)
    listed = _IN_LISTS.get(plain, "").split()
    meant = (plain, _MEANT.get(plain, ""), *listed, *_by_label().get(plain, ()))
    return next((name for name in meant if name in known), "") or nearest(plain, known)


def _plain(name: str) -> str:
    """A name in lower case without accents, as one word."""
    parts = unicodedata.normalize("NFD", name.casefold().strip())
    plain = "".join(one for one in parts if not unicodedata.combining(one))
    return plain.replace(" ", "_").replace("-", "_")


@cache
def _by_label() -> dict[str, tuple[str, ...]]:
    """The fields by their labels on pages, in each language of the site."""
    return grouped(
        (_plain(label), row.name)
        for language in LANGUAGES.values()
        for row in FIELDS
        if isinstance(label := language.strings.get(f"field.{row.name}"), str)
    )


def renamed_fields(content: Content) -> Iterator[tuple[str, str]]:
    """The fields under another name: the path of each one's file, and the field's path in it."""
    for fault in content.faults("unknown-field"):
        group, dot, name = fault.field.rpartition(".")
        meant = meant_field(name, fault.names)
        if meant or named_as_id(fault):
            yield fault.location.source.path, f"{group}{dot}{meant or 'id'}"


def named_as_id(fault: Fault) -> bool:
    """Whether an unknown name is the id of an item: `- shelters:` instead of `- id: shelters`."""
    line = fault.location.source.line(fault.location.line)
    return "id" in fault.names and bool(re.fullmatch(r"- [a-z0-9-]+:\s*", line))
