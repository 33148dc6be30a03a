"""What a reader does with the filters of results and lists."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.search.walks.conftest import (
    LINES,
    WIDE,
    choose,
    comes_in_sight,
    in_front,
    stops_from_here,
)

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]

AT_ONCE = 20


def counted(page: Page) -> int:
    """The number of entries that the list reports, shown or not."""
    return int(re.sub(r"\D", "", page.locator("#browse--status").text_content() or ""))


@pytest.mark.painted
def test_filters_are_a_sheet_on_a_phone(phone: Page, disk: str) -> None:
    phone.goto(f"{disk}/browse.html")
    expect(phone.locator(LINES).first).to_be_visible()
    count = counted(phone)
    phone.get_by_role("button", name="Narrow down").click()
    sheet = phone.get_by_role("dialog", name="Narrow down")
    expect(sheet).to_be_visible()
    box = sheet.get_by_role("group", name="Pillars").get_by_role("checkbox").first
    # While it is open, screen readers hear nothing of the page below.
    heard = sheet.locator("[aria-live=polite]", has_text=re.compile(r"^Show \d+ results?$"))
    every, before = heard.inner_text(), box.bounding_box()
    box.check()
    expect(heard).not_to_have_text(every)
    assert box.bounding_box() == before
    # Firefox would write boxes that differ from their default to the disk.
    assert box.evaluate("one => one.defaultChecked")
    done = sheet.get_by_role("button", name=re.compile(r"^Show \d+ results?$"))
    expect(done).to_be_in_viewport()
    shown = re.sub(r"\D", "", done.inner_text())
    done.click()
    expect(sheet).to_be_hidden()
    expect(phone.locator("#browse--status")).to_contain_text(shown)
    expect(phone.locator(LINES)).to_have_count(min(int(shown), AT_ONCE))
    assert int(shown) < count
    narrow = phone.get_by_role("button", name="Filters (1)")
    expect(narrow).to_be_in_viewport()
    narrow.click()
    phone.set_viewport_size(WIDE)  # as a tablet that is turned: nothing covers the page
    expect(sheet).to_be_hidden()
    expect(phone.get_by_role("group", name="Pillars")).to_be_visible()


# Whether the middle of what has the focus is in sight; the label of a box may be in front of it.
IN_FRONT = """() => {
  const at = document.activeElement;
  const { x, y, width, height } = at.getClientRects()[0];
  const seen = document.elementFromPoint(x + width / 2, y + height / 2);
  return at.contains(seen) || seen === at.closest("label");
}"""


# How many pixels of the outline of what has the focus its scrolling list cuts off, on each side.
CUT_OFF = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  const ring = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
  const { left, right, top, bottom } = at.getBoundingClientRect();
  const list = at.closest("ul").getBoundingClientRect();
  const cut = [list.left - left, right - list.right, list.top - top, bottom - list.bottom];
  return cut.map((far) => Math.max(0, far + ring));
}"""


def test_the_focus_in_the_sheet_is_seen_whole(phone: Page, disk: str) -> None:
    phone.goto(f"{disk}/browse.html")
    phone.get_by_role("button", name="Narrow down").press("Enter")
    title = phone.get_by_role("heading", name="Narrow down")
    expect(title).to_be_focused()
    stops_from_here(phone, "dialog input")
    assert phone.evaluate(CUT_OFF) == [0, 0, 0, 0]
    covered = []
    for width, height in ((360, 640), (568, 320), (320, 256)):
        phone.set_viewport_size({"width": width, "height": height})
        title.focus()
        for key in ["Tab"] * 40 + ["Shift+Tab"] * 38:
            phone.keyboard.press(key)
            if not phone.evaluate(IN_FRONT):
                at = phone.evaluate("document.activeElement.parentElement.textContent")
                covered.append((width, at))
    assert covered == []


def test_escape_closes_the_sheet_and_not_the_results_below_it(phone: Page, disk: str) -> None:
    phone.goto(f"{disk}/index.html")
    phone.locator("#search--field").fill("child")
    phone.locator("#search--field").press("Enter")
    results = phone.locator("#search--results li")
    expect(results.first).to_be_visible()
    narrow = phone.get_by_role("button", name="Narrow down")
    narrow.press("Enter")
    sheet = phone.get_by_role("dialog", name="Narrow down")
    expect(phone.locator("#search--status")).to_contain_text("Less likely")
    expect(sheet.get_by_role("button", name=f"Show {in_front(phone)} results")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(narrow).to_be_focused()
    expect(results.first).to_be_visible()
    expect(phone.locator("#search--field")).to_have_value("child")


@pytest.mark.painted
def test_a_choice_moves_nothing_on_a_wide_screen(wide: Page, disk: str) -> None:
    wide.goto(f"{disk}/browse.html")
    box = wide.get_by_role("group", name="Themes").get_by_role("checkbox").nth(3)
    box.scroll_into_view_if_needed()
    before = box.bounding_box()
    box.check()
    assert box.bounding_box() == before
    expect(wide.locator("#browse--status")).to_be_in_viewport()
    wide.get_by_role("button", name="Filters (1)").focus()
    wide.keyboard.press("Enter")
    expect(wide.get_by_role("heading", name="Narrow down")).to_be_focused()
    wide.get_by_role("button", name=re.compile("^Remove: ")).click()
    expect(box).not_to_be_checked()


def test_a_list_is_narrowed_to_an_article(wide: Page, disk: str) -> None:
    wide.goto(f"{disk}/browse.html")
    expect(wide.locator(LINES)).to_have_count(AT_ONCE)
    every = counted(wide)
    wide.locator("summary", has_text="Articles").press("Enter")
    group = wide.get_by_role("group", name="Articles")
    expect(group.locator(".count").first).to_have_text(re.compile(r"^\d+$"))
    choose(group.get_by_role("checkbox", name=re.compile(r"Protocol .*Article 9\b")))
    expect(wide).to_have_url(re.compile(r"#articles=tip-protocol(:|%3A)9$"))
    expect(wide.get_by_role("button", name="Filters (1)")).to_be_visible()
    assert counted(wide) < every
    wide.locator(LINES).first.press("Enter")
    expect(wide.get_by_role("link", name=re.compile(r"^Article 9\b")).first).to_be_visible()


def test_a_list_for_a_region_is_seen_at_once(phone: Page, disk: str) -> None:
    phone.goto(f"{disk}/browse.html")
    phone.locator(LINES).last.focus()  # far down, where the button is still in sight
    assert phone.evaluate("scrollY") > 1000
    phone.get_by_role("button", name="Narrow down").press("Enter")
    sheet = phone.get_by_role("dialog", name="Narrow down")
    sheet.locator("summary", has_text="Regions").press("Enter")
    choose(sheet.get_by_role("checkbox", name=re.compile("^South America")))
    sheet.get_by_role("button", name=re.compile(r"^Show \d+ results?$")).press("Enter")
    expect(sheet).to_be_hidden()
    comes_in_sight(phone.locator(LINES).first)
    comes_in_sight(phone.locator("#browse--status"))
