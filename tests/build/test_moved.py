"""The former address of an entry or task leads on without scripts, and nothing else names it."""

import pytest
from playwright.sync_api import Page

from tests.checkouts import Checkout

FORMER = "prevention/resources/iris.html"
PRESENT = "prevention/resources/iom-iris.html"
TASK_FORMER, TASK = "tasks/speak-with-a-child.html", "tasks/interview-a-child.html"


def test_a_former_address_leads_on(sample: Checkout) -> None:
    html = (sample.site / FORMER).read_text(encoding="utf-8")
    assert f'<meta http-equiv="refresh" content="0; url=../../{PRESENT}">' in html
    assert f'<a href="../../{PRESENT}">IRIS: Ethical Recruitment' in html
    html = (sample.site / TASK_FORMER).read_text(encoding="utf-8")
    assert f'<meta http-equiv="refresh" content="0; url=../{TASK}">' in html


@pytest.mark.parametrize("former", [FORMER, TASK_FORMER])
def test_nothing_lists_a_former_address(sample: Checkout, former: str) -> None:
    assert [
        path
        for path, data in sample.files().items()
        if path != former and former.removesuffix(".html").encode() + b"." in data
    ] == []


@pytest.mark.browser
def test_a_browser_is_led_on_from_a_disk_without_script(scriptless: Page, sample: Checkout) -> None:
    scriptless.goto((sample.site / FORMER).as_uri(), wait_until="commit")
    scriptless.wait_for_url(f"**/{PRESENT}")
    assert "IRIS" in scriptless.title()
