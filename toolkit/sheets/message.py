"""Reads the text that a form made from an email or an issue: one row, with its lines.

The form writes `[toolkit resource]`, `[field] value` for each field, and `[end]`. Email programs
quote it, break its lines and add a signature, so only the brackets say what a line belongs to.
Issue forms have each field's question as a heading.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from toolkit.content.reader import Content
from toolkit.content.schema import Field, Form, Kind, Number
from toolkit.problems import ToolkitError
from toolkit.sheets.book import Book
from toolkit.sheets.cells import tidy
from toolkit.sheets.columns import ID, Column, columns_of
from toolkit.sheets.issue import ENOUGH, HEADING, asked, from_issue, with_headings
from toolkit.sheets.letter import Reader, book_of, by_name, is_long
from toolkit.sheets.mail import Line, addresses_as_sent, lines_of, unquoted
from toolkit.sheets.reading import folded, names_of
from toolkit.time_limit import TimeLimitError, within_time_limit
from toolkit.validation.nearest import did_you_mean
from toolkit.validation.words import listed, quote

_START = re.compile(
    r"(?P<before>(?P<quotes>(?:[ \t]*[>|])*)[ \t]*)(?P<around>\*{0,2}|_{0,2})"
    r"[\[［【]toolkit (?P<kind>resource|practice|task)[\]］】](?P=around)\s*",
    re.IGNORECASE,
)
# A beginning that some program has changed in another way.
_NEARLY = re.compile(r"\W*toolkit\W+(resource|practice|task)\W*", re.IGNORECASE)
_MARKER = re.compile(r"\[([^\[\]\n]{1,60})\](?:[ \t]+(.*)|[ \t]*)")
# The same as people type it, for where a marker can't be part of a text.
_TYPED = re.compile(r"\[([^\[\]\n]{1,60})\][ \t]*[:：]?[ \t]*(.*)")
# What the form writes before a line of a text that looks like a marker.
_ESCAPED = re.compile(r"^\\(?=\\*\[[^\]\n]*\](?:\s|$))")
# Where a program has broken a line, until it is known what stood there.
_BREAK = "\v"
_BASED_ON = "based on"
# A digest, or what a program has left of it in a line.
_DIGITS = re.compile(r"[0-9a-f]{0,64}")
_END = "end"


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
    lines = lines_of(path, _issue_of)
    found = next(
        ((n, match) for n, (_, text) in enumerate(lines) if (match := _START.fullmatch(text))), None
    )
    if found is not None:
        first, start = found
        rest = [(number, unquoted(text, start["before"])) for number, text in lines[first + 1 :]]
        if start["around"] or "[" not in start[0]:
            rest = [(number, _plain(text, start["around"])) for number, text in rest]
        return _bracketed(Kind(start["kind"].lower()), lines[first][0], rest, lines[:first])
    practice, resource = asked(Kind.PRACTICE), asked(Kind.RESOURCE)
    is_file = lines[0][1].rstrip() == "---"
    if not is_file:  # whose sections have the names of questions
        lines = with_headings(lines, practice | resource)
    headings = {match[1] for _, text in lines if (match := HEADING.fullmatch(text))}
    if headings & (practice.keys() - resource.keys()):
        return from_issue(Kind.PRACTICE, practice, lines, content)
    if headings & resource.keys():
        return from_issue(Kind.RESOURCE, resource, lines, content)
    if is_file:
        raise ToolkitError(
            f"{path} is not the message of the form, but its file.",
            "put it, as it is, into the folder of its pillar and kind, such as "
            "docs/protection/resources/, and run toolkit check.",
        )
    for number, text in lines:
        if nearly := _NEARLY.fullmatch(text):
            raise ToolkitError(
                f"There is no entry in {path}.",
                f'line {number} should be "[toolkit {nearly[1].lower()}]", but is {quote(text)}: '
                "copy the message again, as plain text.",
            )
    raise ToolkitError(
        f"There is no entry in {path}.",
        'copy the whole text that the form made, from "[toolkit ...]" to "[end]", or that of an '
        "issue with ### before its questions. In an email, only text is read: no attached Word "
        "file, PDF or web page.",
    )


def _plain(text: str, around: str) -> str:
    """A line whose marker, if it is one of ours, has only the brackets that the form writes."""
    signs = re.escape(around)
    marker = re.match(rf"{signs}[\[［【]([^\[\]［］【】]{{1,60}})[\]］】]{signs}", text)
    name = folded(marker[1]) if marker else ""
    is_ours = name in {_END, _BASED_ON} or name in _names()
    return f"[{marker[1]}]{text[marker.end() :]}" if marker and is_ours else text


@cache
def _names() -> frozenset[str]:
    """What people may call the columns of all kinds; a long message asks at each of its lines."""
    return frozenset().union(*(names_of(columns_of(kind)) for kind in Kind))


def _issue_in(lines: Sequence[Line]) -> int:
    """The line with which an issue begins; 0 if there is none."""
    questions = asked(Kind.PRACTICE) | asked(Kind.RESOURCE)
    found = [
        number
        for number, text in lines
        if (match := HEADING.fullmatch(text))
        and match[1] in questions
        and questions[match[1]].section is None
    ]
    return found[0] if len(found) >= ENOUGH else 0


def _issue_of(text: str) -> str:
    """An issue in a text that isn't quoted, from its first question on; or empty."""
    lines = [(0, line) for line in text.splitlines() if not line.startswith((">", "|"))]
    lines = with_headings(lines, asked(Kind.PRACTICE) | asked(Kind.RESOURCE))
    numbered = list(enumerate((line for _, line in lines), 1))
    first = _issue_in(numbered)
    return "\n".join(line for number, line in numbered if number >= first) if first else ""


def _bracketed(kind: Kind, first: int, lines: Sequence[Line], before: Sequence[Line]) -> Book:
    reader = Reader(by_name(kind))
    known = names_of(reader.columns.values())
    now: Column | None = None
    is_whole = is_lost = False
    outside = list(before)
    others: dict[str, int] = {}  # fields of another kind, with their lines
    for number, text in lines:
        marker = _marker(text, now, known)
        name = folded(marker[1]) if marker else ""
        other = _START.fullmatch(text)
        if other and not other["quotes"] and (is_whole or not is_long(now)):
            words = "Another entry begins here: a message contains only one."
            reader.object(number, 1, words, "put each entry into a file of its own.")
            is_whole = True
            break
        if is_whole:
            outside.append((number, text))
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
        elif marker and not is_long(now):
            _take_unknown(reader, marker[1], number, others)
            now, is_lost = None, True  # with its lines, which nobody should remove
        elif now is not None:
            if marker and is_long(now) and not marker[2]:
                reader.strays.append((number, text.strip()))
            _continue(reader, now, number, text)
        elif reader.based_on is not None and _DIGITS.fullmatch(reader.based_on + text.strip()):
            reader.based_on += text.strip()
        elif text.strip() and not is_lost:
            reader.object(number, 1, f"{quote(text)} belongs to no field.", "remove the line.")
    if issue := _issue_in(outside):
        words = "An issue begins here, too: a message contains only one entry."
        reader.object(issue, 1, words, "put each entry into a file of its own.")
    if not is_whole:
        last = lines[-1][0] if lines else first
        reader.object(last, 1, 'The text does not end with "[end]".', "copy the whole text.")
    return _book(kind, first, reader, others)


def _take_unknown(reader: Reader, typed: str, line: int, others: dict[str, int]) -> None:
    """Add a field that this kind doesn't have to the `others`, or object to one of no kind."""
    name = folded(typed)
    if name in _names():
        others.setdefault(typed, line)
        return
    advice = did_you_mean(name, reader.columns) or "use the names that the form wrote."
    reader.object(line, 1, f"There is no field {quote(typed)}.", advice)


def _book(kind: Kind, first: int, reader: Reader, others: Mapping[str, int]) -> Book:
    if others:
        fields = f"field{'s' if len(others) > 1 else ''} {listed(others, 'and')}"
        words = f"A {kind.value} does not have the {fields}."
        advice = f"if it is another kind, correct line {first}; if not, remove this and its lines."
        reader.object(next(iter(others.values())), 1, words, advice)
    cells = {name: _value(reader.columns[name], texts) for name, texts in reader.texts.items()}
    if reader.based_on and not cells.get(ID):
        words = 'This is a correction, but no "[id]" says of which entry.'
        reader.object(first, 1, words, 'write "[id]" and the file name of the entry, without .md.')
    return book_of(kind, first, cells, reader)


def _marker(text: str, now: Column | None, known: Mapping[str, Column]) -> re.Match[str] | None:
    """The marker on a line, if it is one; outside of long texts it may be written loosely."""
    if is_long(now):
        return _MARKER.fullmatch(text)
    typed = _TYPED.fullmatch(text.strip())
    if typed and folded(typed[1]) in known:
        return typed
    return _MARKER.fullmatch(text.strip())


def _begin(reader: Reader, column: Column, line: int, place: int) -> None:
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


def _continue(reader: Reader, column: Column, line: int, text: str) -> None:
    """Take a further line of a value; a long text begins with the first that isn't empty."""
    if is_long(column):
        if not any(one.strip() for one in reader.texts[column.name]):
            reader.texts[column.name].clear()  # or each of many empty lines would look at all above
            reader.places[column.name].clear()
        reader.places[column.name].append((line, 1))
    reader.texts[column.name].append(text)


def _value(column: Column, texts: Sequence[str]) -> str:
    """The cell: the lines of a long text as they are, others as one line per marker."""
    if is_long(column):
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
