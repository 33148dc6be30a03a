"""Writes spreadsheets: a sheet per kind with lists to choose from, or one kind as CSV."""

import io
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.utility import xl_col_to_name

from toolkit.content.schema import Kind, Number
from toolkit.csv_text import csv_text
from toolkit.grouping import grouped
from toolkit.problems import Severity
from toolkit.sheets.book import (
    COPY,
    EXPORTED,
    FIRST_ROW,
    HIDDEN_SHEET,
    LISTS_SHEET,
    PROBLEMS_SHEET,
    README_SHEET,
    UNREAD,
    VERSION,
    Book,
    Note,
    Table,
)
from toolkit.sheets.cells import Cells
from toolkit.sheets.columns import SHEETS, Column
from toolkit.sheets.rows import digest_of_comments

# How many empty rows below the entries get lists to choose from.
_FREE_ROWS = 500
_WIDE, _NARROW = 60, 22
_TEXT = {"num_format": "@", "text_wrap": True}
_FORMATS: dict[str, dict[str, object]] = {
    "text": _TEXT,
    "head": {"bold": True},
    "must": {"bold": True, "bg_color": "#0B5170", "font_color": "#FFFFFF"},
    "may": {"bold": True, "bg_color": "#DDEBF7"},
    "help": {"italic": True, "text_wrap": True, "font_size": 9, "font_color": "#404040"},
    Severity.ERROR: {**_TEXT, "bg_color": "#F8CBAD"},
    Severity.WARNING: {**_TEXT, "bg_color": "#FFE699"},
    Severity.NOTICE: {**_TEXT, "bg_color": "#DDEBF7"},
}
_LONGEST_NOTE = 2_000

_README = (
    "How to use this workbook",
    "",
    "Each row of the sheets Resources and Practices is one entry of the toolkit.",
    "",
    "1. Write below the row that explains the columns. Fill in those with a dark heading; the",
    "    others where you know something. More columns are behind the + above the headings.",
    "2. Where a cell offers a list, choose from it or type a name.",
    "3. To give several, put ; between them, or press Alt+Enter for a new line.",
    "4. Emptying a cell of an existing entry removes that value. Deleting a row changes",
    "    nothing.",
    "",
    "Write values, not formulas. Do not merge cells or hide rows.",
    "Give no personal details of victims, witnesses or staff.",
    "",
    "Then send this file to the people who maintain the toolkit. With the command line:",
    "toolkit sheet check FILE.xlsx shows what is wrong; toolkit sheet import FILE.xlsx imports it.",
)


# Those of one workbook, by their names above.
Formats = Mapping[str, Any]


def workbook(
    book: Book, cells: Mapping[Kind, Cells], day: date, notes: Sequence[Note] = ()
) -> bytes:
    """The bytes of a workbook. With `notes`, their cells are marked, and a separate sheet lists
    them.
    """
    data = io.BytesIO()
    file = xlsxwriter.Workbook(
        data,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    file.set_properties({"created": datetime.combine(day, time())})
    formats = {
        name: file.add_format({"valign": "top", **properties})
        for name, properties in _FORMATS.items()
    }
    if notes:
        _write_problems(file.add_worksheet(PROBLEMS_SHEET), formats, notes)
    _write_lines(file.add_worksheet(README_SHEET), formats["head"])
    pages = [(file.add_worksheet(SHEETS[table.kind]), table) for table in book.tables]
    lists = _Lists(file.add_worksheet(LISTS_SHEET), formats["head"])
    written: list[str] = []
    for page, table in pages:
        left = book.left.get(table.sheet, {})
        written += _write_table(page, table, formats, lists, cells[table.kind], notes, left)
    for name, left in book.left.items():
        if name not in {table.sheet for table in book.tables}:
            with suppress(XlsxWriterException):  # a name that Excel doesn't allow
                _write_texts(file.add_worksheet(name), left, formats["text"])
    hidden = file.add_worksheet(HIDDEN_SHEET)
    hidden.hide()
    hidden.write_row(0, 0, ["version", VERSION])
    for number, (id_, digests) in enumerate(sorted(book.exported.items()), 1):
        both = (digests[0], digest_of_comments(written)) if id_ == COPY else digests
        for column, text in enumerate((id_, *both)):
            hidden.write_string(number, column, text)
    file.close()
    return data.getvalue()


class _Lists:
    """The sheet of lists: one per column, shared by fields with the same values."""

    def __init__(self, page: Any, head: Any) -> None:
        self._page = page
        self._head = head
        self._places: dict[tuple[str, ...], str] = {}

    def place(self, label: str, names: tuple[str, ...]) -> str:
        """Where a list is, as a formula."""
        if names not in self._places:
            column = len(self._places)
            self._page.set_column(column, column, _NARROW * 2)
            self._page.write_string(0, column, label, self._head)
            for row, name in enumerate(names, 1):
                self._page.write_string(row, column, name)
            letter = xl_col_to_name(column)
            self._places[names] = f"={LISTS_SHEET}!${letter}$2:${letter}${len(names) + 1}"
        return self._places[names]


def _write_lines(page: Any, head: Any) -> None:
    page.set_column(0, 0, 100)
    for row, line in enumerate(_README):
        page.write_string(row, 0, line, None if row else head)


def _write_problems(page: Any, formats: Formats, notes: Sequence[Note]) -> None:
    page.set_column(0, 1, _NARROW)
    page.set_column(2, 3, _WIDE)
    page.write_row(0, 0, ("Where", "What", "Problem", "What to do"), formats["head"])
    for row, note in enumerate(notes, 1):
        name = f"{note.severity.value}[{note.id}]"
        for column, text in enumerate((str(note.place), name, note.message, note.advice)):
            page.write_string(row, column, text, formats["text"])


def _write_table(
    page: Any,
    table: Table,
    formats: Formats,
    lists: _Lists,
    cells: Cells,
    notes: Sequence[Note],
    left: Mapping[tuple[int, int], str],
) -> list[str]:
    """Write a sheet of entries; returns the comments on its cells."""
    marked = grouped(
        ((note.place.row, note.place.column), note)
        for note in notes
        if note.place.sheet == table.sheet
    )
    rows = [row.number for row in table.rows]
    has_help = min(rows, default=FIRST_ROW) >= FIRST_ROW
    page.freeze_panes(2 if has_help else 1, 2)
    last = max(rows, default=FIRST_ROW) + _FREE_ROWS
    if has_help:
        page.set_row(1, 90)
    for number, column in table.columns.items():
        width = _WIDE if column.is_long else _NARROW
        folded = {} if rows or column.foremost else {"level": 1, "hidden": True}
        page.set_column(number - 1, number - 1, width, formats["text"], folded)
        head = formats["must" if column.required else "may"]
        page.write_string(0, number - 1, column.label, head)
        if has_help:
            page.write_string(1, number - 1, column.help, formats["help"])
        _offer(page, number - 1, column, lists, cells, last)
    numbers = {column.name: number for number, column in table.columns.items()}
    texts = {
        (row.number, numbers[name]): text for row in table.rows for name, text in row.cells.items()
    }
    texts |= left
    _write_texts(page, texts, formats["text"])
    texts |= {(1, number): column.label for number, column in table.columns.items()}
    return [
        _mark(page, row, number, texts.get((row, number), ""), of_cell, formats)
        for (row, number), of_cell in sorted(marked.items())
        if row and number
    ]


def _write_texts(page: Any, texts: Mapping[tuple[int, int], str], form: Any) -> None:
    for (row, number), text in texts.items():
        if text == UNREAD:
            page.write_formula(row - 1, number - 1, text, form, "#N/A")
        else:
            page.write_string(row - 1, number - 1, text, form)


def _mark(
    page: Any, row: int, number: int, text: str, of_cell: Sequence[Note], formats: Formats
) -> str:
    """Colour a cell by its most severe note, and add all notes as a comment; returns that."""
    worst = next(one for one in Severity if one in {note.severity for note in of_cell})
    mark = formats[worst]
    if text:
        _write_texts(page, {(row, number): text}, mark)
    else:
        page.write_blank(row - 1, number - 1, None, mark)
    words = "\n".join(f"{note.message} {note.advice}".strip() for note in of_cell)[:_LONGEST_NOTE]
    page.write_comment(row - 1, number - 1, words, {"author": "toolkit", "x_scale": 2})
    return words


def _offer(page: Any, number: int, column: Column, lists: _Lists, cells: Cells, last: int) -> None:
    """Let people choose a cell from a list; if it takes several, others can be typed, too."""
    if column.field is None:
        return
    if names := cells.names(column.field).labels:
        one = column.field.number is Number.ONE
        page.data_validation(
            FIRST_ROW - 1,
            number,
            last,
            number,
            {
                "validate": "list",
                "source": lists.place(column.label, names),
                "show_error": one,
                "error_type": "warning",
                "error_title": "Not in the list",
                "error_message": "The sheet Lists has the names that can be used here.",
            },
        )


def csv_file(book: Book) -> bytes:
    """The bytes of a CSV file, with a byte-order mark for Excel; texts are never formulas."""
    [table] = book.tables
    columns = table.columns.values()
    rows = (
        [
            *(row.cells.get(column.name, "") for column in columns),
            " ".join(book.exported.get(row.cells.get("id", ""), ())),
        ]
        for row in table.rows
    )
    labels = [*(column.label for column in columns), EXPORTED]
    helps = [*(column.help for column in columns), ""]
    return csv_text((labels, helps, *rows)).encode("utf-8-sig")
