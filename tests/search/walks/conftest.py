"""A whole site on a phone and on a wide screen."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.checkouts import Checkout

PHONE: ViewportSize = {"width": 360, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 900}
STOPS = 12
RESULTS = "#search--results .result-link"
LINES = "[data-browse] .lines a"
ENTRY = re.compile("/(practices|resources|tasks)/")


@pytest.fixture(scope="session")
def site(sample: Checkout) -> Path:
    return sample.site


@pytest.fixture
def disk(site: Path) -> str:
    """For what works the same from a server, which allows more."""
    return site.as_uri()


@pytest.fixture
def reader(request: pytest.FixtureRequest, window: Page) -> Page:
    """A page as in a new window; without one, no frames scroll it bit by bit."""
    if request.node.get_closest_marker("painted") is None:
        window.emulate_media(reduced_motion="reduce")
    return window


@pytest.fixture
def phone(reader: Page) -> Page:
    reader.set_viewport_size(PHONE)
    return reader


@pytest.fixture
def wide(reader: Page) -> Page:
    reader.set_viewport_size(WIDE)
    return reader


def stops_to(page: Page, selector: str) -> int:
    """The number of Tab presses from the top of a page to the first matching element."""
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    return stops_from_here(page, selector)


def stops_from_here(page: Page, selector: str) -> int:
    """The number of Tab presses from the current focus to the first matching element."""
    for count in range(1, 40):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return count
    raise AssertionError(f"No stop at {selector}.")


def choose(box: Locator) -> None:
    """Check a box, as `check` does where a page has a window."""
    box.press("Space")
    expect(box).to_be_checked()


# Whether an element, or the `whole` of it, is within the window.
_IN_SIGHT = """([element, whole]) => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const fits = (from, to, end) => (whole ? from >= 0 && to <= end : to > 0 && from < end);
  const isShown = element.getClientRects().length > 0;
  return isShown && fits(left, right, innerWidth) && fits(top, bottom, innerHeight);
}"""


def comes_in_sight(place: Locator, *, whole: bool = False) -> None:
    """Wait for it, as `to_be_in_viewport` does where a page has a window."""
    found = [place.element_handle(), whole]
    place.page.wait_for_function(_IN_SIGHT, arg=found, polling=20)


def follow(page: Page, number: int) -> None:
    """Go to a result without scrolling to it first."""
    page.locator(RESULTS).nth(number).evaluate("(link) => link.click()")
    page.wait_for_url(ENTRY)


def in_front(page: Page) -> int:
    """The number of results that the page reports, without the less likely ones."""
    return int((page.locator("#search--status").text_content() or "").split()[0])
