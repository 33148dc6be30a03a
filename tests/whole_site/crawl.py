"""What is wrong with the pages of a built site: one sentence a fault, with the file to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from html5lib.html5parser import ParseError

from tests.whole_site.pages import (
    TRANSLATED,
    Parsed,
    all_pages,
    is_not_found,
    leads_on,
    parse,
    targets,
)

# Terms that no entry has yet: their pages are there for links, and listed once they are used.
_WAITING = {"exploitation", "themes", "regions"}


def source_of(path: str) -> str:
    """The file that a page is made of, or the page itself where the toolkit makes it."""
    name = path.removesuffix(".html")
    made = "/practices/" not in path and "/resources/" not in path
    return f"the page {path}" if made else f"docs/{name}.md"


def invalid_pages(site: Path) -> Iterator[str]:
    """Pages that are no valid HTML."""
    for path in all_pages(site):
        try:
            parse(site, path)
        except ParseError as error:
            yield f"{source_of(path)} is no valid HTML: {error}"


def dead_links(site: Path) -> Iterator[str]:
    """Links to pages, files and anchors that are not there."""
    for page in _pages(site):
        for target, anchor in targets(site, page):
            if not (site / target).is_file():
                yield f"{source_of(page.path)} links to {target}, which is not on the site."
            elif anchor and target.endswith(".html") and anchor not in parse(site, target).ids:
                yield f"{source_of(page.path)} links to {target}, which has no place #{anchor}."


def out_of_reach(site: Path) -> Iterator[str]:
    """Pages that no way leads to from the home page."""
    reached = {"index.html"}
    waiting = ["index.html"]
    while waiting:
        for target, _ in targets(site, parse(site, waiting.pop())):
            is_page = target.endswith(".html") and not target.startswith(TRANSLATED)
            if is_page and target not in reached:
                reached.add(target)
                waiting.append(target)
    for page in _pages(site):
        path = page.path
        if path not in reached and not leads_on(page) and not _WAITING & set(path.split("/")):
            yield f"No way leads from the home page to {path} ({source_of(path)})."


def repeated_ids(site: Path) -> Iterator[str]:
    """Ids that two elements of one page have."""
    for page in _pages(site):
        twice = [id_ for id_, count in Counter(page.ids).items() if count > 1]
        if twice:
            yield f"{source_of(page.path)} has two places named {', '.join(twice)}."


def from_outside(site: Path) -> Iterator[str]:
    """What pages and styles would load from another host."""
    for page in _pages(site):
        for tag, name, address in page.addresses:
            if tag != "a" and urlsplit(address).netloc:
                yield f"{source_of(page.path)} loads {address} ({name} of {tag}) from outside."
    for style in sorted(site.rglob("*.css")):
        if "//" in style.read_text(encoding="utf-8").replace("/*", "").replace("*/", ""):
            yield f"{style.name} loads something from outside."


def inline_code(site: Path) -> Iterator[str]:
    """Scripts and styles that stand in a page itself."""
    for page in _pages(site):
        for element in page.root.iter():
            names = {name for name in element.attrib if name == "style" or name.startswith("on")}
            script = element.tag == "script" and (element.text or "").strip()
            if names or script or element.tag == "style":
                yield f"{source_of(page.path)} has code in a <{element.tag}> of the page itself."


def faulty_heads(site: Path, languages: list[str]) -> Iterator[str]:
    """Pages without the policy, in another language than that of their place, or of two titles."""
    for page in _pages(site):
        html, first = page.root, page.path.partition("/")[0]
        metas = {meta.get("http-equiv"): meta.get("content") for meta in html.iter("meta")}
        if "default-src 'none'" not in (metas.get("Content-Security-Policy") or ""):
            yield f"{source_of(page.path)} has no policy against what comes from outside."
        expected = first if first in languages[1:] else languages[0]
        # From left to right is what HTML takes for granted.
        if (html.get("lang"), html.get("dir") == "rtl") != (expected, expected == "ar"):
            yield f"{source_of(page.path)} says that it is in {html.get('lang')}, not {expected}."
        titles = len(list(html.iter("h1")))
        if titles != 1:
            yield f"{source_of(page.path)} has {titles} headings of the first level."


def _pages(site: Path) -> Iterator[Parsed]:
    """The pages but that of unknown addresses: its own start at the root of a server."""
    return (parse(site, path) for path in all_pages(site) if not is_not_found(path))
