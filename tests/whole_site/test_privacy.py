"""No other host is contacted and nothing is stored, not even a cookie, on any kind of page.

Only a small script of the search is loaded, except where a reader comes to search or browse.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.whole_site.pages import BLANK, KINDS
from tests.whole_site.visit import visit

pytestmark = pytest.mark.browser


def test_no_kind_of_page_asks_or_keeps_anything(browser: Browser, base: str, site: Path) -> None:
    with browser.new_context() as context:
        assert visit(context.new_page(), base, site, [*KINDS.values(), BLANK]) == []
