"""The page of unknown addresses guesses the page that was meant, on the device alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browsers import serve
from tests.checkouts import made_once, make_checkout

pytestmark = pytest.mark.browser


def _make(folder: Path) -> None:
    assert make_checkout(folder).toolkit("build").code == 0


@pytest.fixture
def page(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    site = made_once(tmp_path_factory, "sample site", _make) / "site"
    not_found = (site / "404.html").read_bytes()
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=404, body=not_found, content_type="text/html")

    with serve(site) as address:
        context = browser.new_context(base_url=address)
        opened = context.new_page()
        opened.route("**/lost/**", answer)
        yield opened
        assert all("/lost/" in url for url in asked)
        context.close()


def test_a_misspelt_address_leads_to_the_page_that_was_meant(page: Page) -> None:
    page.goto("/lost/unodc-tolkit-2008.html")
    link = page.locator("[data-meant] a").first
    expect(link).to_have_attribute("href", "/prosecution/resources/unodc-toolkit-2008.html")
    link.click()
    expect(page.locator("article.entry")).to_be_visible()


def test_an_address_like_none_leads_nowhere(page: Page) -> None:
    page.goto("/lost/qqqq")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("[data-meant]")).to_be_hidden()
