"""Nothing is asked of another host, kept on the device or left in a cookie, on any kind of page.

Of the search only a small script is asked for, save where a reader comes to search or browse.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.whole_site.pages import BLANK, KINDS
from tests.whole_site.visit import visit

pytestmark = pytest.mark.browser


def test_no_kind_of_page_asks_or_keeps_anything(browser: Browser, base: str, site: Path) -> None:
    with browser.new_context() as context:
        assert visit(context.new_page(), base, site, [*KINDS.values(), BLANK]) == []
