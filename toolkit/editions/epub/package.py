"""The package of an EPUB: its metadata, files and reading order."""

import hashlib
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from toolkit.editions.book.book import Book
from toolkit.editions.book.media import media_type
from toolkit.editions.epub.documents import CONTENTS_FILE, document_name

COVER_FILE = "cover.xhtml"
COVER_PICTURE = "cover.png"

_XHTML = "application/xhtml+xml"
_NCX = "application/x-dtbncx+xml"
_PROPERTIES = {CONTENTS_FILE: "nav", COVER_PICTURE: "cover-image"}

# Features of every book: https://www.w3.org/publishing/a11y/metadata/.
_FEATURES = (
    "structuralNavigation",
    "tableOfContents",
    "readingOrder",
    "displayTransformability",
    "index",
)


class _Item(NamedTuple):
    id: str
    name: str
    type: str


def packed(
    book: Book, reading_order: Sequence[tuple[str, str]], others: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The files of the EPUB by path, including `mimetype`.

    `reading_order` holds names and XHTML of the documents, including the table of contents;
    `others` are styles and images by name.
    """
    texts = {name: text.encode() for name, text in reading_order}
    contents = {**texts, **dict(sorted(others.items()))}
    items = [*_items(texts, others), _Item("ncx", "toc.ncx", _NCX)]
    pictures = any(name.startswith("images/") for name in others)
    context = {
        "identifier": _identifier(contents),
        "title": _title(book),
        "as_of": book.copy.catalogue.as_of.isoformat(),
        "access": list(_access(book, pictures=pictures)),
        "items": items,
        "properties": _PROPERTIES,
        "cover": next(item.id for item in items if item.name == COVER_PICTURE),
        "name": document_name,
    }

    def made(template: str) -> bytes:
        page = book.renderer.environment.get_template(f"epub/{template}")
        return f"{page.render(book=book, **context).strip()}\n".encode()

    return {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": made("container.xml"),
        "EPUB/content.opf": made("content.opf"),
        "EPUB/toc.ncx": made("toc.ncx"),
        **{f"EPUB/{name}": data for name, data in contents.items()},
    }


def _items(documents: Iterable[str], others: Iterable[str]) -> Iterator[_Item]:
    for number, name in enumerate(documents, 1):
        yield _Item(f"document-{number}", name, _XHTML)
    for number, name in enumerate(sorted(others), 1):
        yield _Item(f"file-{number}", name, media_type(name) or "text/css")


def _identifier(contents: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, data in contents.items():
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:sha256:{digest.hexdigest()}").urn


def _title(book: Book) -> str:
    if not book.copy.edition.terms:
        return book.title
    return book.copy.language.text("epub.title", title=book.title, edition=book.copy.title)


def _access(book: Book, *, pictures: bool) -> Iterator[tuple[str, str]]:
    """Names and values of schema.org that describe how accessible the book is."""
    yield "accessMode", "textual"
    yield "accessModeSufficient", "textual"
    yield from (("accessibilityFeature", feature) for feature in _FEATURES)
    yield "accessibilityHazard", "none"
    if pictures:
        yield "accessMode", "visual"
        yield "accessibilityFeature", "alternativeText"
    key = "epub.accessibility.pictures" if pictures else "epub.accessibility"
    yield "accessibilitySummary", book.copy.language.text(key)
