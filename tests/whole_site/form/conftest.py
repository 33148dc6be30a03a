"""The form for entries on the built site: its page, and what is done there."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, Route, ViewportSize, expect

from tests.browsers import as_new
from tests.whole_site.axe import TOO_WIDE, findings, reshape

EDIT = "https://github.com/group/toolkit/edit/main/docs/"
DATA = "**/write/data.js"
NARROW: ViewportSize = {"width": 320, "height": 800}


def publish(route: Route, contact: str) -> None:
    named = f'"contact":"{contact}","edit":"{EDIT}"'
    route.fulfill(body=route.fetch().text().replace('"contact":"","edit":""', named))


@pytest.fixture
def page(window: Page) -> Page:
    window.set_viewport_size(NARROW)
    return window


@pytest.fixture
def examined(axe_page: Page) -> Iterator[Page]:
    """For tests that ask whether it looks right."""
    with as_new(axe_page, painted=False) as page:
        reshape(page, NARROW, {})
        yield page


# By whether it is dark, the kinds of text that this worker has already checked for contrast.
SEEN: defaultdict[bool, set[str]] = defaultdict(set)


def looks_right(page: Page) -> None:
    seen = SEEN[page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")]
    assert [*findings(page, seen=seen), *page.evaluate(TOO_WIDE)] == []


def pick(page: Page, field: str, name: str) -> None:
    page.locator(f"#write--{field}").fill(name)
    page.keyboard.press("Enter")


def tick(page: Page, *values: str) -> None:
    """Tick boxes, each in its folded group."""
    for value in values:
        box = page.locator(f".boxes input[value={value}]")
        if not box.is_visible():
            page.locator(".boxes details").filter(
                has=page.locator(f"input[value={value}]")
            ).locator("summary").press("Enter")
        box.press("Space")


def go_to_faults(page: Page) -> None:
    """Each of the things to fix leads to its field."""
    faults = page.get_by_role("alert").get_by_role("button").all()
    assert len(faults) > 5
    for fault in faults:
        fault.press("Enter")
        field = page.locator(".ask", has=page.locator(":focus"))
        expect(field).to_contain_text((fault.text_content() or "").split(":")[0])


def paste(field: Locator, text: str) -> bool:
    """Paste a text; returns whether the form took it."""
    return bool(
        field.evaluate(
            """(field, text) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            return !field.dispatchEvent(new ClipboardEvent(
                "paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
            text,
        )
    )
