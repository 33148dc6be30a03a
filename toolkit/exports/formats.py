"""The registry of formats: a new one is a module, a line here, and its name in `EXPORTS`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from toolkit.exports import bibtex, csl, fields, mods, ris, schema_org, table
from toolkit.exports.record import Work


class Format(Protocol):
    """The contract of a format: its whole is HEAD, the works with BETWEEN between them, and TAIL.

    NAME is its ending and what the command line calls it, FILE the file of all entries.
    """

    NAME: str
    FILE: str
    MEDIA_TYPE: str
    HEAD: str
    BETWEEN: str
    TAIL: str

    def one(self, work: Work, /) -> str:
        """One work in this format."""


_LISTED: list[Format] = [table, fields, bibtex, ris, csl, schema_org, mods]
FORMATS: Final = {one.NAME: one for one in _LISTED}

# Beside the page of each entry; and what readers take lists as.
PAIR: Final = ("bib", "ris")
TAKEN: Final = ("csv", "ris", "bib", "csl.json")


def whole(form: Format, parts: Iterable[str]) -> Iterator[bytes]:
    """Works that were written one by one as the pieces of one file."""
    yield form.HEAD.encode()
    between = ""
    for part in parts:
        yield f"{between}{part}".encode()
        between = form.BETWEEN
    yield form.TAIL.encode()
