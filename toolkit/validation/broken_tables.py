"""Rows that do not make a table, or not the one that was meant."""

import re
from collections.abc import Iterator

from toolkit.problems import Finding, Findings
from toolkit.validation.passages import Passage

AS_TYPED = "readers would see these characters as you typed them."
_HEAD = "the first row is the head of a table: people who listen to a table hear it with each cell."
_AS_MANY = "give each row as many cells as the first; write a | in a cell as \\|."
_ROW = re.compile(r" {0,3}\|")
_RULE = re.compile(r"\s*\|(?:\s*:?-{3,}:?\s*\|)+\s*")
_DASHES = re.compile(r"(?=[^-–—]*[-–—])[\s|:–—-]*")
_HYPHENS = re.compile(r"(?=[^-]*-)[\s|:-]*")


def broken_tables(passage: Passage) -> Findings:
    """The faults of the tables in a body."""
    lines = passage.text.split("\n")
    for first, end in _blocks(lines):
        for number, message, label, hint in _faults(lines, first, end):
            place = passage.source.at(passage.line + number, 1, len(lines[number]))
            yield Finding(message, place, label, hint)


def _faults(lines: list[str], first: int, end: int) -> Iterator[tuple[int, str, str, str]]:
    """What is wrong with a block of rows: the line, and what to say of it."""
    cells = _cells(lines[first])
    line = lines[first + 1]
    if not _HYPHENS.fullmatch(line) or _cells(line) != cells:
        # A second such line would become a row of hyphens.
        where = "in place of the line below it" if _DASHES.fullmatch(line) else "below it"
        label = f"write |{'---|' * cells} {where}"
        below = {*map(_cells, lines[first + 1 : end])}
        is_headed = _HYPHENS.fullmatch(line) and end - first > 2
        if is_headed and len(below) == 1 and (wanted := max(below)) > cells:
            label = f"write | between the cells: the lines below have {wanted} each"
        if lines[first].strip() == line.strip():
            label = "remove this line, which is there twice"
        elif _HYPHENS.fullmatch(lines[first]):
            is_framed = any(map(_HYPHENS.fullmatch, lines[first + 2 : first + 3]))
            label = "remove this line" if is_framed else "move this line below the next one"
        yield first, "These lines do not make a table.", label, AS_TYPED
        return
    if not lines[first].replace("|", "").strip():
        yield first, "The first row of this table is empty.", "write what each column holds", _HEAD
        return
    if first and lines[first - 1].strip():
        message = "The table begins right below a paragraph."
        yield first, message, "leave a blank line above", AS_TYPED
        return
    for number in range(first + 2, end):
        found = _cells(lines[number])
        lost = found - cells
        if _RULE.fullmatch(lines[number]):
            yield number, "This line becomes a row of hyphens.", "remove this line", AS_TYPED
        if lost > 0:
            message = f"This row has {found} cells, but the first row has {cells}."
            label = f"readers would not see its last {f'{lost} cells' if lost > 1 else 'cell'}"
            yield number, message, label, _AS_MANY
    if "".join(lines[end : end + 1]).strip():
        message = "This line becomes a row of the table above it."
        yield end, message, "leave a blank line above", "a blank line ends a table."


def _blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The first line of each block of two or more rows, and the line after the last."""
    first = -1
    for number, line in enumerate((*lines, "")):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        # A line that doesn't begin with | is a row only in a table.
        begins = "|" in line and "|" in following and _HYPHENS.fullmatch(following)
        if _ROW.match(line) or begins or (first >= 0 and "|" in line):
            first = number if first < 0 else first
        elif first >= 0:
            if number - first > 1:
                yield first, number
            first = -1


def _cells(row: str) -> int:
    bare = row.strip().replace("\\|", "").removeprefix("|").removesuffix("|")
    return bare.count("|") + 1
