"""EPUB 3 for e-readers and phones: the book of a copy as small documents, with navigation."""

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from toolkit.editions.book.book import Book, make_book
from toolkit.editions.book.chapters import Chapter, title_html
from toolkit.editions.copy import Copy
from toolkit.editions.epub.documents import (
    CONTENTS_FILE,
    Document,
    document_name,
    documents,
    parsed,
    xhtml,
)
from toolkit.editions.epub.package import COVER_FILE, COVER_PICTURE, packed
from toolkit.editions.files.inline import own_bytes
from toolkit.editions.files.zips import write_zip

# A container may hold custom files there, which reading systems ignore.
_MANIFEST = "META-INF/manifest.json"
_STYLE = "epub.css"
# The site's logo, assets/mark.svg, ten times as large on white: e-readers show it in libraries.
_MARK = "mark-480.png"
# Images in formats that every reading system shows.
_ENDINGS = {".gif": ".gif", ".jpeg": ".jpg", ".jpg": ".jpg", ".png": ".png"}


def make(copy: Copy, target: Path) -> None:
    """Write the book of a copy as an EPUB."""
    pictures: dict[str, bytes] = {}

    def media(path: str) -> str:
        ending, file = PurePosixPath(path).suffix.lower(), copy.site / path
        if ending not in _ENDINGS or not file.is_file():
            return ""
        data = file.read_bytes()
        # Whatever the image is called and however deep its folder is, this name is short and safe.
        name = f"images/{hashlib.sha256(data).hexdigest()[:16]}{_ENDINGS[ending]}"
        pictures[name] = data
        return name

    book = make_book(copy, media)
    order = list(_reading_order(book))
    others = {"book.css": own_bytes(_STYLE), COVER_PICTURE: own_bytes(_MARK)}
    files = packed(book, order, {**others, **pictures})
    files[_MANIFEST] = copy.manifest(files)
    write_zip(target, files.items(), copy.catalogue.as_of, "mimetype", copy.shelf("epub"))


def _reading_order(book: Book) -> Iterator[tuple[str, str]]:
    """Names and XHTML of all documents: cover, title page, contents, then the chapters."""
    yield COVER_FILE, _render(book, "cover", picture=COVER_PICTURE)
    first, *rest = documents(book)
    yield first.name, _document(book, first, "titlepage")
    yield CONTENTS_FILE, _contents(book)
    front = {chapter.id for chapter in book.front}
    for document in rest:
        place = "frontmatter" if document.chapter.id in front else "bodymatter"
        yield document.name, _document(book, document, place)


def _contents(book: Book) -> str:
    def title(chapter: Chapter) -> Markup:
        return xhtml(parsed(title_html(chapter)))

    return _render(book, "contents", name=document_name, title_html=title, cover=COVER_FILE)


def _document(book: Book, document: Document, place: str) -> str:
    text = xhtml(document.body)
    return _render(book, "document", chapter=document.chapter, text=text, place=place)


def _render(book: Book, template: str, **context: object) -> str:
    page = book.renderer.environment.get_template(f"epub/{template}.xhtml")
    return page.render(book=book, file=CONTENTS_FILE, **context).strip() + "\n"
