"""The switch to another language takes along what was chosen, read and searched."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsers import hold, watch
from tests.build.test_languages import MISSING, TRANSLATED
from tests.checkouts import Checkout
from tests.search.test_browser import ready
from tests.whole_site.test_own_list import INTO_ANOTHER_TAB

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "place",
    ["browse.html#pillars=prosecution&sort=newest", "instruments/tip-protocol.html#article-9"],
)
def test_what_is_chosen_and_where_one_reads_goes_along_to_another_language(
    served_languages: str, page: Page, place: str
) -> None:
    page.goto(f"{served_languages}/{place}")
    if "=" in place:
        page.locator(".chips li").first.wait_for()
    page.locator(".languages summary").click()
    page.locator(".languages a[hreflang=ar]").click()
    page.wait_for_url(f"**/ar/{place}")
    expect(page.locator(".chips li")).to_have_count(1 if "=" in place else 0)
    if "=" in place:
        expect(page.locator("#browse--sort")).to_have_value("newest")


@pytest.mark.unpainted
def test_links_about_the_translation_are_easy_to_hit_on_a_phone(
    served_languages: str, page: Page
) -> None:
    """One is above the other there (WCAG 2.5.8)."""
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(f"{served_languages}/ar/index.html")
    links = page.locator(".translation a")
    assert links.count() == 2
    assert min(links.evaluate_all("(all) => all.map((one) => one.offsetHeight)")) >= 24


def test_a_page_that_browsers_keep_is_left_with_its_menu_closed(
    served_languages: str, page: Page
) -> None:
    """Otherwise the menu is open on the way back; browsers say so before they keep a page."""
    page.goto(f"{served_languages}/index.html")
    page.locator(".languages summary").click()
    expect(page.locator(".languages ul")).to_be_visible()
    page.evaluate("document.dispatchEvent(new PageTransitionEvent('pagehide', { bubbles: true }))")
    expect(page.locator(".languages ul")).to_be_hidden()


def switch(page: Page, tag: str) -> None:
    """By keyboard."""
    page.locator(".languages summary").press("Enter")
    page.locator(f".languages a[hreflang={tag}]").press("Enter")


def ids_of(found: Locator) -> set[str]:
    return {re.sub(".*/", "", one.get_attribute("href") or "") for one in found.all()}


def search_unodc(page: Page, address: str) -> Locator:
    """Search and choose a filter; gives the results."""
    page.goto(address)
    ready(page)
    page.locator("#search--field").fill("UNODC")
    page.locator("#search--field").press("Enter")
    page.get_by_role("group", name="Pillar").get_by_role("checkbox").first.press("Space")
    return page.locator("#search--results .result-link")


@pytest.fixture
def unsaid(page: Page) -> Iterator[None]:
    """The words are in no request or address that browsers keep, also those before any script."""
    requests, noise = watch(page)
    visited: list[str] = []
    page.on("framenavigated", lambda frame: visited.append(frame.url))
    yield
    assert not [one for one in (*visited, *requests) if re.search(r"UNODC|\d,\d", one)]
    assert noise == []


@pytest.mark.unpainted
def test_a_search_goes_along_to_another_language(
    in_languages: Checkout, page: Page, unsaid: None
) -> None:
    """From a disk; its words are in no address, title, request or name of the window."""
    base = in_languages.site.as_uri()
    found = search_unodc(page, f"{base}/search.html")
    ids = ids_of(found)
    page.locator(".languages a[hreflang=ar]").evaluate(INTO_ANOTHER_TAB)
    assert re.fullmatch(r"toolkit [\d,]+", page.evaluate("window.name")), "this tab stays"
    for tag, way in (("ar", "ar/"), ("zh", "zh/"), ("en", "")):
        switch(page, tag)
        page.wait_for_url(f"{base}/{way}search.html#pillars=prevention")
        expect(page.locator("#search--field")).to_have_value("UNODC")
        expect(page.locator(".chips li")).to_have_count(1)
        expect(found.first).to_be_visible()
        assert ids & ids_of(found)
        kept = page.evaluate("[name, document.title, document.referrer, history.state]")
        assert re.fullmatch(r"toolkit( [\d,]+)+", kept[0])
        assert kept[2:] == ["", None]


def test_a_search_on_any_page_goes_along_before_it_is_shown(
    served_languages: str, page: Page, unsaid: None
) -> None:
    """As on a slow line, and further, and not the words that were deleted since."""
    found = search_unodc(page, f"{served_languages}/{MISSING}.html")
    ids = ids_of(found)
    held = hold(page, "**/ar/assets/search/ar/*")
    for tag in ("ar", "zh"):
        switch(page, tag)
        page.wait_for_url(f"{served_languages}/{tag}/{MISSING}.html", wait_until="commit")
        # Browsers ignore keys until a page is painted for the first time.
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    expect(page.locator("#search--field")).to_have_value("UNODC")
    expect(page.locator(".chips li")).to_have_count(1)
    expect(found.first).to_be_visible()
    assert ids & ids_of(found)
    assert held
    page.unroute_all()
    page.locator("#search--field").fill("")
    switch(page, "ar")
    page.wait_for_url(f"{served_languages}/ar/{MISSING}.html")
    ready(page)
    expect(page.locator("#search--field")).to_have_value("")


@pytest.mark.unpainted
def test_one_page_for_unknown_addresses_leads_to_that_of_the_language(
    in_languages: Checkout, served_languages: str, page: Page
) -> None:
    """As on hosts that only know the root's page; without waiting for the paths of its language."""
    root = (in_languages.site / "404.html").read_bytes()
    page.route(
        "**/zh/**/*-glotpi-*",
        lambda route: route.fulfill(status=404, body=root, content_type="text/html"),
    )
    hold(page, f"{served_languages}/assets/paths.js")
    wrong = TRANSLATED.replace("glotip", "glotpi")
    page.goto(f"{served_languages}/zh/{wrong}.html", wait_until="commit")
    page.wait_for_url(f"{served_languages}/zh/404.html#**")
    expect(page.locator("html")).to_have_attribute("lang", re.compile("^zh"))
    expect(page.locator(f'[data-meant] a[href="/zh/{TRANSLATED}.html"]')).to_be_visible()
