"""A rendered body and its sections."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from typing import Final

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

    html: str
    sections: tuple[Section, ...]


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

        return replace(body, html=_FILE.sub(way, body.html))

    return {path: moved(path, body) for path, body in bodies.items()}
