"""What a reader does on the pages of a whole site, on a phone and on a wide screen."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import hold
from tests.search.test_browser import ask, loaded, ready
from tests.search.walks.conftest import (
    LINES,
    PHONE,
    RESULTS,
    STOPS,
    comes_in_sight,
    in_front,
    stops_to,
)

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]


@pytest.mark.parametrize(("path", "found"), [("search", RESULTS), ("browse", LINES)])
def test_the_first_result_is_near_on_a_phone_and_for_the_keyboard(
    phone: Page, disk: str, path: str, found: str
) -> None:
    phone.goto(f"{disk}/{path}.html")
    if path == "search":
        ask(phone, "forced labour of workers")
        loaded(phone)
    expect(phone.locator(found).first).to_be_visible()
    box = phone.locator(found).first.bounding_box()
    assert box
    assert box["y"] + box["height"] < PHONE["height"]
    assert stops_to(phone, found) <= STOPS


def test_results_come_into_sight_on_a_low_screen(wide: Page, disk: str) -> None:
    """As on a phone in landscape or at 400 % zoom: the field fills the visible part."""
    wide.set_viewport_size({"width": 320, "height": 256})
    wide.goto(f"{disk}/index.html")
    ask(wide, "forced labour of workers")
    loaded(wide)
    wide.keyboard.press("Enter")
    expect(wide.locator("#search--heading")).to_be_focused()
    comes_in_sight(wide.locator("#search--heading"))


def test_a_tall_head_keeps_no_result_out_of_sight(phone: Page, disk: str) -> None:
    """On the home page, where pages also say who translated them."""
    phone.set_viewport_size({"width": 320, "height": 568})
    phone.goto(f"{disk}/index.html")
    phone.locator(".site-head").evaluate(
        "(head) => head.style.setProperty('padding-bottom', '9rem')"
    )
    ask(phone, "forced labour of workers")
    loaded(phone)
    phone.keyboard.press("Enter")
    comes_in_sight(phone.locator(RESULTS).first)


def test_fields_are_explained_within_a_narrow_phone(phone: Page, disk: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(f"{disk}/contribute/fields.html#field-type")
    comes_in_sight(phone.get_by_text("What kind of work it is."), whole=True)
    comes_in_sight(phone.get_by_text("type: handbook"), whole=True)


def test_the_lists_of_terms_open_short_and_whole_at_a_link(wide: Page, disk: str) -> None:
    wide.goto(f"{disk}/browse.html")
    expect(wide.locator(LINES).first).to_be_visible()
    assert wide.evaluate("document.documentElement.scrollHeight") < 8000
    folded = wide.locator(".terms > li[hidden] a")
    assert folded.count() > 0
    term = folded.first.get_attribute("href")
    wide.evaluate("""() => {
        const term = document.querySelector(".terms > li[hidden]");
        location.hash = term.closest("section").querySelector("h2").id;
    }""")
    expect(wide.locator(f"[data-fold] .terms a[href='{term}']")).to_be_visible()


@pytest.mark.painted
@pytest.mark.parametrize(
    ("query", "first_change"),
    [("consent", True), ("law", False)],  # which brings up less likely works from far below
)
def test_what_comes_in_later_is_offered_and_changes_no_order(
    wide: Page, served_sample: str, query: str, *, first_change: bool
) -> None:
    held = hold(wide, "**/en/full-1.js")
    with wide.expect_request("**/en/full-1.js"):
        wide.goto(f"{served_sample}/search.html")
        ask(wide, query)
    shown = wide.locator(RESULTS)
    expect(shown.first).to_be_visible()
    early = in_front(wide)
    before = shown.all_inner_texts()
    for route in held:
        route.continue_()
    loaded(wide)
    offer = wide.get_by_role("button", name=re.compile("more in the full text"))
    expect(offer).to_be_visible()
    assert shown.all_inner_texts() == before
    offered = int(offer.inner_text().split()[0])
    offer.click()
    expect(offer).to_be_hidden()
    assert (set(shown.all_inner_texts()) != set(before)) == first_change
    assert in_front(wide) <= early + offered


def test_results_hardly_move_when_their_texts_come(phone: Page, served_sample: str) -> None:
    """Or a reader who taps on one meets another."""
    held = hold(phone, "**/en/summaries.js")
    texts = phone.locator(".result-excerpt")
    with phone.expect_request("**/en/summaries.js"):
        phone.goto(f"{served_sample}/search.html", wait_until="domcontentloaded")
        ask(phone, "labour inspection")
    expect(texts).not_to_have_count(0)
    height = "list => list.offsetHeight"
    early = phone.locator("#search--results").evaluate(height)
    expect(texts.first).to_be_empty()
    held.pop().continue_()
    expect(texts.last).not_to_be_empty()
    late = phone.locator("#search--results").evaluate(height)
    assert abs(late - early) < late / 10


@pytest.mark.painted
def test_from_home_to_a_checklist_for_a_farm_in_three_taps(phone: Page, disk: str) -> None:
    phone.goto(f"{disk}/index.html")
    phone.locator("summary", has_text="Labour inspectors").click()
    phone.get_by_role("link", name=re.compile("^Inspect a workplace")).first.click()
    choice = phone.get_by_role("listitem").filter(has_text="Use the checklist")
    choice.get_by_role("link").first.click()
    expect(phone.locator("h1")).to_contain_text("Uncovering labour trafficking")


# What the status has, and what of it can be heard, as soon as the first results are there.
_FIRST_ANSWER = """(query) => new Promise((resolve) => {
  const status = () => document.getElementById("search--status");
  new MutationObserver(() => {
    if (document.querySelector("#search--results li"))
      resolve([status().textContent, status().innerText]);
  }).observe(document.body, { childList: true, subtree: true });
  const field = document.getElementById("search--field");
  field.value = query;
  field.dispatchEvent(new Event("input"));
})"""


def test_screen_readers_say_how_much_was_found_the_first_time_too(wide: Page, disk: str) -> None:
    """They say what changes in a place that they know, not what appears together with its place."""
    wide.goto(f"{disk}/search.html")
    ready(wide)
    text, heard = wide.evaluate(_FIRST_ANSWER, "hotline")
    assert "result" in text
    assert heard == ""
    status = wide.locator("div[aria-live=polite]#search--status")  # Orca says no other element's
    expect(status).to_have_text(text, use_inner_text=True)
