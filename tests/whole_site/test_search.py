"""Search from pages of the site: use, privacy, accessibility."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]
TYPED = "zyxwquery"
ENTRY = "protection/practices/ar-rescue-accompaniment-programme.html"
PAGES = {"index.html": "http", "search.html": "file", ENTRY: "file"}


def field(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator("#search--field")).to_be_focused()


@pytest.mark.parametrize(("path", "base"), PAGES.items(), indirect=["base"])
def test_a_query_stays_on_the_page(page: Page, base: str, path: str) -> None:
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(f"{request.url} {request.headers}"))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{base}/{path}")
    title, length = page.title(), page.evaluate("history.length")
    field(page)
    page.keyboard.type(f"{TYPED} hotline child")
    if path != "search.html":
        expect(page.get_by_role("option").last).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#search--results li").first).to_be_visible()
    assert TYPED not in page.url
    assert page.title() == title
    assert page.evaluate("[history.length, history.state]") == [length, None]
    assert page.evaluate("[localStorage.length, sessionStorage.length, window.name]") == [0, 0, ""]
    assert page.evaluate("document.cookie") == ""
    page.locator("#search--results .result-link").first.press("Enter")
    page.wait_for_url(re.compile("/(resources|practices|tasks)/"))
    assert page.evaluate("document.referrer") == ""
    assert not [one for one in requests if TYPED in one]
    assert complaints == []
    expect(page.locator("#search--field")).to_have_value("")


def turn_off(page: Page, base: str, *, by_mouse: bool = False) -> None:
    """Turn off the key for the search, and see on another page that it is off."""
    page.goto(f"{base}/about/accessibility.html")
    off = page.get_by_role("checkbox", name="Turn off the search key “/” in this tab", exact=True)
    expect(off).not_to_be_checked()
    off.check() if by_mouse else off.press("Space")
    page.goto(f"{base}/index.html")
    expect_off(page)


def expect_off(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator("body")).to_be_focused()


@pytest.mark.painted
@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_the_key_for_the_search_is_turned_off_from_disk(page: Page, base: str) -> None:
    turn_off(page, base, by_mouse=True)


def test_the_key_for_the_search_is_turned_off_in_the_tab(page: Page, served: str) -> None:
    """WCAG 2.1.4. A search, the list and another host, for which the same name is rewritten."""
    page.route(re.compile("^https?://(?!127)"), lambda route: route.fulfill(body="elsewhere"))
    turn_off(page, served)
    page.locator("#search--field").fill("hotline")
    page.keyboard.press("Enter")
    page.locator("#search--results .result-link").first.press("Enter")
    page.get_by_role("checkbox", name="Keep for my list").press("Space")
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()
    page.locator("main a.external").first.press("Enter")
    page.get_by_text("elsewhere").wait_for()
    assert "/" not in page.evaluate("window.name")
    page.go_back()
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()
    expect_off(page)
    page.goto(f"{served}/about/accessibility.html")
    off = page.locator("[data-keep='/']")
    expect(off).to_be_checked()
    off.press("Space")
    field(page)  # at once, with the focus still in the box
    page.evaluate("window.name = 'what another toolkit /site left a/b'")
    page.goto(f"{served}/index.html")
    field(page)
    page.keyboard.type("hotline\n")
    page.locator("#search--results .result-link").first.evaluate("one => one.click()")
    page.wait_for_url(re.compile("/(resources|practices|tasks)/"))
    expect(page.get_by_role("link", name=re.compile("^My list"))).to_be_hidden()
    assert page.evaluate("window.name") == "what another toolkit /site left a/b"
    turn_off(page, served)
    page.locator("[data-leave]").first.press("Enter")
    page.wait_for_url(lambda url: "index" not in url)
    page.goto(f"{served}/index.html")
    field(page)


def test_words_are_answered_and_stay_in_every_browser(page: Page, served: str) -> None:
    page.goto(f"{served}/index.html")
    # WebKit tells of no focus in a window that the system doesn't consider active.
    page.evaluate("""["focus", "blur"].forEach((name) =>
        addEventListener(name, (event) => event.stopPropagation(), true))""")
    field(page)
    page.keyboard.type("shelter")
    expect(page.get_by_role("option").first).to_be_visible()
    # The Enter of an input method opens no results.
    page.locator("#search--field").dispatch_event(
        "keydown", {"key": "Enter", "keyCode": 229, "isComposing": True}
    )
    # Nor does Enter without words: nothing would be in the place of the page.
    page.locator("#search--field").fill(" ")
    page.keyboard.press("Enter")
    expect(page.locator("#search--panel")).to_have_count(0)
    page.locator("#search--field").fill("shelter")
    page.keyboard.press("Enter")
    below = page.locator(":has(#search--field) + #search--panel #search--results li")
    expect(below.first).to_be_visible()
    expect(page.get_by_role("listbox")).to_be_hidden()
    # Of the home page, only what belongs to the field stays.
    expect(page.locator("h1").first).to_be_hidden()
    expect(page.locator("#search--privacy")).to_be_visible()
    # WebKit sets fields of a kept page back that it is told not to remember. Words that were only
    # typed are lost then, since they would come back after leaving quickly, too.
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    box = page.locator("#search--field")
    box.evaluate("""(field) => {
        const form = document.createElement("form");
        field.after(form);
        form.append(field);
        form.reset();
    }""")
    expect(box).to_have_value("shelter")


# What is suggested first for words.
SUGGESTED = {
    "police": [
        "Police and investigators Audiences",
        "Investigation Themes",
        "International Criminal Police Organization Organizations",
    ],
    "traf child": [
        "Child trafficking and child protection Themes",
        "Interview a child who may have been trafficked",
    ],
    "united nations security council counter": [
        "United Nations Security Council Counter-Terrorism Committee Executive Directorate "
        "Organizations",
    ],
    "business human rights": ["Supply chains and business conduct Themes"],  # by a synonym
    # No term by a synonym as long as a title, and none without a page, as languages are.
    "convention compulsory": [
        "ILO Indicators of Forced Labour Indicators or checklist",
        "Show all results",
    ],
    "english": [
        "IRIS: Ethical Recruitment (IRIS Standard, certification and resources) Website or platform"
    ],
    "shelterr": [
        "Belgium: three specialized centres in a multidisciplinary procedure Practice, reported"
    ],
    "forced": [
        "Forced labour Forms of exploitation",
        "Forced criminality Forms of exploitation",
        "Sexual exploitation Forms of exploitation",  # "forced prostitution"
    ],
}
# How far the chosen suggestion is above or below what is seen of the list.
OUT_OF_SIGHT = """list => {
  const [all, one] = [list, list.querySelector("[aria-selected=true]")]
    .map((each) => each.getBoundingClientRect());
  return Math.max(all.top - one.top, one.bottom - all.bottom);
}"""
PRESS = "one => one.dispatchEvent(new MouseEvent('mousedown', { cancelable: true }))"


def test_suggestions_are_a_combobox(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})  # too low for the list, which scrolls
    page.goto(f"{served}/{ENTRY}")
    # Before anything is loaded: what changes later is announced a second time.
    box = page.get_by_role("combobox", name="Search the toolkit", expanded=False)
    expect(box).not_to_be_focused()
    expect(box).to_have_accessible_description("Your search stays on this device.")
    expect(box).to_have_attribute("maxlength", "1000")
    expect(page.locator("#search--state")).to_have_attribute("aria-live", "polite")
    field(page)
    box = page.get_by_role("combobox", name="Search the toolkit")
    options = page.get_by_role("option")
    page.keyboard.type("k")
    expect(options.filter(has_text=re.compile("^K")).first).to_be_visible()
    # By mouse, the field keeps the focus, and with it the list, until the click.
    assert not options.last.evaluate(PRESS)
    options.last.dispatch_event("click")
    expect(page.locator("#search--heading")).to_be_focused()
    page.keyboard.press("Escape")
    for query, first in SUGGESTED.items():
        box.fill(query)
        expect(options.first).to_have_text(first[0])
        assert options.all_inner_texts()[: len(first)] == first
    expect(options).to_have_count(9)
    expect(options.first).to_have_attribute("aria-selected", "false")
    page.keyboard.press("Escape")
    expect(box).to_have_value("forced")
    page.keyboard.press("Escape")
    expect(box).to_have_value("")
    box.fill("k")
    expect(options).not_to_have_count(0)
    box.fill(" ")
    expect(options).to_have_count(0)
    expect(box).to_have_attribute("aria-expanded", "false")
    box.fill("child traf")
    expect(options.first).to_have_text("Child trafficking and child protection Themes")
    assert options.count() <= 9
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    active = box.get_attribute("aria-activedescendant")
    assert active == options.first.get_attribute("id")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    expect(options.first).to_have_attribute("aria-selected", "false")
    suggestions = page.get_by_role("listbox", name="Suggestions")
    assert suggestions.evaluate(OUT_OF_SIGHT) < 2
    assert box.get_attribute("aria-controls") == suggestions.get_attribute("id")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    assert box.get_attribute("aria-activedescendant") is None
    expect(box).to_have_value("child traf")
    page.keyboard.press("ArrowUp")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Tab")
    expect(page.locator(".site-head nav a").first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Child trafficking and child protection")
    field(page)
    page.keyboard.type("convention compulsory")
    expect(options.first).to_contain_text("ILO Indicators")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("ILO Indicators of Forced Labour")


# Of an input method: its letters are deleted first.
AS_SAFARI_TAKES_A_WORD = """(field) => ["", field.value].forEach((value) => {
  field.value = value;
  field.dispatchEvent(new Event("input"));
})"""

GO_TO = """(id) => new Promise((done) => {
  addEventListener("hashchange", () => done());
  location.hash = id;
})"""

# As is what the form may have to say.
ADD_HIDDEN = """() => document.getElementById("page--content").append(
  Object.assign(document.createElement("p"), { hidden: true, textContent: "Said later" })
)"""


def test_results_take_the_place_of_a_page_and_give_it_back(page: Page, served: str) -> None:
    page.goto(f"{served}/{ENTRY}")
    heading = page.get_by_role("heading", name="Argentina: National Programme")
    page.evaluate(ADD_HIDDEN)
    field(page)
    page.keyboard.type("labour inspecion")
    expect(page.get_by_role("option").last).to_be_visible()
    page.keyboard.press("Enter")
    expect(heading).to_be_hidden()
    expect(page.get_by_text("Showing results for")).to_contain_text("labour inspection")
    page.get_by_role("button", name="labour inspecion").press("Enter")
    expect(page.get_by_text("Showing results for")).to_be_hidden()
    expect(page.locator("#search--panel p a[href$='/search.html']")).to_be_visible()
    page.get_by_role("button", name="Close the search").press("Enter")
    expect(heading).to_be_visible()
    # Its script is loaded with the search again.
    expect(page.get_by_role("checkbox", name="Keep for my list", exact=True)).to_have_count(1)
    expect(page.locator("#search--results")).to_be_hidden()
    expect(page.get_by_text("Said later")).to_be_hidden()
    # So does a field that is emptied: nothing else would be left to close.
    page.keyboard.type("labour inspection")
    page.keyboard.press("Enter")
    expect(heading).to_be_hidden()
    expect(page.locator("#search--panel [data-mine]")).to_have_count(1)
    page.locator("#search--field").evaluate(AS_SAFARI_TAKES_A_WORD)
    expect(heading).to_be_hidden()
    page.locator("#search--field").fill(" ")
    expect(heading).to_be_visible()
    # So does a result that is a place on the page, without the field's taking the focus.
    page.locator("#search--field").fill("labour inspection")
    page.keyboard.press("Enter")
    expect(heading).to_be_hidden()
    page.evaluate(GO_TO, "page--cite")
    expect(heading).to_be_visible()
    expect(page.locator("#search--field")).not_to_be_focused()
    # Words that are being typed stay then.
    page.locator("#search--field").fill("labour")
    page.evaluate(GO_TO, "page--content")
    expect(page.locator("#search--field")).to_have_value("labour")
    page.locator("#search--field").press("Enter")
    expect(page.locator("#search--heading")).to_be_focused()
    page.keyboard.press("Escape")
    expect(heading).to_be_visible()


def test_where_nothing_is_left_or_found_there_are_ways_on(page: Page, served: str) -> None:
    page.goto(f"{served}/search.html#types=h%61ndbook&evidence=evaluated")
    words, ways = page.locator("#search--field"), page.locator(".search-help")
    facets = page.locator(".facets > details")
    chosen = facets.locator("input:checked:visible")
    expect(chosen).to_have_count(2)
    page.evaluate("location.hash = 'page--content'")  # as by a link to a part of the page
    words.fill("hotline")
    expect(ways.get_by_role("button")).to_be_visible()
    expect(chosen).to_have_count(2)  # although nothing that was found is under them
    assert facets.locator("visible=true").count() < facets.count(), "only those with entries"
    words.fill("zqzqzq")
    expect(ways.get_by_role("button")).to_have_count(0)
    expect(page.locator(".filters")).to_be_hidden()
    words.fill("hotline")
    ways.get_by_role("button").press("Enter")
    expect(page.locator("#search--results li").first).to_be_visible()
    assert "#" not in page.url
    words.fill("labour zqzqzq xkvkxkv")
    expect(page.locator("#search--status")).to_contain_text("No entry matches all of this.")
    page.evaluate(GO_TO, "page--content")
    expect(words).to_have_value("labour zqzqzq xkvkxkv")
    page.goto(f"{served}/{ENTRY}")
    field(page)
    page.keyboard.type("childxqzvk\n")
    expect(ways.get_by_role("link", name="Countries")).to_be_visible()
    near = ways.locator("h2:has-text('Similar') + ul a")
    expect(near).to_have_text(
        [
            "Child trafficking and child protection",
            "Child protection workers",
            "United Nations Children's Fund",
        ]
    )
    words.fill("trafficxxx zzqq")  # half of it
    expect(near.first).to_have_text("Sexual exploitation")
    expect(near).to_have_count(6)
    words.fill("argentxqzvk")
    expect(near).to_have_text(["Argentina"])
    expect(near).to_have_attribute("href", "../../countries/ar.html")
    words.fill("prexqzvk")
    expect(near.first).to_have_text("Prevention")
    for far in ("prxqzvk", "trafficxxx zzqq zzkk"):
        words.fill("prexqzvk")
        expect(near).not_to_have_count(0)
        words.fill(far)
        expect(near).to_have_count(0)


def test_going_back_shows_the_results_again_where_the_browser_keeps_pages(
    page: Page, served: str
) -> None:
    """Playwright turns that off, so only the facets come back: they are in the address."""
    page.goto(f"{served}/search.html#types=handbook")
    page.locator("#search--results .result-link").first.press("Enter")
    page.wait_for_url(re.compile("/(resources|practices|tasks)/"))
    page.go_back()
    expect(page.locator("#search--results li").first).to_be_visible()
    expect(page.locator(".chips")).to_contain_text("Handbook")
