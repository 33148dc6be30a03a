"""No other host is contacted and nothing is stored, not even a cookie, on any kind of page.

Only a small script of the search is loaded, except where a reader comes to search or browse. What
is downloaded from an entry has a name that says nothing about it.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import CHROMIUM, FLAGS, PATIENCE
from tests.whole_site.pages import BLANK, KINDS, TEMPLATES
from tests.whole_site.visit import visit

pytestmark = pytest.mark.browser


@pytest.mark.unpainted
def test_no_kind_of_page_asks_or_keeps_anything(page: Page, served: str, site: Path) -> None:
    assert visit(page, served, site, TEMPLATES.values()) == []


def test_from_disk_and_once_painted_no_script_asks_or_keeps_anything(
    page: Page, site: Path
) -> None:
    """On one page for each set of scripts, and of attributes that these look for."""
    by_scripts = {
        frozenset(
            re.findall(r'[\w-]+\.js(?=")| data-[\w-]+', (site / path).read_text("utf-8"))
        ): path
        for path in TEMPLATES.values()
    }
    assert len(by_scripts) > 5
    assert visit(page, site.as_uri(), site, [*by_scripts.values(), BLANK]) == []


@pytest.mark.unpainted
def test_files_of_an_entry_have_names_that_say_nothing(page: Page, served: str) -> None:
    page.goto(f"{served}/{KINDS['practice']}")
    for name in ("BibTeX", "RIS"):
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).press("Enter")
        assert download.value.suggested_filename == f"toolkit-entry.{name[:3].lower()}"


def test_the_browser_writes_neither_a_list_nor_a_choice_nor_a_text_to_the_disk(
    browser: Browser, served: str, tmp_path: Path
) -> None:
    """Chromium writes there what is in fields, to show it again if a tab is brought back."""
    with browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=CHROMIUM, args=[*FLAGS, "--headless=new"]
    ) as context:
        page = context.pages[0]
        page.set_default_timeout(PATIENCE)
        page.goto(f"{served}/{KINDS['resource']}")
        page.get_by_role("checkbox", name="Keep for my list").press("Space")
        page.locator("#search--field").fill("child")
        page.keyboard.press("Enter")
        page.locator("#search--panel .facets input").first.press("Space")
        page.goto(
            f"{served}/contribute/write.html#correct=ohchr-commentary-recommended-principles-2010"
        )
        page.get_by_label("Title (required)").fill("A title for nobody")
        page.get_by_role("button", name="Check it, and show what to send").press("Enter")
        expect(page.locator(".write-result textarea").last).to_have_value(re.compile("for nobody"))
        page.goto(f"{served}/index.html")
    sessions = b"".join(file.read_bytes() for file in (tmp_path / "Default/Sessions").iterdir())
    sessions = sessions.replace(b"\0", b"")  # from UTF-16
    assert KINDS["resource"].encode() in sessions
    assert b"for nobody" not in sessions
    assert b"checkbox" not in sessions
