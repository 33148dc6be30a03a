"""Links in bodies: where each one leads, and its words."""

import enum
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from toolkit.content.document import Document
from toolkit.content.markdown import MarkdownLink
from toolkit.content.reader import Content
from toolkit.content.references import unescaped
from toolkit.source import Location
from toolkit.validation.passages import Passage, written
from toolkit.validation.web_addresses import SCHEME

# A drive, the address of a file, a network folder, a person's own folder, a memory stick.
ON_A_COMPUTER = re.compile(r"[a-z]:[\\/]|file:|\\\\|~/|/(?:users|home|volumes)/", re.IGNORECASE)
_LINK = re.compile(
    r"(?<![!\\])\[(?!\^)(?P<words>[^\[\]]{0,1000}(?:!?\[[^\[\]]{0,500}\][^\[\]]{0,500}){0,3})\]"
    r"(?:\(\s*<?(?P<target>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)?)|\[[^\[\]]{0,500}\])"
)
_ALONE = re.compile(r"(?<!\]\()<(?P<target>https?:[^\s<>]+)>", re.IGNORECASE)


class Aim(enum.Enum):
    """What kind of place a link leads to."""

    OUTSIDE = enum.auto()
    HERE = enum.auto()
    INSIDE = enum.auto()


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link of `document` leads.

    `scheme` is in lower case, empty inside the site and for `//host`. `path` is relative to the
    content folder; it begins with `../` if it leaves it, and with `/` if it is written that way.
    """

    document: Document
    link: MarkdownLink
    aim: Aim
    scheme: str = ""
    path: str = ""
    anchor: str = ""


def targets(content: Content) -> Iterator[Target]:
    """The targets of all links of all bodies, in the order of files and lines."""
    for document in content.texts:
        if document.is_read:
            for link in document.outline.links:
                yield Target(document, link, *_aim(document.path, link.target))


# Several checks ask for the same, one after the other, and many links of a text lead to one page.
@lru_cache(maxsize=4096)
def _aim(place: str, target: str) -> tuple[Aim, str, str, str]:
    """What a target in the text at `place` aims at, with its scheme, path and anchor."""
    text = unescaped(target).strip()
    if scheme := SCHEME.match(re.sub(r"[\x00-\x20]", "", text)):
        return Aim.OUTSIDE, scheme[1].lower(), "", ""
    if text.startswith(("//", "\\")) or ON_A_COMPUTER.match(text):
        return Aim.OUTSIDE, "", "", ""
    path, _, anchor = text.partition("#")
    path, anchor = unquote(path.partition("?")[0]), unquote(anchor)
    if not path:
        return Aim.HERE, "", f"{place}.md", anchor
    if not path.startswith("/"):
        folder = posixpath.dirname(place)
        ending = "/" if path.endswith("/") else ""
        path = posixpath.normpath(posixpath.join(folder, path)) + ending
    return Aim.INSIDE, "", path, anchor


@dataclass(frozen=True, slots=True)
class LinkWords:
    """The words of a link and their place; `target` is empty if given elsewhere in the text."""

    words: str
    target: str
    location: Location


def link_words(texts: Iterable[Passage]) -> Iterator[LinkWords]:
    """The words of all links of some bodies; an address in angle brackets is its own words."""
    for passage in texts:
        if "](" in passage.text or "][" in passage.text:
            for match in _LINK.finditer(passage.text):
                place = passage.of(match, "words")
                # Code is left out of passages, so words that are only code are read from the file.
                words = match["words"] if match["words"].strip() else written(place)
                yield LinkWords(words, match["target"] or "", place)
        if "<" in passage.text:
            for match in _ALONE.finditer(passage.text):
                place = passage.of(match, "target")
                yield LinkWords(match["target"], match["target"], place)
