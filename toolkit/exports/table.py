"""CSV with a column for each field, safe to open in a spreadsheet.

A text that a spreadsheet would take for a formula gets an apostrophe before it, and so does one
that begins with an apostrophe: whoever removes the first apostrophe of a text has what it was.
"""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from toolkit.exports.cells import COLUMNS
from toolkit.exports.record import Work

_OWN: Final = ("id", "kind", "page", "identifier", "digest")
HEADINGS: Final = (*_OWN, *(field.name for field in COLUMNS))

_FORMULA: Final = re.compile(r"['=+\-@\t\r]")

# The mark by which spreadsheets know UTF-8.
HEAD = "\ufeff" + ",".join(HEADINGS) + "\r\n"


def one(work: Work) -> str:
    """A row, with its line end."""
    own = (work.id, str(work.entry.kind), f"{work.page}.html", work.identifier, work.digest)
    cells = dict(zip(HEADINGS, (*own, *work.cells), strict=True)) | {"title": work.title}
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(map(safe, cells.values()))
    return text.getvalue()


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def schema() -> dict[str, object]:
    """The columns as a Table Schema of Frictionless."""
    about = {field.name: field.about for field in COLUMNS}
    return {
        "fields": [
            {
                "name": name,
                "type": "string",
                **({"description": about[name]} if name in about else {}),
            }
            for name in HEADINGS
        ],
        "primaryKey": "id",
        "missingValues": [""],
    }
