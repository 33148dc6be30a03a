"""The switch to another language takes along what was chosen, read and searched."""

import re
from contextlib import nullcontext

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import hold, serve, watch
from tests.build.test_languages import MISSING, TRANSLATED
from tests.checkouts import Checkout
from tests.search.test_browser import ready

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "place",
    [
        "browse.html#pillars=prosecution&sort=newest",
        "search.html#pillars=prosecution",
        "instruments/tip-protocol.html#article-9",
    ],
)
def test_what_is_chosen_and_where_one_reads_goes_along_to_another_language(
    in_languages: Checkout, page: Page, place: str
) -> None:
    page.goto(f"{in_languages.site.as_uri()}/{place}")
    if "=" in place:
        page.locator(".chips li").first.wait_for()
    page.locator(".languages summary").click()
    page.locator(".languages a[hreflang=ar]").click()
    page.wait_for_url(f"**/ar/{place}")
    expect(page.locator(".chips li")).to_have_count(1 if "=" in place else 0)
    if "sort" in place:
        expect(page.locator("#browse--sort")).to_have_value("newest")


def test_links_about_the_translation_are_easy_to_hit_on_a_phone(
    in_languages: Checkout, page: Page
) -> None:
    """One is above the other there (WCAG 2.5.8)."""
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(f"{in_languages.site.as_uri()}/ar/index.html")
    links = page.locator(".translation a")
    assert links.count() == 2
    assert min(links.evaluate_all("(all) => all.map((one) => one.offsetHeight)")) >= 24


def test_a_page_that_browsers_keep_is_left_with_its_menu_closed(
    in_languages: Checkout, page: Page
) -> None:
    """Otherwise the menu is open on the way back; browsers say so before they keep a page."""
    page.goto(f"{in_languages.site.as_uri()}/index.html")
    page.locator(".languages summary").click()
    expect(page.locator(".languages ul")).to_be_visible()
    page.evaluate("document.dispatchEvent(new PageTransitionEvent('pagehide', { bubbles: true }))")
    expect(page.locator(".languages ul")).to_be_hidden()


@pytest.mark.parametrize(
    ("scheme", "place"), [("file", "search.html"), ("http", f"{MISSING}.html")]
)
def test_a_search_goes_along_to_another_language(
    in_languages: Checkout, page: Page, scheme: str, place: str
) -> None:
    """By keyboard; its words are in no address, title, request or name of the window."""
    requests, noise = watch(page)
    visited: list[str] = []
    page.on("framenavigated", lambda frame: visited.append(frame.url))
    with serve(in_languages.site) if scheme == "http" else nullcontext() as address:
        base = address or in_languages.site.as_uri()
        page.goto(f"{base}/{place}")
        ready(page)
        page.locator("#search--field").fill("UNODC")
        page.locator("#search--field").press("Enter")
        page.get_by_role("group", name="Pillar").get_by_role("checkbox").first.check()
        chosen = "#pillars=prevention" if place == "search.html" else ""
        found = page.locator("#search--results .result-link")
        ids = {re.sub(".*/", "", one.get_attribute("href") or "") for one in found.all()}
        for tag, way in (("ar", "ar/"), ("zh", "zh/"), ("en", "")):
            page.locator(".languages summary").press("Enter")
            page.locator(f".languages a[hreflang={tag}]").press("Enter")
            page.wait_for_url(f"{base}/{way}{place}{chosen}")
            expect(page.locator("#search--field")).to_have_value("UNODC")
            expect(page.locator(".chips li")).to_have_count(1)
            expect(found.first).to_be_visible()
            hrefs = [one.get_attribute("href") or "" for one in found.all()]
            assert ids & {re.sub(".*/", "", href) for href in hrefs}
            kept = page.evaluate("[name, document.title, document.referrer, history.state]")
            assert re.fullmatch(r"toolkit( [\d,]+)+", kept[0])
            assert kept[2:] == ["", None]
        # What browsers keep in the list of visited pages, too: the addresses before any script.
        assert not [one for one in (*visited, *requests) if re.search(r"UNODC|\d,\d", one)]
        # On a slow line, they go further before they are shown.
        held = hold(page, "**/ar/assets/search/ar/*")
        for tag in ("ar", "zh"):
            page.locator(".languages summary").press("Enter")
            page.locator(f".languages a[hreflang={tag}]").press("Enter")
            page.wait_for_url(f"{base}/{tag}/{place}{chosen}", wait_until="commit")
            # Browsers ignore keys until a page is painted for the first time.
            page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        expect(page.locator("#search--field")).to_have_value("UNODC")
        expect(page.locator(".chips li")).to_have_count(1)
        assert held
        page.unroute_all()
        # Words that were deleted since don't go along.
        page.locator("#search--field").fill("")
        page.locator(".languages summary").press("Enter")
        page.locator(".languages a[hreflang=ar]").press("Enter")
        page.wait_for_url(f"{base}/ar/{place}{chosen}")
        ready(page)
        expect(page.locator("#search--field")).to_have_value("")
    assert noise == []


def test_one_page_for_unknown_addresses_leads_to_that_of_the_language(
    in_languages: Checkout, page: Page
) -> None:
    """As on hosts that only know the root's page; without waiting for the paths of its language."""
    with serve(in_languages.site) as address:
        root = (in_languages.site / "404.html").read_bytes()
        page.route(
            "**/zh/**/*-glotpi-*",
            lambda route: route.fulfill(status=404, body=root, content_type="text/html"),
        )
        hold(page, f"{address}/assets/paths.js")
        wrong = f"{address}/zh/{TRANSLATED.replace('glotip', 'glotpi')}.html"
        page.goto(wrong, wait_until="commit")
        page.wait_for_url(f"{address}/zh/404.html#**")
        expect(page.locator("html")).to_have_attribute("lang", re.compile("^zh"))
        expect(page.locator(f'[data-meant] a[href="/zh/{TRANSLATED}.html"]')).to_be_visible()
