"""The one row of a message, and what reading it finds: shared by its two forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.authoring.editing import WHOLE_TEXT
from toolkit.content.schema import Kind
from toolkit.problems import Severity
from toolkit.sheets.book import Book, Note, Place, Row, Table
from toolkit.sheets.columns import ID, Column, columns_of, label_of
from toolkit.sheets.mail import Line


@dataclass(frozen=True, slots=True)
class Letter(Table):
    """The one row of a message; `places` has line and column of each line or item of a value.

    `questions` are those of an issue form, by column. `instead` has, for sections that are missing,
    the line that somebody may have meant for their beginning.
    """

    places: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)
    instead: Mapping[str, Line] = field(default_factory=dict)

    def place(self, row: int, name: str = "", part: int = 0) -> Place:
        """Where a line or an item of a column begins; the start of the row if it has none."""
        found = self.places.get(name) or [(self.instead.get(name, (row, ""))[0], 1)]
        line, column = found[min(part, len(found) - 1)]
        return Place("", line, column, in_text=True)

    def into(self, name: str) -> str:
        """After the name of the field; in an issue, below the question, or else the heading."""
        if not self.questions:
            return f'after "[{name}]"'
        new = f'below a new line "### {label_of(self.kind, name)}"'
        return f'below "### {self.questions[name]}"' if name in self.questions else new

    def advice(self, check: str, name: str, *, is_empty: bool) -> str:
        """The same for a message; an answer in an issue has no name of a field."""
        columns = by_name(self.kind)
        is_there = any(one.name == name for one in self.columns.values())
        if check == "wrong-sections" and name in columns and not is_there:
            line = f"### {name}" if self.questions else f"[{name}]"
            typed = self.instead.get(name, (0, ""))[1]
            return (
                f"write {line} instead of {typed}."
                if typed
                else (f'write it below a new line "{line}".')
            )
        if name in self.questions and check == "unknown-organisation":
            return f"write its name in the register, or move it {self.into('partners')}."
        said = Table.advice(self, check, name, is_empty=is_empty)
        is_asked = name in self.questions and (check == "missing-field" or columns[name].required)
        if not said and is_asked and check in ("missing-field", "empty-value"):
            return f"write it {self.into(name)}."
        return said


@dataclass(slots=True)
class Reader:
    """Parses a message, marker by marker; `columns` are those of its kind, by name.

    `strays` are lines of texts that look like the beginning of a section that nobody knows.
    """

    columns: Mapping[str, Column]
    strays: list[Line] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    places: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    based_on: str | None = None  # empty once its marker was read, as a long digest may be below it

    def object(self, line: int, column: int, message: str, advice: str) -> None:
        """Note what can't be understood."""
        place = Place("", line, column, in_text=True)
        self.notes.append(Note(place, Severity.ERROR, "message", message, advice))


def by_name(kind: Kind) -> dict[str, Column]:
    """The columns for a kind by name."""
    return {column.name: column for column in columns_of(kind)}


def is_long(column: Column | None) -> bool:
    """Whether the text of a column has lines of its own, as sections do."""
    return column is not None and column.section is not None


def book_of(
    kind: Kind,
    first: int,
    cells: Mapping[str, str],
    reader: Reader,
    questions: Mapping[str, str] | None = None,
) -> Book:
    """The book with the entry of a message, or with what is wrong with it."""
    named = {number: reader.columns[name] for number, name in enumerate(cells, 1)}
    row = Row(first, {name: text for name, text in cells.items() if text})
    sections = (
        one.name for one in reader.columns.values() if one.section not in (None, WHOLE_TEXT)
    )
    instead = dict(zip((one for one in sections if one not in cells), reader.strays, strict=False))
    letter = Letter(kind, "", named, [row], reader.places, questions or {}, instead)
    id_ = cells.get(ID, "")
    exported = {id_: (reader.based_on, "")} if id_ and reader.based_on else {}
    return Book([letter], exported, reader.notes)
