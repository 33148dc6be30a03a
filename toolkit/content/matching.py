"""Matches a mapping in a file against a table of fields: what fits, and what doesn't."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, replace
from sys import intern

from toolkit.content.faults import Fault
from toolkit.content.schema import Field, Form, Kind, Number
from toolkit.content.values import Mapping, Scalar, Sequence, Value, text_of
from toolkit.languages import LANGUAGES
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
        return top_of(self.name)


def top_of(name: str) -> str:
    """The name of a field without those in it: `sources` for `sources[0].title`."""
    return name.partition("[")[0].partition(".")[0]


def by_item(leaves: Iterable[Leaf]) -> Iterator[tuple[str, Leaf]]:
    """The leaves of a list, each with the id of its item, which is the first leaf of the item."""
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
    leaves: tuple[Leaf, ...] = ()

    @property
    def path(self) -> str:
        """What reports call the file."""
        return self.source.path


def match(
    mapping: Mapping, fields: Table[str, Field], kind: Kind, prefix: str = ""
) -> tuple[tuple[Leaf, ...], tuple[Fault, ...]]:
    """Match the keys of `mapping` against `fields`, for a file of `kind`.

    `prefix` is the way to a mapping inside the file: `recognises[3].`. Returns the leaves, and the
    faults `unknown-field` (with the value, and the number of known fields beside it),
    `missing-field`, `wrong-type` and `empty-value`, each with the way to its field.
    """
    walk = _Walk(kind)
    walk.mapping(mapping, fields, prefix)
    return tuple(walk.leaves), tuple(walk.faults)


def joined(rows: Iterable[Value], names: set[str], first: str, found: list[Fault]) -> list[Value]:
    """The rows, each with the parts that a hyphen too many split off; adds faults to `found`.

    `names` are the fields of a row, of which `first` begins it.
    """
    whole: list[Value] = []
    split = 0
    for row in rows:
        last = whole[-1] if whole else None
        split = split + 1 if _is_rest(row, last, names - {first}) else 0
        if split and isinstance(row, Mapping) and isinstance(last, Mapping):
            whole[-1] = Mapping((*last.pairs, *row.pairs), last.location)
            place = found.pop().location if split > 1 else row.location
            found.append(Fault("missing-field", place, "split", numbers=(split - 1,)))
        else:
            whole.append(row)
    return whole


def _is_rest(row: Value, last: Value | None, names: set[str]) -> bool:
    """Whether a row without its first field has only parts that the one before it lacks."""
    if not isinstance(row, Mapping) or not isinstance(last, Mapping):
        return False
    own = {key.text for key, _ in row.pairs}
    return bool(own) and own <= names - {key.text for key, _ in last.pairs}


# What people put between the items of a list when they write it as one text.
BETWEEN_ITEMS = re.compile(r"[,;\u060c\u3001\uff0c\uff1b]")


def _astray(field: Field, mapping: Mapping, place: int, fields: Table[str, Field]) -> Fault | None:
    """The fault for parts of a field that follow it without indentation, as if they were fields.

    Its text is the first of these lines, its names are those that the lines begin with, and its
    numbers say how far they must be indented and whether the first needs a hyphen.
    """
    parts = LANGUAGES if field.number.is_by_language else {part.name for part in field.parts}
    key, value = mapping.pairs[place]
    following = mapping.pairs[place + 1 : place + 2]
    if not parts or (isinstance(value, Scalar) and not value.is_empty):
        return None
    if not value.is_empty and (not following or following[0][0].text in fields):
        return None
    end = key.location if value.is_empty else value.location
    number = end.end_line + (value.is_empty or end.end_column > 1)
    source = key.source
    names: list[str] = []
    begun = re.compile(rf" {{{key.column - 1}}}([a-z_]+):(?:\s|$)")
    while (line := begun.match(source.line(number + len(names)))) and line[1] in parts:
        names.append(line[1])
    known = {one.text for one, _ in mapping.pairs if not number <= one.line < number + len(names)}
    strange = [name for name in names if name not in fields or name in known]
    if not strange or (not value.is_empty and len(strange) < len(names)):
        return None
    text = source.line(number).strip()
    listed = field.number is Number.LIST
    indent, hyphen = (4, 1) if listed else (2, 0)
    if not value.is_empty:
        item = value.items[-1] if isinstance(value, Sequence) else value
        first = item.pairs[0][0] if isinstance(item, Mapping) else None
        indent = first.column - key.column if first and first.line != key.line else 0
        hyphen = 0
    at = source.at(number, key.column, len(text))
    return Fault("unknown-field", at, "astray", text, "", (*names,), (indent, hyphen))


class _Walk:
    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.leaves: list[Leaf] = []
        self.faults: list[Fault] = []

    def mapping(self, mapping: Mapping, fields: Table[str, Field], prefix: str) -> None:
        present = set()
        known = sum(key.text in fields for key, _ in mapping.pairs)
        below: set[int] = set()  # the lines that belong to a field above them
        for place, (key, value) in enumerate(mapping.pairs):
            field = fields.get(key.text)
            name = intern(f"{prefix}{key.text}")
            if key.line in below:
                continue
            present.add(key.text)
            if field is None:
                said = (text_of(value), name, (*fields,), (known,))
                self.faults.append(Fault("unknown-field", key.location, "", *said))
            elif astray := _astray(field, mapping, place, fields):
                below |= {*range(astray.location.line, astray.location.line + len(astray.names))}
                last = f"[{len(value.items) - 1}]" if isinstance(value, Sequence) else ""
                self.faults.append(replace(astray, field=f"{name}{last}"))
                if not value.is_empty:
                    self._field(field, name, value)
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
        elif isinstance(value, Sequence) and field.number is Number.ONE:
            self._misfit(value, "one", name)
        elif isinstance(value, Sequence):
            self._items(field, name, value)
        elif field.number is not Number.LIST:
            self._value(field, name, value)
        elif isinstance(value, Scalar) and value.is_placeholder:
            self.faults.append(Fault("empty-value", value.location, "placeholder", field=name))
        else:
            self._misfit(value, "list", name)

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
            part = f"{name}.{key.text}"
            self.leaves.append(Leaf(field, part, key))
            if reason.is_empty:
                self.faults.append(Fault("empty-value", key.location, field=part))
            elif not isinstance(reason, Scalar):
                self._misfit(reason, "text", part)

    def _by_language(self, field: Field, name: str, value: Value) -> None:
        if not isinstance(value, Mapping):
            self._misfit(value, field.number.value, name)
            return
        lists = field.number is Number.LISTS_BY_LANGUAGE
        for key, texts in value.pairs:
            part = f"{name}.{key.text}"
            if texts.is_empty:
                self.faults.append(Fault("empty-value", key.location, "language", field=part))
            elif isinstance(texts, Sequence) and not lists:
                self._misfit(texts, "text-of-language", name)
            elif isinstance(texts, Sequence):
                self._items(field, part, texts)
            elif lists and isinstance(texts, Scalar) and BETWEEN_ITEMS.search(texts.text):
                self._misfit(texts, "list", name)
            else:
                self._value(field, part, texts)

    def _misfit(self, value: Value, expected: str, name: str, parts: tuple[str, ...] = ()) -> None:
        self.faults.append(Fault("wrong-type", value.location, expected, field=name, names=parts))
