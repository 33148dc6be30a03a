"""Splits long HTML elements between blocks."""

from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

# Elements that may be split between their children. All others stay in one piece.
_CONTAINERS = frozenset({"body", "div", "section", "ul", "ol", "dl", "blockquote"})


def cut(element: Element, length: int) -> Iterator[Element]:
    """An element in pieces of about `length` bytes at most.

    Elements around a split are repeated in each piece, with their id only in the first; numbered
    lists continue their count.
    """
    if element.tag not in _CONTAINERS or _size(element) <= length:
        yield element
        return
    piece, size = Element(element.tag, element.attrib), 0
    piece.text = element.text
    for number, child in enumerate(element):
        for part in cut(child, length):
            added = _size(part)
            if size and size + added > length:
                yield piece
                piece, size = _continued(element, number), 0
            piece.append(part)
            size += added
    yield piece


def _continued(element: Element, number: int) -> Element:
    """An empty element that continues another from child `number`."""
    attributes = {
        name: value
        for name, value in element.attrib.items()
        if name not in {"id", "aria-labelledby"}
    }
    if element.tag == "ol":
        attributes["start"] = str(int(attributes.get("start", "1")) + number)
    return Element(element.tag, attributes)


def _size(element: Element) -> int:
    return len(ElementTree.tostring(element, encoding="utf-8", xml_declaration=False))
