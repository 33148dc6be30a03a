"""Matches a mapping in a file against a table of fields: what fits, and what doesn't."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass
from sys import intern

from toolkit.content.faults import Fault
from toolkit.content.schema import Field, Form, Kind, Number
from toolkit.content.values import Mapping, Scalar, Sequence, Value
from toolkit.source import Location, SourceFile


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text with the field it belongs to; `name` is the path to it: `sources[0].url`."""

    field: Field
    name: str
    scalar: Scalar

    @property
    def text(self) -> str:
        """The text as written."""
        return self.scalar.text

    @property
    def location(self) -> Location:
        """The location of the text."""
        return self.scalar.location

    @property
    def top(self) -> str:
        """The file's field that contains the text: `sources`."""
        return self.name.partition("[")[0].partition(".")[0]


def by_item(leaves: Iterable[Leaf]) -> Iterator[tuple[str, Leaf]]:
    """The leaves of a list, each with the id of its item, which stands first in it."""
    id_ = ""
    for leaf in leaves:
        id_ = leaf.text if leaf.name == "id" else id_
        yield id_, leaf


class ReadFile:
    """A file as read: all its texts with their fields, and its faults."""

    __slots__ = ()
    leaves: tuple[Leaf, ...]
    faults: tuple[Fault, ...]

    @property
    def sound(self) -> bool:
        """Whether the file was read without a fault."""
        return not self.faults


class FromSource(ReadFile):
    """A file whose text was kept."""

    __slots__ = ()
    source: SourceFile

    @property
    def path(self) -> str:
        """What reports call the file."""
        return self.source.path


def match(
    mapping: Mapping, fields: Table[str, Field], kind: Kind, prefix: str = ""
) -> tuple[tuple[Leaf, ...], tuple[Fault, ...]]:
    """Match the keys of `mapping` against `fields`, for a file of `kind`.

    `prefix` is the path to the mapping inside the file: `recognises[3].`. Returns the leaves, and
    the faults `unknown-field`, `missing-field`, `wrong-type` and `empty-value`, each with the path
    to its field.
    """
    walk = _Walk(kind)
    walk.mapping(mapping, fields, prefix)
    return tuple(walk.leaves), tuple(walk.faults)


# What people put between the items of a list when they write it as one text.
BETWEEN_ITEMS = re.compile(r"[,;\u060c\u3001\uff0c\uff1b]")


class _Walk:
    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.leaves: list[Leaf] = []
        self.faults: list[Fault] = []

    def mapping(self, mapping: Mapping, fields: Table[str, Field], prefix: str) -> None:
        present = set()
        for key, value in mapping.pairs:
            field = fields.get(key.text)
            name = intern(f"{prefix}{key.text}")
            present.add(key.text)
            if field is None:
                fault = Fault("unknown-field", key.location, field=name, names=tuple(fields))
                self.faults.append(fault)
            elif value.is_empty:
                reason = "required" if self.kind in field.required else ""
                self.faults.append(Fault("empty-value", key.location, reason, field=name))
            else:
                self._field(field, name, value)
        for field in fields.values():
            if self.kind in field.required and field.name not in present:
                name = f"{prefix}{field.name}"
                self.faults.append(Fault("missing-field", mapping.location.start, field=name))

    def _field(self, field: Field, name: str, value: Value) -> None:
        if field.number is Number.KEYED:
            self._keyed(field, name, value)
        elif field.number.is_by_language:
            self._by_language(field, name, value)
        elif isinstance(value, Sequence):
            if field.number is Number.ONE:
                self._misfit(value, "one", name)
            else:
                self._items(field, name, value)
        elif field.number is Number.LIST:
            if isinstance(value, Scalar) and value.is_placeholder:
                self.faults.append(Fault("empty-value", value.location, "placeholder", field=name))
            else:
                self._misfit(value, "list", name)
        else:
            self._value(field, name, value)

    def _items(self, field: Field, name: str, value: Sequence) -> None:
        for index, item in enumerate(value.items):
            if item.is_empty:
                self.faults.append(Fault("empty-value", item.location, "item", field=name))
            else:
                # The same in thousands of files, so kept only once.
                self._value(field, intern(f"{name}[{index}]"), item)

    def _value(self, field: Field, name: str, value: Value) -> None:
        if field.form is Form.GROUP:
            if isinstance(value, Mapping):
                parts = {part.name: part for part in field.parts}
                self.mapping(value, parts, f"{name}.")
            else:
                needed = tuple(part.name for part in field.parts if self.kind in part.required)
                self._misfit(value, "group", name, needed)
        elif isinstance(value, Scalar) and value.is_placeholder:
            self.faults.append(Fault("empty-value", value.location, "placeholder", field=name))
        elif isinstance(value, Scalar):
            self.leaves.append(Leaf(field, name, value))
        else:
            self._misfit(value, "text", name)

    def _keyed(self, field: Field, name: str, value: Value) -> None:
        if not isinstance(value, Mapping):
            self._misfit(value, "keyed", name)
            return
        for key, reason in value.pairs:
            self.leaves.append(Leaf(field, f"{name}.{key.text}", key))
            if reason.is_empty:
                self.faults.append(Fault("empty-value", key.location, field=f"{name}.{key.text}"))
            elif not isinstance(reason, Scalar):
                self._misfit(reason, "text", f"{name}.{key.text}")

    def _by_language(self, field: Field, name: str, value: Value) -> None:
        if not isinstance(value, Mapping):
            self._misfit(value, field.number.value, name)
            return
        lists = field.number is Number.LISTS_BY_LANGUAGE
        for key, texts in value.pairs:
            if texts.is_empty:
                self.faults.append(Fault("empty-value", key.location, field=f"{name}.{key.text}"))
            elif isinstance(texts, Sequence) and not lists:
                self._misfit(texts, "text-of-language", name)
            elif isinstance(texts, Sequence):
                self._items(field, f"{name}.{key.text}", texts)
            elif lists and isinstance(texts, Scalar) and BETWEEN_ITEMS.search(texts.text):
                self._misfit(texts, "list", name)
            else:
                self._value(field, f"{name}.{key.text}", texts)

    def _misfit(self, value: Value, expected: str, name: str, parts: tuple[str, ...] = ()) -> None:
        fault = Fault("wrong-type", value.location, expected, field=name, names=parts)
        self.faults.append(fault)
