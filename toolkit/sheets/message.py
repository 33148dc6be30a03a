"""Reads the text that a form made from an email or an issue: one row, with its lines.

The form writes `[toolkit resource]`, `[field] value` for each field, and `[end]`. Email programs
quote it, break its lines and add a signature, so only the brackets say what a line belongs to.
Issue forms have each field's question as a heading.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from toolkit.authoring.issue_forms import LAST_QUESTION
from toolkit.authoring.options import Names
from toolkit.content.reader import Content
from toolkit.content.schema import Field, Form, Kind, Number
from toolkit.problems import Severity, ToolkitError, read_bounded
from toolkit.sheets.book import Book, Note, Place, Row, Table
from toolkit.sheets.cells import Cells, tidy
from toolkit.sheets.columns import ID, Column, columns_of
from toolkit.sheets.reading import folded, names_of
from toolkit.time_limit import TimeLimitError, within_time_limit
from toolkit.validation.nearest import did_you_mean, nearest
from toolkit.validation.words import quote

_LARGEST = 1_000_000  # bytes
_START = re.compile(
    r"(?P<quotes>(?:[ \t]*>)*)[ \t]*\[toolkit (?P<kind>resource|practice|task)\]\s*"
)
_MARKER = re.compile(r"\[([^\[\]\n]{1,60})\](?:[ \t]+(.*)|[ \t]*)")
# How the form escapes a line of text that looks like a marker.
_ESCAPED = re.compile(r"^\\(?=\\*\[[^\]\n]*\](?:\s|$))")
_HEADING = re.compile(r"### (.*\S)\s*")
_HEADER = re.compile(r"(?:From|To|Date|Subject|Received|Return-Path|MIME-Version|X-[\w-]+):\s")
_BYTES = re.compile("(?:=[0-9A-Fa-f]{2})+")
_NOTHING = frozenset({"", "_no response_", "none"})
_YEARS = re.compile(r"((?:18|19|20)\d{2})\D+((?:18|19|20)\d{2})")
_BASED_ON = "based on"
_END = "end"
# How similar a heading must be to a question, since people shorten them; and the length up to which
# it must be exact, as the names of sections are short.
_SAME = 0.7
_SHORT = 12

# A line's number in the file, and the line.
Line = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Letter(Table):
    """The one row of a message; `starts` is where its values begin, as line and column."""

    starts: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def place(self, row: int, name: str = "") -> Place:
        """Where the value of a column begins; the start of the row if it has none."""
        line, column = self.starts.get(name, (row, 1))
        return Place("", line, column, in_text=True)


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
    lines = _lines_of(path)
    found = next(
        ((n, match) for n, (_, text) in enumerate(lines) if (match := _START.fullmatch(text))), None
    )
    if found is not None:
        first, start = found
        levels = start["quotes"].count(">")
        rest = [(number, _unquoted(text, levels)) for number, text in lines[first + 1 :]]
        return _bracketed(Kind(start["kind"]), lines[first][0], rest)
    headings = [match[1] for _, text in lines if (match := _HEADING.fullmatch(text))]
    for kind in (Kind.PRACTICE, Kind.RESOURCE):
        known = _asked(kind)
        own = known.keys() - (_asked(Kind.RESOURCE).keys() if kind is Kind.PRACTICE else ())
        if own & set(headings):
            return _from_issue(kind, known, lines, content)
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


def _lines_of(path: Path) -> list[Line]:
    data = read_bounded(path, _LARGEST, str(path), "check the name.")
    if len(data) > _LARGEST:
        raise ToolkitError(f"{path} is too large to be a message.", "copy only the text of it.")
    is_mail = _HEADER.match(data[:200].decode("ascii", "replace"))
    if is_mail:
        try:
            return _lines_of_mail(data, path)
        except (ToolkitError, MemoryError):
            raise
        except Exception as error:  # the library may raise anything for a broken header
            raise ToolkitError(
                f"{path} is damaged: it can't be read as an email.",
                "copy the text of the email into a file.",
            ) from error
    return list(_joined(_decoded(data, "utf-8", path), 1, is_quoted=False))


def _lines_of_mail(data: bytes, path: Path) -> list[Line]:
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)  # noqa: S101 - as the policy has it
    body = mail.get_body(("plain",))
    if body is None:
        raise ToolkitError(f"{path} has no plain text.", "copy the text of the email into a file.")
    coding = str(body.get("Content-Transfer-Encoding", "")).lower()
    charset = body.get_content_charset("utf-8")
    head, _, rest = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    if mail.is_multipart() or coding == "base64":
        raw = body.get_payload(decode=True)
        assert isinstance(raw, bytes)  # noqa: S101 - a part without parts
        return list(_joined(_decoded(raw, charset, path), 1, is_quoted=False))
    first = head.count(b"\n") + 3
    is_quoted = coding == "quoted-printable"
    return list(_joined(_decoded(rest, charset, path), first, is_quoted=is_quoted))


def _decoded(data: bytes, charset: str, path: Path) -> str:
    for name in (charset, "utf-8", "cp1252"):
        try:
            text = data.decode(name).removeprefix("\ufeff")
            text.encode()  # UTF-7 and others can yield lone surrogates, which no file can hold
            return text
        except (ValueError, LookupError):
            continue
    raise ToolkitError(f"{path} is not text.", "save the text of the message as UTF-8.")


def _joined(text: str, first: int, *, is_quoted: bool) -> Iterator[Line]:
    """The lines with their numbers; those broken by quoted-printable are joined again."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    is_quoted = is_quoted or (bool(re.search("=(?:3D|C[23]|E2)", text)) and "=\n" in f"{text}\n")
    begun, number = "", 0
    for n, line in enumerate(lines, first):
        number = number or n
        if is_quoted and line.endswith("="):
            begun += line[:-1]
            continue
        whole = begun + line
        yield number, _BYTES.sub(_signs, whole) if is_quoted else whole
        begun, number = "", 0
    if begun:
        yield number, begun


def _signs(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("=", "")).decode("utf-8", "replace")


@dataclass(slots=True)
class _Reader:
    """Parses a message, marker by marker."""

    columns: Mapping[str, Column]
    texts: dict[str, list[str]] = field(default_factory=dict)
    starts: dict[str, tuple[int, int]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    based_on: str = ""

    def object(self, line: int, column: int, message: str, advice: str) -> None:
        place = Place("", line, column, in_text=True)
        self.notes.append(Note(place, Severity.ERROR, "message", message, advice))


def _bracketed(kind: Kind, first: int, lines: Sequence[Line]) -> Book:
    known = columns_of(kind)
    reader = _Reader(names_of(known))
    now: Column | None = None
    is_whole = False
    for number, text in lines:
        marker = _MARKER.fullmatch(text.strip() if now is None or not _is_long(now) else text)
        name = folded(marker[1]) if marker else ""
        if name == _END:
            is_whole = True
            break
        if marker and name == _BASED_ON:
            reader.based_on, now = (marker[2] or "").strip(), None
        elif marker and name in reader.columns:
            now = _begin(reader, reader.columns[name], number, text.find("]") + 3)
            reader.texts[now.name].append(marker[2] or "")
        elif marker and (now is None or not _is_long(now)):
            meant = did_you_mean(name, [one.name for one in known])
            advice = meant or "use the names that the form wrote."
            reader.object(number, 1, f"There is no field {quote(marker[1])}.", advice)
            now = None
        elif now is not None:
            reader.texts[now.name].append(text)
        elif text.strip():
            reader.object(number, 1, f"{quote(text)} belongs to no field.", "remove the line.")
    if not is_whole:
        last = lines[-1][0] if lines else first
        reader.object(last, 1, 'The text does not end with "[end]".', "copy the whole text.")
    cells = {
        name: _value(reader.columns[folded(name)], texts) for name, texts in reader.texts.items()
    }
    return _book(kind, first, cells, reader)


def _begin(reader: _Reader, column: Column, line: int, place: int) -> Column:
    if column.name in reader.texts:
        if not _is_repeated(column):
            words = f"The field {quote(column.name)} appears twice."
            reader.object(line, 1, words, "remove one of the two.")
        reader.texts[column.name].append("\n")
    else:
        reader.starts[column.name] = (line, place)
        reader.texts[column.name] = []
    return column


def _is_long(column: Column) -> bool:
    return column.section is not None


def _is_repeated(column: Column) -> bool:
    row = column.field
    return row is not None and (row.number is Number.KEYED or row.form is Form.GROUP)


def _value(column: Column, texts: Sequence[str]) -> str:
    """The cell: the lines of a long text as they are, others as one line per marker."""
    if _is_long(column):
        return tidy("\n".join(_ESCAPED.sub("", text) for text in texts))
    # An address contains no spaces, so an email program must have broken the line.
    gap = "" if column.field is not None and column.field.form is Form.ADDRESS else " "
    parts = gap.join(text if text == "\n" else text.strip() for text in texts).split("\n")
    return tidy("\n".join(part.strip() for part in parts))


def _book(kind: Kind, first: int, cells: Mapping[str, str], reader: _Reader) -> Book:
    by_name = {column.name: column for column in reader.columns.values()}
    named = {number: by_name[name] for number, name in enumerate(cells, 1)}
    row = Row(first, {name: text for name, text in cells.items() if text})
    letter = Letter(kind, "", named, [row], reader.starts)
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
    reader = _Reader({folded(column.name): column for column in columns_of(kind)})
    cells = Cells(kind, content)
    now: Column | None = None
    for number, text in lines:
        heading = _HEADING.fullmatch(text)
        asked = _question(known, heading[1]) if heading else None
        if asked is not None and asked.name in reader.texts:
            reader.object(number, 1, f"{quote(text)} appears twice.", "copy the text of one issue.")
            break
        if asked is not None:
            now = asked
            reader.texts[now.name] = []
        elif heading and heading[1] == LAST_QUESTION:
            now = None
        elif heading and (now is None or not _is_long(now)):
            words = f"The form does not ask {quote(heading[1])}."
            reader.object(number, 1, words, "leave headings as they are, and write none yourself.")
            now = None
        elif now is not None:
            if text.strip() and now.name not in reader.starts:
                reader.starts[now.name] = (number, 1)
            reader.texts[now.name].append(text)
    found: dict[str, str] = {}
    for name, texts in reader.texts.items():
        text = tidy("\n".join(texts))
        if text.casefold() in _NOTHING:
            continue
        column = reader.columns[folded(name)]
        row = column.field
        if row is not None and row.number is Number.LIST and row.form is not Form.GROUP:
            text = "; ".join(_chosen(text, row, cells.names(row)))
        years = _YEARS.search(text) if name == "since" else None
        if years:
            text = years[1]
            found["until"] = years[2]
            reader.starts["until"] = reader.starts[name]
        found[name] = text
    first = next(iter(reader.starts.values()), (1, 1))[0]
    return _book(kind, first, found, reader)


def _question(known: Mapping[str, Column], heading: str) -> Column | None:
    """The column for a question, even if somebody shortened it."""
    long = heading if len(heading) > _SHORT else ""
    return known.get(heading) or known.get(nearest(long, known, _SAME))


def _chosen(text: str, row: Field, names: Names) -> list[str]:
    """The values of a list separated by commas; some names contain commas themselves."""
    pieces = [piece.strip() for line in text.split("\n") for piece in line.split(",")]
    chosen: list[str] = []
    while pieces:
        for count in range(len(pieces), 0, -1):
            whole = ", ".join(pieces[:count])
            if count == 1 or (names and names.value(whole) != whole):
                chosen.append(whole.replace(";", "\\;") if row.form is Form.TEXT else whole)
                pieces = pieces[count:]
                break
    return [one for one in chosen if one]
