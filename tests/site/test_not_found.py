"""The page for unknown addresses guesses which page was meant, entirely on the device."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.checkouts import Checkout

pytestmark = pytest.mark.browser


@pytest.fixture
def lost(sample: Checkout, served_sample: str, page: Page) -> Iterator[Callable[[str], Locator]]:
    """Asks for an unknown address; gives the pages that may be meant."""
    not_found = (sample.site / "404.html").read_bytes()
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=404, body=not_found, content_type="text/html")

    def ask(name: str) -> Locator:
        page.goto(f"{served_sample}/lost/{name}")
        return page.locator("[data-meant]")

    page.route("**/lost/**", answer)
    yield ask
    assert all("/lost/" in url for url in asked)


def test_a_misspelt_address_leads_to_the_page_that_was_meant(
    lost: Callable[[str], Locator], page: Page
) -> None:
    for name in (
        *("unodc-tolkit-2008.html", "unodc-toolkit-2008%.html", "UNODC-TOLKIT-2008.HTM"),
        *("unodc-tolkit-2008/", "%75%6E%6F%64%63-toolkit-2008.html"),
    ):
        link = lost(name).locator("a").first
        expect(link).to_have_attribute("href", "/prosecution/resources/unodc-toolkit-2008.html")
    page.locator("[data-meant] a").first.click()
    expect(page.locator("article.entry")).to_be_visible()


@pytest.mark.unpainted
def test_of_pages_of_one_name_that_of_the_nearest_folder_comes_first(
    lost: Callable[[str], Locator], page: Page
) -> None:
    link = lost("themes/victim-identifikation.html").locator("a").first
    expect(link).to_have_attribute("href", "/themes/victim-identification.html")


@pytest.mark.unpainted
def test_an_address_like_none_leads_nowhere(lost: Callable[[str], Locator], page: Page) -> None:
    meant = lost("qqqq-2008")
    expect(page.locator("h1")).to_be_visible()
    expect(meant).to_be_hidden()
