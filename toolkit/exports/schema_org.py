"""schema.org as JSON-LD: everything for harvesters, and a short block in an entry's page."""

from toolkit.compact_json import compact
from toolkit.exports.record import LICENCE, Work
from toolkit.recognition.canonical import without_empty

HEAD = '{"@context":{"@vocab":"https://schema.org/"},"@graph":[\n'

# In a page, nothing in the data may end the element that it is in.
_IN_HTML = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"})


def one(work: Work) -> str:
    """A work as an object of the graph, without its context."""
    made = _short(work) | {
        "identifier": [{"@type": "PropertyValue", "propertyID": "id", "value": work.id}]
        + [
            {"@type": "PropertyValue", "propertyID": name, "value": text}
            for name, text in work.identifiers
        ],
        "description": work.summary,
        "keywords": list(work.keywords),
        "dateModified": work.day.isoformat() if work.is_practice and work.day else "",
        "isPartOf": {"@type": "WebSite", "name": work.toolkit} if work.is_practice else "",
        "contributor": _bodies(work.bodies) if work.is_practice else "",
        "subjectOf": without_empty(
            {
                "@type": "WebPage",
                "name": work.title,
                "url": work.address,
                "license": LICENCE,
                "description": work.description,
            }
        ),
    }
    return compact(without_empty(made))


def in_page(work: Work) -> str:
    """The block for a page, safe in HTML whatever a title contains."""
    made = {"@context": "https://schema.org", **_short(work)}
    return compact(made).translate(_IN_HTML)


def _short(work: Work) -> dict[str, object]:
    made: dict[str, object] = {
        "@type": work.types.schema,
        "@id": work.identifier,
        "name": work.title,
        "author": _bodies(work.authors),
        "datePublished": work.issued,
        "inLanguage": list(work.languages),
        "isbn": list(work.numbers("isbn")),
        "url": work.url,
    }
    return without_empty(made)


def _bodies(names: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"@type": "Organization", "name": name} for name in names]
