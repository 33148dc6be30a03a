"""The registry of formats: a new one is a module, a line here, and its name in `EXPORTS`."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from toolkit.exports import bibtex, csl, fields, mods, ris, schema_org, table
from toolkit.exports.record import Work


@dataclass(frozen=True, slots=True)
class Format:
    """A format: a file is `head`, the works with `between` between them, and `tail`.

    `name` is its extension and its name on the command line; `one` writes one work.
    """

    name: str
    media_type: str
    one: Callable[[Work], str]
    head: str = ""
    between: str = ""
    tail: str = ""

    @property
    def file(self) -> str:
        """The name of the file with all entries."""
        return f"entries.{self.name}"


FORMATS = {
    form.name: form
    for form in (
        Format("csv", "text/csv", table.one, table.HEAD),
        Format("json", "application/json", fields.one, "[\n", ",\n", "\n]\n"),
        Format("bib", "application/x-bibtex", bibtex.one, between="\n"),
        Format("ris", "application/x-research-info-systems", ris.one, between="\r\n"),
        Format(
            "csl.json", "application/vnd.citationstyles.csl+json", csl.one, "[\n", ",\n", "\n]\n"
        ),
        Format("jsonld", "application/ld+json", schema_org.one, schema_org.HEAD, ",\n", "\n]}\n"),
        Format("mods.xml", "application/mods+xml", mods.one, mods.HEAD, "\n", mods.TAIL),
    )
}

# The formats next to each entry's page, and those in which readers can download lists.
PAIR = ("bib", "ris")
TAKEN = ("csv", "ris", "bib", "csl.json")


def whole(form: Format, parts: Iterable[str]) -> Iterator[bytes]:
    """Works written one by one, as the pieces of one file."""
    yield form.head.encode()
    between = ""
    for part in parts:
        yield f"{between}{part}".encode()
        between = form.between
    yield form.tail.encode()
