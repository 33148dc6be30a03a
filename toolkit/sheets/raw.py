"""The cells of an XLSX or CSV file from any program, bounded in size and with nothing hidden.

A workbook is a zip of XML that anyone may have made. So its parts are unpacked once to measure them
before any is read, XML that expands or refers to other files is refused (defusedxml), and the whole
has a time limit.
"""

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from html import unescape
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet._reader import WorkSheetParser

from toolkit.content.files import is_of_word_processor
from toolkit.problems import Severity, ToolkitError, read_bounded
from toolkit.sheets.book import HIDDEN_SHEET, OF_NUMBERS, UNREAD, Note, Place
from toolkit.sheets.cells import tidy
from toolkit.time_limit import TimeLimitError, within_time_limit

_LARGEST_FILE = 10 * 1024 * 1024
_LARGEST_UNPACKED = 40 * 1024 * 1024
_MOST_PARTS = 1_000
_MOST_CELLS = 150_000
_CHUNK = 64 * 1024
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_WORDS_OF_COMMENTS = re.compile("<(?:\\w+:)?t(?:ext)?(?: [^<>]*)?>([^<]+)")
# The line that tells Excel what separates cells, and that it doesn't count.
_SEPARATOR = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)
# The quote that keeps programs from reading a text in a CSV file as a formula.
_GUARDED = re.compile(r"'(?=[=+\-@\t\r'])")
# How Excel writes characters that XML can't hold. Anything else like it is the text itself, such as
# the _x0020_ in addresses of SharePoint.
_CONTROL = re.compile("_x(00[01][0-9A-Fa-f])_")
_AGAIN = "open it in Excel or LibreOffice, save it as .xlsx, and try again."
_SHOW = "clear the filter of the sheet, or show its hidden rows; or delete them."


@dataclass
class Grid:
    """The texts of one sheet by row and column, without empty ones, and what is wrong with it."""

    name: str
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    hidden: bool = False
    left: dict[tuple[int, int], str] = field(default_factory=dict)

    def leave(self, taken: Container[int] = ()) -> None:
        """Keep the cells of all columns but those taken, for a copy with notes."""
        self.left = {
            (row, column): text
            for row, cells in self.cells.items()
            for column, text in cells.items()
            if column not in taken
        }

    def refuse(self, row: int, column: int, message: str, advice: str) -> None:
        """Note that a cell, or the whole sheet if both are 0, can't be accepted."""
        place = Place(self.name, row, column)
        self.notes.append(Note(place, Severity.ERROR, "sheet", message, advice))


def read_grids(path: Path) -> list[Grid]:
    """The sheets of a file; for a CSV file, a single one without a name.

    Raises ToolkitError if it isn't a spreadsheet, or is too large.
    """
    name = path.name or str(path)
    data = read_bounded(path, _LARGEST_FILE, name, "correct the path.")
    if len(data) > _LARGEST_FILE:
        raise ToolkitError(
            f"{name} is larger than {_LARGEST_FILE // 1024 // 1024} MB.",
            "remove pictures, and delete empty rows that have formatting.",
        )
    if path.suffix.lower() == ".csv":
        if data.startswith(b"PK\x03\x04"):
            raise ToolkitError(f"{name} is a workbook, not CSV.", "give it the extension .xlsx.")
        return [_from_csv(name, data)]
    if path.suffix.lower() != ".xlsx":
        raise ToolkitError(f"{name} is neither .xlsx nor .csv.", "save it as one of the two.")
    _look_at_parts(name, data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about formatting that we don't use
            return within_time_limit(lambda: _from_workbook(name, data))
    except TimeLimitError:
        raise ToolkitError(
            f"{name} takes too long to read.",
            "delete the empty rows below the last entry; or make a new workbook with toolkit "
            "sheet export FILE.xlsx --empty, and paste only the values of your rows there.",
        ) from None
    except (ToolkitError, MemoryError):
        raise
    except Exception as error:  # openpyxl may raise anything for a broken part
        raise ToolkitError(f"{name} is damaged: it can't be read as a workbook.", _AGAIN) from error


def comments_of(path: Path) -> Iterator[str]:
    """The words of the comments on cells of a workbook that can be read."""
    if path.suffix.lower() == ".xlsx":
        with zipfile.ZipFile(path) as archive:
            for part in archive.namelist():
                if "comment" in part.lower():
                    text = archive.read(part).decode(errors="replace")
                    for words in map(unescape, _WORDS_OF_COMMENTS.findall(text)):
                        yield _ESCAPED.sub(lambda code: chr(int(code[1], 16)), words)


def _look_at_parts(name: str, data: bytes) -> None:
    """Unpack each part once, without keeping it; refuse what is too large or has active content."""
    if data.startswith(_OLD_FORMAT):
        raise ToolkitError(
            f"{name} is in the old format of Excel, or has a password.",
            "save it as .xlsx without a password.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            sizes = sum(part.file_size for part in parts)
            if len(parts) > _MOST_PARTS or sizes > _LARGEST_UNPACKED:
                raise _too_large(name)
            for part in parts:
                _refuse_part(name, part.filename)
            _unpack(name, archive, parts)
    except ToolkitError:
        raise
    except Exception as error:  # zlib.error and similar errors have no common base class
        if is_of_word_processor(name):
            raise ToolkitError(
                f"{name} is no list: a program made it while the list was open.",
                f"name the list instead, without ~$: {name.removeprefix('~$')}",
            ) from error
        hint = _AGAIN
        if not zipfile.is_zipfile(io.BytesIO(data)):
            hint = "if it is a CSV file, give it the extension .csv; if not, save it as .xlsx."
        raise ToolkitError(f"{name} is not a workbook, or is damaged.", hint) from error


def _unpack(name: str, archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    total = cells = 0
    for part in parts:
        with archive.open(part) as file:
            tail = b""
            while chunk := file.read(_CHUNK):
                total += len(chunk)
                if "worksheets/" in part.filename:
                    cells += len(_CELL.findall(tail + chunk))
                    tail = chunk[-2:] if not _CELL.match(chunk[-3:]) else b""
                if total > _LARGEST_UNPACKED or cells > _MOST_CELLS:
                    raise _too_large(name)


def _too_large(name: str) -> ToolkitError:
    return ToolkitError(
        f"{name} is too large: it unpacks to more than {_LARGEST_UNPACKED // 1024 // 1024} MB, or "
        f"has more than {_MOST_CELLS:,} cells.",
        "select the rows below the last entry, delete them (not only what is in them), and save.",
    )


def _refuse_part(name: str, part: str) -> None:
    lower = part.lower()
    if "vbaproject" in lower or "/macrosheets/" in lower:
        raise ToolkitError(f"{name} contains macros ({part}).", "save it as .xlsx without macros.")
    if "externallinks/" in lower:
        raise ToolkitError(
            f"{name} has links to other workbooks ({part}).",
            "in Excel, choose Data, Edit Links, Break Link; then save it.",
        )


def _from_workbook(name: str, data: bytes) -> list[Grid]:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    if not book.worksheets:
        # Excel has another format with this ending, in which openpyxl finds none.
        advice = 'save it as "Excel Workbook (*.xlsx)", not as "Strict Open XML".'
        raise ToolkitError(f"{name} has no sheet that can be read.", advice)
    return [_from_sheet(sheet) for sheet in book.worksheets]


def _from_sheet(sheet: Any) -> Grid:
    """The cells in the file; openpyxl's public API would also create those that aren't there."""
    grid = Grid(str(sheet.title).removesuffix(OF_NUMBERS), hidden=sheet.sheet_state != "visible")
    book = sheet.parent
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for _, cells in parser.parse():
            for cell in cells:
                _take(grid, cell["row"], cell["column"], cell["value"], cell["data_type"])
    if grid.name == HIDDEN_SHEET:
        return grid
    dimensions = parser.row_dimensions.items()
    hidden = {int(number) for number, row in dimensions if row.get("hidden") in ("1", "true")}
    if filled := sorted(hidden & grid.cells.keys()):  # a filter can hide thousands
        rest = f" There are {len(filled)} hidden rows with texts." if filled[1:] else ""
        grid.refuse(filled[0], 1, f"This row is hidden.{rest}", _SHOW)
    for merged in parser.merged_cells.mergeCell if parser.merged_cells else ():
        grid.refuse(
            merged.min_row,
            merged.min_col,
            f"The cells {merged.coord} are merged.",
            "unmerge them, and write into each row what belongs to it.",
        )
    return grid


def _take(grid: Grid, row: int, column: int, value: object, form: str) -> None:
    if value is None:
        return
    text = UNREAD
    formula = str(getattr(value, "text", None) or value) if form == "f" else UNREAD
    if formula != UNREAD:
        grid.refuse(
            row,
            column,
            f"This is a formula: {formula[:60]}",
            "copy the cell and paste only its value; begin a text with ' to keep it a text.",
        )
    elif form in ("e", "f"):
        error = value if form == "e" else "#N/A"
        grid.refuse(row, column, f"This cell has the error {error}.", "write the value itself.")
    else:
        text = tidy(_text(value))
    if text:
        grid.cells.setdefault(row, {})[column] = text


def _text(value: object) -> str:
    """A cell's value as people see it: a number without .0, a day in ISO 8601."""
    if isinstance(value, str):
        return _CONTROL.sub(lambda code: chr(int(code[1], 16)), value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _from_csv(name: str, data: bytes) -> Grid:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ToolkitError(
            f"{name} is not in UTF-8.",
            'save it as "CSV UTF-8" in Excel, as "Unicode (UTF-8)" in LibreOffice.',
        ) from error
    if "\0" in text:
        raise ToolkitError(f"{name} is not a text file.", "save it as CSV again.")
    grid = Grid("")
    left = _MOST_CELLS
    for number, cells in enumerate(_records(name, text), 1):
        filled = [(column, cell) for column, cell in enumerate(cells, 1) if cell]
        left -= len(filled)
        if left < 0:
            raise _too_large(name)
        for column, cell in filled:
            if kept := tidy(_GUARDED.sub("", cell, count=1) if _GUARDED.match(cell) else cell):
                grid.cells.setdefault(number, {})[column] = kept
    return grid


def _records(name: str, text: str) -> Iterator[list[str]]:
    told = _SEPARATOR.match(text)
    delimiter = told[1] if told else max(",;\t|", key=text.partition("\n")[0].count)
    cells = io.StringIO(text[told.end() :] if told else text, newline="")
    rows = csv.reader(cells, delimiter=delimiter, strict=True)
    try:
        yield from rows
    except csv.Error as error:
        line = max(rows.line_num, 1) + bool(told)
        raise ToolkitError(
            f"{name}:{line}: it can't be read as CSV: {error}.",
            "look in or above that line for a quotation mark that is missing or, within a text, "
            "not written twice; or save it as CSV again, with a spreadsheet.",
        ) from error
