"""No other host is contacted and nothing is stored, not even a cookie, on any kind of page.

Only a small script of the search is loaded, except where a reader comes to search or browse. What
is downloaded from an entry has a name that says nothing about it.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

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
