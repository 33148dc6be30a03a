"""The page for unknown addresses guesses which page was meant, entirely on the device."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.checkouts import Checkout

pytestmark = pytest.mark.browser


@pytest.fixture
def page(sample: Checkout, served_sample: str, browser: Browser) -> Iterator[Page]:
    not_found = (sample.site / "404.html").read_bytes()
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=404, body=not_found, content_type="text/html")

    context = browser.new_context(base_url=served_sample)
    opened = context.new_page()
    opened.route("**/lost/**", answer)
    yield opened
    assert all("/lost/" in url for url in asked)
    context.close()


@pytest.mark.parametrize("name", ["unodc-tolkit-2008.html", "unodc-toolkit-2008%.html"])
def test_a_misspelt_address_leads_to_the_page_that_was_meant(page: Page, name: str) -> None:
    page.goto(f"/lost/{name}")
    link = page.locator("[data-meant] a").first
    expect(link).to_have_attribute("href", "/prosecution/resources/unodc-toolkit-2008.html")
    link.click()
    expect(page.locator("article.entry")).to_be_visible()


def test_of_pages_of_one_name_that_of_the_nearest_folder_comes_first(page: Page) -> None:
    page.goto("/lost/themes/victim-identifikation.html")
    link = page.locator("[data-meant] a").first
    expect(link).to_have_attribute("href", "/themes/victim-identification.html")


def test_an_address_like_none_leads_nowhere(page: Page) -> None:
    page.goto("/lost/qqqq")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("[data-meant]")).to_be_hidden()
