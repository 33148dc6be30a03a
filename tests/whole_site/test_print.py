"""Pages on paper, as printed to PDF by Chromium."""

import io
import re
from pathlib import Path
from unicodedata import normalize

import pypdf
import pytest
from playwright.sync_api import Page, expect

from tests.whole_site.pages import KINDS, all_pages

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]

_SHEET = re.compile(rb"/Type /Page\b")
_MARGIN = {"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"}


@pytest.mark.painted
def test_an_entry_takes_one_or_two_sheets(page: Page, site: Path) -> None:
    entries = [path for path in all_pages(site) if re.search("/(practices|resources)/", path)]
    for path in entries[::9]:
        page.goto(f"{site.as_uri()}/{path}")
        data = page.pdf(format="A4", margin=_MARGIN)  # type: ignore[arg-type]
        assert len(_SHEET.findall(data)) <= 2, path


def test_paper_has_targets_dates_and_numbers_but_no_navigation(page: Page, site: Path) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site.as_uri()}/{KINDS['resource']}")
    for hidden in (".leave", ".skip", ".site-head nav", ".breadcrumbs", ".suggest"):
        assert not page.locator(hidden).first.is_visible(), hidden
    date = page.locator("footer [data-copy-date]")
    expect(date).to_have_text(re.compile("^Copy dated 25 November 2026, "))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(date).to_have_text("Copy dated 25 November 2026.")  # its age will be another one
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(date).to_have_text(re.compile("^Copy dated 25 November 2026, "))
    after = page.evaluate(
        "getComputedStyle(document.querySelector('main .external'), '::after').content"
    )
    assert "https://" in after
    assert "urn:uuid:" in page.locator(".cite").last.inner_text()

    # No number of a list is in the margin, where Firefox cuts it off: step 10 had the number 0.
    page.locator("main .wrap").evaluate(
        "one => (one.innerHTML = '<ol><li>A step</ol><p><span>10.&nbsp;</span>')"
    )
    number = page.locator("main span").bounding_box()
    step = page.locator("main li").bounding_box()
    assert number
    assert step
    assert step["x"] - number["x"] > number["width"]


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


@pytest.mark.painted
def test_a_long_table_of_coverage_and_its_date_are_on_one_sheet(page: Page, site: Path) -> None:
    page.goto(f"{site.as_uri()}/{KINDS['table of coverage']}")
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(sheets) == 1
    assert sheets[0].mediabox.width > sheets[0].mediabox.height
    assert _dense("Copy dated 25 November 2026.") in _dense(sheets[0].extract_text())


@pytest.mark.painted
def test_a_sheet_says_at_which_address_it_is(page: Page, site: Path) -> None:
    """Where a site has one; here the test gives it one."""
    page.goto(f"{site.as_uri()}/{KINDS['task']}")
    address = "https://example.org/toolkit/tasks/a.html"
    page.evaluate(
        "href => document.head.append(Object.assign(document.createElement('link'), "
        "{ rel: 'canonical', href }))",
        address,
    )
    page.evaluate("document.querySelector('[data-copy-date]').closest('p').remove()")
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    assert [address in _dense(one.extract_text()) for one in sheets] == [True] + [False] * (
        len(sheets) - 1
    )


def test_results_say_on_paper_what_was_searched(page: Page, served: str) -> None:
    page.goto(f"{served}/{KINDS['pillar']}")
    field = page.locator("#search--field")
    field.fill("shelter")
    field.press("Enter")
    page.get_by_role("checkbox", name=re.compile(r"^Prosecution \d")).press("Space")
    page.emulate_media(media="print")
    expect(field).to_be_visible()
    chips = page.locator(".chips button:visible")
    expect(chips).to_have_text(["Prosecution ×"])
    expect(page.get_by_text("Your search stays on this device.").last).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Close the search").press("Enter")
    page.emulate_media(media="print")
    expect(page.locator("#search--panel")).to_be_hidden()
    expect(field).to_be_hidden()


def test_a_list_by_filters_is_alone_on_paper_and_says_of_what(page: Page, served: str) -> None:
    page.goto(f"{served}/{KINDS['browse']}#pillars=prosecution")
    expect(page.locator("[data-browse] .chips li")).to_have_count(1)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("[data-browse] .chips")).to_have_text("Prosecution ×")
    expect(page.locator("#browse--status")).to_have_text("36 entries")
    expect(page.locator("[data-browse] .lines > li")).to_have_count(36)
    for hidden in ("#pillars", ".lead", "text=Filter the list"):
        expect(page.locator(hidden).first).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#pillars")).to_be_visible()


@pytest.mark.painted
def test_no_line_of_a_list_is_torn_between_sheets(page: Page, served: str) -> None:
    page.goto(f"{served}/{KINDS['browse']}")
    lines = page.locator("[data-browse] .lines > li")
    expect(lines.first).to_be_visible()
    sheets = page.pdf(width="210mm", height="70mm", margin=_MARGIN)  # type: ignore[arg-type]
    texts = [_dense(sheet.extract_text()) for sheet in pypdf.PdfReader(io.BytesIO(sheets)).pages]
    assert len(texts) > 5
    for line in lines.all_inner_texts():
        assert any(_dense(line) in text for text in texts), line


@pytest.mark.painted
def test_no_pillar_is_torn_between_sheets(page: Page, site: Path) -> None:
    """At the foot of a sheet, the home page had their names, and on the next one their texts."""
    page.goto(f"{site.as_uri()}/{KINDS['home']}")
    page.locator(".pillars").evaluate(
        "one => (one.closest('body').replaceChildren(one), one.style.paddingTop = '245mm')"
    )
    sheets = page.pdf(format="A4", margin=_MARGIN)  # type: ignore[arg-type]
    first, second = pypdf.PdfReader(io.BytesIO(sheets)).pages
    assert first.extract_text().strip() == ""
    assert second.extract_text().startswith("Prevention")


def _dense(text: str) -> str:
    """Without spaces, and with letters in the place of ligatures such as "ffi"."""
    return re.sub(r"\s", "", normalize("NFKC", text))
