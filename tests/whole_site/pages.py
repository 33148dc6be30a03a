"""The pages of a built site, as a strict parser reads them."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element as XmlElement

import html5lib

from tests.whole_site.tags import Element, UnreadableError, elements

# One page of each kind of the sample, for tests that open pages in a browser.
KINDS = {
    "home": "index.html",
    "pillar": "protection/index.html",
    "resource": "protection/resources/ohchr-commentary-recommended-principles-2010.html",
    "practice": "protection/practices/ar-rescue-accompaniment-programme.html",
    "joint work": "prevention/resources/icat-overview-paper-2012.html",
    "theme": "themes/victim-identification.html",
    "broader theme": "themes/criminal-justice.html",
    "themes": "themes/index.html",
    "audience": "audiences/prosecutors-judges.html",
    "organization": "organisations/unodc.html",
    "organizations": "organisations/index.html",
    "instrument": "instruments/tip-protocol.html",
    "instruments": "instruments/index.html",
    "type": "types/guide.html",
    "exploitation": "exploitation/forced-labour.html",
    "evidence": "evidence/evaluated.html",
    "level": "levels/national.html",
    "region": "regions/africa.html",
    "country": "countries/ar.html",
    "countries": "countries/index.html",
    "related entries": "prosecution/resources/unodc-toolkit-2008/related.html",
    "recognition": "recognition.html",
    "state of recognition": "recognition/joint.html",
    "browse": "browse.html",
    "new": "new.html",
    "works that can be had": "available.html",
    "task": "tasks/inspect-a-workplace.html",
    "tasks": "tasks/index.html",
    "due": "contribute/due.html",
    "coverage": "coverage/index.html",
    "table of coverage": "coverage/themes-regions.html",
    "row of coverage": "coverage/themes-regions/child-trafficking.html",
    "opportunities": "opportunities.html",
    "joint works": "joint-works.html",
    "search": "search.html",
    "downloads": "downloads.html",
    "data": "data/index.html",
    "written page": "about/recognition.html",
    "guide": "contribute/writing-an-entry.html",
    "checks": "contribute/checks.html",
    "fields": "contribute/fields.html",
    "form": "contribute/write.html",
}
# Without kinds made like themes, from other terms: for what depends on nothing but the template.
_LIKE_THEMES = {"audience", "type", "exploitation", "evidence", "level", "region", "country"}
TEMPLATES = {kind: path for kind, path in KINDS.items() if kind not in _LIKE_THEMES}

# Where a reader who leaves in a hurry ends up when the site is on disk, one per language: it says
# nothing, not even a heading, and only a script leads to it.
BLANK = "blank.html"

_ADDRESSES = {"href", "src", "srcset", "action", "poster", "data"}


@dataclass(frozen=True, slots=True)
class Page:
    """The facts about a page: keeping a tree of each would need too much memory.

    `addresses` are its links as (element, attribute, address). `places` are its kinds of places:
    each element with its class and language, within its parent. `coded` names the elements that
    contain code, and `fault` says why the page can't be read.
    """

    path: str
    addresses: tuple[tuple[str, str, str], ...] = ()
    ids: tuple[str, ...] = ()
    language: str = ""
    direction: str = ""
    policy: str = ""
    titles: int = 0
    leads_on: bool = False
    coded: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    fault: str = ""

    @property
    def is_not_found(self) -> bool:
        """Whether it is shown for any unknown address; then its base is the root of a server."""
        return posixpath.basename(self.path) == "404.html"


@dataclass(frozen=True, slots=True)
class Crawled:
    """A built site: its pages by path, sorted, without blank ones, and the paths of all files.

    `styles` are the texts of its style sheets, by path.
    """

    pages: Mapping[str, Page]
    files: frozenset[str]
    styles: Mapping[str, str]

    def spread(self, most: int) -> list[str]:
        """Paths of about `most` pages that readers see, from every kind of place and every folder.

        Includes all pages with a place that no page before them has; the others are evenly spaced.
        """
        every = [page for page in self.pages.values() if not page.is_not_found | page.leads_on]
        chosen: list[str] = []
        others: list[str] = []
        known: set[str] = set()
        for page in every:
            (others if page.places <= known else chosen).append(page.path)
            known |= page.places
        step = max(1, -(-len(others) // max(1, most - len(chosen))))
        return sorted({*chosen, *others[::step]})


def tree(site: Path, path: str) -> XmlElement:
    """Parse a page; raises html5lib's ParseError for invalid HTML."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: XmlElement = parser.parse((site / path).read_text(encoding="utf-8"))
    return root


def all_pages(site: Path) -> list[str]:
    """Paths of all pages except the blank ones, sorted."""
    paths = (path for path in site.rglob("*.html") if path.name != BLANK)
    return sorted(path.relative_to(site).as_posix() for path in paths)


def crawl(site: Path) -> Crawled:
    """Read all pages of a site."""
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return Crawled(
        {path: _page(site, path) for path in all_pages(site)},
        frozenset(files),
        {path: (site / path).read_text("utf-8") for path in files if path.endswith(".css")},
    )


def _page(site: Path, path: str) -> Page:
    try:
        found = list(elements((site / path).read_text(encoding="utf-8")))
    except UnreadableError as error:
        return Page(path, fault=str(error))
    root = found[0].attributes
    metas = {
        one.attributes["http-equiv"]: one.attributes.get("content", "")
        for one in found
        if one.tag == "meta" and "http-equiv" in one.attributes
    }
    return Page(
        path,
        addresses=tuple(
            (intern(one.tag), intern(name), intern(value))
            for one in found
            for name, value in one.attributes.items()
            if name in _ADDRESSES
        ),
        ids=tuple(intern(one.attributes["id"]) for one in found if "id" in one.attributes),
        language=intern(root.get("lang", "")),
        direction=intern(root.get("dir", "ltr")),  # HTML's default
        policy=intern(metas.get("Content-Security-Policy", "")),
        titles=sum(one.tag == "h1" for one in found),
        leads_on="refresh" in metas,
        coded=tuple(one.tag for one in found if _has_code(one)),
        places=frozenset(
            intern(f"{_kind(one.parent)} {_kind(one)}") for one in found if one.parent
        ),
    )


def _has_code(one: Element) -> bool:
    code = any(name == "style" or name.startswith("on") for name in one.attributes)
    # A data block is not code: browsers don't run it.
    script = one.tag == "script" and one.attributes.get("type") != "application/ld+json"
    return code or one.tag == "style" or (script and bool(one.begins_with.strip()))


def _kind(one: Element) -> str:
    return f"{one.tag}.{one.attributes.get('class', '')}.{one.attributes.get('lang', '')}"


def targets(page: Page) -> Iterator[tuple[str, str]]:
    """The path on the site and the anchor of every address in a page that stays on the site."""
    folder = posixpath.dirname(page.path)
    for _, _, address in page.addresses:
        parts = urlsplit(address)
        if not parts.scheme and not parts.netloc:
            path = posixpath.join(folder, unquote(parts.path)) if parts.path else page.path
            yield posixpath.normpath(path), unquote(parts.fragment)
