"""Corrections: of an entry and of a task, also where the entry comes late or not at all."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browsers import hold
from tests.checkouts import SAMPLE, entry_files
from tests.whole_site.form.conftest import (
    DATA,
    EDIT,
    go_to_faults,
    looks_right,
    pick,
    publish,
    tick,
)
from toolkit.content.markdown_files import document_from
from toolkit.forms.entries import values_of
from toolkit.source import SourceFile

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]
ENTRY = "ohchr-commentary-recommended-principles-2010"


def test_a_correction_of_an_entry(examined: Page, served: str) -> None:
    page = examined
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="dark")
    form = "https://forms.example.org/toolkit?id=1"
    page.route(DATA, lambda route: publish(route, form))
    page.goto(f"{served}/protection/resources/{ENTRY}.html")
    page.get_by_role("link", name="Suggest a change without an account").press("Enter")
    expect(page.get_by_role("heading", name=re.compile("^Correction: "))).to_be_visible()
    [file] = [path for path in entry_files() if path.stem == ENTRY]
    source = file.read_text(encoding="utf-8")
    button = page.get_by_role("button", name="Check it, and show what to send")
    button.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("not changed anything")
    # The pillar of its folder stays the first, however often it is ticked.
    home = page.get_by_label("Protection", exact=True)
    home.press("Space")
    button.press("Enter")
    expect(page.locator("#write--pillars-faults")).to_contain_text(
        '"Protection" must stay the first'
    )
    home.press("Space")
    button.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("not changed anything")
    page.get_by_label("Year (required)").fill("1999")
    button.press("Enter")
    text = page.get_by_label("Text of the file").input_value()
    assert text == re.sub(r"^year: .*$", "year: 1999", source, flags=re.M)
    mail = page.get_by_label("Text of the email").input_value()
    assert re.search(r"\n\[based on\] [0-9a-f]{64}\n\[year\] 1999\n\[end\]\n$", mail)
    to_form = page.get_by_role("link", name="forms.example.org", exact=True)
    expect(to_form).to_have_attribute("href", form)
    expect(to_form.locator("..")).to_have_text(re.compile("^Copy the text, and paste it into"))
    repository = page.get_by_role("link", name="Open the page")
    expect(repository).to_have_attribute("href", f"{EDIT}protection/resources/{ENTRY}.md")
    looks_right(page)
    symbols = page.locator("#write--identifiers-symbol")
    expect(symbols).to_have_value("HR/PUB/10/2; E/2002/68/Add.1")
    symbols.fill("HR/PUB/10/2; E/2002/68/Add.2")
    page.locator("#write--identifiers-doi").fill("10.1175/1<1:A>2.0.CO;2; 10.1234/x")
    page.get_by_label("Year (required)").fill("2000")
    shown = page.get_by_label("Text of the file")
    expect(shown).to_have_value(re.compile("^year: 2000$", re.M))
    document = document_from(
        SourceFile("docs/x.md", shown.input_value()), "protection/resources/x.md"
    )
    assert values_of(document)["identifiers"] == {
        "isbn": "978-92-1-154190-8",
        "doi": ["10.1175/1<1:A>2.0.CO;2", "10.1234/x"],
        "symbol": ["HR/PUB/10/2", "E/2002/68/Add.2"],
        "sales_number": "E.10.XIV.1",
    }


def test_a_new_task_and_a_correction_of_one_from_a_disk(examined: Page, site: Path) -> None:
    """In each state of the form; the result passes, or changes what was corrected."""
    page = examined
    page.goto(f"{site.as_uri()}/contribute/write.html#new=task")
    check = page.locator("button[type=submit]")
    check.press("Enter")
    expect(page.locator("#write--title")).to_be_focused()
    go_to_faults(page)
    page.locator("#write--title").fill("Inspect a fishing vessel")
    page.locator("#write--summary").fill("Helps labour inspectors to prepare a visit on board.")
    tick(page, "prosecution", "labour-inspectors", "labour-inspection")
    pick(page, "asked", "signs of forced labour at sea; fishers get no pay")
    chosen = page.locator("[data-field=choices] fieldset")
    another = page.get_by_role("button", name="Add another: What to use")
    another.press("Enter")
    expect(chosen.nth(3).locator("input")).to_be_focused()
    address = f"../../protection/resources/{ENTRY}.html#part"
    entries = {0: address, 2: ENTRY, 3: "ilo-indicators-of-forced-labour-2012"}
    for n, entry in entries.items():  # the second is left empty
        for control, text in zip(
            chosen.nth(n).locator("input, textarea").all(),
            (entry, "Take it.", "It is old."),
            strict=True,
        ):
            control.fill(text)
    page.locator("#write--section-steps").fill("1. Board.\n2. Speak with each fisher alone.")
    page.locator("summary").last.press("Enter")
    check.press("Enter")
    wrong = chosen.nth(2).locator("input")
    expect(wrong).to_be_focused()
    expect(page.locator("#write--choices-faults li")).to_have_count(1)
    looks_right(page)
    wrong.fill("heuni-uncovering-labour-trafficking-2020")
    page.get_by_role("button", name="Remove What to use 2").press("Enter")
    expect(another).to_be_focused()
    expect(chosen.locator("legend")).to_have_text([f"What to use {n}" for n in (1, 2, 3)])
    expect(page.get_by_role("button", name="Remove What to use 3")).to_be_visible()
    check.press("Enter")
    expect(page.locator(".write-result h2").first).to_be_focused()
    looks_right(page)
    text = page.locator(".write-result textarea").last.input_value()
    document = document_from(SourceFile("docs/tasks/x.md", text), "tasks/x.md")
    assert document.faults == ()
    assert document.texts("pillars") == ("prosecution",)
    assert "\n## Steps\n\n1. Board.\n" in text
    mail = page.get_by_label("Text of the email").input_value()
    assert "\n[Steps]\n1. Board.\n" in mail
    assert "[Avoid]" not in mail
    preview = page.locator("article")
    titles = (
        "Recommended Principles",
        "Uncovering labour trafficking",
        "ILO Indicators of Forced Labour",
    )
    used = [re.compile(f"^{title}.* \u2013 Take it. \u2013 It is old.$") for title in titles]
    expect(preview.locator("dd li")).to_have_text(used)
    expect(page.get_by_text("This site gives no email address.")).to_be_visible()
    expect(page.get_by_role("heading", name="In the project's repository")).to_have_count(0)

    page.goto(f"{site.as_uri()}/index.html")
    page.goto(f"{site.as_uri()}/contribute/write.html#correct")
    page.locator("#write--entry").fill("Inspect workplace")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text('did you mean "Inspect a workplace')
    page.keyboard.press("Enter")
    expect(page.locator("#write--title")).to_have_value(re.compile("^Inspect a workplace"))
    page.goto(f"{site.as_uri()}/tasks/inspect-a-workplace.html")
    page.get_by_role("link", name="Suggest a change without an account").press("Enter")
    first = chosen.first.locator("input")
    expect(first).to_have_value("ILO Indicators of Forced Labour")
    first.focus()
    offered = first.evaluate("one => [...one.list.options].map((each) => each.value)")
    assert "ILO Indicators of Forced Labour" in offered
    page.locator("#write--title").fill("Inspect a place of work")
    page.locator("button[type=submit]").press("Enter")
    source = (SAMPLE / "tasks/inspect-a-workplace.md").read_text(encoding="utf-8")
    text = page.get_by_label("Text of the file").input_value()
    assert text == re.sub("^title: .*$", "title: Inspect a place of work", source, flags=re.M)


def with_unknown_values(route: Route) -> None:
    """An entry as of other lists than those of the form."""
    text = route.fetch().text().replace('["human-rights', '["no-such","human-rights')
    route.fulfill(body=text.replace('"level":"global"', '"level":"galactic"'))


@pytest.mark.slow
def test_an_entry_that_is_lost_is_corrected_later(page: Page, served: str) -> None:
    lost = ["at first", "again"]
    page.route(
        f"**/write/entries/{ENTRY}.js",
        lambda route: route.abort() if lost and lost.pop() else with_unknown_values(route),
    )
    page.goto(f"{served}/contribute/write.html#correct={ENTRY}")
    said = page.locator("[aria-live]", has_text="The data could not be loaded. Try again.")
    again = page.get_by_role("button", name="Open")
    for _ in range(2):
        expect(said).to_be_visible()
        expect(again).to_be_focused()
        again.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("^Correction"))).to_be_focused()
    expect(said).to_have_count(0)
    expect(again).to_have_count(0)
    level = page.get_by_label("Level (required)")
    expect(level.locator("option:checked")).to_have_text("galactic")
    page.get_by_label("Year (required)").fill("1999")
    page.locator("button[type=submit]").press("Enter")
    for unknown in ("galactic", "no-such"):
        expect(page.get_by_role("alert")).to_contain_text(f'"{unknown}" is not')


def test_a_link_to_correct_what_is_not_there_says_so(page: Page, served: str) -> None:
    page.goto(f"{served}/contribute/write.html#correct=renamed-since")
    which = page.get_by_label("Which entry or task?")
    expect(page.get_by_role("alert")).to_have_text("This entry was not found.")
    expect(which).to_be_focused()
    expect(which).to_have_value("renamed-since")
    page.locator("[data-way=correct]").press("Enter")
    expect(which).to_have_value("")
    expect(page.get_by_role("alert")).to_have_text("")


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("https://a.org/prevention/resources/iris.html", "IRIS: Ethical Recruitment"),
        ("iris", "IRIS: Ethical Recruitment"),
        ("https://a.org/fr/tasks/speak-with-a-child.html?x#y", "Interview a child"),
        ("tasks/speak-with-a-child", "Interview a child"),
    ],
)
def test_what_was_renamed_is_found_by_its_former_address(
    page: Page, served: str, typed: str, title: str
) -> None:
    page.goto(f"{served}/contribute/write.html#correct")
    page.get_by_label("Which entry or task?").fill(typed)
    page.keyboard.press("Enter")
    expect(page.locator("#write--title")).to_have_value(re.compile(f"^{title}"))


@pytest.mark.slow
@pytest.mark.parametrize("end", ["comes", "is lost"])
def test_an_entry_that_comes_late_does_not_disturb_another_form(
    page: Page, served: str, end: str
) -> None:
    held = hold(page, f"**/write/entries/{ENTRY}.js")
    with page.expect_request(f"**/write/entries/{ENTRY}.js"):
        page.goto(f"{served}/contribute/write.html#correct={ENTRY}", wait_until="commit")
    page.locator("[data-way=resource]").press("Enter")
    title = page.get_by_label("Title (required)")
    title.fill("A work")
    route = held.pop()
    route.continue_() if end == "comes" else route.abort()
    page.wait_for_load_state("networkidle")
    expect(title).to_be_focused()
    expect(page.locator(".write-form")).to_have_count(1)
    expect(page.get_by_role("button", name="Open")).to_have_count(0)


def test_an_entry_that_comes_late_leaves_the_keyboard_where_it_is(page: Page, served: str) -> None:
    held = hold(page, f"**/write/entries/{ENTRY}.js")
    with page.expect_request(f"**/write/entries/{ENTRY}.js"):
        page.goto(f"{served}/contribute/write.html#correct={ENTRY}", wait_until="commit")
    link = page.locator(".site-head nav a").first
    link.focus()
    held.pop().continue_()
    expect(page.locator(".write-form")).to_be_visible()
    expect(link).to_be_focused()
