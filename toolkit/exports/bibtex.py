"""BibTeX, as read by LaTeX, JabRef, Zotero and others.

Names of bodies and titles are in double braces, so that no style splits them or changes their
capitalization.
"""

from collections.abc import Iterator

from toolkit.exports.record import Work, plain

_SPECIAL = str.maketrans(
    {
        "\\": "{\\textbackslash}",
        "{": "{\\textbraceleft}",
        "}": "{\\textbraceright}",
        "~": "{\\textasciitilde}",
        "^": "{\\textasciicircum}",
        **{mark: f"\\{mark}" for mark in "&%$#_"},
    }
)


def one(work: Work) -> str:
    """A BibTeX entry."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work) if value)
    return f"@{work.types.bibtex}{{{key(work)},\n{fields}}}\n"


def key(work: Work) -> str:
    """The citation key. Many programs reject a leading digit; no id contains an underscore."""
    return work.id if work.id[:1].isalpha() else f"_{work.id}"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    publisher = _text("; ".join(work.authors))
    yield "author", " and ".join(f"{{{_text(author)}}}" for author in work.authors)
    yield "title", f"{{{_text(work.title)}}}"
    yield "year", work.year
    if len(work.issued) > 4:  # a day
        yield "date", work.issued
    yield ("institution" if work.types.bibtex == "techreport" else "publisher"), publisher
    yield "type", _text(work.type_name) if work.types.bibtex in ("techreport", "misc") else ""
    yield "number", _text("; ".join(work.numbers("symbol", "sales_number")))
    for name in ("isbn", "issn"):
        yield name, _text("; ".join(work.numbers(name)))
    yield "doi", _verbatim("; ".join(work.numbers("doi")))
    yield "language", ", ".join(work.languages)
    yield "url", _verbatim(work.url)
    yield "abstract", _text(work.summary)
    yield "keywords", _text(", ".join(work.keywords))
    yield "note", _text(f"{work.description} {work.identifier}")


def _text(text: str) -> str:
    return plain(text).translate(_SPECIAL)


def _verbatim(text: str) -> str:
    """An address or DOI, which programs read as it is: only what could end the field is coded."""
    return plain(text).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
