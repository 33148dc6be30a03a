"""A new entry, from an empty form to what is sent: by keyboard, from a server and from a disk."""

import re
import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.checkouts import SAMPLE, entry_files
from tests.whole_site.form.conftest import (
    DATA,
    EDIT,
    go_to_faults,
    looks_right,
    paste,
    pick,
    publish,
    tick,
)
from tests.whole_site.test_late import run_first
from toolkit.content.markdown_files import document_from
from toolkit.content.reader import read_content
from toolkit.source import SourceFile
from toolkit.validation.runner import run_checks

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]
CONTACT = "mailto:office@example.org?cc=desk@example.org"
REPORT = """\
1. Context
Seafarers in distress call at all hours.
## Approach:
The desk answers in many languages.
Results: Many call.

Nobody counts.
**CONDITIONS**
People who speak the languages.
Limitations
It ended in 2014: no money.
"""
# With what the preview shows, and what that is in its language.
LAID_OUT = """\
## Contents
What to **do**
on [board](https://www.un.org/).

- Look
  around.
- Listen.

1. Board.
2. Ask.

It **ends** here & now."""
SHOWN = (
    "<div><h4>Contents</h4><p>What to <strong>do</strong> on <u>board</u>.</p></div>"
    "<ul><li>Look around.</li><li>Listen.</li></ul><ol><li>Board.</li><li>Ask.</li></ol>"
    "<p>It <strong>ends</strong> here &amp; now.</p>"
)
FACTS = """list => Object.fromEntries([...list.children].map((one) =>
    [one.firstChild.textContent, one.lastChild.textContent]))"""
# Fields whose text would be cut off on paper.
CUT_OFF = """[...document.querySelectorAll("textarea")]
    .filter((field) => field.scrollHeight > field.clientHeight + 2).map((field) => field.id)"""
# Fields of which the browser remembers what is typed, or that nothing explains.
UNEXPLAINED = """[...document.querySelectorAll("form :is(textarea, select, [type='text'])")]
    .filter((one) => one.autocomplete !== "off" || !(one.getAttribute("aria-describedby") || "")
        .split(" ").some((id) => id && document.getElementById(id).textContent))
    .map((one) => one.id)"""
SET_BACK = """window.Date = class extends Date {
  constructor(...given) { super(...(given.length ? given : [0])); }
};"""


def with_contact(route: Route) -> None:
    """The form's data as on a site that names an address and its repository."""
    publish(route, CONTACT)


def copy_texts(page: Page) -> None:
    """By the new way, by the old one, and where there is neither."""
    mail, file = (page.get_by_label(f"Text of the {name}") for name in ("email", "file"))
    said = page.locator(".write-result > [aria-live=polite]")
    page.evaluate(
        "() => { navigator.clipboard.writeText = async (text) => (window.copied = text) }"
    )
    buttons = page.get_by_role("button", name="Copy the text")
    for n, text in enumerate((mail, file)):
        buttons.nth(n).press("Enter")
        expect(said).to_have_text("Copied.")
        expect(text).to_be_focused()
        assert page.evaluate("copied") == text.input_value() != ""
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    for is_able, says in (("false", "Your browser did not copy it."), ("true", "Copied.")):
        page.evaluate(f"document.execCommand = () => {is_able}; getSelection().removeAllRanges()")
        buttons.last.press("Enter")
        expect(said).to_contain_text(says)
        assert page.evaluate("getSelection().toString()") == file.input_value()


def a_title(kind: str) -> str:
    text = entry_files(SAMPLE, kind)[0].read_text(encoding="utf-8")
    [title] = re.findall('^title: "?(.*?)"?$', text, re.M)
    return str(title)


def fill_resource(page: Page) -> None:
    page.get_by_label("Title (required)").fill("Wholly other <b>work</b> about fishing vessels")
    page.get_by_label("Summary (required)").fill("It explains how inspectors board a vessel.")
    page.get_by_label("Type (required)").select_option(value="guide")
    page.get_by_label("Year (required)").fill("2021")
    page.get_by_label("Prosecution", exact=True).press("Space")
    tick(page, "labour-inspection")
    page.get_by_label("Labour inspectors").press("Space")
    page.get_by_label("Level (required)").select_option(value="global")
    pick(page, "languages", "English, French")
    pick(page, "organisations", "ILO")
    page.get_by_text("More details").press("Enter")
    page.get_by_label("More about it").fill("## Contents\n\nWhat to do on board.")


def test_what_is_said_while_the_form_is_filled_in(page: Page, served: str) -> None:
    page.goto(f"{served}/contribute/write.html#new=resource")
    # The first pillar leads to the next, as people read.
    for direction, arrow in (("ltr", "→"), ("rtl", "←")):
        page.evaluate("one => (document.documentElement.dir = one)", direction)
        pillars = [page.get_by_label(name, exact=True) for name in ("Prosecution", "Prevention")]
        for pillar in pillars:
            pillar.press("Space")
        expect(page.get_by_text(f"Prosecution {arrow} Prevention")).to_be_visible()
        for pillar in pillars:
            pillar.press("Space")
    # What is wrong, when the field is left: screen readers are at the next one by then. Only once.
    said = page.locator("[aria-live]", has_text="Year: ")
    year = page.get_by_label("Year (required)")
    year.fill("20x9")
    year.press("Tab")
    expect(said).to_have_text(re.compile('^Year: "20x9" is not a year'))
    year.fill("2")
    expect(page.locator("#write--year-faults")).to_contain_text('"2"')
    expect(said).to_contain_text("20x9")
    # Nothing of a form that is gone.
    page.get_by_label("Title (required)").fill(a_title("resources"))
    said = page.locator("[aria-live]").filter(has_text="look like yours")
    expect(said).to_have_count(1)
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("[data-way=task]").press("Enter")
    expect(page.get_by_role("heading", name="A task")).to_be_focused()
    expect(said).to_have_count(0)


def test_fields_and_buttons_say_what_they_are_for(page: Page, served: str) -> None:
    page.goto(f"{served}/contribute/write.html#new=resource")
    expect(page.locator("#write--title")).to_be_visible()
    # WebKit scrolls no further than it has to: "Leave this site quickly" covered the labels.
    covered = """() => [...document.querySelectorAll(".ask > input, .ask > textarea")]
        .filter((field) => {
            scrollTo({ top: 1e6, behavior: "instant" });
            field.scrollIntoView({ block: "nearest", behavior: "instant" });
            const label = field.labels[0].getBoundingClientRect();
            return label.top < document.querySelector(".leave").getBoundingClientRect().bottom;
        }).map((field) => field.id)"""
    assert page.evaluate(covered) == []
    assert page.evaluate(UNEXPLAINED) == []
    expect(page.locator(".boxes label[title]")).not_to_have_count(0)
    # Keyboards of phones have what is needed, and an address is read from the left in any language.
    expect(page.locator("#write--year")).to_have_attribute("inputmode", "numeric")
    for name, value in (("inputmode", "url"), ("dir", "ltr")):
        expect(page.locator("#write--url")).to_have_attribute(name, value)
    # Screen readers list buttons without what is around them.
    page.locator(".write-more > summary").press("Enter")
    expect(page.get_by_role("button", name="Add: Languages")).to_be_visible()
    expect(page.get_by_role("button", name="Add another: Sources")).to_be_visible()
    names = re.findall('button "(.*)"', page.locator("form").aria_snapshot())
    assert len(names) == len(set(names)) > 5
    # They would say "star" for an asterisk, which nothing explains.
    page.locator("[data-way=task]").press("Enter")
    expect(page.get_by_text('Fields marked "required" are needed.')).to_be_visible()
    first = page.get_by_role("group", name="What to use 1")
    expect(first.get_by_label("(required)")).to_have_count(3)
    assert "*" not in page.locator("form").inner_text()
    assert page.evaluate(UNEXPLAINED) == []


# Where a letter of a button is.
_LETTER = """(one, at) => {
  const range = document.createRange();
  range.selectNodeContents(one);
  range.setStart(one.firstChild, at);
  range.setEnd(one.firstChild, at + 1);
  return range.getBoundingClientRect().left;
}"""


def test_buttons_stand_apart_and_names_end_as_in_their_language(page: Page, served: str) -> None:
    page.route(DATA, with_contact)
    page.goto(f"{served}/contribute/write.html#new=resource")
    page.evaluate("document.documentElement.dir = 'rtl'")
    check = page.get_by_role("button", name="Check it, and show what to send")
    check.press("Enter")
    # A bullet would stand beside the last line of a button.
    faults = page.get_by_role("alert").get_by_role("listitem")
    assert faults.first.evaluate("one => getComputedStyle(one).listStyleType") == "none"
    pick(page, "partners", "Coop.")
    chip = page.get_by_role("button", name="Remove Coop.")
    text = chip.text_content() or ""
    letters = [chip.evaluate(_LETTER, text.index(sign)) for sign in ("C", ".", "×")]
    assert letters[0] < letters[1]
    assert letters[2] < letters[0]
    fill_resource(page)
    check.press("Enter")
    buttons = page.locator(".write-result .plain-button:visible")
    expect(buttons.nth(2)).to_be_visible()
    places = "found => found.map((one) => one.getBoundingClientRect().toJSON())"
    boxes = buttons.evaluate_all(places)
    assert len(boxes) > 2
    for one, other in pairwise(boxes):  # the lines are right to left
        assert other["right"] <= one["left"] or other["top"] - one["bottom"] >= 4


def test_from_an_empty_form_to_a_mail_and_a_file(examined: Page, served: str) -> None:
    page = examined
    page.route(DATA, with_contact)
    with run_first(page, SET_BACK):  # a clock that was never set
        page.goto(f"{served}/contribute/write.html")
    looks_right(page)
    page.get_by_role("link", name=re.compile("A resource")).press("Enter")
    expect(page.get_by_role("heading", name=re.compile("A resource"))).to_be_focused()
    looks_right(page)
    page.get_by_role("button", name="Check it, and show what to send").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Things to fix")
    title = page.get_by_label("Title (required)")
    expect(title).to_be_focused()
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_have_accessible_description(re.compile('Fill in "Title"'))
    looks_right(page)
    go_to_faults(page)
    fill_resource(page)
    more = page.get_by_label("More about it")
    more.fill("Board the vessel. " * 400)
    pick(page, "provisions", "tip-protocol:2;tip-protocol:9(1)")  # as written in files
    page.get_by_role("button", name="Check it, and show what to send").press("Enter")
    expect(page.get_by_role("heading", name="Ready to send")).to_be_focused()
    looks_right(page)
    expect(page.get_by_text("The text is too long for a link.")).to_be_visible()
    mail = page.get_by_role("link", name="Open the email")
    expect(mail).to_have_attribute("href", re.compile("&subject=Toolkit.*&body=$"))
    repository = page.get_by_role("link", name="Open the page")
    expect(page.get_by_text("Copy the text of the file, and paste it there")).to_be_visible()
    expect(repository).to_have_attribute("href", re.compile(r"2021\.md$"))
    more.fill("## Contents\n\nOn board, Fatou, aged 17, says so.")
    hint = page.get_by_role("button", name=re.compile("^More about it: .Fatou, aged 17. may"))
    hint.press("Enter")
    expect(more).to_be_focused()
    looks_right(page)
    more.fill(LAID_OUT)
    expect(hint).to_have_count(0)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Remove French")).to_be_visible()
    assert page.evaluate(CUT_OFF) == []
    page.emulate_media(media="screen")
    preview = page.locator("article")
    expect(preview.locator("h3")).to_have_text("Wholly other <b>work</b> about fishing vessels")
    expect(preview.locator(".lead")).to_have_text("It explains how inspectors board a vessel.")
    assert preview.locator("> div").inner_html() == SHOWN
    marks = preview.locator("li").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).listStyleType)"
    )
    assert marks == ["disc"] * 2 + ["decimal"] * 2
    facts = preview.locator("dl").evaluate(FACTS)
    assert facts == {
        "Type": "Guide or guidelines",
        "Year": "2021",
        "Pillars": "Prosecution",
        "Themes": "Labour inspection",
        "For": "Labour inspectors",
        "Level": "Global",
        "Regions": "World",
        "Languages": "English; French",
        "Organizations": "International Labour Organization",
        "Provisions": "Trafficking in Persons Protocol (Palermo Protocol), 2: "
        "Statement of purpose; tip-protocol:9(1)",
        "In the toolkit since": "2026-11-25",  # the day of the copy
    }
    # What is shown and sent is what is there now.
    page.get_by_role("button", name="Remove French").press("Enter")
    expect(preview.get_by_text("English; French")).to_have_count(0)
    copy_texts(page)
    expect(page.get_by_text("Open an email with this text in it")).to_be_visible()
    expect(mail.locator("..")).to_have_text("Open the email office@example.org")
    address = mail.get_attribute("href") or ""
    assert address.startswith(f"{CONTACT}&subject=Toolkit%3A%20new%20entry%3A%20Wholly%20other")
    body = parse_qs(urlsplit(address).query)["body"][0]
    assert body == page.get_by_label("Text of the email").input_value().replace("\n", "\r\n")
    assert "[added]" not in body
    expect(page.get_by_text("with the text already filled in")).to_be_visible()
    expect(repository).to_have_attribute("target", "_blank")
    expect(repository).to_have_attribute("rel", "noopener noreferrer")
    place, _, query = (repository.get_attribute("href") or "").partition("?")
    assert place == f"{EDIT.replace('/edit/', '/new/')}prosecution/resources"
    proposed = {key: one for key, [one] in parse_qs(query).items()}
    with page.expect_download() as saving:
        page.get_by_role("button", name=re.compile(r"^Save ")).press("Enter")
    name = saving.value.suggested_filename
    text = Path(saving.value.path()).read_text(encoding="utf-8")
    assert proposed == {"filename": name, "value": text}
    # A field that is left as it was leaves the focus, and what was said, where they are.
    title.focus()
    save = page.get_by_role("button", name=f"Save {name}")
    save.focus()
    page.evaluate("new Promise((next) => setTimeout(next, 300))")  # after the form's own timer
    expect(save).to_be_focused()
    expect(page.get_by_text("Saved. Look in the downloads")).to_be_visible()
    document = document_from(SourceFile(f"docs/{name}", text), f"prosecution/resources/{name}")
    assert document.faults == ()
    assert document.text("added") == "2026-11-25"
    assert document.texts("languages") == ("en",)
    assert document.texts("organisations") == ("ilo",)
    assert document.texts("provisions") == ("tip-protocol:2", "tip-protocol:9(1)")
    assert document.texts("regions") == ("world",)  # from the level
    # Saved, it stays where it is until another form is asked for.
    page.evaluate("location.hash = 'write--title'")
    page.go_back()
    expect(page).to_have_url(re.compile("#new=resource$"))
    page.evaluate("0")  # after the event
    assert page.locator("#write--title").input_value().startswith("Wholly other")
    page.locator("[data-way=task]").press("Enter")
    expect(page.get_by_role("heading", name="A task")).to_be_focused()


@pytest.mark.painted
def test_a_practice_from_a_disk_to_a_file_that_passes(
    window: Page, site: Path, tmp_path: Path
) -> None:
    page = window
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site.as_uri()}/contribute/write.html")
    page.get_by_role("link", name=re.compile("A practice")).click()
    page.get_by_label("Title (required)").fill("A help desk for seafarers in distress")
    page.get_by_label("Summary (required)").fill("It answers calls of seafarers at all hours.")
    page.locator("#write--since").fill("2009\u20132014")
    page.locator("#write--since").press("Tab")
    page.locator("#write--since").fill("2010\u20132012")
    page.locator("#write--since").press("Tab")
    page.get_by_label("Evidence (required)").select_option(value="reported")
    expect(page.locator("#write--since")).to_have_value("2010\u20132012")  # until is there already
    page.locator("#write--since").fill("2009")
    tick(page, "protection", "prevention", "victim-assistance", "service-providers")
    page.get_by_label("Level (required)").select_option(value="national")
    pick(page, "countries", "Atlantis")
    page.locator("button[type=submit]").click()
    expect(page.get_by_role("alert")).to_contain_text('"Atlantis" is not in the list')
    expect(page.get_by_role("alert")).not_to_contain_text("Regions")  # they will be derived
    pick(page, "countries", "Bolivia")
    regions = page.locator("[data-field=regions]")
    expect(regions.locator("[aria-live]")).to_have_text("South America")  # from the country
    expect(regions.get_by_label("South America")).to_be_checked()
    wider = regions.get_by_role("group", name="Americas").get_by_label("Americas", exact=True)
    expect(wider).not_to_be_checked()
    another = regions.get_by_label("Northern America")
    another.press("Space")
    pick(page, "countries", "Peru")
    page.locator(".write-form").dispatch_event("submit")
    expect(another).to_be_checked()  # chosen, so they no longer follow
    another.press("Space")
    pick(page, "partners", "A network of ports; Another body")
    page.locator("[data-field=sources] input").nth(1).fill("Report of the network")
    assert paste(page.get_by_label("Results (required)"), REPORT)
    expect(page.get_by_label("Results (required)")).to_have_value("Many call.\n\nNobody counts.")
    expect(page.get_by_label("Limitations (required)")).to_have_value("It ended in 2014: no money.")
    page.get_by_role("button", name="Check it, and show what to send").click()
    with page.expect_download() as saving:
        page.get_by_role("button", name=re.compile(r"^Save ")).click()
    headings = ["Context", "Approach", "Results", "Conditions", "Limitations"]
    expect(page.locator("article h4")).to_have_text(headings)
    place = page.locator(".write-result code").text_content()
    assert place == "docs/protection/practices/help-desk-seafarers-distress.md"
    shutil.copytree(SAMPLE, tmp_path / "docs")
    shutil.copy(saving.value.path(), tmp_path / place)
    # The date is after any on which this runs: the entry's date of addition is today.
    content = read_content(tmp_path / "docs")
    [practice] = [one for one in content.entries if one.source.path == place]
    assert practice.texts("regions") == ("south-america",)
    assert (practice.text("since"), practice.text("until")) == ("2009", "2014")
    problems = run_checks(content, date(2100, 1, 1))
    assert [one for one in problems if one.finding.location.source.path == place] == []


def test_very_many_lines_are_given_one_direction(page: Page, served: str) -> None:
    """Otherwise Chrome looks for that of each of them, which takes minutes."""
    page.goto(f"{served}/contribute/write.html#new=practice")
    for name, words, direction in (
        ("Context", "1. line", "ltr"),
        ("Approach", "1. سطر", "rtl"),
    ):
        text = page.get_by_label(f"{name} (required)")
        for lines, expected in ((100, "auto"), (2000, direction)):
            # Without the text itself, which takes Chrome long to insert.
            text.evaluate(
                '(to, data) => to.dispatchEvent(new InputEvent("beforeinput", { data }))',
                f"{words}\n" * lines,
            )
            expect(text).to_have_attribute("dir", expected)


def test_a_title_that_is_there_already(examined: Page, site: Path) -> None:
    """From disk; no other host is contacted, and reloading asks first."""
    page = examined
    asked = "new=practice&themes=child-trafficking,no-such&exploitation=forced-labour"
    address = f"{site.as_uri()}/contribute/write.html#{asked}"
    page.goto(address)
    # What a link fills in isn't hidden below the fold.
    expect(page.locator("[data-field=exploitation] :checked")).to_be_visible()
    theme = page.get_by_label(re.compile("Child trafficking"))
    expect(theme).to_be_checked()
    expect(theme).to_be_visible()  # in its group, which is folded elsewhere
    said = page.locator("[data-field=themes] [aria-live]")
    expect(said).to_have_text("Child trafficking and child protection")
    page.get_by_label("Title (required)").fill(a_title("practices"))
    page.get_by_role("button", name=re.compile("^Mine is a different one")).first.press("Enter")
    expect(page.get_by_label("Reason").last).to_be_focused()
    looks_right(page)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.locator("[data-way=resource]").press("Enter")
    expect(page).to_have_url(address)  # of the form, which stays open
    seen = []

    def stay(dialog: object) -> None:
        seen.append(dialog.type)  # type: ignore[attr-defined]
        dialog.accept()  # type: ignore[attr-defined]

    page.on("dialog", stay)
    page.reload()
    assert seen == ["beforeunload"]
    expect(page.get_by_label("Title (required)")).to_have_value("")
    # Someone leaving in a hurry is not held up.
    page.get_by_label("Title (required)").fill("x")
    page.locator("[data-leave]").first.press("Enter")
    page.wait_for_url(re.compile(r"blank\.html$"))
    assert seen == ["beforeunload"]
