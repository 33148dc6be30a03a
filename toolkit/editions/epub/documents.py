"""The book of a copy as the documents of an EPUB: one a chapter, each small and with its own h1."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from toolkit.editions.book.book import Book
from toolkit.editions.book.chapters import TITLE, Chapter, title_html
from toolkit.editions.book.places import CONTENTS
from toolkit.editions.epub.cutting import cut

CONTENTS_FILE: Final = "contents.xhtml"
# Old readers refuse documents of 300 KB, and turn pages of large ones slowly.
LARGEST: Final = 200_000  # bytes of one document

# A tag, and what is changed in it. Text holds no `<`, values of attributes neither `<` nor `>`.
_TAG = re.compile(r"<[^>]*>")
_HEADING = re.compile(r"(?<=[</]h)[1-6](?=[ >])")
_LINK = re.compile(r'(?<= href=")#([^"]*)(?=")')
_ID = re.compile(r' id="([^"]*)"')
_LANGUAGE = re.compile(r' lang="([^"]*)"')
# What browsers alone make use of, and old readers' schemas don't know.
_FOR_BROWSERS = re.compile(r' (?:rel|loading)="[^"]*"')
# A link to the web. Its text holds no link.
_WEB_LINK = re.compile(
    r'<a(?=[^>]* class="external[ "])[^>]* href="(?P<address>[^"]*)"[^>]*>(?P<text>.*?)</a>',
    re.DOTALL,
)
_HIDDEN = re.compile(r'<span class="visually-hidden">[^<]*</span>')
# No character of XML 1.0.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Document:
    """One XHTML file: the text of one chapter without those in it, or a piece of a long one."""

    name: str
    chapter: Chapter
    html: str


def documents(book: Book) -> tuple[Document, ...]:
    """All documents in reading order, with links between them."""
    pieces = [piece for chapter in book.walk() for piece in _pieces(chapter)]
    places = {CONTENTS: CONTENTS_FILE}
    for piece in pieces:
        places.setdefault(piece.chapter.id, piece.name)
        for tag in _TAG.findall(piece.html):
            if found := _ID.search(tag):
                id_ = html.unescape(found[1])
                places.setdefault(id_, f"{piece.name}#{found[1]}")
    return tuple(Document(piece.name, piece.chapter, _finished(piece, places)) for piece in pieces)


def with_xml_languages(text: str) -> str:
    """Well-formed HTML whose languages old readers know too."""
    return _TAG.sub(lambda tag: _LANGUAGE.sub(r' lang="\1" xml:lang="\1"', tag[0]), text)


def document_name(chapter: Chapter, number: int = 1) -> str:
    """The name of the document of a chapter, or of one of its pieces: ids hold no full stop."""
    return f"{chapter.id}.xhtml" if number == 1 else f"{chapter.id}.{number}.xhtml"


def _pieces(chapter: Chapter) -> Iterator[Document]:
    whole = f"{_WEB_LINK.sub(_with_address, chapter.html)}\n{_list(chapter)}"
    text = _NO_XML.sub("\ufffd", whole)
    for number, piece in enumerate(cut(text, LARGEST), 1):
        yield Document(document_name(chapter, number), chapter, piece)


def _with_address(link: re.Match[str]) -> str:
    """A link to the web and its address in words: many e-readers have no way to open it."""
    shown = link["address"].removeprefix("mailto:")
    text = _HIDDEN.sub("", link[0])
    if shown in link["text"]:
        return text
    return f'{text} <span class="soft">(<bdi dir="ltr">{shown}</bdi>)</span>'


def _list(chapter: Chapter) -> Markup:
    """The chapters in a chapter, which are documents of their own."""
    item = Markup('<li><a href="#{}">{}</a></li>\n')
    items = Markup("").join(item.format(one.id, title_html(one)) for one in chapter.chapters)
    return Markup('<ul class="lines">\n{}</ul>\n').format(items) if items else items


def _finished(piece: Document, places: Mapping[str, str]) -> str:
    up = piece.chapter.level - TITLE

    def heading(level: re.Match[str]) -> str:
        return str(max(int(level[0]) - up, 1))

    def target(anchor: re.Match[str]) -> str:
        place = places[html.unescape(anchor[1])]
        return place.removeprefix(piece.name) or place

    def finished(tag: re.Match[str]) -> str:
        text = _FOR_BROWSERS.sub("", tag[0])
        return _LINK.sub(target, _HEADING.sub(heading, text))

    return with_xml_languages(_TAG.sub(finished, piece.html))
