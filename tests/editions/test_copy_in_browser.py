"""A copy opened from disk without a network: search, facets, the way out, its age."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import as_new, press_shift, unpainted_page
from tests.editions.conftest import Copies
from tests.editions.test_bundle import role_entries
from tests.whole_site.axe import axe_context, every_finding

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A phone without a network."""
    with unpainted_page(browser.new_context(offline=True)) as page:
        yield page


@pytest.fixture
def reader(phone: Page) -> Iterator[Page]:
    """The same, as if nothing had been opened before."""
    with as_new(phone, painted=False) as page:
        page.set_viewport_size({"width": 360, "height": 640})
        yield page


def opened(page: Page, folder: Path, path: str) -> list[str]:
    """Open a page; returns its requests and complaints, as they come."""
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: requests.append(f"console: {message.text}"))
    page.goto((folder / path).as_uri())
    return requests


def test_search_finds_the_entries_of_the_copy_only(reader: Page, copies: Copies) -> None:
    requests = opened(reader, copies.role, "search.html")
    reader.locator("#search--field").fill("labour inspection")
    links = reader.locator("#search--results .result-link")
    expect(links.first).to_be_visible()
    held = {f"{name}.html" for name in role_entries()}
    held |= {f"tasks/{path.name}" for path in (copies.role / "tasks").glob("*.html")}
    shown = {str(link.get_attribute("href")).partition("#")[0] for link in links.all()}
    assert shown
    assert shown <= held
    links.first.press("Enter")
    expect(reader.locator("main article")).to_be_visible()
    assert all(one.startswith(copies.role.as_uri()) for one in requests), requests


def test_facets_count_the_copy(reader: Page, copies: Copies) -> None:
    requests = opened(reader, copies.role, "browse.html")
    expect(reader.locator("[data-browse]")).to_be_visible()
    expect(reader.locator("#browse--status")).to_contain_text(f"{len(role_entries())} entries")
    practices = sum("/practices/" in name for name in role_entries())
    reader.get_by_role("button", name="Narrow down").press("Enter")
    facets = reader.locator(".facets")
    expect(facets.get_by_role("checkbox", name=f"Practices {practices}")).to_be_visible()
    assert all(one.startswith(copies.role.as_uri()) for one in requests), requests


def test_leaving_opens_the_blank_page_of_the_copy(reader: Page, copies: Copies) -> None:
    opened(reader, copies.role, "index.html")
    press_shift(reader)
    reader.wait_for_url("**/blank.html")
    assert reader.title() == "Blank page"


def test_the_age_of_a_copy_is_right_on_each_day(browser: Browser, copies: Copies) -> None:
    """Sixty days ago isn't last month, and 730 days ago isn't last year."""
    with unpainted_page(browser.new_context(offline=True)) as page:
        for day, age, is_old in (
            ("2026-11-24", "Copy dated 25 November 2026.", False),  # by a clock that is wrong
            ("2026-11-26", "yesterday", False),
            ("2027-01-24", "60 days ago", False),
            ("2027-01-25", "2 months ago", False),
            ("2027-11-24", "11 months ago", False),
            ("2027-11-25", "11 months ago", True),
            ("2028-11-24", "23 months ago", True),
            ("2028-11-25", "2 years ago", True),
        ):
            page.clock.set_fixed_time(datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC))
            page.goto((copies.role / "themes/index.html").as_uri())
            expect(page.locator("[data-copy-date]").first).to_contain_text(age)
            expect(page.get_by_text("more than a year old")).to_be_visible(visible=is_old)
        page.add_init_script("delete Intl.RelativeTimeFormat")  # as browsers of 2019
        page.reload()
        expect(page.locator("[data-copy-date]").first).to_have_text("Copy dated 25 November 2026.")


def test_the_copy_is_accessible(browser: Browser, copies: Copies) -> None:
    entry = sorted(role_entries())[0]
    context = axe_context(browser, offline=True)
    with unpainted_page(context, {"width": 320, "height": 640}) as page:
        page.clock.set_fixed_time(datetime(2030, 1, 1, tzinfo=UTC))
        for path in ("START-HERE.html", "index.html", f"{entry}.html", "contribute/index.html"):
            page.goto((copies.role / path).as_uri())
            assert every_finding(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
