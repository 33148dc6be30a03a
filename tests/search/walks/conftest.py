"""A whole site on a phone and on a wide screen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

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
def phone(window: Page) -> Page:
    window.set_viewport_size(PHONE)
    return window


@pytest.fixture
def wide(window: Page) -> Page:
    window.set_viewport_size(WIDE)
    return window


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


def follow(page: Page, number: int) -> None:
    """Go to a result without scrolling to it first."""
    page.locator(RESULTS).nth(number).evaluate("(link) => link.click()")
    page.wait_for_url(ENTRY)


def in_front(page: Page) -> int:
    """The number of results that the page reports, without the less likely ones."""
    return int((page.locator("#search--status").text_content() or "").split()[0])


@pytest.fixture
def slow_phone(phone: Page) -> Iterator[Page]:
    """A processor four times slower, and a connection of 400 kbit/s."""
    devtools = phone.context.new_cdp_session(phone)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    line = {
        "offline": False,
        "latency": 0,
        "downloadThroughput": 50_000,
        "uploadThroughput": 50_000,
    }
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", line)
    yield phone
    devtools.detach()
