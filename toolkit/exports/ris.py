"""RIS, as read by EndNote, Mendeley, RefWorks, Zotero and library catalogues."""

from collections.abc import Iterator

from toolkit.exports.record import Work, plain


def one(work: Work) -> str:
    """A RIS record: each line is a tag, two spaces, a hyphen, a space and one value."""
    lines = (f"{tag}  - {text}" for tag, value in _lines(work) if (text := plain(value)))
    return "\r\n".join((*lines, "ER  - ", ""))


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", work.types.ris
    yield "ID", work.id
    yield from (("AU", author) for author in work.authors)
    yield "TI", work.title
    yield "PY", work.year
    yield "DA", _day(work.issued)
    yield "PB", "; ".join(work.authors)
    yield "M3", work.type_name
    yield from (("M1", number) for number in work.numbers("symbol", "sales_number"))
    yield from (("SN", number) for number in work.numbers("isbn", "issn"))
    yield from (("DO", number) for number in work.numbers("doi"))
    yield "LA", ", ".join(work.languages)
    yield "UR", work.url
    yield "AB", work.summary
    yield from (("KW", word) for word in work.keywords)
    yield "N1", f"{work.description} {work.identifier}"


def _day(issued: str) -> str:
    """A date as year, month and day; a year alone goes on its own line instead."""
    return issued.replace("-", "/") + "/" if len(issued) > 4 else ""
