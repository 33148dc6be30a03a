"""Makes the HTML of a site page part of a book: its links, ids, headings and images.

Tags and attributes are found with patterns, since a parser takes five times as long. That is safe:
our templates and the sanitizer write attributes in double quotes, and `<` only in tags.
"""

import html
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from toolkit.languages.language import Language
from toolkit.site.missing_links import missing_html

_TAG = re.compile(
    r'<!--.*?-->|<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:[^">]|"[^"]*")*)>', re.DOTALL
)
_ATTRIBUTE = re.compile(r'([^\s="/]+)(?:="([^"]*)")?')
# An address with a scheme leads out of the site.
_OUTSIDE = re.compile(r"[^/?#]*:")
_VOID = frozenset({"br", "hr", "img", "path", "use", "meta", "input", "wbr"})
_NAMING = frozenset({"id", "for", "aria-labelledby", "aria-describedby"})
_DEEPEST = 6
# The heading's id in our page templates; in the book, it becomes the chapter's id.
_TITLE = "page--title"


@dataclass(frozen=True)
class Places:
    """Where the pages of the site are in a book.

    `ids` gives the id in the book of a page (`about/safety`) and of a place in it
    (`about/safety#how-to-leave-quickly`). `plain` says whether a page only lists what is elsewhere,
    so that links to it become plain text. `address` gives the full address of any other page, or
    empty if unknown. `digest`, with the copy's setting, identifies all of this.
    """

    ids: Mapping[str, str]
    plain: Callable[[str], bool]
    address: Callable[[str, str], str]
    language: Language
    digest: bytes

    def find(self, path: str, anchor: str) -> str:
        """The id of a place in the book, or of its page; empty if the book lacks the page."""
        return self.ids.get(f"{path}#{anchor}", "") or self.ids.get(path, "")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where HTML comes from: the page of the site that its links are relative to.

    `id` is the id in the book that prefixes its own ids. `down` is the number of levels that its
    headings move down, though never more than one level below the heading before.
    """

    path: str
    id: str
    down: int = 0


def inner_id(above: str, id_: str) -> str:
    """The id in the book for the id `id_` in the text of `above`: unique and without colons."""
    return above if id_ == _TITLE else f"{above}--{id_.replace(':', '--')}"


def ids_of(text: str) -> list[str]:
    """All ids in HTML."""
    tags = (tag["attributes"] for tag in _TAG.finditer(text))
    return [id_ for tag in tags if tag and "id" in tag and (id_ := _attributes(tag).get("id"))]


def _attributes(text: str) -> dict[str, str]:
    return {name: html.unescape(value or "") for name, value in _ATTRIBUTE.findall(text)}


def rewrite(text: str, origin: Origin, places: Places) -> str:
    """Well-formed HTML, also valid as XHTML, with no link that leads out of the book by mistake.

    `text` is the output of our templates, or a sanitized body. Images are named by their path on
    the site.
    """
    rewriter = _Rewriter(origin, places, frozenset(ids_of(text)))
    end = 0
    for tag in _TAG.finditer(text):
        rewriter.text(text[end : tag.start()])
        end = tag.end()
        if tag["name"]:
            rewriter.tag(tag["name"], tag["attributes"], is_end=bool(tag["end"]))
    rewriter.text(text[end:])
    return "".join(rewriter.pieces)


def _is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()


class _Rewriter:
    def __init__(self, origin: Origin, places: Places, own_ids: frozenset[str]) -> None:
        self.pieces: list[str] = []
        self._origin = origin
        self._places = places
        self._own_ids = own_ids
        self._link_ends: list[Callable[[], str]] = []
        self._level = origin.down

    def text(self, text: str) -> None:
        """Write text for XHTML, which knows hardly any named entity."""
        self.pieces.append(html.escape(html.unescape(text), quote=False))

    def tag(self, tag: str, attributes: str, *, is_end: bool) -> None:
        """Write a tag."""
        if is_end:
            self._end(tag)
            return
        values = _attributes(attributes)
        if tag == "a" and "href" in values:
            self._begin_link(values)
        elif tag == "img":
            self._image(values)
        else:
            if tag == "section":
                # Chapters are the book's landmark regions; inside them, names repeat too often.
                values.pop("aria-labelledby", None)
            if _is_heading(tag):
                # No heading may skip a level, as some texts do: PDF/UA-1 forbids it.
                sunk = int(tag[1]) + self._origin.down
                self._level = min(sunk, self._level + 1, _DEEPEST)
            self._begin(self._sunk(tag), values)
        if attributes.endswith("/"):
            self._end(tag)

    def _end(self, tag: str) -> None:
        if tag == "a" and self._link_ends:
            self.pieces.append(self._link_ends.pop()())
        elif tag not in _VOID:
            self.pieces.append(f"</{self._sunk(tag)}>")

    def _begin(self, tag: str, values: Mapping[str, str]) -> None:
        written = "".join(
            f' {name}="{html.escape(self._value(name, value))}"'
            for name, value in values.items()
            if name != "align"
        )
        if "align" in values:
            # Table alignment becomes a class: XHTML has no such attribute.
            written += f' class="{html.escape(values["align"])}"'
        self.pieces.append(f"<{tag}{written}{'/' if tag in _VOID else ''}>")

    def _value(self, name: str, value: str) -> str:
        if name not in _NAMING:
            return value
        return " ".join(inner_id(self._origin.id, part) for part in value.split())

    def _sunk(self, tag: str) -> str:
        return f"h{self._level}" if _is_heading(tag) else tag

    def _begin_link(self, values: dict[str, str]) -> None:
        href = values["href"]
        if _OUTSIDE.match(href):
            self._begin("a", values)
            self._link_ends.append(lambda: "</a>")
            return
        path, _, anchor = href.partition("#")
        path = path.partition("?")[0]  # a book answers no questions
        if path:
            here = posixpath.dirname(self._origin.path)
            path = posixpath.normpath(posixpath.join(here, path)).removesuffix(".html")
            found = self._places.find(path, anchor)
        elif anchor in self._own_ids:
            found = inner_id(self._origin.id, anchor)
        else:
            found = self._origin.id
        if found:
            self._begin("a", values | {"href": f"#{found}"})
            self._link_ends.append(lambda: "</a>")
        elif self._places.plain(path):
            self._link_ends.append(lambda: "")
        else:
            self._begin_missing(self._places.address(path, anchor))

    def _begin_missing(self, address: str) -> None:
        begin = len(self.pieces)

        def end() -> str:
            inner = "".join(self.pieces[begin:])
            del self.pieces[begin:]
            return missing_html(inner, address, self._places.language)

        self._link_ends.append(end)

    def _image(self, values: dict[str, str]) -> None:
        here = posixpath.dirname(self._origin.path)
        path = posixpath.normpath(posixpath.join(here, values.get("src", "")))
        self._begin("img", values | {"src": path})
