"""The former address of an entry leads on, without script, and nothing else names it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.checkouts import Checkout

FORMER = "prevention/resources/iris.html"
PRESENT = "prevention/resources/iom-iris.html"


def test_a_former_address_leads_on(sample: Checkout) -> None:
    html = (sample.site / FORMER).read_text(encoding="utf-8")
    assert f'<meta http-equiv="refresh" content="0; url=../../{PRESENT}">' in html
    assert f'<a href="../../{PRESENT}">IRIS: Ethical Recruitment' in html


def test_nothing_lists_a_former_address(sample: Checkout) -> None:
    assert [
        path
        for path, data in sample.files().items()
        if path != FORMER and FORMER.removesuffix(".html").encode() + b"." in data
    ] == []


@pytest.mark.browser
def test_a_browser_is_led_on_from_a_disk_without_script(browser: Browser, sample: Checkout) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((sample.site / FORMER).as_uri(), wait_until="commit")
        page.wait_for_url(f"**/{PRESENT}")
        assert "IRIS" in page.title()
