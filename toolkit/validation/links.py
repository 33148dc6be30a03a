"""Links in bodies: where each one leads."""

import enum
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from toolkit.content.document import Document
from toolkit.content.markdown import MarkdownLink
from toolkit.content.reader import Content
from toolkit.content.references import unescaped

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
        if document.is_read:
            for link in document.outline.links:
                yield _target(document, link)


def _target(document: Document, link: MarkdownLink) -> Target:
    text = unescaped(link.target).strip()
    if scheme := _SCHEME.match(re.sub(r"[\x00-\x20]", "", text)):
        return Target(document, link, Aim.OUTSIDE, scheme[1].lower())
    if text.startswith(("//", "\\")):
        return Target(document, link, Aim.OUTSIDE)
    path, _, anchor = text.partition("#")
    path, anchor = unquote(path.partition("?")[0]), unquote(anchor)
    if not path:
        return Target(document, link, Aim.HERE, "", f"{document.path}.md", anchor)
    if not path.startswith("/"):
        folder = posixpath.dirname(document.path)
        ending = "/" if path.endswith("/") else ""
        path = posixpath.normpath(posixpath.join(folder, path)) + ending
    return Target(document, link, Aim.INSIDE, "", path, anchor)
