"""How far readers have to go: page heights, the position of the first result, Tab stops.

`make test-content` prints the figures at its end.
"""

import posixpath
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import unpainted_page
from tests.search.test_browser import ask, loaded
from tests.search.walks.conftest import (
    LINES,
    PHONE,
    STOPS,
    WIDE,
    stops_to,
)
from tests.whole_site.pages import Crawled

pytestmark = [pytest.mark.content, pytest.mark.thorough, pytest.mark.browser]

TALLEST = 8_000  # pixels, as a page opens on a wide screen
HEIGHT = "document.documentElement.scrollHeight"
PARTS = 4  # so that all workers finish together
TOLD = 3

Record = Callable[[str, object], None]


def tall(crawled: Crawled, site: Path, languages: list[str]) -> list[str]:
    """Top-level pages, and the page with the largest file in each folder."""
    roots = {"", *languages}
    largest: dict[str, str] = {}
    for path in crawled.pages:
        folder = posixpath.dirname(path)
        place = path if folder in roots else folder
        best = largest.get(place, path)
        largest[place] = max(best, path, key=lambda one: (site / one).stat().st_size)
    return sorted(largest.values())


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_opens_too_tall(
    browser: Browser,
    site: Path,
    served: str,
    crawled: Crawled,
    languages: list[str],
    part: int,
    record_property: Record,
) -> None:
    heights = {}
    with unpainted_page(browser.new_context(), WIDE) as page:
        for path in tall(crawled, site, languages)[part::PARTS]:
            page.goto(f"{served}/{path}")  # for pages from disk Chromium starts a process each
            heights[path] = page.evaluate(HEIGHT)
    tallest = sorted(heights, key=lambda path: (-heights[path], path))
    for path in tallest[:TOLD]:
        record_property("height", f"{heights[path]:>6,} px  {path}")
    over = [f"{path}: {heights[path]:,} px" for path in tallest if heights[path] > TALLEST]
    assert not over, "\n".join(
        ["Pages that open taller than 8,000 pixels at 1,280:", *over, "Fold or divide them."]
    )


FOUND = ".found .result-link"  # a page of the toolkit comes before the entries


@pytest.mark.parametrize(("path", "query"), [("search", "ILO"), ("browse", ""), ("browse", "ILO")])
def test_the_first_result_is_on_the_first_screen_and_near_for_the_keyboard(
    browser: Browser,
    served: str,
    languages: list[str],
    path: str,
    query: str,
    record_property: Record,
) -> None:
    found = FOUND if query else LINES
    for size in (PHONE, WIDE):
        with unpainted_page(browser.new_context(), size) as page:
            for tag in languages:
                page.goto(f"{served}/{'' if tag == languages[0] else f'{tag}/'}{path}.html")
                bottom, stops = reach(page, query, found)
                place = f"{path}.html ({tag}, {query or 'no query'}, {size['width']} px)"
                record_property("first result", f"{place}: ends at {bottom:.0f} px; {stops} stops")
                assert bottom < size["height"], f"{place}: the first result is below the fold"
                assert stops <= STOPS, f"{place}: {stops} stops to the first result"


def reach(page: Page, query: str, found: str) -> tuple[float, int]:
    """The bottom of the first result, in pixels, and the number of Tab stops to it."""
    if query:
        ask(page, query)
        loaded(page)
        page.keyboard.press("Enter")
    first = page.locator(found).first
    expect(first).to_be_visible()
    box = first.bounding_box()
    assert box
    return box["y"] + box["height"], stops_to(page, found)
