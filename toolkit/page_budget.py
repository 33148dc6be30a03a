"""What the pages of a built site weigh on a slow line, and which of them exceed the budget.

Weights are bytes after gzip, as a server sends them. A first visit doesn't include the search
index, which only those who search load.
"""

import gzip
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urlsplit

# The limits for half of the entries and for any single one, since a valid entry may be long. 350
# bytes are for what programs read: tags and JSON-LD.
ENTRY_MEDIAN = 4_650
ENTRY = 8_000
FIRST_VISIT = 45_000
REQUESTS = 6
IMAGE = 50_000
# Any other page: however many entries there are, lists are split before they exceed this.
PAGE = 40_000
# Translations take more words than the English original, and letters of most other scripts take two
# or three bytes.
TRANSLATION = 1.2

# The kinds of links in the head that a browser loads by itself.
_LOADED = ("stylesheet", "icon")
# The tags that can make a page load something; scripts and comments are matched whole, since there
# are no tags in them. Parsing all tags, most of which are links, takes ten times as long.
_ASKING = re.compile(
    r"""<!--.*?-->|<script\b.*?</script\s*>"""
    r"""|<(?:html|img|link)\b(?:"[^"]*"|'[^']*'|[^"'>])*>""",
    re.DOTALL | re.IGNORECASE,
)
_ENTRY_FOLDERS = ("practices", "resources")


@dataclass(frozen=True, slots=True)
class Weight:
    """A page: its own weight, and that of a first visit with everything that it loads."""

    path: str
    language: str
    html: int
    first_visit: int
    requests: int
    images: tuple[str, ...]

    @property
    def is_entry(self) -> bool:
        """Whether the page shows one entry."""
        return posixpath.basename(posixpath.dirname(self.path)) in _ENTRY_FOLDERS


def weigh(site: Path) -> list[Weight]:
    """The weights of all pages, sorted by path, without downloads."""

    @cache
    def packed(path: str) -> int:
        file = site / path
        return len(gzip.compress(file.read_bytes(), 6)) if file.is_file() else 0

    def weight(path: str) -> Weight:
        page = _Page(path)
        for mark in _ASKING.finditer((site / path).read_text(encoding="utf-8")):
            page.feed(mark[0])
        asked = sorted(page.asked)
        html = packed(path)
        whole = html + sum(packed(one) for one in asked)
        images = tuple(sorted(page.images))
        return Weight(path, page.language, html, whole, 1 + len(asked), images)

    paths = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")))
    return [weight(path) for path in paths if not path.startswith("downloads/")]


def excesses(site: Path, weights: Sequence[Weight]) -> Iterator[str]:
    """Yield a line for each page or image that exceeds the budget."""
    for language in sorted({weight.language for weight in weights}):
        of_language = [weight for weight in weights if weight.language == language]
        where = f"entries ({language})" if language else "entries"
        half = median_entry(of_language)
        yield from _over(where, "the median weighs", half, _most(ENTRY_MEDIAN, language), "bytes")
    for weight in weights:
        most = _most(ENTRY if weight.is_entry else PAGE, weight.language)
        yield from _over(weight.path, "weighs", weight.html, most, "bytes")
        if weight.is_entry:
            yield from _over(
                weight.path, "a first visit weighs", weight.first_visit, FIRST_VISIT, "bytes"
            )
            yield from _over(weight.path, "a first visit takes", weight.requests, REQUESTS, "files")
        for image in weight.images:
            size = (site / image).stat().st_size if (site / image).is_file() else 0
            yield from _over(weight.path, f"the image {image} weighs", size, IMAGE, "bytes")


def _most(budget: int, language: str) -> int:
    return round(budget * TRANSLATION) if language not in {"", "en"} else budget


def median_entry(weights: Sequence[Weight]) -> float:
    """The median weight of the entries; 0 if there are none."""
    entries = [weight.html for weight in weights if weight.is_entry]
    return median(entries) if entries else 0


def _over(path: str, what: str, value: float, most: int, unit: str) -> Iterator[str]:
    if value > most:
        yield f"{path}: {what} {value:,.0f} {unit}, at most {most:,} may be"


class _Page(HTMLParser):
    """What a page loads by itself."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._folder = posixpath.dirname(path)
        self.language = ""
        self.asked: set[str] = set()
        self.images: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        values = dict(attrs)
        if tag == "html":
            self.language = values.get("lang") or ""
        address = values.get("src") or values.get("href")
        path = self._path(address) if address else ""
        if not path:
            return
        if tag in {"script", "img"} or (tag == "link" and values.get("rel") in _LOADED):
            self.asked.add(path)
        if tag == "img":
            self.images.add(path)

    def _path(self, address: str) -> str:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return ""
        return posixpath.normpath(posixpath.join(self._folder, unquote(parts.path))).lstrip("/")
