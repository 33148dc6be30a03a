"""No other host is contacted and nothing is stored, not even a cookie, on any kind of page.

Only a small script of the search is loaded, except where a reader comes to search or browse. What
is downloaded from an entry has a name that says nothing about it.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browsers import unpainted_page
from tests.whole_site.pages import BLANK, KINDS, TEMPLATES
from tests.whole_site.visit import visit

pytestmark = pytest.mark.browser


def test_no_kind_of_page_asks_or_keeps_anything(browser: Browser, base: str, site: Path) -> None:
    if base.startswith("http"):
        with browser.new_context() as context:
            assert visit(context.new_page(), base, site, TEMPLATES.values()) == []
    else:  # what is only asked for once a page is painted has been seen from the server
        with unpainted_page(browser.new_context()) as page:
            assert visit(page, base, site, [*TEMPLATES.values(), BLANK]) == []


def test_files_of_an_entry_have_names_that_say_nothing(page: Page, served: str) -> None:
    page.goto(f"{served}/{KINDS['practice']}")
    for name in ("BibTeX", "RIS"):
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        assert download.value.suggested_filename == f"toolkit-entry.{name[:3].lower()}"
