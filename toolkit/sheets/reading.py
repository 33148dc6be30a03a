"""Turns the cells of a file into tables of entries: which sheet and column is which."""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from toolkit.authoring.ids import in_ascii
from toolkit.content.schema import Form, Kind
from toolkit.problems import ToolkitError
from toolkit.sheets.book import (
    ABOUT_NUMBERS,
    COPY,
    EXPORTED,
    HIDDEN_SHEET,
    LISTS_SHEET,
    MOST_ROWS,
    PROBLEMS_SHEET,
    README_SHEET,
    UNREAD,
    VERSION,
    Book,
    Note,
    Row,
    Table,
)
from toolkit.sheets.columns import SHEETS, Column, columns_of
from toolkit.sheets.raw import Grid, comments_of, read_grids
from toolkit.sheets.rows import digest_of_comments, digest_of_row, digest_of_rows
from toolkit.validation.nearest import nearest
from toolkit.validation.words import listed, quote

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATES = (Form.YEAR, Form.MONTH, Form.DATE)
# The days 0 of the two ways in which workbooks count days (ISO/IEC 29500-1, 18.17.4.1), and the
# numbers that are rather years.
_DAYS_BEGIN = (date(1899, 12, 30), date(1904, 1, 1))
_YEARS = range(1800, 2101)
# Sheets without entries that programs make.
_OURS = (README_SHEET, LISTS_SHEET, PROBLEMS_SHEET, HIDDEN_SHEET, ABOUT_NUMBERS)


def read_book(path: Path) -> Book:
    """Read a spreadsheet; its notes say what is wrong with its form.

    Raises ToolkitError if it isn't one, or was made by another version of the toolkit.
    """
    grids = read_grids(path)
    if path.suffix.lower() == ".csv":
        grid = grids[0]
        kind = _kind_of(grid)
        table, exported = _table(kind, grid)
        return Book([table], exported, grid.notes, {grid.name: grid.left})
    hidden = next((grid for grid in grids if grid.name == HIDDEN_SHEET), None)
    exported = _exported(path.name, hidden) if hidden is not None else {}
    kinds = {name.casefold(): kind for kind, name in SHEETS.items()}  # one sheet of each kind
    tables: list[Table] = []
    notes: list[Note] = []
    for grid in grids:
        found = kinds.pop(grid.name.strip().casefold(), None)
        if found is not None:
            if grid.hidden:
                grid.refuse(0, 0, "This sheet is hidden.", "show it, or delete it.")
            tables.append(_table(found, grid)[0])
        elif grid.name not in _OURS and grid.cells:
            this, show = ("This hidden sheet", "show it, and ") if grid.hidden else ("This", "")
            words = f"{this} is not one of the toolkit's sheets."
            grid.notes.clear()  # what is in its cells doesn't matter
            grid.refuse(0, 0, words, f"{show}name it {listed(SHEETS.values())}, or delete it.")
            grid.leave()
        notes += grid.notes
    if not tables and not notes:
        raise ToolkitError(
            f"{path.name} has no sheet {listed(SHEETS.values())}.",
            "make a new one with toolkit sheet export FILE.xlsx --empty, and copy your rows there.",
        )
    return Book(tables, exported, notes, {grid.name: grid.left for grid in grids if grid.left})


def is_as_exported(path: Path) -> bool:
    """Whether a file is a spreadsheet of ours in which nobody has written anything."""
    with suppress(ToolkitError):
        book = read_book(path)
        rows = [row.cells for table in book.tables for row in table.rows]
        digests = [book.exported.get(row.get("id", ""), ("", ""))[1] for row in rows]
        same = not book.notes and digests == [digest_of_row(row) for row in rows]
        return same and not has_comments(path, book)
    return False


def is_as_checked(path: Path) -> bool:
    """Whether a file is a copy with notes in which nobody has changed a row or a note."""
    with suppress(ToolkitError):
        book = read_book(path)
        same = book.exported.get(COPY, ("", ""))[0] == digest_of_rows(book.tables)
        return same and not has_comments(path, book)
    return False


def has_comments(path: Path, book: Book) -> bool:
    """Whether somebody has put comments on cells, or changed those of a copy with notes."""
    ours = book.exported.get(COPY, ("", digest_of_comments(())))[1]
    return digest_of_comments(comments_of(path)) != ours


def _exported(name: str, grid: Grid) -> Mapping[str, tuple[str, str]]:
    rows = list(grid.cells.values())
    version = rows[0].get(2, "") if rows else ""
    if version != VERSION:
        raise ToolkitError(
            f'{name} was made by another version of the toolkit ("{version}").',
            "export it again, and copy your changes there.",
        )
    return {row.get(1, ""): (row.get(2, ""), row.get(3, "")) for row in rows[1:]}


def _kind_of(grid: Grid) -> Kind:
    """The kind whose columns a CSV file has: the one with more of them."""
    heads = {folded(text) for text in _head(grid).values()}
    return max(
        SHEETS,
        key=lambda kind: len(heads & {folded(one.label) for one in columns_of(kind)}),
    )


def _head(grid: Grid) -> Mapping[int, str]:
    return grid.cells.get(1, {})


def _table(kind: Kind, grid: Grid) -> tuple[Table, Mapping[str, tuple[str, str]]]:
    columns, mark, unknown = _columns(grid, columns_of(kind))
    grid.leave({*columns, mark})
    rows: list[Row] = []
    exported: dict[str, tuple[str, str]] = {}
    nameless: set[int] = set()
    for number, cells in sorted(grid.cells.items()) if columns else ():
        if number == 1 or _explains(grid, number, columns):
            continue
        for column in sorted(cells.keys() - _head(grid).keys() - nameless):
            if cells[column] == UNREAD:
                continue
            nameless.add(column)
            advice = "delete the column, or give it a heading of a new export."
            grid.refuse(number, column, "This column has no heading.", advice)
        given = {
            columns[n].name: _as_typed(columns[n], text)
            for n, text in cells.items()
            if n in columns
        }
        if given:
            rows.append(Row(number, given))
        if mark in cells and "id" in given:
            file, _, row = cells[mark].partition(" ")
            exported[given["id"]] = (file, row)
    _object_to_columns(grid, kind, columns, unknown, rows)
    if len(rows) > MOST_ROWS:
        raise ToolkitError(f"There are more than {MOST_ROWS:,} entries.", "split the file.")
    return Table(kind, grid.name, columns, rows), exported


def _as_typed(column: Column, text: str) -> str:
    """The year or month that somebody typed, where a spreadsheet made a day of it.

    A month becomes its first day. In a cell that has the format of a date, a year is taken for a
    number of days: 2021 becomes 1905-07-13, or 1909-07-14 in a workbook that counts from 1904.
    """
    form = column.field.form if column.field is not None else Form.TEXT
    if form not in _DATES or not _DAY.fullmatch(text):
        return text
    with suppress(ValueError):
        day = date.fromisoformat(text)
        for first in _DAYS_BEGIN:
            if (number := (day - first).days) in _YEARS:
                return str(number)
    return text[:7] if form is Form.MONTH and text.endswith("-01") else text


def _explains(grid: Grid, row: int, columns: Mapping[int, Column]) -> bool:
    """Whether a row explains the columns or repeats their headings, so that it is no entry."""
    cells = {
        columns[n].name: (columns[n], text) for n, text in grid.cells[row].items() if n in columns
    }
    same = {name: text in (one.help, one.label) for name, (one, text) in cells.items()}
    # Nobody needs the rest of what was explained, unless it was written over with an entry.
    if same.get("title", all(same.values())):
        return bool(same)
    if sum(same.values()) > 1:
        grid.refuse(
            row,
            1,
            "This row explains the columns, and some of its cells are written over.",
            "move an entry to a row of its own, below; and delete this row.",
        )
    return False


def _object_to_columns(
    grid: Grid,
    kind: Kind,
    columns: Mapping[int, Column],
    unknown: Mapping[int, str],
    rows: Iterable[Row],
) -> None:
    """Note that there are unknown columns, and that new entries need columns which are missing:
    once, not in each row, and not both where an unknown one may be the missing one.
    """
    there = {one.name for one in columns.values()}
    required = (one for one in columns_of(kind) if one.required or one.section == one.label)
    missing = [one for one in required if one.name not in there]
    if "unverified" in there:
        missing = [one for one in missing if one.name != "year"]
    new = next((row.number for row in rows if "id" not in row.cells), 0)
    names = {folded(column.label) for column in columns_of(kind)}
    meant = {number: nearest(folded(text), names) for number, text in unknown.items()}
    missing = [one for one in missing if new and folded(one.label) not in meant.values()]
    for number, text in unknown.items():
        advice = "use a heading of a new export, or delete the column."
        if meant[number]:
            advice = f"did you mean {quote(meant[number])}?"
        elif missing:
            labels = listed(one.label for one in missing)
            advice = f"if it is {labels}, write that; if not, delete the column."
        if text != UNREAD:
            grid.refuse(1, number, f"There is no column {quote(text)}.", advice)
    if missing and all(meant.values()):
        labels = listed((one.label for one in missing), "and")
        words = (
            f"{'Columns are' if missing[1:] else 'A column is'} missing for new entries: {labels}."
        )
        advice = f"add {'them' if missing[1:] else 'it'}; if row {new} is not new, write its Id."
        grid.refuse(1, max(_head(grid)), words, advice)


def _columns(
    grid: Grid, known: Sequence[Column]
) -> tuple[dict[int, Column], int, Mapping[int, str]]:
    """The columns by number, the number of the column of digests, 0 if there is none, and the
    headings that nobody knows.
    """
    names = names_of(known)
    found: dict[int, Column] = {}
    unknown: dict[int, str] = {}
    mark = 0
    if not any(folded(text) in names or text == EXPORTED for text in _head(grid).values()):
        rows = (
            n
            for n, row in sorted(grid.cells.items())
            if len({*map(folded, row.values())} & {*names}) > 2
        )
        below = next(rows, 0)
        advice = f"delete the rows above row {below}." if below else "copy them from a new export."
        # Such as that a title above is merged.
        grid.notes = [one for one in grid.notes if not 0 < one.place.row < below]
        grid.refuse(1, 1, "The first row has no headings.", advice)
        return found, mark, unknown
    for number, text in sorted(_head(grid).items()):
        column = names.get(folded(text))
        if text == EXPORTED:
            mark = number
        elif column is None:
            unknown[number] = text
        elif column in found.values():
            first = _head(grid)[next(n for n, one in found.items() if one is column)]
            words = f"The column {quote(text)} appears twice."
            if folded(first) != folded(text):
                words = f"The columns {quote(first)} and {quote(text)} are the same."
            grid.refuse(1, number, words, "delete one.")
        else:
            found[number] = column
    return found, mark, unknown


def names_of(known: Iterable[Column]) -> dict[str, Column]:
    """What people may call each column; a column's own name takes precedence."""
    found: dict[str, Column] = {}
    for column in known:
        for name in (column.label, column.name):
            found[folded(name)] = column
    for column in known:
        for name in column.other_labels:
            found.setdefault(folded(name), column)
    return found


def folded(text: str) -> str:
    """A heading without the differences in how people write it."""
    return " ".join(re.sub("[_*:]", " ", in_ascii(text)).split())
