"""What a spreadsheet contains: tables of rows, what was exported, and notes on cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_col_to_name

from toolkit.content.schema import Kind
from toolkit.problems import Severity
from toolkit.sheets.columns import Column, label_of

VERSION = "2"
HIDDEN_SHEET = "_toolkit"
README_SHEET = "Read me"
LISTS_SHEET = "Lists"
PROBLEMS_SHEET = "Problems"
# What Numbers adds to the names of sheets, and the name of the one that says so.
OF_NUMBERS, ABOUT_NUMBERS = " - Table 1", "Export Summary"
# In place of an entry's id: digests of all rows of a copy with notes, and of these.
COPY = "(copy)"
# The last column of a table, by which an exported entry is recognized.
EXPORTED = "Exported (leave as it is)"
# What stands for a formula or an error. A copy with notes has this formula, so that the cell is
# refused again until somebody writes into it.
UNREAD = "=NA()"
# Where entries begin: below the headings and the help.
FIRST_ROW = 3
MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Place:
    """A cell by row and column, both 1-based; a whole sheet or file if they are 0.

    For a place `in_text`, they are line and character.
    """

    sheet: str = ""
    row: int = 0
    column: int = 0
    in_text: bool = False

    def __str__(self) -> str:
        if self.in_text:
            return f"{self.row}:{self.column}"
        cell = f"{xl_col_to_name(self.column - 1)}{self.row}" if self.row and self.column else ""
        return "!".join(part for part in (self.sheet, cell) if part)


@dataclass(frozen=True, slots=True)
class Note:
    """Something to say about a cell: a problem as in `toolkit check`, at its place in the sheet."""

    place: Place
    severity: Severity
    id: str
    message: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the texts of its cells by column name; empty cells are left out."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one kind. `columns` are those of the sheet, by number."""

    kind: Kind
    sheet: str
    columns: Mapping[int, Column]
    rows: Sequence[Row]

    def place(self, row: int, name: str = "", part: int = 0) -> Place:  # noqa: ARG002
        """The cell of a column in a row; in the first column if the name is unknown.

        Where the row is not in cells, `part` is the number of the line or item of the value.
        """
        number = next((n for n, column in self.columns.items() if column.name == name), 1)
        return Place(self.sheet, row, number)

    def into(self, name: str) -> str:
        """Where to write the value of a column."""
        return f"in the column {label_of(self.kind, name)}"

    def advice(self, check: str, name: str, *, is_empty: bool) -> str:
        """What to do about a problem with a column, if it differs from a file's; empty if not."""
        if check == "missing-field" and is_empty and name != "organisations":
            unknown = f"; if nobody knows it, {self.unknown_year}" if name == "year" else ""
            return f"write it {self.into(name)}{unknown}."
        if check == "empty-value" and name == "year":
            return f"write it here; if nobody knows it, remove this, and {self.unknown_year}."
        if check == "incomplete-withdrawal":
            status, day = self.into("status"), self.into("withdrawn.on")
            rest = f"the day {day} and the reason {self.into('withdrawn.reason')}"
            return f'write "withdrawn" {status}, {rest}, or none of the three.'
        if check == "oversized-front-matter":
            return "shorten its longest values; only the text itself may be long."
        return ""

    @property
    def unknown_year(self) -> str:
        """What to do if nobody knows the year."""
        return f'write "year" {self.into("unverified")}'


@dataclass(frozen=True, slots=True)
class Book:
    """A whole spreadsheet. `exported` are the digests of files and rows, by entry id.

    `left` are the cells by sheet, row and column that are in no row of a table: nobody can take
    them, but a copy with notes keeps them, as people go on in it.
    """

    tables: Sequence[Table]
    exported: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    notes: Sequence[Note] = ()
    left: Mapping[str, Mapping[tuple[int, int], str]] = field(default_factory=dict)

    @property
    def has_errors(self) -> bool:
        """Whether some of it can't be understood."""
        return any(note.severity is Severity.ERROR for note in self.notes)
