"""Places in YAML text, as libyaml and as a file count them."""

import re
from typing import Protocol

from toolkit.source import Location, SourceFile

# A line that begins something new.
NEW_FIELD = re.compile(r"\s*(?:- )?[A-Za-z_]+:(?:\s|$)")


class Mark(Protocol):
    """A place in YAML text; `line` and `column` are 0-based."""

    line: int
    column: int


def position(mark: Mark | None) -> tuple[int, int]:
    """The line and column of a mark, 0-based; libyaml's events and errors always have one."""
    return (mark.line, mark.column) if mark is not None else (0, 0)


def within(source: SourceFile, line: int, column: int, length: int) -> Location:
    """`length` characters from a position, or as many as the line has."""
    if line > len(source.lines):
        line, column = len(source.lines), len(source.lines[-1]) + 1
    room = len(source.line(line)) + 1
    column = min(column, room)
    return source.at(line, column, min(length, room - column))


class Place:
    """The position of a mark as a place in the file."""

    def __init__(self, source: SourceFile, at: tuple[int, int], first_line: int) -> None:
        line, column = at
        self.line = line + first_line
        self.column = column
        self.text = source.line(self.line)
        self.character = self.text[column : column + 1]
        self.location = within(source, self.line, column + 1, 1)


def first_field(source: SourceFile, number: int) -> int:
    """The number of the first line, from `number` on, that is neither blank nor a comment."""
    while number < len(source.lines) and source.line(number).lstrip()[:1] in ("", "#"):
        number += 1
    return number


def indent(line: str) -> int:
    """The number of spaces before a line's text; for a blank line, more than it has."""
    return len(line) - len(line.lstrip()) if line.strip() else len(line) + 1
