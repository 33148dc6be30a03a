"""MODS 3.8, as read by library systems and harvesters."""

from xml.sax.saxutils import escape, quoteattr

from toolkit.exports.record import LICENCE, Work, plain

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">\n'
)
TAIL = "\n</modsCollection>\n"

_OF_NUMBERS = {"sales_number": "stock number", "symbol": "local"}


def alone(work: Work) -> str:
    """A work as a `mods` element that can be put in another document."""
    return one(work).replace("<mods ", '<mods xmlns="http://www.loc.gov/mods/v3" ', 1)


def one(work: Work) -> str:
    """A work as a `mods` element."""
    numbers = (
        _tag("identifier", text, type=_OF_NUMBERS.get(name, name))
        for name, text in work.identifiers
    )
    origin = "".join(_tag("publisher", author) for author in work.authors)
    if work.issued:
        origin += _tag("dateIssued", work.issued, encoding="w3cdtf")
    parts = (
        f"<titleInfo>{_tag('title', work.title)}</titleInfo>",
        *(
            f'<name type="corporate">{_tag("namePart", author)}<role>'
            f"{_tag('roleTerm', 'author', type='text')}</role></name>"
            for author in work.authors
        ),
        _tag("genre", work.type_name) if work.type_name else "",
        f"<originInfo>{origin}</originInfo>" if origin else "",
        *(
            f"<language>{_tag('languageTerm', tag, type='code', authority='rfc5646')}</language>"
            for tag in work.languages
        ),
        _tag("abstract", work.summary),
        _tag("note", work.description),
        *(f"<subject>{_tag('topic', word)}</subject>" for word in work.keywords),
        _tag("identifier", work.identifier, type="uri"),
        *numbers,
        f"<location>{_tag('url', work.url, usage='primary')}</location>" if work.url else "",
        "<recordInfo>"
        + _tag("recordIdentifier", work.id)
        + _tag("recordInfoNote", f"{work.digest} {LICENCE}")
        + "</recordInfo>",
    )
    return f'<mods version="3.8">{"".join(parts)}</mods>'


def _tag(name: str, text: str, **attributes: str) -> str:
    said = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{said}>{escape(plain(text))}</{name}>"
