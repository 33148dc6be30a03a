"""CSV that is safe to open in a spreadsheet.

A text that a spreadsheet would take for a formula gets an apostrophe before it, and so does one
that begins with an apostrophe: whoever removes the first apostrophe of a text has what it was.
"""

import csv
import io
import re
from collections.abc import Iterable

_FORMULA = re.compile(r"['=+\-@\t\r]")


def csv_text(rows: Iterable[Iterable[object]], end: str = "\r\n") -> str:
    """Rows as CSV, each with its line end; that of RFC 4180 where no other is named."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=end).writerows([*map(_safe, row)] for row in rows)
    return text.getvalue()


def _safe(value: object) -> object:
    is_formula = isinstance(value, str) and _FORMULA.match(value)
    return f"'{value}" if is_formula else value
