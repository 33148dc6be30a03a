"""The book of a copy as the documents of an EPUB: one a chapter, each small and with its own h1."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markupsafe import Markup

from toolkit.editions.book.book import Book
from toolkit.editions.book.chapters import TITLE, Chapter, title_html
from toolkit.editions.book.places import CONTENTS
from toolkit.editions.epub.cutting import cut

CONTENTS_FILE = "contents.xhtml"
# Old readers refuse documents of 300 KB, and turn pages of large ones slowly.
LARGEST = 200_000  # bytes of one document

_HEADING = re.compile(r"h[1-6]")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# No character of XML 1.0.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Document:
    """One XHTML file: the text of one chapter without those in it, or a piece of a long one."""

    name: str
    chapter: Chapter
    body: Element


def documents(book: Book) -> tuple[Document, ...]:
    """All documents in reading order, with links between them."""
    pieces = tuple(piece for chapter in book.walk() for piece in _pieces(chapter))
    places = {CONTENTS: CONTENTS_FILE}
    for piece in pieces:
        places.setdefault(piece.chapter.id, piece.name)
        for element in piece.body.iter():
            if "id" in element.attrib:
                places.setdefault(element.attrib["id"], f"{piece.name}#{element.attrib['id']}")
    for piece in pieces:
        _finish(piece, places)
    return pieces


def parsed(text: str) -> Element:
    """Well-formed HTML of a book as the content of an element `body`."""
    possible = _NO_XML.sub("\ufffd", text)
    # Made by our own templates and sanitized bodies, without entities.
    return ElementTree.fromstring(f"<body>{possible}</body>")  # noqa: S314


def xhtml(body: Element) -> Markup:
    """What an element `body` holds, with languages that old readers know too."""
    for element in body.iter():
        if "lang" in element.attrib:
            element.set(_XML_LANGUAGE, element.attrib["lang"])
    text = ElementTree.tostring(body, encoding="unicode")
    return Markup(text.removeprefix("<body>").removesuffix("</body>"))  # noqa: S704 - clean HTML


def document_name(chapter: Chapter, number: int = 1) -> str:
    """The name of the document of a chapter, or of one of its pieces: ids hold no full stop."""
    return f"{chapter.id}.xhtml" if number == 1 else f"{chapter.id}.{number}.xhtml"


def _pieces(chapter: Chapter) -> Iterator[Document]:
    text = f"{chapter.html}\n{_list(chapter)}"
    body = parsed(text)
    _name_addresses(body)
    # To measure takes as long as to write. Addresses make a text less than three times as long, and
    # a character has up to four bytes.
    is_short = 12 * len(text) < LARGEST
    for number, piece in enumerate((body,) if is_short else cut(body, LARGEST), 1):
        yield Document(document_name(chapter, number), chapter, piece)


def _name_addresses(body: Element) -> None:
    """Put the address of each link to the web behind it: many e-readers have no way to open it."""
    for parent in list(body.iter()):
        for link in [one for one in parent if "external" in one.get("class", "").split()]:
            for hidden in [one for one in link if one.get("class") == "visually-hidden"]:
                link.remove(hidden)
            shown = link.get("href", "").removeprefix("mailto:")
            if shown in "".join(link.itertext()):
                continue
            address = Element("span", {"class": "soft"})
            address.text, address.tail, link.tail = "(", link.tail, " "
            ElementTree.SubElement(address, "bdi", {"dir": "ltr"}).text = shown
            address[0].tail = ")"
            parent.insert(list(parent).index(link) + 1, address)


def _list(chapter: Chapter) -> Markup:
    """The chapters in a chapter, which are documents of their own."""
    item = Markup('<li><a href="#{}">{}</a></li>\n')
    items = Markup("").join(item.format(one.id, title_html(one)) for one in chapter.chapters)
    return Markup('<ul class="lines">\n{}</ul>\n').format(items) if items else items


def _finish(piece: Document, places: Mapping[str, str]) -> None:
    """Raise the headings of a document, and lead its links to where their ends are now."""
    up = piece.chapter.level - TITLE
    for element in piece.body.iter():
        # What browsers alone make use of, and old readers' schemas don't know.
        element.attrib.pop("rel", None)
        element.attrib.pop("loading", None)
        if element.tag in {"code", "pre"}:
            # Style sheets of e-books may not set directions.
            element.set("dir", "ltr")
        if _HEADING.fullmatch(element.tag):
            element.tag = f"h{max(int(element.tag[1]) - up, 1)}"
        href = element.get("href", "")
        if href.startswith("#"):
            place = places[href[1:]]
            element.set("href", place.removeprefix(piece.name) or place)
