"""Search while its parts are still on the way, or never come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browsers import hold
from tests.search.test_browser import loaded
from tests.whole_site.pages import KINDS
from tests.whole_site.test_leaving import IN_SIGHT
from tests.whole_site.test_search import ENTRY, field

pytestmark = [pytest.mark.browser, pytest.mark.unpainted, pytest.mark.slow]
# A function, since the pages' policy forbids evaluating an expression repeatedly.
STYLED = "() => [...document.querySelectorAll('link[rel=stylesheet]')].every(({ sheet }) => sheet)"


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


def test_a_search_that_comes_late_leaves_the_keyboard_where_it_is(page: Page, served: str) -> None:
    """The field, the results of an early Enter, and those that a reader comes back to."""
    link = page.locator(".site-head nav a").first
    result = page.locator("#search--results .result-link").first
    for path, name, answer in (
        ("search.html", "search", "#search--field"),
        ("index.html", "search/en/index", "#search--panel .result-link >> nth=0"),
    ):
        held = hold(page, f"**/assets/{name}.js")
        with page.expect_request(f"**/assets/{name}.js"):
            page.goto(f"{served}/{path}", wait_until="commit")
            if path == "index.html":
                page.locator("#search--field").fill("shelter")
        if path == "index.html":
            page.keyboard.press("Enter")
        link.focus()
        held.pop().continue_()
        expect(page.locator(answer)).to_be_visible()
        expect(link).to_be_focused()
        page.unroute_all()
    loaded(page)
    result.press("Enter")
    page.wait_for_url(re.compile("/(resources|practices|tasks)/"))
    held = hold(page, "**/assets/search/en/full-1.js")
    with page.expect_request("**/assets/search/en/full-1.js"):
        page.go_back(wait_until="commit")
    link.focus()
    held.pop().continue_()
    expect(result).to_be_visible()
    expect(link).to_be_focused()


def test_spelling_that_a_reader_insists_on_stays_when_more_is_loaded(rest: Rest) -> None:
    rest.ask("labour inspecion")
    shown = rest.page.get_by_text("Showing results for")
    expect(shown).to_contain_text("labour inspection")
    rest.page.get_by_role("button", name="labour inspecion").press("Enter")
    expect(shown).to_be_hidden()
    rest.come()
    expect(shown).to_be_hidden()
    rest.page.unroute_all()
    result = rest.page.locator("#search--results .result-link").first
    result.press("Enter")
    expect(result).to_be_hidden()
    rest.page.go_back(wait_until="commit")
    expect(result).to_be_visible()
    expect(shown).to_be_hidden()


def test_a_result_in_use_stays_when_more_is_loaded(rest: Rest) -> None:
    rest.ask("labour inspection")
    link = rest.page.locator("#search--results .result-link").first
    link.evaluate("(link) => { link.focus(); window.chosen = link; }")
    rest.come()
    assert rest.page.evaluate("document.activeElement === window.chosen")


def test_a_list_by_filters_in_use_stays_when_more_is_loaded(page: Page, served: str) -> None:
    waiting = hold(page, "**/assets/search/en/full-1.js")
    with page.expect_request("**/assets/search/en/full-1.js"):
        page.goto(f"{served}/search.html#pillars=protection")
    link = page.locator("#search--results .result-link").last
    link.evaluate("(link) => { link.focus(); window.chosen = link; }")
    (route,) = waiting
    route.continue_()
    loaded(page)
    assert page.evaluate("document.activeElement === window.chosen")


CHOSEN = "list => !list.hidden && list.querySelectorAll('[aria-selected=true]').length"


@pytest.mark.parametrize(("key", "chosen"), [("ArrowDown", 1), ("Escape", False), ("Tab", False)])
def test_suggestions_stay_as_they_are_when_more_is_loaded(
    rest: Rest, key: str, chosen: bool | int
) -> None:
    with rest.page.expect_request("**/assets/search/en/full-1.js"):
        field(rest.page)
        rest.page.keyboard.type("child")
    expect(rest.page.get_by_role("option").last).to_be_visible()
    rest.page.keyboard.press(key)
    rest.come()
    assert rest.page.locator("#search--suggestions").evaluate(CHOSEN) is chosen


@pytest.mark.painted
def test_a_click_is_not_lost_when_more_is_loaded_meanwhile(rest: Rest) -> None:
    """What is under a finger when it goes down is still there, and the same, when it goes up."""
    rest.ask("labour inspection")
    link = rest.page.locator("#search--results .result-link").first.element_handle()
    place = link.bounding_box()
    rest.come()
    assert link.evaluate("(link) => link.isConnected")
    assert link.bounding_box() == place
    with rest.page.expect_navigation():
        link.click()


@contextmanager
def devtools(page: Page) -> Iterator[CDPSession]:
    """What they are told to do ends with the block, also if the test fails in it."""
    opened = page.context.new_cdp_session(page)
    try:
        yield opened
    finally:
        opened.detach()


@contextmanager
def patient(page: Page) -> Iterator[None]:
    """A page that never gives up waiting: it does after nine seconds, too few on a busy machine."""
    with devtools(page) as tools:
        tools.send("Animation.enable")
        tools.send("Animation.setPlaybackRate", {"playbackRate": 0})
        yield


@contextmanager
def run_first(page: Page, script: str) -> Iterator[None]:
    """Run a script before those of each page: one that playwright adds stays in a lent window."""
    with devtools(page) as tools:
        tools.send("Page.enable")
        tools.send("Page.addScriptToEvaluateOnNewDocument", {"source": script})
        yield


SUM_UP_SHIFTS = """window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach(
    (one) => (moved += one.value))).observe({ type: "layout-shift", buffered: true })"""


@pytest.mark.painted
def test_the_list_keeps_its_place_free_until_it_comes(page: Page, served: str) -> None:
    held = hold(page, "**/assets/search/en/list.js")
    page.set_viewport_size({"width": 320, "height": 800})
    for end in ("comes", "never comes"):
        with patient(page), run_first(page, SUM_UP_SHIFTS):
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


def test_the_head_keeps_its_height_when_the_field_comes(page: Page, served: str) -> None:
    """The link that is there instead, if the field never comes, takes no room before."""
    page.set_viewport_size({"width": 320, "height": 640})
    held = hold(page, "**/assets/search.js")
    with page.expect_request("**/assets/search.js"):
        page.goto(f"{served}/{ENTRY}", wait_until="commit")
    link = page.locator(".site-head nav a[href$='search.html']")
    expect(link).to_have_css("visibility", "hidden")
    page.wait_for_function(STYLED, polling=20)
    top = "document.querySelector('main').offsetTop"
    before = page.evaluate(top)
    held.pop().continue_()
    expect(page.locator("#search--field")).to_be_visible()
    expect(link).to_have_css("display", "block")
    expect(link).to_be_hidden()
    assert page.evaluate(top) == before


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("index", ".search-off a"),
        ("search", ".search-off a"),
        ("browse", ".side a >> nth=0"),
        ("about/accessibility", ".site-head nav a[href$='search.html']"),
    ],
)
def test_what_never_comes_leaves_a_way_on(page: Page, served: str, path: str, way: str) -> None:
    page.route("**/assets/search.js", lambda route: route.abort())
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served}/{path}.html")
    page.evaluate("document.getAnimations().forEach((one) => one.finish())")
    expect(page.locator(way)).to_be_visible()
    assert page.locator(way).evaluate(IN_SIGHT)


@pytest.mark.parametrize("path", ["index.html", "search.html", ENTRY])
def test_a_browser_too_old_for_the_search_is_led_to_the_lists(
    page: Page, served: str, path: str
) -> None:
    """Such as Chrome 68, in which nothing that was asked for again would ever come."""
    with run_first(page, "delete Array.prototype.flatMap"):
        page.goto(f"{served}/{path}")
        expect(page.locator("#search--field")).to_have_count(0)
        page.evaluate("document.getAnimations().forEach((one) => one.finish())")
        off = page.locator(".search-off a")
        expect(off).to_have_count(0 if path == ENTRY else 1)
        for link in off.all():
            expect(link).to_be_visible()


def test_the_box_that_keeps_an_entry_keeps_its_place_free(page: Page, served: str) -> None:
    held = hold(page, "**/assets/mine.js")
    with page.expect_request("**/assets/mine.js"):
        page.goto(f"{served}/{KINDS['resource']}", wait_until="commit")
    expect(page.locator("#page--access")).to_be_visible()
    page.wait_for_function(STYLED, polling=20)
    top = "document.getElementById('page--access').offsetTop"
    before = page.evaluate(top)
    held.pop().continue_()
    expect(page.get_by_label("Keep for my list")).to_be_visible()
    assert abs(page.evaluate(top) - before) <= 1


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
