"""The fields of each kind of file, looked up by name."""

from __future__ import annotations

from toolkit.content.schema import FIELDS, Field, Kind
from toolkit.content.task_schema import TASK_FIELDS

_BY_KIND = {
    kind: {field.name: field for field in (*FIELDS, *TASK_FIELDS) if kind in field.kinds}
    for kind in Kind
}


def fields_of(kind: Kind) -> dict[str, Field]:
    """The fields that a file of `kind` may have, by name, in the order of its table."""
    return _BY_KIND[kind]
