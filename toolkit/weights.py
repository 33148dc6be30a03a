"""What pages of a built site weigh on a slow line, and which of them break the budget.

Weights are bytes after gzip, as a server sends them. An index of the search weighs on nobody who
does not search, so it is not in a first visit.
"""

from __future__ import annotations

import gzip
import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from typing import Final
from urllib.parse import unquote, urlsplit

ENTRY_MEDIAN: Final = 4_500
ENTRY: Final = 5_000
FIRST_VISIT: Final = 45_000
REQUESTS: Final = 6
IMAGE: Final = 50_000
# A list may weigh so much by itself, and so much for each entry that it names.
LIST: Final = 20_000
LIST_ITEM: Final = 180
# The references for contributors, who read them at a desk, hold every check and field on a page.
REFERENCE: Final = 30_000

_ENTRY_FOLDERS = ("practices", "resources")


@dataclass(frozen=True, slots=True)
class Weight:
    """A page: its own weight, that of a first visit with all that it asks for, and its links."""

    path: str
    html: int
    first_visit: int
    requests: int
    entries: int
    images: tuple[str, ...]

    @property
    def is_entry(self) -> bool:
        """Whether the page shows one entry."""
        return posixpath.basename(posixpath.dirname(self.path)) in _ENTRY_FOLDERS


def weigh(site: Path) -> list[Weight]:
    """The weights of all pages, sorted by path."""

    @cache
    def packed(path: str) -> int:
        file = site / path
        return len(gzip.compress(file.read_bytes(), 6)) if file.is_file() else 0

    def weight(path: str) -> Weight:
        page = _Page(path)
        page.feed((site / path).read_text(encoding="utf-8"))
        asked = sorted(page.asked)
        html = packed(path)
        whole = html + sum(packed(one) for one in asked)
        images = tuple(sorted(page.images))
        return Weight(path, html, whole, 1 + len(asked), len(page.entries), images)

    return [weight(path.relative_to(site).as_posix()) for path in sorted(site.rglob("*.html"))]


def excesses(site: Path, weights: Sequence[Weight]) -> Iterator[str]:
    """A line for each page or image that breaks the budget."""
    entries = [weight for weight in weights if weight.is_entry]
    middle = median(weight.html for weight in entries) if entries else 0
    if middle > ENTRY_MEDIAN:
        yield f"entries: the median weighs {middle:,.0f} bytes, at most {ENTRY_MEDIAN:,} may be"
    for weight in weights:
        if weight.is_entry:
            yield from _over(weight.path, "weighs", weight.html, ENTRY, "bytes")
            yield from _over(
                weight.path, "a first visit weighs", weight.first_visit, FIRST_VISIT, "bytes"
            )
            yield from _over(weight.path, "a first visit takes", weight.requests, REQUESTS, "files")
        else:
            reference = posixpath.dirname(weight.path) == "contribute"
            most = REFERENCE if reference else LIST + LIST_ITEM * weight.entries
            yield from _over(weight.path, "weighs", weight.html, most, "bytes")
        for image in weight.images:
            size = (site / image).stat().st_size if (site / image).is_file() else 0
            yield from _over(weight.path, f"the image {image} weighs", size, IMAGE, "bytes")


def _over(path: str, what: str, value: int, most: int, unit: str) -> Iterator[str]:
    if value > most:
        yield f"{path}: {what} {value:,} {unit}, at most {most:,} may be"


class _Page(HTMLParser):
    """What a page asks for without being asked, and the entries that it names."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._folder = posixpath.dirname(path)
        self.asked: set[str] = set()
        self.images: set[str] = set()
        self.entries: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        values = dict(attrs)
        address = values.get("src") or values.get("href")
        path = self._path(address) if address else ""
        if not path:
            return
        if tag in {"script", "img"} or (tag == "link" and values.get("rel") != "canonical"):
            self.asked.add(path)
        if tag == "img":
            self.images.add(path)
        if tag == "a" and posixpath.basename(posixpath.dirname(path)) in _ENTRY_FOLDERS:
            self.entries.add(path)

    def _path(self, address: str) -> str:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return ""
        return posixpath.normpath(posixpath.join(self._folder, unquote(parts.path))).lstrip("/")
