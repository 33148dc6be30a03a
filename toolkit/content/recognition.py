"""The files of `docs/recognition` as read: policy, registers and kept texts, with locations.

What a statement means, and whether it counts, is up to `toolkit.recognition`.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from toolkit.content.faults import Fault
from toolkit.content.files import FoundFile, open_source
from toolkit.content.matching import FromSource, Leaf, joined, match
from toolkit.content.recognition_fields import (
    CIRCULATION,
    EARLIER,
    EARLIER_RULES,
    EDITORIAL_LINK,
    POLICY,
    STATEMENTS,
    Table,
)
from toolkit.content.schema import Kind
from toolkit.content.values import Mapping, Scalar, Sequence, Value
from toolkit.content.yaml_text import DATA_FILE, read_yaml
from toolkit.source import Location, SourceFile

FOLDER = "recognition"
LARGEST_REGISTER = 5_000
_REGISTER = re.compile(r"recognition/([^/]+)\.yml")
# Wrong names for the other files; no organization has such an id.
NEARLY_SPECIAL = {"policies": "policy", "circulation": "circulations", "editorials": "editorial"}
_TEXT = re.compile(r"recognition/texts/([0-9a-f]{64})\.json")
_LISTS = {"circulations": CIRCULATION, "editorial": EDITORIAL_LINK}
# Fields with which a statement may name its author, which the file name already gives.
_AUTHOR = ("organisation", "organization", "by")


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a file: a statement, a circulation, an editorial link, or the policy.

    `list` names the list in the file that holds it, empty if the file has only one. A row that has
    a fault itself is not `sound`.
    """

    list: str
    location: Location
    scalars: dict[str, Scalar]
    sound: bool

    def text(self, name: str) -> str:
        """The text of a field, empty if missing."""
        scalar = self.scalars.get(name)
        return "" if scalar is None else scalar.text

    def place(self, name: str) -> Location:
        """The location of a field, or else of the row."""
        scalar = self.scalars.get(name)
        return self.location if scalar is None else scalar.location


@dataclass(frozen=True)
class RowFile(FromSource):
    """A file of rows. If it is not `whole`, something was not read and rows may be missing."""

    name: str
    source: SourceFile
    rows: tuple[Row, ...] = ()
    leaves: tuple[Leaf, ...] = ()
    faults: tuple[Fault, ...] = ()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class KeptFile(FromSource):
    """A kept text: `name` is the digest in its file name, `actual` that of its bytes."""

    name: str
    actual: str
    source: SourceFile
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class RecognitionFiles:
    """All files of `docs/recognition`.

    `special` are the policy, the circulations and the editorial links, by name; `strays` are files
    that don't belong to the ledger.
    """

    special: dict[str, RowFile] = field(default_factory=dict)
    registers: tuple[RowFile, ...] = ()
    texts: tuple[KeptFile, ...] = ()
    strays: tuple[RowFile, ...] = ()

    @cached_property
    def row_files(self) -> tuple[RowFile, ...]:
        """The files that are read into rows."""
        return (*self.special.values(), *self.registers)

    @cached_property
    def files(self) -> tuple[RowFile | KeptFile, ...]:
        """All files, including kept texts and strays."""
        return (*self.row_files, *self.texts, *self.strays)


def read_recognition(found: Iterable[FoundFile], prefix: str) -> RecognitionFiles:
    """Read the files in `recognition/` of the content folder, called `prefix` in reports.

    The faults are those of opening, of reading YAML and of matching, `foreign-statement`,
    `oversized-register`, and `stray-register` for a file that doesn't belong to the ledger.
    """
    special: dict[str, RowFile] = {}
    registers = []
    texts = []
    strays = []
    for file in found:
        path = f"{prefix}/{file.path}"
        register = _REGISTER.fullmatch(file.path)
        kept = _TEXT.fullmatch(file.path)
        if kept is not None:
            texts.append(_read_kept(file, path, kept[1]))
        elif register is None or register[1] in NEARLY_SPECIAL:
            source = SourceFile(path)
            fault = Fault("stray-register", source.at(1), detail=file.path)
            strays.append(RowFile("", source, faults=(fault,), whole=False))
        elif register[1] == "policy" or register[1] in _LISTS:
            special[register[1]] = _read_special(file, path, register[1])
        else:
            registers.append(read_register(*open_source(file.full, path), register[1]))
    return RecognitionFiles(special, tuple(registers), tuple(texts), tuple(strays))


def _read_kept(file: FoundFile, path: str, name: str) -> KeptFile:
    source, faults = open_source(file.full, path)
    actual = "" if faults else hashlib.sha256(file.full.read_bytes()).hexdigest()
    return KeptFile(name, actual, source, faults)


def _read_special(file: FoundFile, path: str, name: str) -> RowFile:
    reading = _Reading(*open_source(file.full, path), name)
    if name == "policy":
        if isinstance(reading.value, Mapping):
            reading.add_policy(reading.value)
        else:
            reading.expect("fields", even_if_empty=True)
    elif isinstance(reading.value, Sequence):
        reading.add_rows("", reading.value, _LISTS[name])
    else:
        reading.expect("items")
    return reading.result()


def read_register(source: SourceFile, faults: tuple[Fault, ...], name: str) -> RowFile:
    """Read the register of the organization `name`; `faults` are those of opening it."""
    reading = _Reading(source, faults, name, author=name)
    if not isinstance(reading.value, Mapping):
        reading.expect("fields")
        return reading.result()
    for key, rows in reading.value.pairs:
        if key.text not in STATEMENTS:
            names = tuple(STATEMENTS)
            fault = Fault("unknown-field", key.location, field=key.text, names=names)
            reading.spoil(_foreign(fault, rows, key.text, name))
        else:
            reading.add_list(key.text, rows, STATEMENTS[key.text])
    reading.bound()
    return reading.result()


class _Reading:
    """The reading of a file into rows, in progress."""

    def __init__(
        self, source: SourceFile, faults: tuple[Fault, ...], name: str, author: str = ""
    ) -> None:
        self.name = name
        self.author = author
        self.rows: list[Row] = []
        self.leaves: list[Leaf] = []
        self.whole = True
        self.faults: list[Fault] = []
        self.source = source
        value: Value | None = None
        if not faults:
            value, faults = read_yaml(source, source.text, DATA_FILE)
        for fault in faults:
            self.spoil(fault)
        self.value = None if value is None or value.is_empty else value

    def spoil(self, fault: Fault) -> None:
        """Record a fault that may have made something go missing."""
        self.faults.append(fault)
        self.whole = False

    def expect(self, form: str, *, even_if_empty: bool = False) -> None:
        """Report a value that doesn't have the form `form`."""
        if self.value is not None:
            self.spoil(Fault("wrong-type", self.value.location, form))
        elif even_if_empty and self.whole:
            self.spoil(Fault("wrong-type", self.source.at_line(1), form))

    def add_policy(self, policy: Mapping) -> None:
        pairs = tuple(pair for pair in policy.pairs if pair[0].text != EARLIER)
        self.add_row("", Mapping(pairs, policy.location), POLICY, "")
        self.faults = [
            replace(one, names=(*one.names, EARLIER)) if one.check == "unknown-field" else one
            for one in self.faults
        ]
        self.add_list(EARLIER, policy.get(EARLIER), EARLIER_RULES)

    def add_list(self, name: str, rows: Value | None, table: Table) -> None:
        if isinstance(rows, Sequence):
            self.add_rows(name, rows, table)
        elif rows is not None and not rows.is_empty:
            self.spoil(Fault("wrong-type", rows.location, "list", field=name))

    def add_rows(self, name: str, rows: Sequence, table: Table) -> None:
        items = joined(rows.items, set(table), next(iter(table)), self.faults)
        for index, row in enumerate(items):
            way = f"{name}[{index}]"
            if isinstance(row, Mapping):
                self.add_row(name, row, table, f"{way}.")
            else:
                needed = tuple(field.name for field in table.values() if field.required)
                self.spoil(Fault("wrong-type", row.location, "item", field=way, names=needed))

    def add_row(self, name: str, row: Mapping, table: Table, prefix: str) -> None:
        leaves, faults = match(row, table, Kind.DATA, prefix)
        scalars = {leaf.field.name: leaf.scalar for leaf in leaves}
        self.rows.append(Row(name, row.location, scalars, not faults))
        self.leaves.extend(leaves)
        for fault in faults:
            key = fault.field.removeprefix(prefix)
            value = row.get(key) if self.author else None
            self.faults.append(_foreign(fault, value, key, self.author))

    def bound(self) -> None:
        """Drop all rows if there are too many."""
        if len(self.rows) > LARGEST_REGISTER:
            first = sorted(row.location.line for row in self.rows)[LARGEST_REGISTER]
            place = self.source.at_line(first)
            numbers = (len(self.rows), LARGEST_REGISTER)
            self.spoil(Fault("oversized-register", place, numbers=numbers))
            self.rows, self.leaves = [], []

    def result(self) -> RowFile:
        parts = (tuple(self.rows), tuple(self.leaves), tuple(self.faults))
        return RowFile(self.name, self.source, *parts, self.whole)


def _foreign(fault: Fault, value: Value | None, key: str, author: str) -> Fault:
    """The fault itself, or `foreign-statement` for a statement in another body's name."""
    named = fault.check == "unknown-field" and key in _AUTHOR
    if named and isinstance(value, Scalar) and value.text.casefold() != author:
        return Fault("foreign-statement", value.location, names=(author, value.text))
    return fault


def files_of(found: Iterable[FoundFile]) -> Iterator[FoundFile]:
    """The ledger's files among `found`, or the folder itself if it is a link."""
    return (file for file in found if file.path == FOLDER or file.path.startswith(f"{FOLDER}/"))
