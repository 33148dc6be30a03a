"""Reads the text that a form made from an email or an issue: one row, with its lines.

The form writes `[toolkit resource]`, `[field] value` for each field, and `[end]`. Email programs
quote it, break its lines and add a signature, so only the brackets say what a line belongs to.
Issue forms have each field's question as a heading.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.authoring.issue_forms import LAST_QUESTION
from toolkit.content.reader import Content
from toolkit.content.schema import Field, Form, Kind, Number
from toolkit.problems import Severity, ToolkitError
from toolkit.sheets.book import Book, Note, Place, Row, Table
from toolkit.sheets.cells import Cells, tidy
from toolkit.sheets.columns import ID, Column, columns_of, label_of
from toolkit.sheets.mail import Line, addresses_as_sent, lines_of
from toolkit.sheets.reading import folded, names_of
from toolkit.time_limit import TimeLimitError, within_time_limit
from toolkit.validation.nearest import did_you_mean, nearest
from toolkit.validation.words import quote

_START = re.compile(
    r"(?P<quotes>(?:[ \t]*>)*)[ \t]*\[toolkit (?P<kind>resource|practice|task)\]\s*"
)
_MARKER = re.compile(r"\[([^\[\]\n]{1,60})\](?:[ \t]+(.*)|[ \t]*)")
# The same as people type it, for where a marker can't be part of a text.
_TYPED = re.compile(r"\[([^\[\]\n]{1,60})\][ \t]*:?[ \t]*(.*)")
# What the form writes before a line of a text that looks like a marker.
_ESCAPED = re.compile(r"^\\(?=\\*\[[^\]\n]*\](?:\s|$))")
_HEADING = re.compile(r"### (.*\S)\s*")
_NOTHING = frozenset({"", "_no response_", "none"})
_YEARS = re.compile(r"((?:18|19|20)\d{2})\D+((?:18|19|20)\d{2})")
_BOX = re.compile(r"[ \t]*(?:[-*+][ \t]*)?\[([xX\s]?)\]")
# Where a program has broken a line, until it is known what stood there.
_BREAK = "\v"
_BASED_ON = "based on"
_END = "end"
# How similar a heading must be to a question, since people shorten them; and the length up to which
# it must be exact, as the names of sections are short.
_SAME = 0.7
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Letter(Table):
    """The one row of a message; `places` has line and column of each line or item of a value.

    `questions` are those of an issue form, by column.
    """

    places: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)

    def place(self, row: int, name: str = "", part: int = 0) -> Place:
        """Where a line or an item of a column begins; the start of the row if it has none."""
        found = self.places.get(name) or [(row, 1)]
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
        if name in self.questions and check == "unknown-organisation":
            return f"write its name in the register, or move it {self.into('partners')}."
        said = Table.advice(self, check, name, is_empty=is_empty)
        if not said and name in self.questions and check in ("missing-field", "empty-value"):
            return f"write it {self.into(name)}."
        return said


def read_message(path: Path, content: Content) -> Book:
    """The entry in a message; the book's notes say what can't be understood.

    Raises ToolkitError if there is no entry in it.
    """
    try:
        return within_time_limit(lambda: _read(path, content))
    except TimeLimitError:
        raise ToolkitError(
            f"{path} takes too long to read.", "copy only the text that the form made into a file."
        ) from None


def _read(path: Path, content: Content) -> Book:
    lines = lines_of(path)
    found = next(
        ((n, match) for n, (_, text) in enumerate(lines) if (match := _START.fullmatch(text))), None
    )
    if found is not None:
        first, start = found
        levels = start["quotes"].count(">")
        rest = [(number, _unquoted(text, levels)) for number, text in lines[first + 1 :]]
        return _bracketed(Kind(start["kind"]), lines[first][0], rest)
    headings = {match[1] for _, text in lines if (match := _HEADING.fullmatch(text))}
    practice, resource = _asked(Kind.PRACTICE), _asked(Kind.RESOURCE)
    if headings & (practice.keys() - resource.keys()):
        return _from_issue(Kind.PRACTICE, practice, lines, content)
    if headings & resource.keys():
        return _from_issue(Kind.RESOURCE, resource, lines, content)
    if lines[0][1].rstrip() == "---":
        raise ToolkitError(
            f"{path} is not the message of the form, but its file.",
            "put it, as it is, into the folder of its pillar and kind, such as "
            "docs/protection/resources/, and run toolkit check.",
        )
    raise ToolkitError(
        f"There is no entry in {path}.",
        'copy the whole text that the form made, from "[toolkit ...]" to "[end]", or that of an '
        "issue with ### before its questions.",
    )


def _unquoted(text: str, levels: int) -> str:
    for _ in range(levels):
        text = re.sub(r"^[ \t]*> ?", "", text)
    return text


@dataclass(slots=True)
class _Reader:
    """Parses a message, marker by marker; `columns` are those of its kind, by name."""

    columns: Mapping[str, Column]
    texts: dict[str, list[str]] = field(default_factory=dict)
    places: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    based_on: str | None = None  # empty once its marker was read, as a long digest may be below it

    def object(self, line: int, column: int, message: str, advice: str) -> None:
        place = Place("", line, column, in_text=True)
        self.notes.append(Note(place, Severity.ERROR, "message", message, advice))


def _bracketed(kind: Kind, first: int, lines: Sequence[Line]) -> Book:
    reader = _Reader(_by_name(kind))
    known = names_of(reader.columns.values())
    now: Column | None = None
    is_whole = is_lost = False
    for number, text in lines:
        marker = _marker(text, now, known)
        name = folded(marker[1]) if marker else ""
        if is_whole:
            if (other := _START.fullmatch(text)) and not other["quotes"]:
                words = "Another entry begins here: a message contains only one."
                reader.object(number, 1, words, "put each entry into a file of its own.")
                break
            continue
        if name == _END:
            is_whole, now = True, None
            continue
        if marker and name == _BASED_ON:
            reader.based_on, now = (marker[2] or "").strip(), None
        elif marker and name in known:
            now, said = known[name], marker[2] or ""
            place = len(text.rstrip()) - len(said.rstrip()) + 1
            _begin(reader, now, number, place)
            reader.texts[now.name].append(said)
        elif marker and not _is_long(now):
            meant = did_you_mean(name, reader.columns)
            advice = meant or "use the names that the form wrote."
            reader.object(number, 1, f"There is no field {quote(marker[1])}.", advice)
            now, is_lost = None, True  # with its lines, which nobody should remove
        elif now is not None:
            _continue(reader, now, number, text)
        elif reader.based_on == "":
            reader.based_on = text.strip()
        elif text.strip() and not is_lost:
            reader.object(number, 1, f"{quote(text)} belongs to no field.", "remove the line.")
    if not is_whole:
        last = lines[-1][0] if lines else first
        reader.object(last, 1, 'The text does not end with "[end]".', "copy the whole text.")
    cells = {name: _value(reader.columns[name], texts) for name, texts in reader.texts.items()}
    return _book(kind, first, cells, reader)


def _by_name(kind: Kind) -> dict[str, Column]:
    return {column.name: column for column in columns_of(kind)}


def _marker(text: str, now: Column | None, known: Mapping[str, Column]) -> re.Match[str] | None:
    """The marker on a line, if it is one; outside of long texts it may be written loosely."""
    if _is_long(now):
        return _MARKER.fullmatch(text)
    typed = _TYPED.fullmatch(text.strip())
    if typed and folded(typed[1]) in known:
        return typed
    return _MARKER.fullmatch(text.strip())


def _begin(reader: _Reader, column: Column, line: int, place: int) -> None:
    if column.name in reader.texts:
        row = column.field
        if row is None or not (row.number is Number.KEYED or row.form is Form.GROUP):
            words = f"The field {quote(column.name)} appears twice."
            reader.object(line, 1, words, "remove one of the two.")
        reader.texts[column.name].append("\n")
    else:
        reader.places[column.name] = []
        reader.texts[column.name] = []
    reader.places[column.name].append((line, place))


def _continue(reader: _Reader, column: Column, line: int, text: str) -> None:
    """Take a further line of a value; a long text begins with the first that isn't empty."""
    if _is_long(column):
        if not any(one.strip() for one in reader.texts[column.name]):
            reader.places[column.name].clear()
        reader.places[column.name].append((line, 1))
    reader.texts[column.name].append(text)


def _is_long(column: Column | None) -> bool:
    return column is not None and column.section is not None


def _value(column: Column, texts: Sequence[str]) -> str:
    """The cell: the lines of a long text as they are, others as one line per marker."""
    if _is_long(column):
        return tidy(addresses_as_sent("\n".join(_ESCAPED.sub("", text) for text in texts)))
    joined = _BREAK.join(text if text == "\n" else text.strip() for text in texts)
    parts = _unbroken(column.field, joined).split("\n")
    return tidy(addresses_as_sent("\n".join(part.strip() for part in parts)))


def _unbroken(field: Field | None, text: str) -> str:
    """A text with a space for each break, except in addresses, which contain none."""
    if field is not None and field.form is Form.ADDRESS:
        return text.replace(_BREAK, "")
    for part in field.parts if field is not None else ():
        if part.form is Form.ADDRESS:
            piece = rf"(?m)(?:^|\|)\s*{part.name}:[^|\n]*"
            text = re.sub(piece, lambda match: match[0].replace(_BREAK, ""), text)
    return text.replace(_BREAK, " ")


def _book(
    kind: Kind,
    first: int,
    cells: Mapping[str, str],
    reader: _Reader,
    questions: Mapping[str, str] | None = None,
) -> Book:
    named = {number: reader.columns[name] for number, name in enumerate(cells, 1)}
    row = Row(first, {name: text for name, text in cells.items() if text})
    letter = Letter(kind, "", named, [row], reader.places, questions or {})
    id_ = cells.get(ID, "")
    exported = {id_: (reader.based_on, "")} if id_ and reader.based_on else {}
    return Book([letter], exported, reader.notes)


def _asked(kind: Kind) -> dict[str, Column]:
    """The columns by their questions in the issue form."""
    return {
        column.field.question.text
        if column.field and column.field.question
        else column.label: column
        for column in columns_of(kind)
        if column.section or (column.field is not None and column.field.question is not None)
    }


def _from_issue(
    kind: Kind,
    known: Mapping[str, Column],
    lines: Sequence[Line],
    content: Content,
) -> Book:
    reader = _Reader(_by_name(kind))
    cells = Cells(kind, content)
    fields = {one.label: one for one in reader.columns.values() if one.section is None}
    now: Column | None = None
    last = 0
    boxes: dict[int, bool] = {}
    for number, text in lines:
        if last and (box := _BOX.match(text)):
            boxes[number] = box[1].strip() != ""
        heading = _HEADING.fullmatch(text)
        asked = _question(known, heading[1]) if heading else None
        if heading and asked is None and not _is_long(now):
            asked = fields.get(heading[1])  # which whoever takes in the issue has added
        if asked is not None and asked.name in reader.texts:
            reader.object(number, 1, f"{quote(text)} appears twice.", "copy the text of one issue.")
            break
        if asked is not None:
            now = asked
            reader.texts[now.name] = []
        elif heading and heading[1] == LAST_QUESTION:
            now, last = None, number
        elif heading and not _is_long(now):
            words = f"The form does not ask {quote(heading[1])}."
            reader.object(number, 1, words, "leave headings as they are, and write none yourself.")
            now = None
        elif now is not None:
            if text.strip() or (_is_long(now) and now.name in reader.places):
                reader.places.setdefault(now.name, []).append((number, 1))
            reader.texts[now.name].append(text)
    else:
        if not boxes or not all(boxes.values()):
            place = next((number for number in boxes if not boxes[number]), last or lines[-1][0])
            words = "The sender has not confirmed that nobody is named."
            advice = "look for names of victims, witnesses and staff, then write - [x] here."
            if not last:
                advice = f'copy the whole text of the issue, to "{LAST_QUESTION}".'
            reader.object(place, 1, words, advice)
    found: dict[str, str] = {}
    for name, texts in reader.texts.items():
        text = tidy(addresses_as_sent("\n".join(texts)))
        if text.casefold() in _NOTHING:
            found[name] = ""
            continue
        row = reader.columns[name].field
        if row is not None and row.number is Number.LIST and row.form is not Form.GROUP:
            chosen = cells.names(row).split(text.replace("\n", ","))
            is_text = row.form is Form.TEXT
            text = "; ".join(one.replace(";", "\\;") if is_text else one for one in chosen)
        years = _YEARS.search(text) if name == "since" else None
        if years:
            text = years[1]
            found["until"] = years[2]
            reader.places["until"] = reader.places[name]
        found[name] = text
    first = next(iter(reader.places.values()), [(1, 1)])[0][0]
    return _book(kind, first, found, reader, {one.name: asked for asked, one in known.items()})


def _question(known: Mapping[str, Column], heading: str) -> Column | None:
    """The column for a question, even if somebody shortened it."""
    long = heading if len(heading) > _SHORT else ""
    return known.get(heading) or known.get(nearest(long, known, _SAME))
