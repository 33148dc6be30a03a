"""A list of entries becomes a file in two taps, from a server and from a disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.exports.readers import read_bib, read_csl, read_csv, read_ris
from tests.whole_site.test_browser import watch

pytestmark = pytest.mark.browser


def take(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_bytes()


def test_what_browse_shows_is_taken_in_two_taps(context: BrowserContext, base: str) -> None:
    page = context.new_page()
    requests, complaints = watch(page)
    page.goto(f"{base}/browse.html#levels=national")
    page.locator("[data-browse] .lines li").first.wait_for()
    titles = set(page.locator("[data-browse] .lines li a").all_inner_texts())
    assert len(titles) > 5
    assert not [url for url in requests if "take.js" in url or "/data/" in url]
    page.get_by_role("button", name="Take this list").click()
    ris = read_ris(take(page, "For reference managers (RIS)").decode())
    assert {title for title, *_ in ris.values()} == titles
    expect(page.get_by_text(f"Entries in toolkit-list.ris: {len(titles)}")).to_be_visible()
    rows = read_csv(take(page, "For spreadsheets (CSV)"))
    assert {row["title"] for row in rows} == titles
    assert {row["level"] for row in rows} == {"National"}
    assert read_bib(take(page, "BibTeX").decode()).keys() == ris.keys()
    assert read_csl(take(page, "CSL-JSON").decode()).keys() == ris.keys()
    assert [url for url in requests if not url.startswith((base, "blob:"))] == []
    assert complaints == []


@pytest.mark.parametrize(
    "path",
    [
        "themes/victim-identification.html",
        "organisations/unodc.html",
        "instruments/tip-protocol.html",
        "tasks/inspect-a-workplace.html",
    ],
)
def test_lists_of_pages_are_taken(context: BrowserContext, base: str, path: str) -> None:
    page = context.new_page()
    page.goto(f"{base}/{path}")
    part = page.locator("[data-fold]").first
    links = part.locator("a[href*='/practices/'], a[href*='/resources/']")
    ids = {str(one.get_attribute("href")).split("/")[-1][:-5] for one in links.all()}
    page.get_by_role("button", name="Take this list").click()
    rows = read_csv(take(page, "For spreadsheets (CSV)"))
    assert [row["id"] for row in rows] == list(dict.fromkeys(row["id"] for row in rows))
    assert {row["id"] for row in rows} == ids - {"index"}


def test_what_a_search_found_is_taken(context: BrowserContext, base: str) -> None:
    page = context.new_page()
    page.goto(f"{base}/search.html")
    page.locator("#search--field").fill("labour inspection")
    page.locator("#search--results li").first.wait_for()
    page.get_by_role("button", name="Take this list").click()
    ris = read_ris(take(page, "For reference managers (RIS)").decode())
    links = page.locator("#search--results .result-link").all()
    hrefs = [str(link.get_attribute("href")) for link in links]
    # Tasks are found too, and are no works.
    shown = {href.split("/")[-1][:-5] for href in hrefs if "/tasks/" not in f"/{href}"}
    assert shown
    assert shown <= ris.keys()
