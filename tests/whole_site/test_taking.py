"""A list of entries becomes a file in two taps, from a server and from disk."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, Route, expect

from tests.browsers import hold, watch
from tests.exports.readers import read_bib, read_csl, read_csv, read_ris
from tests.whole_site.pages import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]


def take(page: Page, name: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).press("Enter")
    return Path(download.value.path()).read_bytes()


@pytest.mark.painted
@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_what_browse_shows_is_taken_in_two_taps(page: Page, base: str) -> None:
    requests, complaints = watch(page)
    page.goto(f"{base}/browse.html#levels=national")
    page.locator("[data-browse] .lines li").first.wait_for()
    titles = set(page.locator("[data-browse] .lines li a").all_inner_texts())
    assert len(titles) > 5
    assert not [url for url in requests if "take.js" in url or "/data/" in url]
    page.get_by_role("button", name="Take this list").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="For reference managers (RIS)").click()
    ris = read_ris(Path(download.value.path()).read_text(encoding="utf-8"))
    assert {title for title, *_ in ris.values()} == titles
    expect(page.get_by_text(f"Entries in toolkit-list.ris: {len(titles)}")).to_be_visible()
    expect(page.locator("[download]")).to_have_count(0)
    rows = read_csv(take(page, "For spreadsheets (CSV)"))
    assert {row["title"] for row in rows} == titles
    assert {row["level"] for row in rows} == {"National"}
    assert read_bib(take(page, "BibTeX").decode()).keys() == ris.keys()
    assert read_csl(take(page, "CSL-JSON").decode()).keys() == ris.keys()
    assert [url for url in requests if not url.startswith((base, "blob:"))] == []
    assert complaints == []


HREFS = "links => links.map((one) => one.getAttribute('href'))"


@pytest.mark.parametrize(
    ("base", "path"),
    [
        ("http", "themes/victim-identification.html"),
        ("file", "organisations/unodc.html"),
        ("http", "instruments/tip-protocol.html"),
        ("file", "tasks/inspect-a-workplace.html"),
    ],
    indirect=["base"],
)
def test_lists_of_pages_are_taken(page: Page, base: str, path: str) -> None:
    page.goto(f"{base}/{path}")
    part = page.locator("[data-fold]").first
    links = part.locator("a[href*='/practices/'], a[href*='/resources/']")
    ids = {href.split("/")[-1][:-5] for href in links.evaluate_all(HREFS)}
    page.get_by_role("button", name="Take this list").press("Enter")
    rows = read_csv(take(page, "For spreadsheets (CSV)"))
    assert [row["id"] for row in rows] == list(dict.fromkeys(row["id"] for row in rows))
    assert {row["id"] for row in rows} == ids - {"index"}


def lose(route: Route) -> None:
    route.abort()


def replace(route: Route) -> None:
    """Answer with another page, as networks that want a login do."""
    route.fulfill(body="<!doctype html><title>Log in</title>", content_type="text/html")


# Lists of the search and those of other pages have a button of their own.
@pytest.mark.slow
@pytest.mark.parametrize(
    ("base", "path", "fault"),
    [
        ("http", "browse.html", lose),
        ("file", "browse.html", replace),
        ("http", "themes/victim-identification.html", replace),
        ("file", "themes/victim-identification.html", lose),
    ],
    indirect=["base"],
)
def test_a_list_that_could_not_be_taken_says_so_and_is_taken_later(
    page: Page, base: str, path: str, fault: Callable[[Route], None]
) -> None:
    page.route("**/assets/take.js", fault)
    page.route("**/data/lists/csv.js", fault)
    page.goto(f"{base}/{path}")
    asked = page.locator("button[aria-live=polite]", has_text="Take this list")
    asked.press("Enter")
    again = page.get_by_role("button", name="The data could not be loaded. Try again.")
    expect(again).to_be_focused()
    expect(again).to_have_attribute("aria-live", "polite")
    page.unroute("**/assets/take.js")
    again.press("Enter")
    ways = page.get_by_role("group", name="Take this list")
    expect(ways.get_by_role("button").first).to_be_focused()
    expect(again).to_have_count(0)
    page.keyboard.press("Enter")
    said = ways.locator("[aria-live=polite]")
    expect(said).to_have_text("The data could not be loaded. Try again.")
    page.unroute("**/data/lists/csv.js")
    assert read_csv(take(page, "For spreadsheets (CSV)"))


def test_enter_held_down_saves_nothing_and_removes_one_filter(page: Page, served: str) -> None:
    page.goto(f"{served}/browse.html#levels=national&pillars=protection")
    saved: list[Download] = []
    page.on("download", lambda one: saved.append(one))
    ways = page.get_by_role("group", name="Take this list")
    chips = page.locator(".chips button")
    expect(chips).to_have_count(3)
    for button, next_one in (
        (page.get_by_role("button", name="Take this list"), ways.get_by_role("button").first),
        (chips.first, chips.last),
    ):
        button.focus()
        page.keyboard.down("Enter")
        expect(next_one).to_be_focused()
        page.keyboard.down("Enter")  # repeats, as long as it is not up
        page.keyboard.up("Enter")
    expect(ways.locator("[aria-live=polite]")).to_be_empty()
    expect(chips).to_have_count(1)
    take(page, "For spreadsheets (CSV)")
    assert len(saved) == 1


def test_ways_to_take_a_list_that_come_late_leave_the_keyboard_where_it_is(
    page: Page, served: str
) -> None:
    held = hold(page, "**/assets/take.js")
    page.goto(f"{served}/{KINDS['browse']}")
    with page.expect_request("**/assets/take.js"):
        page.get_by_role("button", name="Take this list").press("Enter")
    link = page.locator(".site-head nav a").first
    link.focus()
    held.pop().continue_()
    expect(page.get_by_role("group", name="Take this list")).to_be_visible()
    expect(link).to_be_focused()


def test_what_a_search_found_is_taken(page: Page, served: str) -> None:
    page.goto(f"{served}/search.html")
    page.locator("#search--field").fill("labour inspection")
    page.locator("#search--results li").first.wait_for()
    page.get_by_role("button", name="Take this list").press("Enter")
    ris = read_ris(take(page, "For reference managers (RIS)").decode())
    hrefs = page.locator("#search--results .result-link").evaluate_all(HREFS)
    # Tasks are found too, but aren't works.
    shown = {href.split("/")[-1][:-5] for href in hrefs if "/tasks/" not in f"/{href}"}
    assert shown
    assert shown <= ris.keys()
    # Less likely results are folded, and not included in the file.
    likely = re.match(
        r"(\d+) results · Less likely \(\d", page.locator("#search--status").text_content() or ""
    )
    assert likely
    assert len(ris) <= int(likely[1])
