"""A rendered body and its sections."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

# What leads from a body to a file: as the cleaner writes it.
_FILE: Final = re.compile(r'(?P<before> (?:src|href)=")(?P<path>[^":#?]+)(?=["#?])')


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a body under one heading of level 2; `anchor` and `heading` are empty before
    the first one. `text` is plain text.
    """

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """Clean HTML of a body, and its text by sections."""

    html: Markup
    sections: tuple[Section, ...]


# What a body is in all languages, before pages add to its HTML in one of them.
Cleaned = tuple[str, tuple[Section, ...]]


def with_files_above(
    bodies: Mapping[str, Body], files: Container[str], levels: int
) -> Mapping[str, Body]:
    """Bodies by path whose links and images find the `files` that lie so many `levels` above.

    Only one language of a site has the files of entries beside its pages.
    """
    if not levels:
        return bodies

    def moved(path: str, body: Body) -> Body:
        folder = posixpath.dirname(path)

        def way(match: re.Match[str]) -> str:
            target = posixpath.normpath(posixpath.join(folder, match["path"]))
            up = "../" * (path.count("/") + levels)
            return f"{match['before']}{up}{target}" if target in files else match[0]

        html = Markup(_FILE.sub(way, body.html))  # noqa: S704 - as clean as it was
        return replace(body, html=html)

    return {path: moved(path, body) for path, body in bodies.items()}
