"""Links in bodies: where each one leads."""

import enum
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from toolkit.content.document import Document
from toolkit.content.markdown import MarkdownLink
from toolkit.content.reader import Content
from toolkit.content.references import unescaped
from toolkit.content.watched import made_of

# A drive, the address of a file, a network folder, a person's own folder, a memory stick.
ON_A_COMPUTER = re.compile(r"[a-z]:[\\/]|file:|\\\\|~/|/(?:users|home|volumes)/", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


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
        if made_of(document, has_links):
            for link in document.outline.links:
                yield _target(document, link)


def has_links(document: Document) -> bool:
    """Whether a text was read and its body has links or images."""
    return document.is_read and bool(document.outline.links)


def _target(document: Document, link: MarkdownLink) -> Target:
    return Target(document, link, *_aim(document.path, link.target))


# Several checks ask for the same, one after the other, and many links of a text lead to one page.
@lru_cache(maxsize=4096)
def _aim(place: str, target: str) -> tuple[Aim, str, str, str]:
    """What a target in the text at `place` aims at, with its scheme, path and anchor."""
    text = unescaped(target).strip()
    if scheme := _SCHEME.match(re.sub(r"[\x00-\x20]", "", text)):
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
