"""Changes to workbooks, as people and other programs make them."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook


def changed(path: Path, change: Callable[[Workbook], object]) -> None:
    """Open a workbook with another program, change it, and save it."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


def rewrite(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """Replace a part of a zip, or add it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def columns(book: Workbook, sheet: str) -> dict[str, int]:
    """Column numbers by heading."""
    return {str(cell.value): int(cell.column or 0) for cell in book[sheet][1]}


def row_of(book: Workbook, sheet: str, id_: str) -> int:
    return next(int(cell.row) for cell in book[sheet]["A"] if cell.value == id_)


def put(book: Workbook, sheet: str, row: int, texts: Mapping[str, object]) -> None:
    """Write cells by column heading; text that looks like a formula stays text."""
    numbers = columns(book, sheet)
    for name, text in texts.items():
        cell = book[sheet].cell(row, numbers[name])
        cell.value = text  # type: ignore[assignment]
        if isinstance(text, str):
            cell.data_type = "s"


def forget_rows(book: Workbook) -> None:
    """Remove the rows' digests, so that an import looks at every cell."""
    for row in book["_toolkit"].iter_rows(min_row=2):
        row[2].value = None


# The content's guide, and the first row of an empty workbook that people fill in.
GUIDE = "prevention/resources/guide.md"
FIRST = 3
NEW_RESOURCE = {
    "Title": "How inspectors recognize forced labour on farms",
    "Summary": "A short guide to signs of forced labour on farms, and to first steps.",
    "Type": "Training",
    "Year": 2021,
    "Pillars": "Prosecution",
    "Themes": "investigation",
    "Audiences": "Law enforcement",
    "Level": "global",
    "Regions": "world",
    "Languages": "English; French",
    "Organisations": "UNODC; IOM",
}
