"""The package of an EPUB: what it says of itself, lists and orders, by EbookLib."""

from __future__ import annotations

import hashlib
import io
import uuid
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time
from typing import Any, Final

from ebooklib.epub import EpubBook, EpubItem, EpubNcx, EpubWriter, Link

from toolkit.editions.book.book import Book
from toolkit.editions.book.chapters import Chapter
from toolkit.editions.epub.documents import CONTENTS_FILE, document_name

COVER_FILE: Final = "cover.xhtml"
COVER_PICTURE: Final = "cover.png"

_XHTML: Final = "application/xhtml+xml"
_TYPES: Final = {".css": "text/css", ".gif": "image/gif", ".jpg": "image/jpeg", ".png": "image/png"}

_PACKAGE: Final = "EPUB/content.opf"

# As LICENSES.md gives them.
_CREATOR: Final = "The toolkit contributors"

# What holds of every book: https://www.w3.org/publishing/a11y/metadata/.
_FEATURES: Final = (
    "structuralNavigation",
    "tableOfContents",
    "readingOrder",
    "displayTransformability",
    "index",
)


def packed(
    book: Book, reading_order: Sequence[tuple[str, str]], others: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The files of the EPUB by path, `mimetype` among them.

    `reading_order` holds names and XHTML of the documents, the contents among them; `others` styles
    and images by name.
    """
    made = EpubBook()
    made.set_identifier(_identifier(reading_order, others))
    _describe(made, book, pictures=any(name.startswith("images/") for name in others))
    for number, (name, text) in enumerate(reading_order, 1):
        item = EpubItem(f"document-{number}", name, _XHTML, text.encode())
        if name == CONTENTS_FILE:
            item.properties = ["nav"]
        made.add_item(item)
        made.spine.append(item)
    for number, (name, data) in enumerate(sorted(others.items()), 1):
        kind = _TYPES[name[name.rindex(".") :]]
        item = EpubItem(f"file-{number}", name, kind, data)
        if name == COVER_PICTURE:
            item.properties = ["cover-image"]
            # What readers of EPUB 2 go by.
            made.add_metadata(None, "meta", "", {"name": "cover", "content": item.id})
        made.add_item(item)
    made.add_item(EpubNcx())
    made.toc = [_entry(chapter) for chapter in book.chapters]
    return _written(made, book)


def _identifier(order: Iterable[tuple[str, str]], others: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    contents = [*((name, text.encode()) for name, text in order), *sorted(others.items())]
    for name, data in contents:
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return uuid.uuid5(uuid.NAMESPACE_URL, f"urn:sha256:{digest.hexdigest()}").urn


def _describe(made: Any, book: Book, *, pictures: bool) -> None:
    copy = book.copy
    text = copy.language.text
    made.set_title(
        text("epub.title", title=book.title, edition=copy.title)
        if copy.edition.terms
        else book.title
    )
    made.set_language(copy.language.tag)
    made.set_direction(copy.language.direction)
    made.add_author(_CREATOR)
    made.add_metadata("DC", "publisher", _CREATOR)
    made.add_metadata("DC", "date", copy.catalogue.as_of.isoformat())
    made.add_metadata("DC", "description", copy.summary)
    made.add_metadata("DC", "rights", text("epub.rights"))
    summary = text("epub.accessibility.pictures" if pictures else "epub.accessibility")
    access = {
        "accessMode": ("textual", "visual") if pictures else ("textual",),
        "accessModeSufficient": ("textual",),
        "accessibilityFeature": (*_FEATURES, *(("alternativeText",) if pictures else ())),
        "accessibilityHazard": ("none",),
        "accessibilitySummary": (summary,),
    }
    for name, values in access.items():
        for value in values:
            made.add_metadata(None, "meta", value, {"property": f"schema:{name}"})


def _entry(chapter: Chapter) -> Any:
    link = Link(document_name(chapter), chapter.title, f"nav-{chapter.id}")
    return (link, [_entry(inner) for inner in chapter.chapters]) if chapter.chapters else link


def _written(made: Any, book: Book) -> dict[str, bytes]:
    midnight = datetime.combine(book.copy.catalogue.as_of, time(), UTC)
    options = {"mtime": midnight, "package_direction": True}
    packed = io.BytesIO()
    writer = EpubWriter(packed, made, options)
    writer.process()
    writer.write()
    with zipfile.ZipFile(packed) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    # In which language a library reads the title aloud: EbookLib doesn't tell.
    language = f'<package xml:lang="{book.copy.language.tag}" '.encode()
    return {**files, _PACKAGE: files[_PACKAGE].replace(b"<package ", language, 1)}
