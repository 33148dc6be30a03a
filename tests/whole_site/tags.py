"""The elements of a page, read in a fraction of the time that a strict parser takes.

This reads thousands of pages in seconds. It knows the HTML that the toolkit writes, and rejects all
other: `faults.invalid_pages` compares it with a strict parser.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_MARK = re.compile(
    r"<(?:!doctype html|!--.*?--|(/?)([a-zA-Z][\w-]*)"
    r"""((?:\s+[^\s"'=<>/]+(?:=(?:"[^"]*"|[^\s"'=<>`]+))?)*)\s*(/?))>""",
    re.S,
)
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)(?:=(?:"([^"]*)"|([^\s"'=<>`]+)))?""")
# HTML 13.1.2
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
    | {"track", "wbr"}
)
# What implicitly closes an open element (HTML 13.1.2.4).
_ENDED_BY = {
    "li": frozenset({"li"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tr": frozenset({"td", "th", "tr"}),
}
_MAY_STAY_OPEN = frozenset({"li", "td", "th", "tr"})


class UnreadableError(ValueError):
    """A text isn't HTML as the toolkit writes it; says what is wrong."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its attributes, its parent (None for the root), and the text after its tag."""

    tag: str
    attributes: Mapping[str, str]
    parent: Element | None
    begins_with: str


def elements(text: str) -> Iterator[Element]:
    """The elements of a page in order; raises UnreadableError at the first fault."""
    open_ones: list[Element] = []
    marks = list(_MARK.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    if not marks or marks[0].start():
        raise UnreadableError("it begins with no mark")
    for mark, end in zip(marks, ends, strict=True):
        behind = text[mark.end() : end]
        if "<" in behind:
            raise UnreadableError(f"this is no mark: {behind[behind.index('<') :][:60]}")
        closes, tag, attributes, closed = mark.groups()
        if tag is None:
            continue
        if closes:
            while open_ones and open_ones[-1].tag != tag and open_ones[-1].tag in _MAY_STAY_OPEN:
                open_ones.pop()
            if not open_ones or open_ones[-1].tag != tag:
                raise UnreadableError(f"</{tag}> ends no element here")
            open_ones.pop()
            continue
        while open_ones and open_ones[-1].tag in _ENDED_BY.get(tag, ()):
            open_ones.pop()
        given = {
            name: html.unescape(quoted or bare)
            for name, quoted, bare in (_ATTRIBUTE.findall(attributes) if attributes else ())
        }
        element = Element(tag, given, open_ones[-1] if open_ones else None, behind)
        yield element
        if tag not in _VOID and not closed:
            open_ones.append(element)
    if open_ones:
        raise UnreadableError(f"<{open_ones[-1].tag}> is never closed")
