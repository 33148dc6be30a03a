"""The YAML lists of `docs/vocabularies` and `docs/registers`, matched item by item."""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, is_dataclass
from functools import cache, cached_property
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from toolkit.content.faults import Fault
from toolkit.content.files import open_source
from toolkit.content.matching import Leaf, joined, match
from toolkit.content.schema import Field, Form, Kind, Number
from toolkit.content.values import Mapping, Scalar, Sequence, Value
from toolkit.content.yaml_text import DATA_FILE, read_yaml
from toolkit.grouping import grouped
from toolkit.source import Location

T = TypeVar("T")
_LONGEST_NUMBER = 9
_DATA = frozenset({Kind.DATA})


@dataclass(frozen=True)
class Item:
    """One item of a data file. `location` is that of its id."""

    id: str
    location: Location
    mapping: Mapping
    leaves: tuple[Leaf, ...]

    @cached_property
    def _texts(self) -> dict[str, str]:
        # On one line, as in entries: YAML ends a text after `>` or `|` with a line break.
        return {leaf.name: " ".join(leaf.text.split()) for leaf in self.leaves}

    @cached_property
    def _lists(self) -> dict[str, tuple[str, ...]]:
        return grouped(
            (name.rpartition("[")[0], text)
            for name, text in self._texts.items()
            if name.endswith("]")
        )

    def text(self, name: str) -> str:
        """The text of a field, empty if missing."""
        return self._texts.get(name, "")

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a list."""
        return self._lists.get(name, ())

    @cached_property
    def _parts(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """The texts below each field, with the last parts of their names."""
        names = ((name.rpartition("."), text) for name, text in self._texts.items())
        return grouped((above, (rest, text)) for (above, _, rest), text in names)

    def by_language(self, name: str) -> dict[str, str]:
        """The texts of a field with one text per language, by tag."""
        return {tag: text for tag, text in self._parts.get(name, ()) if not tag.endswith("]")}

    def lists_by_language(self, name: str) -> dict[str, tuple[str, ...]]:
        """The texts of a field with one list per language, by tag."""
        return grouped((part.partition("[")[0], text) for part, text in self._parts.get(name, ()))

    def record(self, kind: Callable[..., T], prefix: str = "", **own: object) -> T:
        """The item, or the group in it whose names begin with `prefix`, as a dataclass.

        Each attribute is read from its field, according to its type; `own` gives those that are
        not.
        """
        read = {
            name: self._read(hint, prefix + said.get("name", name))
            for name, hint, said in _attributes(kind)
            if name not in own
        }
        return kind(**read, **own)

    def records(self, kind: Callable[..., T], name: str) -> tuple[T, ...]:
        """The groups of a list."""
        value = self._at(name)
        count = len(value.items) if isinstance(value, Sequence) else 0
        return tuple(self.record(kind, f"{name}[{index}].") for index in range(count))

    def _read(self, hint: object, name: str) -> object:
        if hint in _TYPES:
            return _TYPES[hint][0](self, name)
        group, is_list = _group(hint)
        if is_list:
            return self.records(group, name)
        return self.record(group, f"{name}.") if self._at(name) is not None else None

    def _at(self, name: str) -> Value | None:
        value: Value | None = self.mapping
        for part in name.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        return value


def is_number(text: str) -> bool:
    """Whether it is a whole number in digits, and not longer than any that makes sense."""
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER


def row(form: Form | None = None, **more: Any) -> dict[str, Any]:
    """What the type of a record's attribute doesn't say about its field.

    It is written in `Annotated`, after the type: arguments of `data_field`.
    """
    return {"form": form, **more} if form is not None else more


YES_OR_NO = ("true", "false")
# How attributes of each type are read, and what the type says about their fields.
_TYPES: dict[object, tuple[Callable[[Item, str], object], dict[str, Any]]] = {
    str: (Item.text, {}),
    bool: (lambda item, name: item.text(name) == "true", row(Form.CHOICE, choices=YES_OR_NO)),
    int: (
        lambda item, name: int(text) if is_number(text := item.text(name)) else 0,
        row(Form.NUMBER),
    ),
    tuple[str, ...]: (Item.texts, row(number=Number.LIST)),
    Table[str, str]: (Item.by_language, row(number=Number.BY_LANGUAGE)),
    Table[str, tuple[str, ...]]: (Item.lists_by_language, row(number=Number.LISTS_BY_LANGUAGE)),
    Location: (lambda item, _: item.location, {}),
    Location | None: (lambda item, _: item.location, {}),
}
_OF_NO_FIELD = (Location, Location | None)


def rows_of(kind: Callable[..., object]) -> tuple[Field, ...]:
    """The fields that the attributes of a record are read from, except for `id`."""
    return tuple(
        data_field(**{"name": name, **_usual(hint), **said})
        for name, hint, said in _attributes(kind)
        if name != "id" and hint not in _OF_NO_FIELD
    )


def _usual(hint: object) -> dict[str, Any]:
    if hint in _TYPES:
        return _TYPES[hint][1]
    group, is_list = _group(hint)
    number = Number.LIST if is_list else Number.ONE
    return {"form": Form.GROUP, "number": number, "parts": rows_of(group)}


def _group(hint: object) -> tuple[Any, bool]:
    """The record of a group, and whether there are several of them."""
    kinds = get_args(hint)
    return next(filter(is_dataclass, kinds)), NoneType not in kinds


@cache
def _attributes(kind: Callable[..., object]) -> tuple[tuple[str, Any, dict[str, Any]], ...]:
    """The name and type of each attribute of a record, and what `row` says about it."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        (name, hint.__origin__, hint.__metadata__[0])
        if get_origin(hint) is Annotated
        else (name, hint, {})
        for name, hint in hints.items()
    )


@dataclass(frozen=True, slots=True)
class DataFile:
    """A vocabulary or register as read: its items with an id, and what was wrong with it."""

    path: str
    items: tuple[Item, ...]
    faults: tuple[Fault, ...]

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The leaves of all items."""
        return tuple(leaf for item in self.items for leaf in item.leaves)


def data_field(
    name: str,
    form: Form = Form.TEXT,
    number: Number = Number.ONE,
    *,
    required: bool = False,
    **more: Any,
) -> Field:
    """A row in a data file's table; the head of the file explains what its fields mean."""
    needed = _DATA if required else frozenset[Kind]()
    return Field(name, form, "", "", _DATA, number, needed, **more)


_ID = data_field("id", required=True)


def read_data_file(
    full: Path, path: str, fields: Iterable[Field], *, keyed: bool = False, listed: str = ""
) -> DataFile:
    """Read the list of items in `full`, whose rows have an `id` and may have `fields`.

    A `keyed` file is a mapping instead, with the ids as its keys; if its values are lists, each is
    the field `listed` of its item.

    The faults are those of opening, of reading YAML and of matching, `duplicate-id`, and
    `missing-field` for "split" where a part of a row begins one of its own; the row has it anyway.
    """
    source, faults = open_source(full, path)
    if faults:
        return DataFile(path, (), faults)
    value, faults = read_yaml(source, source.text, DATA_FILE)
    found = [*faults]
    if keyed and isinstance(value, Mapping):
        value = Sequence(tuple(_rows(value, listed, found)), value.location)
    if not isinstance(value, Sequence):
        if not found and not (keyed and value is None):
            if value is None:
                found.append(Fault("wrong-type", source.at_line(1), "no-items"))
            else:
                found.append(Fault("wrong-type", value.location, "items"))
        return DataFile(path, (), tuple(found))
    items: dict[str, Item] = {}
    doubled: set[int] = set()
    table = {field.name: field for field in (_ID, *fields)}
    for row in joined(value.items, set(table), "id", found):
        if not isinstance(row, Mapping):
            found.append(Fault("wrong-type", row.location, "item"))
            continue
        leaves, row_faults = match(row, table, Kind.DATA)
        found.extend(row_faults)
        key = row.get("id")
        if not isinstance(key, Scalar) or key.is_empty or key.is_placeholder:
            continue
        if key.text in items:
            first = items[key.text]
            if len(first.mapping.pairs) == 1:
                doubled.add(first.mapping.location.line)
            found.append(Fault("duplicate-id", key.location, "", key.text, other=first.location))
            continue
        items[key.text] = Item(key.text, key.location, row, leaves)
        found.extend(_without_english(items[key.text], table.values()))
    # All else of an item whose first line is there twice is below the second one.
    told = (one for one in found if one.location.line not in doubled or one.check == "duplicate-id")
    return DataFile(path, tuple(items.values()), tuple(told))


def _rows(keyed: Mapping, listed: str, found: list[Fault]) -> Iterator[Value]:
    """The items of a keyed file, each with its key as its `id`; adds faults to `found`."""
    for key, row in keyed.pairs:
        if listed and isinstance(row, Scalar):
            found.append(
                Fault("empty-value", key.location, field=key.text)
                if row.is_empty
                else Fault("wrong-type", row.location, "list", field=key.text)
            )
            continue
        if listed and isinstance(row, Sequence):
            row = Mapping(((key._replace(text=listed, plain=True), row),), key.location)
        if isinstance(row, Mapping):
            row = Mapping(((key._replace(text="id", plain=True), key), *row.pairs), key.location)
        yield row


def _without_english(item: Item, fields: Iterable[Field]) -> Iterator[Fault]:
    """The required texts that lack English, which is shown for languages without their own."""
    for field in fields:
        if field.number is Number.BY_LANGUAGE and Kind.DATA in field.required:
            texts = item.mapping.get(field.name)
            if isinstance(texts, Mapping) and texts.pairs and texts.get("en") is None:
                tags = tuple(key.text for key, _ in texts.pairs)
                name = f"{field.name}.en"
                yield Fault("missing-field", item.location, field=name, names=tags)
