"""CSL-JSON, which citation processors turn into references in any style."""

from toolkit.compact_json import compact
from toolkit.exports.record import Work
from toolkit.recognition.canonical import without_empty


def one(work: Work) -> str:
    """A CSL-JSON item."""
    return compact(item(work))


def item(work: Work) -> dict[str, object]:
    """The same as data. A body is a `literal` name, which no style splits."""
    said = {
        "id": work.id,
        "type": work.types.csl,
        "title": work.title,
        "author": [{"literal": author} for author in work.authors],
        "issued": {"date-parts": [[*map(int, work.issued.split("-"))]]} if work.issued else None,
        "publisher": "" if work.is_practice else "; ".join(work.authors),
        "container-title": work.toolkit if work.is_practice else "",
        "genre": work.type_name,
        "number": "; ".join(work.numbers("symbol", "sales_number")),
        "ISBN": "; ".join(work.numbers("isbn")),
        "ISSN": "; ".join(work.numbers("issn")),
        "DOI": "; ".join(work.numbers("doi")),
        "language": ", ".join(work.languages),
        "URL": work.url,
        "abstract": work.summary,
        "keyword": ", ".join(work.keywords),
        "note": f"{work.description} {work.identifier}",
    }
    return without_empty(said)
