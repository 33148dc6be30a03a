"""Pages of docs/ in Chromium: axe finds nothing, no other host is contacted, nothing is stored.

All pages with a structure of their own are tested; of those that look alike, an evenly spaced
sample, so that the checks finish in time however many entries there are.
"""

import posixpath
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browsers import unpainted_page
from tests.content_checks.test_site import MOST, say
from tests.whole_site.axe import TOO_WIDE, WCAG, axe_context, findings
from tests.whole_site.pages import BLANK, Crawled
from tests.whole_site.visit import visit

pytestmark = [pytest.mark.content, pytest.mark.thorough, pytest.mark.browser]

PARTS = 16  # so that all workers finish together
FROM_DISK = 40


@pytest.fixture(scope="session")
def paths(crawled: Crawled) -> list[str]:
    """The pages to test, sorted."""
    blank = [path for path in crawled.files if posixpath.basename(path) == BLANK]
    return sorted([*crawled.spread(MOST), *blank])


@pytest.fixture(scope="session")
def seen() -> set[str]:
    """The kinds of text whose contrast this worker has already tested."""
    return set()


@pytest.mark.parametrize("part", range(PARTS))
def test_pages_from_a_server(
    browser: Browser, served: str, site: Path, paths: list[str], seen: set[str], part: int
) -> None:
    def look(page: Page) -> list[str]:
        found = findings(page, WCAG, seen)
        return [*found, *page.evaluate(TOO_WIDE)]

    with unpainted_page(axe_context(browser), {"width": 320, "height": 800}) as page:
        say(visit(page, served, site, paths[part::PARTS], look))


def test_pages_from_a_disk(browser: Browser, site: Path, paths: list[str]) -> None:
    some = sorted({"index.html", "search.html", "browse.html", *paths[:: len(paths) // FROM_DISK]})
    with browser.new_context() as context:
        say(visit(context.new_page(), site.as_uri(), site, some))
