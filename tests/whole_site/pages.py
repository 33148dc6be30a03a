"""The pages of a built site, read as a strict parser reads them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

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
    "search": "search.html",
    "downloads": "downloads.html",
    "written page": "about/recognition.html",
    "guide": "contribute/writing-an-entry.html",
    "checks": "contribute/checks.html",
    "fields": "contribute/fields.html",
}


@dataclass(frozen=True)
class Parsed:
    """A page: its links as (attribute, address), and the ids on it."""

    path: str
    root: Element
    addresses: tuple[tuple[str, str, str], ...]
    ids: tuple[str, ...]


@functools.cache
def parse(site: Path, path: str) -> Parsed:
    """Parse a page; an error of HTML raises html5lib's ParseError."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root = parser.parse((site / path).read_text(encoding="utf-8"))
    addresses = tuple(
        (element.tag, name, value)
        for element in root.iter()
        if isinstance(element.tag, str)
        for name, value in element.attrib.items()
        if name in {"href", "src", "srcset", "action", "poster", "data"}
    )
    ids = tuple(element.attrib["id"] for element in root.iter() if "id" in element.attrib)
    return Parsed(path, root, addresses, ids)


def leads_on(page: Parsed) -> bool:
    """Whether it stands at a former address, and only leads on to the new one."""
    return any(meta.get("http-equiv") == "refresh" for meta in page.root.iter("meta"))


def is_not_found(path: str) -> bool:
    """Whether it is the page that is shown for any unknown address."""
    return path.rpartition("/")[2] == "404.html"


# Where a reader who leaves in haste ends up from a disk; it says nothing, not even a heading.
BLANK = "blank.html"


# Translations have the templates and links of the originals: crawling all of them takes the memory
# and the time of six sites.
TRANSLATED = ("ar/", "es/", "fr/", "ru/", "zh/")


def all_pages(site: Path) -> list[str]:
    """Paths of all pages of the first language but the blank one, sorted."""
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(path for path in paths if path != BLANK and not path.startswith(TRANSLATED))


def targets(site: Path, page: Parsed) -> Iterator[tuple[str, str]]:
    """Path on the site and anchor of every address of a page that stays on the site."""
    for _, _, address in page.addresses:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        folder = site / Path(page.path).parent
        target = (folder / unquote(parts.path)).resolve() if parts.path else site / page.path
        yield target.relative_to(site.resolve()).as_posix(), unquote(parts.fragment)
