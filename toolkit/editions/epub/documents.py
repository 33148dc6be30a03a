"""A copy's book as EPUB documents: one per chapter, each small and with its own h1."""

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
# Old e-readers refuse documents of 300 KB, and are slow to turn pages in large ones.
LARGEST = 200_000  # bytes of one document

_HEADING = re.compile(r"h[1-6]")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Characters not allowed in XML 1.0.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What people and browsers leave in addresses, and EpubCheck refuses.
_NO_ADDRESS = re.compile(r"[\[\]]|%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Document:
    """One XHTML file: one chapter's text without its sub-chapters, or a piece of a long one."""

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
    """Well-formed HTML from a book, as the content of a `body` element."""
    possible = _NO_XML.sub("\ufffd", text)
    # Safe: this comes from our own templates and sanitized bodies, without entities.
    return ElementTree.fromstring(f"<body>{possible}</body>")  # noqa: S314


def xhtml(body: Element) -> Markup:
    """The content of a `body` element, with languages marked in a way that old e-readers know."""
    for element in body.iter():
        if "lang" in element.attrib:
            element.set(_XML_LANGUAGE, element.attrib["lang"])
    text = ElementTree.tostring(body, encoding="unicode")
    return Markup(text.removeprefix("<body>").removesuffix("</body>"))  # noqa: S704 - clean HTML


def document_name(chapter: Chapter, number: int = 1) -> str:
    """The name of a chapter's document, or of one of its pieces; ids contain no full stop."""
    return f"{chapter.id}.xhtml" if number == 1 else f"{chapter.id}.{number}.xhtml"


def _pieces(chapter: Chapter) -> Iterator[Document]:
    text = f"{chapter.html}\n{_list(chapter)}"
    body = parsed(text)
    _name_addresses(body)
    # Measuring takes as long as writing, so estimate first: addresses make a text less than three
    # times as long, and a character has up to four bytes.
    is_short = 12 * len(text) < LARGEST
    for number, piece in enumerate((body,) if is_short else cut(body, LARGEST), 1):
        yield Document(document_name(chapter, number), chapter, piece)


def _name_addresses(body: Element) -> None:
    """Add the address after each link to the web, since many e-readers can't open links."""
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
    """A list of the chapters in a chapter, which have their own documents."""
    item = Markup('<li><a href="#{}">{}</a></li>\n')
    items = Markup("").join(item.format(one.id, title_html(one)) for one in chapter.chapters)
    return Markup('<ul class="lines">\n{}</ul>\n').format(items) if items else items


def _finish(piece: Document, places: Mapping[str, str]) -> None:
    """Raise the headings of a document, and point its links to where their targets are now."""
    up = piece.chapter.level - TITLE
    for element in piece.body.iter():
        # Only browsers use these attributes, and old e-readers' schemas don't know them.
        element.attrib.pop("rel", None)
        element.attrib.pop("loading", None)
        if element.tag in {"code", "pre"}:
            # Style sheets of e-books must not set the direction.
            element.set("dir", "ltr")
        if _HEADING.fullmatch(element.tag):
            element.tag = f"h{max(int(element.tag[1]) - up, 1)}"
        href = element.get("href", "")
        if href.startswith("#"):
            place = places[href[1:]]
            element.set("href", place.removeprefix(piece.name) or place)
        elif href:
            element.set("href", _NO_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", href))
