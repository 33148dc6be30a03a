"""Entries by the date they were added to the toolkit: a built site of six, and Chromium."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.checkouts import Checkout, entry_files, made_once, make_checkout
from tests.content_case import lay_base
from tests.exports.readers import read_csv
from tests.pages.small import ENGLISH, add_fields
from tests.whole_site.test_taking import take

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]

# By title: the date, which is unknown for one and in the future for another.
DAYS = {
    "A shelter for families": "2026-11-02",
    "Atlas of routes": "",
    "“Beacon” for ports": "2028-03-01",
    "Guide for labour inspectors": "2026-11-02",
    "Manual for labour inspectors": "2026-01-10",
    "Zones of work": "2026-11-24",
}
NEWEST_ADDED = [
    "Zones of work",
    "A shelter for families",
    "Guide for labour inspectors",
    "Manual for labour inspectors",
    "Atlas of routes",
    "“Beacon” for ports",
]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    return Checkout(made_once(tmp_path_factory, "days", build_days))


def build_days(folder: Path) -> None:
    resources = lay_base(folder) / "prevention/resources"
    manual = (resources / "manual.md").read_text(encoding="utf-8")
    for title in ("Atlas of routes", "“Beacon” for ports", "Zones of work"):
        text = manual.replace("Manual for labour inspectors", title)
        name = title.split()[0].strip("“”").lower()
        (resources / f"{name}.md").write_text(text, encoding="utf-8")
    for file in entry_files(folder / "docs"):
        title = re.findall("^title: (.*)$", file.read_text(encoding="utf-8"), re.M)[0]
        if DAYS[title]:
            path = file.relative_to(folder / "docs").with_suffix("").as_posix()
            add_fields(folder / "docs", path, f"added: {DAYS[title]}")
    make_checkout(folder).build()


@pytest.fixture(scope="module")
def site(checkout: Checkout) -> Path:
    return checkout.site


@pytest.fixture
def browse(site: Path) -> str:
    """The page's address."""
    return f"{site.as_uri()}/browse.html"


def titles(page: Page) -> list[str]:
    expect(page.locator("[data-browse] .lines > li").first).to_be_visible()
    return page.locator("[data-browse] .lines > li a").all_inner_texts()


def test_the_newest_come_first_then_titles_then_those_without_a_day_also_in_a_file(
    page: Page, browse: str
) -> None:
    page.goto(browse)
    assert titles(page) == sorted(DAYS, key=lambda title: title.lstrip("“"))
    facts = page.locator("[data-browse] .lines .facts")
    assert not [one for one in facts.all_inner_texts() if "added" in one]
    page.get_by_label("Sort by").select_option("Most recently added")
    assert titles(page) == NEWEST_ADDED
    said = [re.findall("added (.+)$", one) for one in facts.all_inner_texts()]
    days = [ENGLISH.date(date.fromisoformat(DAYS[title])) for title in NEWEST_ADDED[:4]]
    assert said == [[day] for day in days] + [[], []]
    page.get_by_role("button", name="Take this list").press("Enter")
    rows = read_csv(take(page, "For spreadsheets (CSV)"))
    assert [row["title"] for row in rows] == NEWEST_ADDED
    told = {row["title"]: row["added"] for row in rows}
    assert {title: told[title] for title in DAYS} == DAYS


def test_the_order_stands_in_the_address_beside_the_facets(page: Page, served: str) -> None:
    browse = f"{served}/browse.html"
    page.goto(browse)
    sort = page.get_by_label("Sort by")
    for order in ("newest", "oldest", "added"):
        sort.select_option(order)
        assert page.url == f"{browse}#sort={order}"
    page.goto(f"{browse}#kinds=resource&sort=added")
    assert titles(page) == [one for one in NEWEST_ADDED if one != "A shelter for families"]
    page.locator("[data-browse] .lines a").first.press("Enter")
    page.wait_for_url(re.compile("/resources/zones.html$"))
    page.go_back()
    assert titles(page)[0] == "Zones of work"
    expect(sort).to_have_value("added")
    page.get_by_role("button", name="Remove: Resources").press("Enter")
    assert page.url == f"{browse}#sort=added"
    assert titles(page) == NEWEST_ADDED
    sort.select_option("title")
    assert page.url == browse
    page.evaluate("location.hash = 'sort=added'")
    expect(sort).to_have_value("added")
    for unknown in ("constructor", "", "added%20", "title"):
        page.goto(f"{browse}#sort={unknown}")
        expect(sort).to_have_value("title")
        assert titles(page) == sorted(DAYS, key=lambda title: title.lstrip("“"))


def test_the_page_of_an_entry_and_the_newest_say_the_same(checkout: Checkout) -> None:
    site = checkout.site
    zones = (site / "prevention/resources/zones.html").read_text(encoding="utf-8")
    assert re.search(r"In the toolkit since(</th>)?<td>24 November 2026<", zones)
    for unknown in ("atlas", "beacon"):
        text = (site / f"prevention/resources/{unknown}.html").read_text(encoding="utf-8")
        assert "In the toolkit since" not in text
    new = (site / "new.html").read_text(encoding="utf-8")
    assert "Recent additions to the toolkit come first." in new
    assert "Added to the toolkit in the last 90 days" in new


def test_a_day_to_come_is_told_by_the_checks(checkout: Checkout) -> None:
    found = json.loads(checkout.toolkit("check", "--format", "json").out)["problems"]
    (told,) = [one for one in found if one["id"] == "future-act"]
    assert told["path"] == "docs/prevention/resources/beacon.md"
    assert (told["severity"], told["field"]) == ("warning", "added")
