"""Dublin Core in XML (`oai_dc`), the one format that every OAI-PMH harvester reads."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from toolkit.exports.record import LICENCE, Work, plain

NAME = "oai_dc"
NAMESPACE = "http://www.openarchives.org/OAI/2.0/oai_dc/"
SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"


def one(work: Work) -> str:
    """A work as an `oai_dc:dc` element."""
    said = "".join(
        f"<dc:{name}>{escape(text)}</dc:{name}>"
        for name, value in _elements(work)
        if (text := plain(value))
    )
    return (
        f'<oai_dc:dc xmlns:oai_dc="{NAMESPACE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="{NAMESPACE} {SCHEMA}">{said}</oai_dc:dc>'
    )


def _elements(work: Work) -> Iterator[tuple[str, str]]:
    yield "title", work.title
    yield from (("creator", author) for author in work.authors)
    yield from (("subject", word) for word in work.keywords)
    yield "description", work.summary
    yield "description", work.description
    yield from (("publisher", author) for author in work.authors)
    if work.is_practice:
        yield from (("contributor", body) for body in work.bodies)
    yield "date", work.issued
    yield "type", work.types.dcmi
    yield "type", work.type_name
    # Library catalogues link to the first of these.
    yield "identifier", work.url
    if work.identifier != work.url:
        yield "identifier", work.identifier
    yield from (("identifier", text) for _, text in work.identifiers)
    yield from (("language", tag) for tag in work.languages)
    yield "rights", LICENCE
