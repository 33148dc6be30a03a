"""Files as read, and places in them. Knows nothing about what a file means."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple


def open_regular(path: Path | str, *, follow: bool = True) -> BinaryIO:
    """Open a file for reading, never waiting for a pipe or a device.

    Raises OSError, also if it isn't a regular file, or is a link and `follow` is false.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if not follow:
        if sys.platform == "win32" and Path(path).is_symlink():
            raise OSError(0, "it is a link")
        flags |= getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(path, flags)
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return os.fdopen(handle, "rb")
    os.close(handle)
    raise OSError(0, "it is not an ordinary file")


def resolved(path: Path | str) -> Path:
    """The path without links; any path, while `Path.resolve` of Python up to 3.12 fails where links
    lead in a circle.
    """
    return Path(os.path.realpath(path))


def revision_of(data: bytes) -> str:
    """A digest that shows whether somebody has changed a file. An editor that only saved it with
    other line ends has not: Git shows no change either.
    """
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def is_text(name: str) -> bool:
    """Whether the name of a file is text: Python reads its other bytes as halves of characters."""
    return name.encode("utf-8", "replace").decode() == name


def end_of_line(text: str) -> str:
    """What ends the lines that are added to a text: the same as all its others, if they agree."""
    return "\r\n" if 0 < text.count("\r\n") == text.count("\n") else "\n"


# The lines of all files would take as much memory as their texts.
@lru_cache(maxsize=64)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").split("\n"))


@dataclass(frozen=True)
class SourceFile:
    """A text file of the repository.

    `path` is relative to the repository (the folder that holds `docs/`), with `/` and no leading
    `./`. `text` is decoded and without a byte-order mark; it is empty if the file could not be
    read. `has_mark` says whether the file began with a byte-order mark, `is_guess` whether letters
    of the text stand for bytes that aren't UTF-8.
    """

    path: str
    text: str = field(default="", repr=False)
    has_mark: bool = False
    is_guess: bool = False

    @property
    def whole_text(self) -> str:
        """The text with its byte-order mark, if it has one."""
        return "\ufeff" * self.has_mark + self.text

    @property
    def data(self) -> bytes:
        """The bytes of a file that could be read."""
        return self.whole_text.encode()

    @cached_property
    def digest(self) -> bytes:
        """A digest of the text, for keys of what is made from it."""
        text = self.text.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(text, digest_size=16).digest()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines without their endings (LF or CRLF), as editors count them."""
        return _lines(self.text)

    def rest(self, start: int | None) -> str:
        """The text from a character on, counting each line ending as one; empty for None."""
        return self.text.replace("\r\n", "\n")[start:] if start is not None else ""

    def line(self, number: int) -> str:
        """Line `number`, 1-based; empty beyond the end of the file."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def at(self, line: int, column: int = 1, length: int = 0) -> Location:
        """The place of `length` characters from `line`:`column`, both 1-based."""
        return Location(self, line, column, line, column + length)

    def at_line(self, line: int) -> Location:
        """The place of a line's text, without the spaces around it."""
        text = self.line(line)
        stripped = text.strip()
        return self.at(line, text.index(stripped) + 1 if stripped else 1, len(stripped))


class Location(NamedTuple):
    """A range in a file: 1-based, columns count characters, the end is exclusive.

    Each value in each file has one, and a tuple takes a third of the time to make.
    """

    source: SourceFile
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def is_whole_file(self) -> bool:
        """Whether the place means the file as a whole, not a range in it."""
        return (self.line, self.column, self.end_line, self.end_column) == (1, 1, 1, 1)

    @property
    def start(self) -> Location:
        """The point where it begins."""
        return self.source.at(self.line, self.column)

    def __str__(self) -> str:
        """The file and the line: `docs/about/safety.md:12`."""
        return f"{self.source.path}:{self.line}"

    def part(self, start: int, length: int) -> Location:
        """The part of a range on one line: `length` characters from `start` (0-based)."""
        column = self.column + start
        return Location(self.source, self.line, column, self.line, column + length)
