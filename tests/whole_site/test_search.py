"""Search from pages of the site, and the list of everything: use, privacy, accessibility."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browsers import hold, watch
from tests.checkouts import entry_files
from tests.exports.readers import read_csv
from tests.search.test_browser import loaded, ready
from tests.whole_site.pages import KINDS

pytestmark = pytest.mark.browser

TYPED = "zyxwquery"
# A function, since the pages' policy forbids evaluating an expression repeatedly.
STYLED = "() => [...document.querySelectorAll('link[rel=stylesheet]')].every(({ sheet }) => sheet)"
ENTRY = "protection/practices/ar-rescue-accompaniment-programme.html"
PAGES = ("index.html", "search.html", "themes/index.html", ENTRY)


def field(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator("#search--field")).to_be_focused()


@pytest.mark.parametrize("path", PAGES)
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
    page.locator("#search--results .result-link").first.click()
    page.wait_for_url(re.compile("/(resources|practices|tasks)/"))
    assert page.evaluate("document.referrer") == ""
    assert not [one for one in requests if TYPED in one]
    assert complaints == []
    expect(page.locator("#search--field")).to_have_value("")


@pytest.mark.unpainted
def test_words_are_answered_where_no_focus_is_told_of(page: Page, base: str) -> None:
    """As in WebKit in a window that the system doesn't consider active."""
    page.goto(f"{base}/index.html")
    page.evaluate("addEventListener('focus', (event) => event.stopPropagation(), true)")
    page.locator("#search--field").focus()
    page.keyboard.type("shelter")
    expect(page.get_by_role("option").first).to_be_visible()


@pytest.mark.unpainted
def test_enter_counts_before_the_index_is_there(page: Page, served: str) -> None:
    waiting = hold(page, "**/assets/search/en/index.js")
    page.goto(f"{served}/index.html")
    with page.expect_request("**/assets/search/en/index.js"):
        page.locator("#search--field").fill("child interview")
    page.keyboard.press("Enter")
    expect(page.locator("#search--state")).not_to_be_empty()
    (index,) = waiting
    index.continue_()
    expect(page.locator("#search--panel #search--results li").first).to_be_visible()


@pytest.mark.unpainted
def test_the_enter_of_an_input_method_opens_no_results(page: Page, base: str) -> None:
    page.goto(f"{base}/index.html")
    field(page)
    page.keyboard.type("shelter")
    expect(page.get_by_role("option").first).to_be_visible()
    page.locator("#search--field").dispatch_event(
        "keydown", {"key": "Enter", "keyCode": 229, "isComposing": True}
    )
    expect(page.locator("#search--panel")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator("#search--panel")).to_be_visible()


@pytest.mark.unpainted
def test_words_stay_where_the_browser_sets_a_kept_page_back(page: Page, base: str) -> None:
    """As WebKit does with fields that it is told not to remember."""
    page.goto(f"{base}/index.html")
    field(page)
    page.keyboard.type("shelter")
    expect(page.get_by_role("option").first).to_be_visible()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    box = page.locator("#search--field")
    box.evaluate("""(field) => {
        const form = document.createElement("form");
        field.after(form);
        form.append(field);
        form.reset();
    }""")
    expect(box).to_have_value("shelter")


@pytest.mark.unpainted
def test_the_first_letter_is_answered(page: Page, base: str) -> None:
    page.goto(f"{base}/{ENTRY}")
    field(page)
    page.keyboard.type("k")
    expect(page.get_by_role("option").filter(has_text=re.compile("^K")).first).to_be_visible()


@pytest.fixture
def rest(page: Page, served: str) -> Rest:
    return Rest(page, served)


class Rest:
    """A page with results, and the rest of the index, which arrives when allowed to."""

    def __init__(self, page: Page, served: str) -> None:
        self._waiting = hold(page, "**/assets/search/en/full-1.js")
        self.page = page
        self.page.goto(f"{served}/{ENTRY}")

    def ask(self, query: str) -> None:
        # Focusing the field is enough to start loading.
        with self.page.expect_request("**/assets/search/en/full-1.js"):
            field(self.page)
            self.page.keyboard.type(query)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("#search--heading")).to_be_focused()

    def come(self) -> None:
        (route,) = self._waiting
        route.continue_()
        loaded(self.page)


def test_spelling_that_a_reader_insists_on_stays_when_more_is_loaded(rest: Rest) -> None:
    rest.ask("labour inspecion")
    shown = rest.page.get_by_text("Showing results for")
    expect(shown).to_contain_text("labour inspection")
    rest.page.get_by_role("button", name="labour inspecion").click()
    expect(shown).to_be_hidden()
    rest.come()
    expect(shown).to_be_hidden()


@pytest.mark.unpainted
def test_a_result_in_use_stays_when_more_is_loaded(rest: Rest) -> None:
    rest.ask("labour inspection")
    link = rest.page.locator("#search--results .result-link").first
    link.evaluate("(link) => { link.focus(); window.chosen = link; }")
    rest.come()
    assert rest.page.evaluate("document.activeElement === window.chosen")


def test_a_click_is_not_lost_when_more_is_loaded_meanwhile(rest: Rest) -> None:
    """What is under a finger when it goes down is still there, and the same, when it goes up."""
    rest.ask("labour inspection")
    link = rest.page.locator("#search--results .result-link").first.element_handle()
    place = link.bounding_box()
    rest.come()
    assert link.evaluate("(link) => link.isConnected")
    assert link.bounding_box() == place
    with rest.page.expect_navigation(timeout=10_000):
        link.click()


@pytest.mark.unpainted
def test_suggestions_are_a_combobox(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})  # too low for the list, which scrolls
    page.goto(f"{base}/{ENTRY}")
    field(page)
    box = page.get_by_role("combobox", name="Search the toolkit")
    page.keyboard.type("child traf")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Child trafficking")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    active = box.get_attribute("aria-activedescendant")
    assert active == options.first.get_attribute("id")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("child traf")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.locator(".site-head nav a").first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/themes/"))


def test_results_take_the_place_of_a_page_and_give_it_back(page: Page, base: str) -> None:
    page.goto(f"{base}/{ENTRY}")
    heading = page.get_by_role("heading", name="Argentina: National Programme")
    field(page)
    page.keyboard.type("labour inspecion")
    expect(page.get_by_role("option").last).to_be_visible()
    page.keyboard.press("Enter")
    expect(heading).to_be_hidden()
    expect(page.get_by_text("Showing results for")).to_contain_text("labour inspection")
    page.get_by_role("button", name="labour inspecion").click()
    expect(page.get_by_text("Showing results for")).to_be_hidden()
    page.get_by_role("button", name="Close the search").click()
    expect(heading).to_be_visible()
    expect(page.locator("#search--results")).to_be_hidden()


@pytest.mark.unpainted
def test_a_page_on_which_nobody_searches_loads_small_scripts_alone(page: Page, base: str) -> None:
    requests, _ = watch(page)
    page.goto(f"{base}/{ENTRY}")
    scripts = [url.removeprefix(base) for url in requests if url.endswith(".js")]
    assert scripts == ["/assets/leave.js", "/assets/search.js", "/assets/mine.js"]


def test_going_back_shows_the_results_again_where_the_browser_keeps_pages(
    page: Page, served: str
) -> None:
    """Playwright turns that off, so only the facets come back: they are in the address."""
    page.goto(f"{served}/search.html#types=handbook")
    page.locator("#search--results .result-link").first.click()
    page.wait_for_url(re.compile("/(resources|practices|tasks)/"))
    page.go_back()
    expect(page.locator("#search--results li").first).to_be_visible()
    expect(page.locator(".chips")).to_contain_text("Handbook")


def test_browse_combines_sorts_and_is_taken_along(page: Page, base: str) -> None:
    page.goto(f"{base}/browse.html#types=handbook")
    status = page.locator("#browse--status")
    expect(status).to_have_text(re.compile(r"^\d+ entries$"))
    count = int(status.inner_text().split()[0])
    lines = page.locator("[data-browse] .lines > li")
    assert lines.count() == count
    titles = lines.locator("a").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold)
    page.get_by_label("Sort by").select_option("newest")
    assert sorted(lines.locator("a").all_inner_texts()) == sorted(titles)
    page.get_by_role("button", name="Take this list").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="For spreadsheets (CSV)").click()
    rows = read_csv(Path(download.value.path()).read_bytes())
    assert sorted(row["title"] for row in rows) == sorted(titles)
    assert not [row for row in rows if "file:" in "".join(row.values())]
    page.locator(".chips button").first.click()
    expect(status).not_to_have_text(f"{count} entries")
    # No words were typed that could be corrected.
    page.goto(f"{base}/browse.html#types=handbook&evidence=evaluated")
    expect(status).to_have_text("0 entries")


def test_a_list_that_the_browser_kept_is_as_long_as_it_was(page: Page, served: str) -> None:
    page.goto(f"{served}/browse.html")
    page.locator("[data-browse] .search-more").click()
    lines = page.locator("[data-browse] .lines > li")
    count = lines.count()
    assert count > 20
    page.evaluate("""["pagehide", "pageshow"].forEach((name) =>
        dispatchEvent(new PageTransitionEvent(name, { persisted: true })))""")
    expect(lines).to_have_count(count)


@pytest.mark.parametrize(
    ("path", "list_of"),
    [("search.html", "#search--results > li"), ("browse.html", "[data-browse] .lines > li")],
)
def test_what_is_chosen_far_down_a_phone_is_shown_from_its_first_entry_on(
    page: Page, base: str, path: str, list_of: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{base}/{path}")
    if path == "search.html":
        ready(page)
        page.locator("#search--field").fill("child")
    expect(page.locator(list_of).nth(4)).to_be_visible()
    page.locator(list_of).last.scroll_into_view_if_needed()
    page.get_by_role("button", name="Narrow down").click()
    page.locator("dialog summary", has_text="Types of resources").click()
    page.locator("dialog label", has_text="Handbook").click()
    page.get_by_role("button", name=re.compile("^Show .* result")).click()
    expect(page.locator(list_of).first.get_by_role("link")).to_be_in_viewport(ratio=1)


def press_until(page: Page, key: str, stop: str) -> None:
    """Press a key repeatedly until an element matching `stop` has the focus."""
    for _ in range(150):
        page.keyboard.press(key)
        if page.evaluate("(stop) => document.activeElement.matches(stop)", stop):
            return
    raise AssertionError(f"{key} does not lead to {stop}.")


@pytest.mark.unpainted
@pytest.mark.parametrize(
    ("path", "list_of"),
    [("search.html", "#search--results > li"), ("browse.html", "[data-browse] .lines > li")],
)
def test_facets_are_chosen_and_removed_by_keyboard(
    page: Page, served: str, path: str, list_of: str
) -> None:
    page.goto(f"{served}/{path}")
    if path == "search.html":
        ready(page)
        page.keyboard.insert_text("child")
    expect(page.locator(list_of).first).to_be_visible()
    status = page.get_by_role("status").filter(has_text=re.compile(r"^\d"))
    before = status.inner_text()
    chosen = page.get_by_role("list", name="Selected filters")
    expect(chosen).to_have_count(0)  # screen readers report no empty list
    press_until(page, "Tab", ".facets input")
    page.keyboard.press("Space")
    press_until(page, "Tab", ".facets input:not(:checked)")
    page.keyboard.press("Space")
    chips = page.locator(".chips button")
    expect(chips).to_have_count(3)
    expect(chosen).to_be_visible()
    expect(status).not_to_have_text(before)
    assert page.evaluate("document.activeElement.matches('.facets input:checked')")
    press_until(page, "Shift+Tab", ".chips li:first-child button")
    page.keyboard.press("Enter")
    expect(chips).to_have_count(1)
    expect(chips).to_be_focused()
    page.keyboard.press("Space")
    expect(chips).to_have_count(0)
    expect(status).to_have_text(before)
    # After the last one is removed, the focus stays nearby and isn't lost.
    assert page.evaluate("document.activeElement.matches('.found-bar > button')")
    press_until(page, "Tab", f"{list_of} a")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/(resources|practices|tasks)/"))


def test_the_list_keeps_its_place_free_until_it_comes(browser: Browser, served: str) -> None:
    held: list[Route] = []
    context = browser.new_context(viewport={"width": 320, "height": 800})
    context.route("**/assets/search/en/list.js", lambda route: held.append(route))
    context.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => "
        "(moved += one.value))).observe({ type: 'layout-shift', buffered: true });"
    )
    for end in ("comes", "never comes"):
        page = context.new_page()
        with page.expect_request("**/assets/search/en/list.js"):
            page.goto(f"{served}/browse.html", wait_until="commit")
        place = page.locator("[data-browse]")
        expect(place).to_contain_text("Loading the list")
        box = place.bounding_box()
        assert box is not None
        assert box["height"] > 600
        if end == "comes":
            held.pop().continue_()
            expect(page.locator("#browse--status")).to_be_visible()
            assert page.evaluate("moved") < 0.01
        else:
            held.pop().abort()
            expect(place).to_be_hidden()
            expect(page.locator("#all")).to_be_visible()
    context.close()


@pytest.mark.unpainted
@pytest.mark.parametrize(("path", "below"), [("index.html", ".who"), ("search.html", ".ways")])
def test_the_field_keeps_its_place_free_until_it_comes(
    page: Page, served: str, path: str, below: str
) -> None:
    held = hold(page, "**/assets/search.js")
    with page.expect_request("**/assets/search.js"):
        page.goto(f"{served}/{path}", wait_until="commit")
    # Readers with scripts don't read that scripts don't run.
    expect(page.locator(".search-off")).to_have_css("visibility", "hidden")
    expect(page.locator(below)).to_be_visible()
    top = f"document.querySelector('{below}').offsetTop"
    before = page.evaluate(top)
    held.pop().continue_()
    expect(page.locator("#search--field")).to_be_visible()
    assert abs(page.evaluate(top) - before) <= 1


@pytest.mark.parametrize(
    ("path", "way"),
    [("index", ".search-off a"), ("search", ".search-off a"), ("browse", ".side a >> nth=0")],
)
def test_what_never_comes_leaves_a_way_on(page: Page, served: str, path: str, way: str) -> None:
    page.route("**/assets/search.js", lambda route: route.abort())
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served}/{path}.html")
    page.evaluate("document.getAnimations().forEach((one) => one.finish())")
    expect(page.locator(way)).to_be_visible()
    expect(page.locator(way)).to_be_in_viewport()


def test_the_box_that_keeps_an_entry_keeps_its_place_free(page: Page, served: str) -> None:
    held = hold(page, "**/assets/mine.js")
    with page.expect_request("**/assets/mine.js"):
        page.goto(f"{served}/{KINDS['resource']}", wait_until="commit")
    expect(page.locator("#page--access")).to_be_visible()
    page.wait_for_function(STYLED)
    top = "document.getElementById('page--access').offsetTop"
    before = page.evaluate(top)
    held.pop().continue_()
    expect(page.get_by_label("Keep for my list")).to_be_visible()
    assert abs(page.evaluate(top) - before) <= 1


def test_the_field_above_the_list_answers_too(page: Page, served: str) -> None:
    page.goto(f"{served}/browse.html")
    status = page.locator("#browse--status")
    expect(status).to_be_visible()
    page.locator("#search--field").fill("hotline")
    expect(page.get_by_role("listbox").get_by_role("option").last).to_be_visible()
    page.locator("#search--field").press("Enter")
    expect(page.locator("#search--results li").first).to_be_visible()
    page.get_by_role("button", name="Close").click()
    page.get_by_label("Sort by").select_option("newest")
    expect(status).to_be_visible()


def test_browse_is_complete_without_scripts(scriptless: Page, base: str) -> None:
    scriptless.goto(f"{base}/browse.html")
    expect(scriptless.locator("[data-browse]")).to_be_hidden()
    assert scriptless.locator("main .lines a").count() >= len(entry_files()) > 40


@pytest.mark.unpainted
def test_a_part_that_is_lost_takes_nothing_away_and_comes_with_enter(
    page: Page, served: str
) -> None:
    lost = ["once"]
    page.route(
        "**/assets/search/en/full-1.js",
        lambda route: route.abort() if lost else route.continue_(),
    )
    page.goto(f"{served}/index.html")
    words = page.locator("#search--field")
    results = page.locator("#search--results li")
    words.fill("labour inspection")
    words.press("Enter")
    expect(results.first).to_be_visible()
    said = page.locator("#search--state")
    expect(said).to_have_text(re.compile("could not be loaded. Press Enter to try again"))
    expect(results.first).to_be_visible()
    words.fill("child")
    expect(page.locator("#search--results mark").first).to_have_text(re.compile("child", re.I))
    lost.clear()
    words.press("Enter")
    expect(said).to_be_empty()
    expect(results.first).to_be_visible()


@pytest.mark.unpainted
def test_a_search_that_is_lost_comes_with_enter(page: Page, served: str) -> None:
    lost = ["once"]
    page.route("**/assets/search/**", lambda route: route.abort() if lost else route.continue_())
    page.goto(f"{served}/search.html")
    page.locator("#search--field").fill("child")
    expect(page.locator("#search--state")).to_have_text(re.compile("could not be loaded"))
    lost.clear()
    page.locator("#search--field").press("Enter")
    expect(page.locator("#search--results li").first).to_be_visible()
    expect(page.locator("#search--state")).to_be_empty()
