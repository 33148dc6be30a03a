"""What importing the rows of a spreadsheet would do: add files, change them, or nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path

from toolkit.authoring.draft import names_taken, objection_to_id, path_of
from toolkit.authoring.editing import with_fields, with_sections
from toolkit.authoring.ids import is_id, suggested_ids
from toolkit.authoring.yaml_lines import Given, field_lines
from toolkit.autofix import changed_text
from toolkit.content.document import Document
from toolkit.content.markdown_files import document_from
from toolkit.content.reader import Content
from toolkit.content.schema import Kind, Use
from toolkit.content.tables import fields_of
from toolkit.problems import Severity, ToolkitError
from toolkit.sheets.book import Book, Note, Row, Table
from toolkit.sheets.cells import TOO_LONG, Cells, UnclearError
from toolkit.sheets.columns import ID, Column, absent_parts, columns_of
from toolkit.sheets.rows import digest_of_row, row_of, with_lines_of
from toolkit.source import SourceFile, revision_of
from toolkit.validation.nearest import did_you_mean
from toolkit.validation.words import listed, quote

# A row with so few cells in which so many are missing is not one of an entry.
_FEW, _MANY = 2, 4


@dataclass(frozen=True, slots=True)
class Change:
    """A row that adds an entry or changes one; `before` is None for a new one."""

    table: Table
    row: Row
    document: Document
    before: Document | None

    @property
    def text(self) -> str:
        """The whole file, with its byte-order mark if it had one."""
        mark = "\ufeff" if self.document.source.has_mark else ""
        return f"{mark}{self.document.source.text}"


@dataclass(slots=True)
class Plan:
    """What an import would do; `unchanged` counts the rows that change nothing."""

    changes: list[Change] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unchanged: int = 0


def plan(book: Book, folder: Path, content: Content, day: date) -> Plan:
    """Compare each row with the entry it names, or make a new one from it, `added` on `day`."""
    made = Plan()
    seen: dict[str, str] = {}
    for table in book.tables:
        planner = _Planner(table, book, folder, content, day, made, seen)
        for row in table.rows:
            planner.take(row)
    return made


@dataclass(slots=True)
class _Planner:
    table: Table
    book: Book
    folder: Path
    content: Content
    day: date
    made: Plan
    seen: dict[str, str]  # the ids of rows, and where each is
    columns: tuple[Column, ...] = ()
    absent: tuple[Column, ...] = ()  # parts of groups of which the sheet has only other parts
    # What could be suggested, by the best: ids of entries that differ, and those not looked at.
    suggested: dict[str, tuple[list[str], Iterator[str]]] = field(default_factory=dict)
    cells: Cells = field(init=False)
    known: Mapping[str, Document] = field(init=False)  # the documents that rows may name, by id
    idless: Mapping[str, str] = field(init=False)  # exported ids that no row has, by title

    def __post_init__(self) -> None:
        self.columns = tuple(self.table.columns.values())
        self.absent = absent_parts(self.table.kind, self.columns)
        self.cells = Cells(self.table.kind, self.content)
        self.known = names_taken(self.table.kind, self.content)
        there = {row.cells.get(ID) for table in self.book.tables for row in table.rows}
        gone = (one for one in self.book.exported if one in self.known and one not in there)
        self.idless = {self.known[one].text("title"): one for one in gone}

    def take(self, row: Row) -> None:
        """Plan what a row says."""
        id_ = row.cells.get(ID, "")
        values = self._values(row)
        if values is None or self._is_no_entry(row) or self._lost_its_id(row, id_):
            return
        if not id_:
            self._add(row, self._free_id(row, values), values)
        elif id_ in self.seen:
            advice = "delete one of the two rows; if one is a new entry, clear its Id."
            self._object(row, ID, f"{quote(id_)} is also in {self.seen[id_]}.", advice)
        else:
            self.seen[id_] = str(self.table.place(row.number, ID))
            entry = self.known.get(id_)
            if entry is not None:
                self._change(row, entry, values)
            elif self._is_untouched(row, id_):
                self.made.unchanged += 1
            elif id_ in self.book.exported:
                now = self.content.renamed.get(id_, "")
                way_out = self._either(
                    "delete the row, or clear this cell.",
                    did_you_mean(id_, self.known) or "remove the line, if it is a new one.",
                )
                advice = f"its name is {now} now: {self._again}" if now else way_out
                message = f"{quote(id_)} was exported, but there is no such entry any more."
                self._object(row, ID, message, advice)
            elif not is_id(id_):
                message = objection_to_id(id_, self.table.kind, self.content)
                way_out = self._either("clear the cell", "remove the line")
                meant = did_you_mean(id_.casefold(), self.known).rstrip("?")
                advice = f"{meant}? If it is new, {way_out}" if meant else f"or {way_out}"
                advice += ": the name is then made from the title."
                self._object(row, ID, message, advice)
            else:
                self._add(row, id_, values)

    def _is_no_entry(self, row: Row) -> bool:
        """Object to a row that can't be one: a note, a heading, more of the one above."""
        required = [one.name for one in self.columns if one.required]
        missing = [name for name in required if name not in row.cells]
        if self.table.place(0).in_text or len(row.cells) > _FEW or len(missing) < _MANY:
            return False
        self._object(
            row,
            next(iter(row.cells)),
            f"This row has hardly anything of an entry: {listed(row.cells.values(), 'and')}.",
            "delete it. What belongs to another entry goes into the row of that one, with ; in "
            'between; to withdraw one, keep its whole row and write "withdrawn" in the column '
            "Status.",
        )
        return True

    def _lost_its_id(self, row: Row, id_: str) -> bool:
        """Object to an exported row whose id somebody removed or changed."""
        was = self.idless.get(row.cells.get("title", ""), "")
        if id_ in self.known or not was:
            return False
        advice = f"write {was} here; to rename the entry, run toolkit rename after the import."
        self._object(row, ID, f"This is the row of {quote(was)}, which has lost its Id.", advice)
        return True

    def _is_untouched(self, row: Row, id_: str) -> bool:
        return self.book.exported.get(id_, ("", ""))[1] == digest_of_row(row.cells)

    @property
    def _again(self) -> str:
        return self._either(
            "export again, and copy your change there.",
            "open it in the form again, and make the change there.",
        )

    def _either(self, in_sheet: str, in_message: str) -> str:
        """The advice for a row in a spreadsheet, or for one in a message of the form."""
        return in_message if self.table.place(0).in_text else in_sheet

    def _object(self, row: Row, name: str, message: str, advice: str) -> None:
        place = self.table.place(row.number, name)
        self.made.notes.append(Note(place, Severity.ERROR, "sheet", message, advice))

    def _values(self, row: Row) -> dict[str, Given | None] | None:
        """The row's value for each field in the sheet; None if a cell can't be read."""
        groups: dict[str, dict[str, str | tuple[str, ...]]] = {}
        values: dict[str, Given | None] = {}
        cells = row.cells
        if self.absent and (entry := self.known.get(cells.get(ID, ""))) is not None:
            cells = {**row_of(entry, self.absent, self.cells), **cells}
        for column in (*self.columns, *self.absent):
            if column.field is None:
                continue
            try:
                value = self.cells.read(column.field, cells.get(column.name, ""))
            except UnclearError as unclear:
                self._object(row, column.name, str(unclear), "")
                return None
            if column.name == column.top:
                values[column.top] = value
            else:
                group = groups.setdefault(column.top, {})
                if value is not None:
                    group[column.field.name] = value  # type: ignore[assignment]
        return values | {name: group or None for name, group in groups.items()}

    def _free_id(self, row: Row, values: Mapping[str, Given | None]) -> str:
        """An id for a row without one: that of an identical entry, or a new one.

        Thousands of rows may have one title, or none with a Latin letter: each looks only at the
        ids that those before it left.
        """
        title = str(values.get("title") or "")
        ids = suggested_ids(title, str(values.get("year") or values.get("since") or ""))
        ids = chain(ids, suggested_ids("entry", ""))
        first = next(ids)
        others, left = self.suggested.setdefault(first, ([], chain([first], ids)))
        found = next((id_ for id_ in others if self._is_for(row, id_, values)), "")
        while not found:
            id_ = next(left)
            if self._is_for(row, id_, values):
                found = id_
            elif id_ not in self.seen:  # it may be that of a later row
                others.append(id_)
        self.seen[found] = str(self.table.place(row.number, ID))
        return found

    def _is_for(self, row: Row, id_: str, values: Mapping[str, Given | None]) -> bool:
        """Whether an id is free, or of an entry that no other row names and that says the same."""
        entry = self.known.get(id_)
        if entry is None or id_ in self.seen:
            return id_ not in self.seen
        return (
            entry.kind is self.table.kind
            and values.get("title") in (None, " ".join(entry.text("title").split()))
            and not any(self._differences(row, entry, values))
        )

    def _differences(
        self, row: Row, entry: Document, values: Mapping[str, Given | None]
    ) -> tuple[dict[str, Given | None], dict[str, str]]:
        """The fields and sections in which a row differs from an entry."""
        present = row_of(entry, self.columns, self.cells)
        fields: dict[str, Given | None] = {}
        sections: dict[str, str] = {}
        rows = fields_of(entry.kind)
        for column in self.columns:
            text, old = row.cells.get(column.name, ""), present.get(column.name, "")
            if text in (old, TOO_LONG) or column.name == ID:
                continue
            if column.section is not None:
                sections[column.section] = with_lines_of(entry, column.section, text)
            elif column.field is not None and not (not text and rows[column.top].use is Use.MADE):
                try:
                    same = self.cells.read(column.field, text) == self.cells.read(column.field, old)
                except UnclearError:
                    same = False
                if not same:
                    fields[column.top] = values[column.top]
        return fields, sections

    def _add(self, row: Row, id_: str, values: Mapping[str, Given | None]) -> None:
        if id_ in self.known:
            self.made.unchanged += 1
            return
        for name in (one for one, text in row.cells.items() if text == TOO_LONG):
            self._object(row, name, "The text of this cell was too long.", "write a shorter one.")
        text = "\n".join(self._new_lines(row, values)) + "\n"
        first = next((one for one in values.get("pillars") or () if isinstance(one, str)), "")
        pillar = first if is_id(first) else "prevention"
        path = path_of(self.table.kind, pillar, id_)
        source = SourceFile(f"{self.content.prefix}/{path}", text)
        home = "" if self.table.kind is Kind.TASK else pillar
        document = document_from(source, path, place=(self.table.kind, home))
        self.made.changes.append(Change(self.table, row, document, None))

    def _new_lines(self, row: Row, values: Mapping[str, Given | None]) -> Iterator[str]:
        yield "---"
        for name, one in fields_of(self.table.kind).items():
            value = values.get(name)
            if value is None and one.use is Use.MADE:
                value = self.day.isoformat()
            if value is not None:
                yield from field_lines(one, value)
        yield "---"
        for column in columns_of(self.table.kind):
            text = row.cells.get(column.name, "")
            if column.section and (text or self.table.kind is Kind.PRACTICE):
                yield from ("", f"## {column.section}", "")
            elif column.section is not None and text:
                yield ""
            if column.section is not None and text:
                yield text

    def _change(self, row: Row, entry: Document, values: Mapping[str, Given | None]) -> None:
        if entry.kind is not self.table.kind:
            message = f"{quote(entry.id)} is a {entry.kind.value}."
            begin = f"begin with [toolkit {entry.kind.value}]."
            self._object(row, ID, message, self._either("put it in the sheet of its kind.", begin))
            return
        if self._is_untouched(row, entry.id):
            self.made.unchanged += 1
            return
        if entry.front is None:
            message = f"{entry.source.path} can't be changed: its front matter can't be read."
            self._object(row, ID, message, f"run toolkit check {entry.source.path}.")
            return
        fields, sections = self._differences(row, entry, values)
        if not fields and not sections:
            self.made.unchanged += 1
            return
        file, _ = self.book.exported.get(entry.id, ("", ""))
        if file != revision_of((self.folder / f"{entry.path}.md").read_bytes()):
            self._object(row, ID, *self._conflict(entry, file))
            return
        try:
            fixes = [*with_fields(entry, fields), *with_sections(entry, sections)]
            new = changed_text(entry.source, fixes).removeprefix("\ufeff")
        except ToolkitError as refused:
            self._object(row, ID, refused.message, refused.hint)
            return
        source = SourceFile(entry.source.path, new, entry.source.has_mark)
        document = document_from(source, f"{entry.path}.md")
        self.made.changes.append(Change(self.table, row, document, entry))

    def _conflict(self, entry: Document, file: str) -> tuple[str, str]:
        if file:
            return (
                f"{quote(entry.id)} was changed in the toolkit since "
                + self._either("this file was exported.", "it was opened."),
                self._again,
            )
        return (
            f"{quote(entry.id)} is already the name of an entry: {entry.source.path}.",
            self._either(
                "clear this cell if yours is a different one; to change that one, export it first.",
                "remove this line if yours is a different one; to change that one, open it in the "
                "form, as a correction.",
            ),
        )
