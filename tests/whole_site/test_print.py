"""Pages on paper, as printed to PDF by Chromium."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.whole_site.pages import KINDS, all_pages

pytestmark = pytest.mark.browser

_SHEET = re.compile(rb"/Type /Page\b")
_MARGIN = {"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"}


def test_an_entry_takes_one_or_two_sheets(page: Page, site: Path) -> None:
    entries = [path for path in all_pages(site) if re.search("/(practices|resources)/", path)]
    for path in entries[::9]:
        page.goto(f"{site.as_uri()}/{path}")
        data = page.pdf(format="A4", margin=_MARGIN)  # type: ignore[arg-type]
        assert len(_SHEET.findall(data)) <= 2, path


def test_paper_has_targets_and_the_date_and_no_navigation(page: Page, site: Path) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site.as_uri()}/{KINDS['resource']}")
    for hidden in (".leave", ".skip", ".site-head nav", ".breadcrumbs", ".suggest"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert "Copy dated 25 November 2026" in page.locator("footer").inner_text()
    after = page.evaluate(
        "getComputedStyle(document.querySelector('main .external'), '::after').content"
    )
    assert "https://" in after
    assert "urn:uuid:" in page.locator(".cite").last.inner_text()


def test_a_short_table_of_coverage_fills_its_sheet_with_letters_that_can_be_read(
    page: Page, site: Path
) -> None:
    page.set_viewport_size({"width": 1062, "height": 733})  # A4 landscape, inside its margins
    page.emulate_media(media="print")
    page.goto(f"{site.as_uri()}/coverage/articles-regions.html")
    width, size = page.evaluate(
        "[document.querySelector('.coverage table'), document.querySelector('.coverage td')].map("
        "one => parseFloat(getComputedStyle(one)[one.matches('td') ? 'fontSize' : 'width']))"
    )
    assert width > 1050
    assert size > 10
