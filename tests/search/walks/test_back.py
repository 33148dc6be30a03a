"""What a reader comes back to, and what is left behind."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import hold
from tests.search.test_browser import ask, loaded
from tests.search.walks.conftest import ENTRY, LINES, RESULTS, choose, comes_in_sight, follow

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]
# By finger: what has the focus would come into sight on the way back.
GO_TO = "link => (document.activeElement.blur(), link.scrollIntoView(), scrollY)"
AT = "(place) => Math.abs(scrollY - place) < 20"


def test_back_brings_words_filters_and_the_place(wide: Page, base: str) -> None:
    wide.goto(f"{base}/search.html")
    ask(wide, "trafficking victims")
    loaded(wide)
    choose(wide.get_by_role("group", name="Kind").get_by_role("checkbox").last)
    wide.get_by_role("button", name="Show more").press("Enter")
    titles = wide.locator(RESULTS).all_inner_texts()
    assert len(titles) > 20
    place = wide.locator(RESULTS).last.evaluate(GO_TO)
    assert place > 1000
    follow(wide, 1)
    kept = wide.evaluate("window.name")
    assert kept
    assert "trafficking" not in kept
    assert "victims" not in kept
    wide.go_back()
    expect(wide.locator("#search--field")).to_have_value("trafficking victims")
    expect(wide.locator(RESULTS)).to_have_text(titles)
    wide.wait_for_function(AT, arg=place, polling=20)
    stored = wide.evaluate(
        "JSON.stringify([history.state, localStorage.length, sessionStorage.length])"
    )
    assert stored == "[null,0,0]"
    assert "victims" not in wide.url
    wide.reload()
    wide.wait_for_timeout(300)
    expect(wide.locator("#search--field")).to_have_value("")


# All that this tab knows of it.
IN_ANOTHER_TAB = """(link) => {
  link.addEventListener("click", (event) => event.preventDefault());
  link.dispatchEvent(new MouseEvent("click", { bubbles: true, ctrlKey: true, cancelable: true }));
}"""


# In one step: the results go a moment after the last letter.
EMPTY_AND_GO_ON = """(link) => {
  const field = document.getElementById("search--field");
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  link.focus();
}"""


# To a place on the page, until the page has noticed.
FOLLOW = """(link) => new Promise((done) => {
  addEventListener("hashchange", () => done(), { once: true });
  link.click();
})"""


def test_a_reader_who_skips_to_the_content_keeps_the_results(wide: Page, disk: str) -> None:
    """They are the content then; a link to a place that they cover closes them."""
    wide.goto(f"{disk}/index.html")
    ask(wide, "shelter")
    wide.locator("#search--field").press("Enter")
    result = wide.locator(RESULTS).first
    expect(result).to_be_visible()
    wide.locator(".skip").evaluate(FOLLOW)
    expect(wide.locator("#page--content")).to_be_focused()
    expect(result).to_be_visible()
    wide.evaluate("location.hash = 'elsewhere'")
    expect(result).to_be_hidden()


def test_words_deleted_since_do_not_come_back(wide: Page, disk: str) -> None:
    """Although they were kept when a result was opened in another tab."""
    wide.goto(f"{disk}/search.html")
    ask(wide, "trafficking victims")
    loaded(wide)
    wide.locator(RESULTS).first.evaluate(IN_ANOTHER_TAB)
    kept = wide.evaluate("window.name")
    assert kept
    wide.evaluate("scrollTo(0, 500), dispatchEvent(new Event('pagehide'))")
    assert wide.evaluate("window.name") == kept, "the next page may have the name already"
    home = wide.locator("header a[href='index.html']").first
    home.evaluate(EMPTY_AND_GO_ON)
    expect(wide.locator(RESULTS)).to_have_count(0)
    expect(home).to_be_focused()
    home.press("Enter")
    wide.wait_for_url(f"{disk}/index.html")
    numbers = wide.evaluate("window.name.split(',').length")
    assert numbers <= len("null"), "nothing of it is kept"
    wide.go_back()
    wide.locator("#search--field").focus()
    loaded(wide)
    expect(wide.locator("#search--field")).to_have_value("")


@pytest.mark.slow
@pytest.mark.parametrize("path", ["index", "search"])
def test_with_deleted_words_go_no_results_that_hold_the_keyboard(
    wide: Page, disk: str, path: str
) -> None:
    wide.goto(f"{disk}/{path}.html")
    ask(wide, "shelter")
    loaded(wide)
    wide.keyboard.press("Enter")
    wide.locator(".found button:visible").first.evaluate(EMPTY_AND_GO_ON)
    expect(wide.locator(".found")).to_be_hidden()
    expect(wide.locator("#search--field")).to_be_focused()


def test_with_a_choice_results_keep_the_keyboard_without_words(wide: Page, disk: str) -> None:
    wide.goto(f"{disk}/search.html")
    ask(wide, "shelter")
    loaded(wide)
    choose(wide.get_by_role("group", name="Kind").get_by_role("checkbox").last)
    few = wide.locator("#search--status").inner_text()
    chip = wide.locator(".chips button").first
    chip.evaluate(EMPTY_AND_GO_ON)
    expect(wide.locator("#search--status")).not_to_have_text(few)
    expect(wide.locator(".chips button").first).to_be_focused()


# What is brought is the same from a server and from a disk: see the first test.
@pytest.mark.parametrize(
    ("base", "place"),
    [
        # With a window, the page scrolls to its place and to the focus bit by bit.
        pytest.param("file", "search.html", marks=pytest.mark.painted),
        ("file", "about/index.html"),
        ("http", "browse.html"),
    ],
    indirect=["base"],
)
def test_back_brings_the_results_and_the_keyboard_on_any_page(
    wide: Page, base: str, place: str
) -> None:
    wide.goto(f"{base}/{place}")
    if place == "browse.html":
        wide.locator("[data-browse] .search-more").press("Enter")
    ask(wide, "labour")
    loaded(wide)
    wide.keyboard.press("Enter")
    held = []
    if place == "about/index.html":
        choose(wide.get_by_role("group", name="Kind").get_by_role("checkbox").last)
    if place == "browse.html":
        held = hold(wide, "**/assets/search/browse.js")
        wide.evaluate("addEventListener('click', () => (history.replaceState = () => {}))")
    chips = wide.locator(".chips").first.inner_text()
    titles = wide.locator(RESULTS).all_inner_texts()
    result = wide.locator(RESULTS).nth(4)
    # As where the page is left before it has scrolled to what has the focus.
    result.evaluate("link => link.focus({ preventScroll: true })")
    wide.keyboard.press("Enter")
    wide.wait_for_url(ENTRY)
    if place == "about/index.html":  # another search on the way
        entry = wide.url
        ask(wide, "shelter")
        loaded(wide)
        wide.keyboard.press("Enter")
        follow(wide, 0)
        wide.wait_for_url(lambda url: url != entry)
        wide.go_back()
        expect(wide.locator(RESULTS).first).to_be_visible()
    wide.go_back(wait_until="commit")
    if place == "browse.html":  # the search has taken its numbers away before
        wide.wait_for_function("() => !history.state?.toolkit", polling=20)
        held.pop().continue_()
    expect(wide.locator(RESULTS)).to_have_text(titles)
    expect(wide.locator(".chips").first).to_have_text(chips)
    expect(result).to_be_focused()
    comes_in_sight(result)
    if place == "browse.html":  # the list below has its place, too
        expect(wide.locator(LINES)).to_have_count(40)


@pytest.mark.slow
def test_what_is_lost_on_another_way_is_lost_whole(wide: Page, served_sample: str) -> None:
    """Browsers clear the window's name when they go to another host."""
    wide.goto(f"{served_sample}/search.html")
    ask(wide, "trafficking")
    loaded(wide)
    choose(wide.get_by_role("group", name="Kind").get_by_role("checkbox").last)
    follow(wide, 0)
    wide.evaluate("window.name = ''")
    wide.go_back()
    loaded(wide)
    expect(wide.locator("#search--field")).to_have_value("")
    expect(wide.locator(".chips li")).to_have_count(0)


# What the browser says as the page goes may come too late to be seen on the next one.
LEFT_NAME = """() => {
  document.querySelector("[data-leave]").click();
  dispatchEvent(new Event("pagehide"));
  return window.name;
}"""


def test_leaving_quickly_leaves_nothing_behind(wide: Page, base: str) -> None:
    wide.goto(f"{base}/search.html")
    ask(wide, "trafficking")
    loaded(wide)
    assert wide.evaluate("dispatchEvent(new Event('pagehide')), window.name")
    ask(wide, "shelter")
    wide.route(re.compile("^https?://(?!127)"), lambda route: route.fulfill(body="away"))
    assert wide.evaluate(LEFT_NAME) == ""
    wide.wait_for_url(lambda url: "search" not in url)
    assert wide.evaluate("window.name") == ""


@pytest.mark.slow
def test_back_brings_the_order_of_a_list_that_came_early(wide: Page, served_sample: str) -> None:
    held = hold(wide, "**/en/full-1.js")
    wide.goto(f"{served_sample}/search.html")
    ask(wide, "shelter")
    expect(wide.locator(RESULTS).first).to_be_visible()
    early = wide.locator(RESULTS).all_inner_texts()
    wide.route("**/en/full-1.js", lambda route: route.continue_())
    for route in held:
        route.continue_()
    loaded(wide)
    follow(wide, 1)
    wide.go_back()
    expect(wide.locator("#search--field")).to_have_value("shelter")
    assert wide.locator(RESULTS).all_inner_texts() == early


# As if the list had been shown early, with an entry that the whole index doesn't find.
KEPT_WITH_ANOTHER = """() => {
  const { results, likely } = toolkitSearch.find("compensation", true);
  const found = results.map((one) => one.number);
  const other = toolkitSearch.entries().find((number) => !found.includes(number));
  const order = [other].concat(found.slice(0, likely));
  const write = JSON.stringify;
  JSON.stringify = (kept) => write({ ...kept, place: { ...kept.place, en: order } });
  return [likely, results.length, other];
}"""


@pytest.mark.slow
def test_what_only_an_early_list_had_lets_no_unlikely_result_in_its_place(
    wide: Page, served_sample: str
) -> None:
    wide.goto(f"{served_sample}/search.html")
    ask(wide, "compensation")
    loaded(wide)
    titles = wide.locator(RESULTS).all_inner_texts()
    likely, every, other = wide.evaluate(KEPT_WITH_ANOTHER)
    assert len(titles) == likely < every
    assert other is not None
    follow(wide, 0)
    wide.go_back()
    expect(wide.locator("#search--field")).to_have_value("compensation")
    expect(wide.locator(RESULTS)).to_have_text(titles)


@pytest.mark.slow
@pytest.mark.painted
def test_on_a_slow_line_back_brings_to_where_one_was(phone: Page, served_sample: str) -> None:
    """Where a browser would have brought the reader, there is no page yet."""
    phone.goto(f"{served_sample}/search.html")
    ask(phone, "victims")
    loaded(phone)
    phone.locator(RESULTS).last.scroll_into_view_if_needed()
    place = phone.evaluate("scrollY")
    follow(phone, 2)
    held = hold(phone, "**/en/full-1.js")
    with phone.expect_request("**/en/full-1.js"):
        phone.go_back()
    expect(phone.locator("#search--field")).to_have_value("")
    again = phone.evaluate("dispatchEvent(new Event('pagehide')), history.state?.toolkit")
    assert again, "for a reader who goes on before it is there"
    held.pop().continue_()
    expect(phone.locator("#search--field")).to_have_value("victims")
    phone.wait_for_function(AT, arg=place)
