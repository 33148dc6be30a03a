"""The registry of formats: a new one is a module, a line here, and its name in `EXPORTS`."""

from __future__ import annotations

from typing import Final, Protocol

from toolkit.exports import bibtex, csl, fields, mods, ris, schema_org, table
from toolkit.exports.record import Work


class Format(Protocol):
    """The contract of a format: its whole is HEAD, the works with BETWEEN between them, and TAIL.

    NAME is its ending and what the command line calls it, FILE the file of all entries.
    """

    @property
    def NAME(self) -> str: ...  # noqa: D102, N802
    @property
    def FILE(self) -> str: ...  # noqa: D102, N802
    @property
    def MEDIA_TYPE(self) -> str: ...  # noqa: D102, N802
    @property
    def HEAD(self) -> str: ...  # noqa: D102, N802
    @property
    def BETWEEN(self) -> str: ...  # noqa: D102, N802
    @property
    def TAIL(self) -> str: ...  # noqa: D102, N802

    def one(self, work: Work, /) -> str:
        """One work in this format."""


_LISTED: list[Format] = [table, fields, bibtex, ris, csl, schema_org, mods]
FORMATS: Final = {one.NAME: one for one in _LISTED}

# Beside the page of each entry; and what readers take lists as.
PAIR: Final = ("bib", "ris")
TAKEN: Final = ("csv", "ris", "bib", "csl.json")


def whole(form: Format, parts: list[str]) -> str:
    """Works that were written one by one as one file."""
    return f"{form.HEAD}{form.BETWEEN.join(parts)}{form.TAIL}"
