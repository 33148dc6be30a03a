"""CSV that is safe to open in a spreadsheet.

An apostrophe is put before any text that a spreadsheet would take for a formula, and before one
that begins with an apostrophe: removing the first apostrophe always gives the original text.
"""

import csv
import io
import re
from collections.abc import Iterable

_FORMULA = re.compile(r"['=+\-@\t\r]")


def csv_text(rows: Iterable[Iterable[object]], end: str = "\r\n") -> str:
    """Rows as CSV, each with a line ending, by default that of RFC 4180."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=end).writerows([*map(_safe, row)] for row in rows)
    return text.getvalue()


def _safe(value: object) -> object:
    is_formula = isinstance(value, str) and _FORMULA.match(value)
    return f"'{value}" if is_formula else value
