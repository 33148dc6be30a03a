"""The form for entries on the built site: by keyboard, from disk, in each of its states."""

import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, ViewportSize, expect

from tests.browsers import as_new, hold
from tests.checkouts import SAMPLE, entry_files
from tests.whole_site.axe import TOO_WIDE, findings, reshape
from tests.whole_site.test_late import patient, run_first
from toolkit.content.markdown_files import document_from
from toolkit.content.reader import read_content
from toolkit.forms.entries import values_of
from toolkit.source import SourceFile
from toolkit.validation.runner import run_checks

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]

CONTACT = "mailto:office@example.org?cc=desk@example.org"
EDIT = "https://github.com/group/toolkit/edit/main/docs/"
ENTRY = "ohchr-commentary-recommended-principles-2010"
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
DATA = "**/write/data.js"
NARROW: ViewportSize = {"width": 320, "height": 800}


def with_contact(route: Route) -> None:
    """The form's data as on a site that names an address and its repository."""
    publish(route, CONTACT)


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
    page.get_by_label("Year (required)").fill("2000")
    shown = page.get_by_label("Text of the file")
    expect(shown).to_have_value(re.compile("^year: 2000$", re.M))
    document = document_from(
        SourceFile("docs/x.md", shown.input_value()), "protection/resources/x.md"
    )
    assert values_of(document)["identifiers"] == {
        "isbn": "978-92-1-154190-8",
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


def test_a_title_that_is_there_already(examined: Page, site: Path) -> None:
    """From disk; no other host is contacted, and reloading asks first."""
    page = examined
    address = f"{site.as_uri()}/contribute/write.html#new=practice&themes=child-trafficking,no-such"
    page.goto(address)
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


def with_unknown_values(route: Route) -> None:
    """An entry as of other lists than those of the form."""
    text = route.fetch().text().replace('["human-rights', '["no-such","human-rights')
    route.fulfill(body=text.replace('"level":"global"', '"level":"galactic"'))


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
