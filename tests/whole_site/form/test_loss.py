"""What is lost or late, and what mustn't be: the form's scripts, and what somebody has written."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import hold
from tests.whole_site.form.conftest import DATA, paste
from tests.whole_site.test_late import patient, run_first

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]


def test_a_browser_that_is_too_old_for_the_form_shows_the_lines(page: Page, served: str) -> None:
    """As those before 2019: it would open, and then check nothing."""
    with run_first(page, "delete String.prototype.matchAll"):
        page.goto(f"{served}/contribute/write.html#new=resource")
        expect(page.get_by_text("The form could not be loaded.")).to_be_visible()
        expect(page.locator("[data-write-off] pre").first).to_be_visible()


def test_a_form_that_takes_long_does_not_ask_for_scripts(page: Page, served: str) -> None:
    held = hold(page, DATA)
    waiting, lines = page.locator("[data-write]"), page.locator("[data-write-off]")
    with patient(page):
        page.goto(f"{served}/contribute/write.html#new=resource", wait_until="commit")
        expect(waiting).to_have_text("Loading…")
        expect(lines).to_have_css("visibility", "hidden")
        page.evaluate("document.getAnimations().forEach((one) => one.finish())")
        expect(lines).to_have_css("visibility", "visible")
    held.pop().continue_()
    expect(page.get_by_label("Title (required)")).to_be_visible()
    expect(waiting).not_to_contain_text("Loading…")
    expect(lines).to_be_hidden()


def test_a_form_that_is_lost_shows_the_lines_at_once(page: Page, served: str) -> None:
    page.route(DATA, lambda route: route.abort())
    page.goto(f"{served}/contribute/write.html#new=resource")
    expect(page.get_by_text("The form could not be loaded.")).to_be_visible()
    expect(page.locator("[data-write-off] pre").first).to_have_css("visibility", "visible")
    expect(page.locator("[data-write]")).to_be_empty()
    assert page.evaluate("document.getAnimations().length") == 0


def test_what_is_written_is_neither_lost_nor_taken_early(page: Page, served: str) -> None:
    page.goto(f"{served}/contribute/write.html#new=resource")
    asked = """() => {
        const event = document.createEvent("BeforeUnloadEvent");
        event.initEvent("beforeunload", false, true);
        dispatchEvent(event);
        return event.returnValue !== "";
    }"""
    assert not page.evaluate(asked)  # as browsers of 2023 ask
    # Fields say so themselves; for ticked boxes, Firefox only asks the form.
    expect(page.locator(".write-form")).to_have_attribute("autocomplete", "off")
    title, box = page.get_by_label("Title (required)"), page.get_by_label("Labour inspectors")
    title.fill("A work")
    assert page.evaluate(asked)
    box.press("Space")
    # WebKit sets fields back that it is told not to remember.
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    page.locator(".write-form").evaluate("(form) => form.reset()")
    expect(title).to_have_value("A work")
    expect(box).to_be_checked()
    # The Enter of an input method takes no name.
    names = page.locator("#write--languages")
    names.fill("French")
    names.dispatch_event("keydown", {"key": "Enter", "keyCode": 229, "isComposing": True})
    expect(names).to_have_value("French")
    names.press("Enter")
    expect(names).to_have_value("")
    # Several at once, by a button, or when the field is left; an unknown name stays in sight.
    chips = page.locator("[data-field=languages] .chips button")
    said = page.locator("[data-field=languages] [aria-live]")
    names.fill("English, French")
    names.press("Tab")
    expect(said).to_have_text("French, English")
    names.press_sequentially("Klingon; es")
    page.get_by_role("button", name="Add: Languages").press("Enter")
    expect(names).to_be_focused()
    expect(names).to_have_value("Klingon")
    assert paste(names, "- German\n- Arabic")
    expect(names).to_have_value("Klingon")
    taken = ["French", "English", "Spanish", "German", "Arabic"]
    expect(chips).to_have_text([re.compile(f"^.{name}. ×$") for name in taken])
    page.get_by_role("button", name="Remove English").press("Enter")
    expect(said).to_have_text("Removed: English")
    expect(names).to_be_focused()
    expect(chips).to_have_text([re.compile(name) for name in taken if name != "English"])
    expect(page.locator("#write--languages-list option[value=French]")).to_have_count(1)


def test_without_scripts_the_page_says_what_to_do(scriptless: Page, served: str) -> None:
    scriptless.goto(f"{served}/contribute/write.html")
    expect(scriptless.get_by_text("This form needs JavaScript.")).to_be_visible()
    assert "[title]" in (scriptless.locator("pre").first.text_content() or "")
