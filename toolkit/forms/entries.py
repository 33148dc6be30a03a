"""An entry or task as the form opens it for correction: its values, and its file in pieces."""

from itertools import pairwise
from typing import Any

from toolkit.authoring.editing import remarks_of
from toolkit.content.document import Document
from toolkit.content.schema import Kind
from toolkit.content.values import Scalar, Sequence, Value


def entry_data(entry: Document, digest: str) -> dict[str, Any]:
    """The entry, ready for JSON. `digest` is that of its file.

    `head` has the lines of each field by name, and `body` those of each section by heading; joined,
    they are the file. `remarks` are those of fields, which stay: beside their names, or above if
    there is no other place for them.
    """
    following = [*(key.line for key, _ in entry.pairs[1:]), entry.body_line - 1]
    remarks = {
        key.text: "".join(remarks_of(key, value, line))
        for (key, value), line in zip(entry.pairs, following, strict=False)
    }
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "path": entry.path,
        "digest": digest,
        "values": values_of(entry),
        "head": list(_head(entry)),
        "remarks": {name: one for name, one in remarks.items() if one},
        "body": list(_body(entry)),
    }


def values_of(entry: Document) -> dict[str, Any]:
    """The values of the front matter, each text on one line."""
    return {key.text: _plain(value) for key, value in entry.pairs}


def _plain(value: Value) -> Any:
    if isinstance(value, Scalar):
        return "" if value.is_empty else " ".join(value.text.split())
    if isinstance(value, Sequence):
        return [_plain(item) for item in value.items]
    return {key.text: _plain(item) for key, item in value.pairs}


def _head(entry: Document) -> list[tuple[str, str]]:
    starts = [("", 1), *((key.text, key.location.line) for key, _ in entry.pairs)]
    return _pieces(entry, [*starts, ("---", entry.body_line - 1)], entry.body_line)


def _body(entry: Document) -> list[tuple[str, str]]:
    heads = [
        (one.text, one.location.line)
        for one in entry.outline.headings
        if one.level == 2 and entry.kind is not Kind.RESOURCE  # those of a resource are its own
    ]
    return _pieces(entry, [("", entry.body_line), *heads], len(entry.source.lines) + 1)


def _pieces(entry: Document, starts: list[tuple[str, int]], end: int) -> list[tuple[str, str]]:
    """The lines from each start to the next one, including line endings."""
    lines = entry.source.text.splitlines(keepends=True)
    return [
        (name, "".join(lines[first - 1 : last - 1]))
        for (name, first), (_, last) in pairwise([*starts, ("", end)])
    ]
