"""Files as read, and places in them. Knows nothing of what a file means."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple


def open_regular(path: Path, *, follow: bool = True) -> BinaryIO:
    """Open a file to read, never waiting for a pipe or a device.

    Raises OSError, also where it is no regular file, or a link and `follow` is false.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags | (0 if follow else getattr(os, "O_NOFOLLOW", 0)))
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return os.fdopen(handle, "rb")
    os.close(handle)
    raise OSError(0, "it is not an ordinary file")


# Those of all files would take as much memory as all that stands in them.
@lru_cache(maxsize=64)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").split("\n"))


@dataclass(frozen=True)
class SourceFile:
    """A text file of the repository.

    `path` is relative to the repository (the folder that holds `docs/`), with `/` and no
    leading `./`. `text` is decoded and without a byte-order mark; it is empty where the file
    could not be read. `has_mark` tells whether the file began with a byte-order mark.
    """

    path: str
    text: str = field(default="", repr=False)
    has_mark: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends (LF or CRLF), as editors count them."""
        return _lines(self.text)

    def rest(self, start: int | None) -> str:
        """The text from a character on, where each end of a line is one; empty from None on."""
        return self.text.replace("\r\n", "\n")[start:] if start is not None else ""

    def line(self, number: int) -> str:
        """Line `number`, 1-based; empty beyond the end of the file."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def at(self, line: int, column: int = 1, length: int = 0) -> Location:
        """The place of `length` characters from `line`:`column`, both 1-based."""
        return Location(self, line, column, line, column + length)

    def at_line(self, line: int) -> Location:
        """The text of a whole line, without the blanks around it."""
        text = self.line(line)
        stripped = text.strip()
        return self.at(line, text.index(stripped) + 1 if stripped else 1, len(stripped))


class Location(NamedTuple):
    """A stretch of a file: 1-based, columns count characters, the end is exclusive.

    There is one for each value in each file, and a tuple is made in a third of the time.
    """

    source: SourceFile
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def is_whole_file(self) -> bool:
        """Whether the place stands for the file and no stretch of it."""
        return (self.line, self.column, self.end_line, self.end_column) == (1, 1, 1, 1)

    @property
    def start(self) -> Location:
        """Where it begins."""
        return self.source.at(self.line, self.column)

    def __str__(self) -> str:
        """The file and the line: `docs/about/safety.md:12`."""
        return f"{self.source.path}:{self.line}"

    def part(self, start: int, length: int) -> Location:
        """`length` characters from `start` (0-based) of a stretch that lies on one line."""
        column = self.column + start
        return Location(self.source, self.line, column, self.line, column + length)
