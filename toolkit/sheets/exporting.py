"""Exports entries as a spreadsheet."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.schema import Kind
from toolkit.sheets.book import COPY, FIRST_ROW, Book, Note, Row, Table
from toolkit.sheets.cells import Cells, fitting
from toolkit.sheets.columns import SHEETS, columns_of
from toolkit.sheets.rows import digest_of_row, digest_of_rows, row_of
from toolkit.sheets.writing import csv_file, workbook
from toolkit.source import revision_of


def exported(entries: Iterable[Document], folder: Path, content: Content, day: date) -> bytes:
    """A workbook with the entries whose front matter can be read."""
    cells = _cells(content)
    return workbook(_book(SHEETS, entries, folder, cells), cells, day)


def exported_table(
    kind: Kind, entries: Iterable[Document], folder: Path, content: Content
) -> bytes:
    """The entries of one kind as CSV."""
    return csv_file(_book([kind], entries, folder, _cells(content)))


def marked(book: Book, notes: list[Note], content: Content, day: date) -> bytes:
    """A copy of the spreadsheet read, with colours and comments in the cells with notes.

    It has digests of its rows and notes, which tell whether somebody has changed them since.
    """
    tables = [
        replace(table, rows=[Row(row.number, fitting(row.cells)) for row in table.rows])
        for table in book.tables
    ]
    copied = {**book.exported, COPY: (digest_of_rows(tables), "")}
    return workbook(replace(book, tables=tables, exported=copied), _cells(content), day, notes)


def _cells(content: Content) -> dict[Kind, Cells]:
    return {kind: Cells(kind, content) for kind in SHEETS}


def _book(
    kinds: Iterable[Kind],
    entries: Iterable[Document],
    folder: Path,
    cells: Mapping[Kind, Cells],
) -> Book:
    chosen = list(entries)
    tables: list[Table] = []
    digests: dict[str, tuple[str, str]] = {}
    for kind in kinds:
        columns = columns_of(kind)
        rows: list[Row] = []
        for entry in chosen:
            if entry.kind is kind and entry.front is not None:
                row = fitting(row_of(entry, columns, cells[kind]))
                rows.append(Row(FIRST_ROW + len(rows), row))
                file = revision_of((folder / f"{entry.path}.md").read_bytes())
                digests[entry.id] = (file, digest_of_row(row))
        tables.append(Table(kind, SHEETS[kind], dict(enumerate(columns, 1)), rows))
    return Book(tables, digests)
