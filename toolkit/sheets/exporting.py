"""Exports entries as a spreadsheet."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.schema import Kind
from toolkit.sheets.book import Book, Note
from toolkit.sheets.cells import Cells
from toolkit.sheets.columns import SHEETS, columns_of
from toolkit.sheets.rows import digest, digest_of_row, row_of
from toolkit.sheets.writing import Sheet, sheet_of, table, workbook


def exported(entries: Iterable[Document], folder: Path, content: Content, day: date) -> bytes:
    """A workbook with the entries whose front matter can be read."""
    chosen = list(entries)
    sheets: list[Sheet] = []
    cells: dict[Kind, Cells] = {}
    digests: dict[str, tuple[str, str]] = {}
    for kind in SHEETS:
        sheet, cells[kind], of_kind = _sheet(kind, chosen, folder, content)
        sheets.append(sheet)
        digests.update(of_kind)
    return workbook(sheets, cells, digests, day)


def exported_table(
    kind: Kind, entries: Iterable[Document], folder: Path, content: Content
) -> bytes:
    """The entries of one kind as CSV."""
    sheet, _, digests = _sheet(kind, list(entries), folder, content)
    return table(sheet, digests)


def marked(book: Book, notes: list[Note], content: Content, day: date) -> bytes:
    """A copy of the spreadsheet read, with colours and comments in the cells with notes."""
    sheets = [
        Sheet(one.kind, one.columns, {row.number: row.cells for row in one.rows})
        for one in book.tables
    ]
    cells = {one.kind: Cells(one.kind, content) for one in sheets}
    return workbook(sheets, cells, book.exported, day, notes)


def _sheet(
    kind: Kind, entries: list[Document], folder: Path, content: Content
) -> tuple[Sheet, Cells, Mapping[str, tuple[str, str]]]:
    columns = columns_of(kind)
    cells = Cells(kind, content)
    rows: list[Mapping[str, str]] = []
    digests: dict[str, tuple[str, str]] = {}
    for entry in entries:
        if entry.kind is kind and entry.front is not None:
            row = row_of(entry, columns, cells)
            rows.append(row)
            file = digest((folder / f"{entry.path}.md").read_bytes())
            digests[entry.id] = (file, digest_of_row(row))
    return sheet_of(kind, columns, rows), cells, digests
