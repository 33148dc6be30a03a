"""Reads what somebody wrote into an issue form: a heading for each question."""

import re
from collections.abc import Mapping, Sequence

from toolkit.authoring.issue_forms import LAST_QUESTION
from toolkit.content.reader import Content
from toolkit.content.schema import Form, Kind, Number
from toolkit.sheets.book import Book
from toolkit.sheets.cells import Cells, tidy
from toolkit.sheets.columns import Column, columns_of
from toolkit.sheets.letter import Reader, book_of, by_name, is_long
from toolkit.sheets.mail import Line, addresses_as_sent, unquoted
from toolkit.validation.nearest import nearest
from toolkit.validation.words import quote

HEADING = re.compile(r"### (.*\S)\s*")
_NOTHING = frozenset({"", "no response", "none", "n/a", "-", "–"})
# What begins an item of a list in Markdown, and a whole one whose box nobody ticked.
_BULLET = re.compile(
    r"^[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]+(?:\[ ?\].*|\[[xX]\][ \t]*|(?!\[))", re.MULTILINE
)
_YEARS = re.compile(r"((?:18|19|20)\d{2})\D+((?:18|19|20)\d{2})")
_BOX = re.compile(r"[ \t]*(?:[-*+][ \t]*)?\[([xX\s]?)\]")
# What may stand around a question where its heading was lost, and how many show that it was.
_AROUND = " \t>#*_\\:"
ENOUGH = 3
# How similar a heading must be to a question, since people shorten them; and the length up to which
# it must be exact, as the names of sections are short.
_SAME = 0.7
_SHORT = 12


def with_headings(lines: list[Line], questions: Mapping[str, Column]) -> list[Line]:
    """The lines as the form made them, if they were quoted, indented or copied from a page.

    Sections alone may be those of a file. If somebody changed single headings, such as their level,
    only these are restored.
    """
    bare = [text.strip(_AROUND) for _, text in lines]
    there = [n for n, text in enumerate(bare) if text in questions]
    if len(there) < ENOUGH or all(questions[bare[n]].section for n in there):
        return lines
    headed = {one for one, (_, text) in zip(bare, lines, strict=True) if HEADING.fullmatch(text)}
    if not headed.isdisjoint(questions):
        lost = {one for one in questions if questions[one].section is None} - headed
        return [
            (number, f"### {words}" if words in lost and words != text.strip() else text)
            for (number, text), words in zip(lines, bare, strict=True)
        ]
    first = lines[there[0]][1]
    before = first[: len(first) - len(first.lstrip(" \t>"))]
    return [
        (number, f"### {words}" if words in {*questions, LAST_QUESTION} else unquoted(text, before))
        for (number, text), words in zip(lines, bare, strict=True)
    ]


def asked(kind: Kind) -> dict[str, Column]:
    """The columns by their questions in the issue form."""
    return {
        column.field.question.text
        if column.field and column.field.question
        else column.label: column
        for column in columns_of(kind)
        if column.section or (column.field is not None and column.field.question is not None)
    }


def from_issue(
    kind: Kind,
    known: Mapping[str, Column],
    lines: Sequence[Line],
    content: Content,
) -> Book:
    """The entry in an issue, whose questions are `known`; the book's notes say what is wrong."""
    reader = Reader(by_name(kind))
    fields = {one.label: one for one in reader.columns.values() if one.section is None}
    now: Column | None = None
    last = 0
    boxes: dict[int, bool] = {}
    for number, text in lines:
        if last and (box := _BOX.match(text)):
            boxes[number] = box[1].strip() != ""
        heading = HEADING.fullmatch(text)
        asked = _question(known, heading[1]) if heading else None
        if heading and asked is None and not is_long(now):
            asked = fields.get(heading[1])  # which whoever takes in the issue has added
        if asked is not None and asked.name in reader.texts:
            reader.notes.clear()  # of questions that only the other issue's form asks
            reader.object(number, 1, f"{quote(text)} appears twice.", "copy the text of one issue.")
            break
        if asked is not None:
            now = asked
            reader.texts[now.name] = []
        elif heading and heading[1] == LAST_QUESTION:
            now, last = None, number
        elif heading and not is_long(now):
            words = f"The form does not ask {quote(heading[1])}."
            reader.object(number, 1, words, "leave headings as they are, and write none yourself.")
            now = None
        elif now is not None:
            if heading:
                reader.strays.append((number, text.strip()))
            if text.strip() or (is_long(now) and now.name in reader.places):
                reader.places.setdefault(now.name, []).append((number, 1))
            reader.texts[now.name].append(text)
    else:
        if not boxes or not all(boxes.values()):
            place = next((number for number in boxes if not boxes[number]), last or lines[-1][0])
            words = "The sender has not confirmed that nobody is named."
            where = "here" if boxes else "in the line below"
            advice = f"look for names of victims, witnesses and staff, then write - [x] {where}."
            if not last:
                advice = f'copy the whole text of the issue, to "{LAST_QUESTION}".'
            reader.object(place, 1, words, advice)
    cells = Cells(kind, content)
    found = {
        name: _answer(reader.columns[name], texts, cells) for name, texts in reader.texts.items()
    }
    if years := _YEARS.search(found.get("since", "")):
        found["since"], found["until"] = years.groups()
        reader.places["until"] = reader.places["since"]
    first = next(iter(reader.places.values()), [(1, 1)])[0][0]
    return book_of(kind, first, found, reader, {one.name: asked for asked, one in known.items()})


def _answer(column: Column, lines: Sequence[str], cells: Cells) -> str:
    """The cell of a sheet that has the same value as the lines of an answer."""
    text = tidy(addresses_as_sent("\n".join(lines)))
    row = column.field
    if text.casefold().strip("*_") in _NOTHING:
        return ""
    if row is None or row.number is not Number.LIST or row.form is Form.GROUP:
        return text
    chosen = cells.names(row).split(_BULLET.sub("", text).replace("\n", ","))
    is_text = row.form is Form.TEXT
    return "; ".join(one.replace(";", "\\;") if is_text else one for one in chosen)


def _question(known: Mapping[str, Column], heading: str) -> Column | None:
    """The column for a question, even if somebody shortened it."""
    long = heading if len(heading) > _SHORT else ""
    return known.get(heading) or known.get(nearest(long, known, _SAME))
