"""Pages of docs/ in Chromium: axe finds nothing, nothing is asked of another host, nothing is kept.

Pages that differ from all others in how they are built are all looked at; of those that look like
others, evenly spread ones, so that the checks end in time however many entries there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Browser, Page

from tests.content_checks.test_site import say
from tests.whole_site.axe import TOO_WIDE, WCAG, axe_context, faint_texts, findings
from tests.whole_site.pages import BLANK, all_pages, is_not_found, leads_on, parse
from tests.whole_site.visit import visit

pytestmark = [pytest.mark.content, pytest.mark.browser]

MOST = 320  # pages; a look takes about a quarter of a second
PARTS = 16  # so that all workers end together
FROM_DISK = 40


@pytest.fixture(scope="session")
def paths(site: Path) -> list[str]:
    """The pages to look at, sorted."""
    every = [
        path
        for path in all_pages(site)
        if not is_not_found(path) and not leads_on(parse(site, path))
    ]
    chosen: set[str] = set()
    known: set[str] = set()
    for path in every:
        places = set(_places(parse(site, path).root))
        if not places <= known:
            chosen.add(path)
            known |= places
    others = [path for path in every if path not in chosen]
    spread = max(1, len(others) // max(1, MOST - len(chosen)))
    return sorted({*chosen, *others[::spread], BLANK})


def _places(root: Element) -> Iterator[str]:
    """The kinds of places of a page: each element with its class and language in what holds it."""
    for parent in root.iter():
        for element in parent:
            yield " ".join(
                f"{one.tag}.{one.get('class', '')}.{one.get('lang', '')}"
                for one in (parent, element)
            )


@pytest.fixture(scope="session")
def seen() -> set[str]:
    """The kinds of text that were looked at for their contrast by this worker."""
    return set()


@pytest.mark.parametrize("part", range(PARTS))
def test_pages_from_a_server(
    browser: Browser, served: str, site: Path, paths: list[str], seen: set[str], part: int
) -> None:
    context = axe_context(browser, viewport={"width": 320, "height": 800})

    def look(page: Page) -> list[str]:
        found = [*findings(page, WCAG, ["color-contrast"]), *faint_texts(page, seen)]
        return [*found, *page.evaluate(TOO_WIDE)]

    say(visit(context, served, site, paths[part::PARTS], look))


def test_pages_from_a_disk(browser: Browser, site: Path, paths: list[str]) -> None:
    some = sorted({"index.html", "search.html", "browse.html", *paths[:: len(paths) // FROM_DISK]})
    say(visit(browser.new_context(), site.as_uri(), site, some))
