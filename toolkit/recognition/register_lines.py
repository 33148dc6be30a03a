"""Adds a statement to the text of a register: one line, in sorted order, nothing else changed."""

import json
import re
from datetime import date

from toolkit.content.recognition import Row, RowFile, read_register
from toolkit.content.registers import Organisation
from toolkit.problems import ToolkitError
from toolkit.recognition.acts import ActKind
from toolkit.recognition.canonical import fold_spaces
from toolkit.source import SourceFile, end_of_line


def new_register(organisation: Organisation) -> str:
    """The text of a register without statements."""
    return (
        f"# Statements of recognition by {fold_spaces(organisation.name)}.\n"
        "# One statement a line, about one exact text. Only its own people change this file.\n"
    )


def line_of(kind: ActKind, entry: str, digest: str, on: date, words: str) -> str:
    """A statement as written in a register, without indentation."""
    said = ""
    if words:
        seen = fold_spaces(words) if any(map(str.isprintable, words)) else ""
        said = f", {_words_of(kind)}: {json.dumps(seen, ensure_ascii=False)}"
    return f"- {{entry: {entry}, digest: {digest}, on: {on}{said}}}"


def _words_of(kind: ActKind) -> str:
    """The field, and the option, of what an organization says about a text."""
    return "note" if kind is ActKind.RECOGNITION else "reason"


def with_line(file: RowFile, kind: ActKind, line: str) -> RowFile:
    """The register with one more line in the list of that kind, in sorted order.

    Raises ToolkitError if the list isn't written with one statement per line, or the new line has
    faults.
    """
    text = file.source.text
    end = end_of_line(text)
    lines = [one if one[-1:] == "\n" else f"{one}{end}" for one in re.split("(?<=\n)", text) if one]
    blank: list[str] = []
    while lines and not lines[-1].strip():
        blank.insert(0, lines.pop())
    rows = [row for row in file.rows if row.list == kind]
    heading = re.compile(rf"{kind}:(?:\s|$)")
    head = next((number for number, one in enumerate(lines) if heading.match(one)), None)
    if head is None:
        lines += [f"{kind}:{end}", f"  {line}{end}"]
    elif not rows:
        _, number_sign, comment = lines[head].partition(" #")
        lines[head : head + 1] = [f"{kind}:{number_sign}{comment or end}", f"  {line}{end}"]
    elif not all(lines[row.location.line - 1].lstrip().startswith("- ") for row in rows):
        raise ToolkitError(
            f"The list {kind} of {file.path} is not written with one statement per line.",
            "write each statement on a line of its own that begins with a hyphen.",
        )
    else:
        first = lines[rows[0].location.line - 1]
        indent = first[: len(first) - len(first.lstrip())]
        lines.insert(_position(rows, line), f"{indent}{line}{end}")
    source = SourceFile(file.path, "".join([*lines, *blank]), file.source.has_mark)
    register = read_register(source, (), file.name)
    faults = {fault.check for fault in register.faults}
    if faults & {"empty-value", "missing-field"}:
        name = _words_of(kind)
        raise ToolkitError(
            f"The {name} says nothing.", f"say it in words after --{name}: readers see it."
        )
    if faults:
        raise ToolkitError(
            f"The statement can't be added to {file.path}.",
            "remove characters that are not text from the note or reason."
            if "control-character" in faults
            else f"write {kind}: on a line of its own, and each statement on one below it.",
        )
    return register


def _position(rows: list[Row], line: str) -> int:
    """The index at which to insert `line`: not between a row and the remarks above it."""
    end = 0
    for row in rows:
        entry, digest, on = map(row.text, ("entry", "digest", "on"))
        place = row.location
        if f"- {{entry: {entry}, digest: {digest}, on: {on}" > line:
            above = place.line - 1
            while above > end and place.source.line(above).lstrip().startswith("#"):
                above -= 1
            return above
        end = place.end_line
    last = rows[-1].location
    return last.end_line if last.end_column > 1 else last.end_line - 1
