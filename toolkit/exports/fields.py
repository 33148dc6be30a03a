"""JSON: every field of an entry as plain data, named as in its file."""

from dataclasses import fields as parts
from dataclasses import is_dataclass

from toolkit.compact_json import compact
from toolkit.content.entry import Entry
from toolkit.content.provisions import Provision
from toolkit.content.tables import fields_of
from toolkit.exports.record import Work
from toolkit.grouping import grouped
from toolkit.recognition.canonical import without_empty


def one(work: Work) -> str:
    """An entry as an object: its identity, then its fields in the order of their table."""
    made = {
        "id": work.id,
        "kind": str(work.entry.kind),
        "pillar": work.entry.pillar,
        "page": f"{work.page}.html",
        "identifier": work.identifier,
        "digest": work.digest,
        **values(work.entry) | {"title": work.title},
        "body": work.entry.body,
    }
    return compact(made)


def values(entry: Entry) -> dict[str, object]:
    """The fields that have a value, by name."""
    return without_empty({name: _plain(entry.value(name)) for name in fields_of(entry.kind)})


def _plain(value: object) -> object:
    if isinstance(value, Provision):
        return str(value)
    if isinstance(value, tuple):
        if value and all(isinstance(one, tuple) for one in value):
            return _by_name(value)
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: text for one in parts(value) if (text := getattr(value, one.name))}
    return value


def _by_name(pairs: tuple[tuple[str, str], ...]) -> dict[str, object]:
    """Pairs as a mapping; a name that occurs several times gets a list of texts."""
    found = grouped(pairs).items()
    return {name: list(texts) if len(texts) > 1 else texts[0] for name, texts in found}
