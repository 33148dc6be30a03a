"""What is wrong with the pages of a built site: one sentence per fault, with its file."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urlsplit

from html5lib.html5parser import ParseError

from tests.whole_site.pages import Crawled, Page, targets, tree
from tests.whole_site.tags import elements

# Terms without entries so far: their pages exist for links, and are listed once they are used.
_WAITING = {"exploitation", "themes", "regions"}


def source_of(path: str) -> str:
    """The file that a page is made from, or the page itself if the toolkit makes it."""
    name = path.removesuffix(".html")
    made = "/practices/" not in path and "/resources/" not in path
    return f"the page {path}" if made else f"docs/{name}.md"


def unreadable_pages(site: Crawled) -> Iterator[str]:
    """Pages with an unclosed element or an invalid tag."""
    for page in site.pages.values():
        if page.fault:
            yield f"{source_of(page.path)} is no valid HTML: {page.fault}."


def invalid_pages(site: Path, paths: Iterable[str]) -> Iterator[str]:
    """Those pages that a strict parser refuses, or reads differently from the crawler."""
    for path in paths:
        try:
            root = tree(site, path)
        except ParseError as error:
            yield f"{source_of(path)} is no valid HTML: {error}"
            continue
        text = (site / path).read_text(encoding="utf-8")
        read = [(one.tag, dict(one.attributes)) for one in elements(text)]
        strictly = [
            (one.tag.rpartition("}")[2], {str(key): value for key, value in one.attrib.items()})
            for one in root.iter()
            if one.tag != "tbody" and isinstance(one.tag, str)  # <tbody> is optional
        ]
        read = [one for one in read if one[0] != "tbody"]
        if read != strictly:
            here, there = next(pair for pair in zip_longest(read, strictly) if pair[0] != pair[1])
            yield f"{source_of(path)} was crawled otherwise than it is parsed: {here}, {there}."


def dead_links(site: Crawled) -> Iterator[str]:
    """Links to pages, files and anchors that don't exist."""
    ids = {page.path: set(page.ids) for page in site.pages.values()}
    for page in _linked(site):
        for target, anchor in targets(page):
            if target not in site.files:
                yield f"{source_of(page.path)} links to {target}, which is not on the site."
            elif "=" in anchor:
                continue  # not an anchor, but values for a script to fill in or select
            elif anchor and target in ids and anchor not in ids[target]:
                yield f"{source_of(page.path)} links to {target}, which has no place #{anchor}."


def out_of_reach(site: Crawled) -> Iterator[str]:
    """Pages that can't be reached from the home page."""
    reached = {"index.html"}
    waiting = ["index.html"]
    while waiting:
        for target, _ in targets(site.pages[waiting.pop()]):
            if target in site.pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    for page in _linked(site):
        path = page.path
        if path not in reached and not page.leads_on and not _WAITING & set(path.split("/")):
            yield f"No way leads from the home page to {path} ({source_of(path)})."


def repeated_ids(site: Crawled) -> Iterator[str]:
    """Ids shared by two elements of one page."""
    for page in site.pages.values():
        twice = [id_ for id_, count in Counter(page.ids).items() if count > 1]
        if twice:
            yield f"{source_of(page.path)} has two places named {', '.join(twice)}."


def from_outside(site: Crawled) -> Iterator[str]:
    """What pages and styles would load from another host."""
    for page in site.pages.values():
        for tag, name, address in page.addresses:
            if tag != "a" and urlsplit(address).netloc:
                yield f"{source_of(page.path)} loads {address} ({name} of {tag}) from outside."
    for path, text in site.styles.items():
        if "//" in text.replace("/*", "").replace("*/", ""):
            yield f"{path} loads something from outside."


def inline_code(site: Crawled) -> Iterator[str]:
    """Scripts and styles inside a page itself."""
    for page in site.pages.values():
        for tag in page.coded:
            yield f"{source_of(page.path)} has code in a <{tag}> of the page itself."


FAULTS = (unreadable_pages, dead_links, out_of_reach, repeated_ids, from_outside, inline_code)


def faulty_heads(site: Crawled, languages: Sequence[str]) -> Iterator[str]:
    """Pages without the policy, in a language other than their folder's, or with two titles."""
    for page in site.pages.values():
        where = source_of(page.path)
        if "default-src 'none'" not in page.policy:
            yield f"{where} has no policy against what comes from outside."
        first = page.path.partition("/")[0]
        expected = first if first in languages[1:] else languages[0]
        if (page.language, page.direction == "rtl") != (expected, expected == "ar"):
            yield f"{where} says that it is in {page.language}, {page.direction}, not {expected}."
        if page.titles != 1:
            yield f"{where} has {page.titles} headings of the first level."


def _linked(site: Crawled) -> Iterator[Page]:
    return (page for page in site.pages.values() if not page.is_not_found)
