"""A rendered body and its sections."""

from __future__ import annotations

import html
import posixpath
import re
import zlib
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

_HEADING = re.compile(r'<h2 id="([^"]*)">(.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|td|th|dt|dd|pre|blockquote|figcaption)>|<br>")
# An item of a list that ends without a mark: nothing else would part it from what follows. In
# Chinese, a space does. It may end in a link, as most in lists of works do.
_BARE_ITEM = re.compile(
    r"(?<=[^\W\u3400-\u9fff]|[)”»])(?:</\w+>\s*)*</li>\s*(?=<li>|</[ou]l>\s*<p>)"
)
# No space follows a mark of Chinese, which takes the place of a character.
_WIDE_GAP = re.compile("(?<=[。？！；：]) ")
# A reference from a body to a file, as the cleaner writes it.
_FILE = re.compile(r'(?P<before> (?:src|href)=")(?P<path>[^":#?]+)(?=["#?])')


@dataclass(frozen=True, slots=True)
class Section:
    """The part of a body under one level-2 heading; `anchor` and `heading` are empty before the
    first one. `text` is plain text.
    """

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """The clean HTML of a body, compressed; `furnish` adds what pages add to it in a language.

    Each page is made once: to keep what is added, or the HTML of all texts as it is, would take a
    tenth of a build's memory.
    """

    packed: bytes
    furnish: Callable[[str], str] = str

    @property
    def clean(self) -> str:
        """The HTML without what pages add."""
        return zlib.decompress(self.packed).decode()

    @property
    def html(self) -> Markup:
        """The HTML as pages show it."""
        return Markup(self.furnish(self.clean))  # noqa: S704 - sanitized


def sections_of(clean: str) -> Iterator[Section]:
    """The sections of a body, parsed from its HTML each time, as only the search needs them."""
    parts = _HEADING.split(clean)
    if parts[0].strip():
        yield Section("", "", _text(parts[0]))
    for anchor, heading, content in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        yield Section(html.unescape(anchor), _text(heading), _text(content))


def pack(clean: str) -> bytes:
    """The HTML of a body, compressed."""
    return zlib.compress(clean.encode(), 1)


def _text(clean: str) -> str:
    spaced = _BLOCK_END.sub(" ", _BARE_ITEM.sub(" · ", clean))
    return _WIDE_GAP.sub("", " ".join(html.unescape(_TAG.sub("", spaced)).split()))


def with_files_above(
    bodies: Mapping[str, Body], files: Container[str], levels: int
) -> Mapping[str, Body]:
    """Bodies by path, with links and images that point to the `files` that many `levels` up.

    Only one language of a site has the files of entries next to its pages.
    """
    if not levels:
        return bodies

    def moved(path: str, body: Body) -> Body:
        folder = posixpath.dirname(path)

        def way(match: re.Match[str]) -> str:
            target = posixpath.normpath(posixpath.join(folder, match["path"]))
            up = "../" * (path.count("/") + levels)
            return f"{match['before']}{up}{target}" if target in files else match[0]

        return Body(body.packed, lambda clean: _FILE.sub(way, body.furnish(clean)))

    return {path: moved(path, body) for path, body in bodies.items()}
