"""Pages kept whole for "back", as readers' browsers do; playwright turns that off."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import CHROMIUM, FLAGS, press_shift
from tests.whole_site.pages import KINDS
from tests.whole_site.test_leaving import EXIT, answer

pytestmark = [pytest.mark.browser, pytest.mark.unpainted, pytest.mark.slow]


@pytest.fixture(scope="module")
def keeping(browser: Browser) -> Iterator[Browser]:
    """Chromium as readers have it."""
    with browser.browser_type.launch(
        executable_path=CHROMIUM,
        args=FLAGS,
        ignore_default_args=["--disable-back-forward-cache"],
    ) as opened:
        yield opened


@pytest.fixture
def page(keeping: Browser) -> Iterator[Page]:
    with keeping.new_context() as context:
        page = context.new_page()
        page.route(f"{EXIT}**", answer)
        yield page


ENTRIES = "#search--results li:has([data-keep])"


def search_and_open(page: Page, served: str) -> None:
    """Search on the home page, keep the second of the entries found, and open the first."""
    page.goto(f"{served}/index.html")
    page.locator("#search--field").fill("shelter")
    page.locator("#search--field").press("Enter")
    page.locator(ENTRIES).nth(1).locator("[data-keep]").press("Space")
    page.evaluate("window.isKept = true")
    open_first(page)


def open_first(page: Page) -> None:
    page.locator(ENTRIES).first.locator("a").first.press("Enter")
    expect(page.locator(".entry")).to_be_visible()
    page.wait_for_load_state()  # keys pressed while the page is still loading may be lost


def go_back(page: Page) -> None:
    """Without waiting for a page to load: one that was kept doesn't."""
    page.evaluate("setTimeout(() => history.back())")
    page.wait_for_url("**/index.html", wait_until="commit")


def test_a_page_comes_back_as_it_was_with_what_was_kept_since(page: Page, served: str) -> None:
    search_and_open(page, served)
    go_back(page)
    expect(page.locator("#search--field")).to_have_value("shelter")
    assert page.evaluate("window.isKept"), "the other tests prove nothing if no page is kept"
    open_first(page)
    page.locator(".entry [data-keep]").press("Space")
    go_back(page)
    expect(page.locator("#search--field")).to_have_value("shelter")
    expect(page.locator("[data-mine]")).to_have_text("My list (2)")


# Of a kept page, after the list was emptied on a later one, or added to.
TICKED_AFTER = """() => ["toolkit ", window.name].map((name) => {
  window.name = name;
  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  return document.querySelector("[data-keep]").checked;
})"""

# Once with nothing left, once after the reader has stepped back, and begun another list there after
# leaving one, and once after leaving quickly. Of the step's state, only the numbers go.
LOST_AND_BACK = """() => {
  const link = document.querySelector("main a.external");
  const box = document.querySelector("[data-keep]");
  const comeBack = (name) => {
    window.name = name;
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    return toolkitMine.paths();
  };
  history.replaceState({ place: "kept" }, "");
  link.click();
  const lost = toolkitMine.paths().length;
  const back = comeBack("");
  link.click();
  const both = comeBack(`${window.name} 1,2 begun/there ${back[0]}`);
  const { place, mine } = history.state;
  comeBack("");
  const gone = window.name;
  for (const one of [box, link, box]) one.click(); // changed while the other host is on its way
  comeBack("");
  link.click();
  return [lost, back, both, place, mine, gone, window.name];
}"""


def test_a_kept_page_has_its_list_even_if_the_name_is_lost_at_another_host(
    window: Page, served: str
) -> None:
    """As in browsers that empty the name on the way there; Chromium keeps it with the window."""
    window.route("https://*/**", lambda route: route.fulfill(body="elsewhere"))
    window.goto(f"{served}/{KINDS['resource']}#page--cite")
    window.locator(".entry [data-keep]").press("Space")
    path = KINDS["resource"].removesuffix(".html")
    assert window.evaluate("toolkitMine.paths()") == [path]
    assert window.evaluate(TICKED_AFTER) == [False, True]
    assert window.evaluate(LOST_AND_BACK) == [
        *(0, [path], [path, "begun/there"]),
        *("kept", None, "", ""),
    ]
    window.get_by_text("elsewhere").wait_for()  # before it is lent to another test


def test_after_leaving_quickly_earlier_pages_show_no_words_and_no_list(
    page: Page, served: str
) -> None:
    """Also where no page may send messages, as in Firefox if it is told to block all cookies."""
    for blocked in (False, True):
        if blocked:
            page.add_init_script("delete window.BroadcastChannel")
        search_and_open(page, served)
        assert page.evaluate("'BroadcastChannel' in window") is not blocked
        press_shift(page)
        page.wait_for_url(EXIT, wait_until="commit")
        go_back(page)
        expect(page.locator("#search--field"), f"{blocked=}").to_have_value("")
        assert page.evaluate("window.name") == "", blocked
        page.goto(f"{served}/{KINDS['browse']}")
        expect(page.locator("[data-browse] .lines li").first).to_be_visible()
        expect(page.locator("[data-browse] [data-mine]"), f"{blocked=}").to_be_hidden()


def test_webkit_keeps_no_words_that_were_only_typed_and_shows_none_after_leaving_quickly(
    window: Page, served: str
) -> None:
    """It keeps a page whatever happens after it, and the name stays with the window. On the way
    back it sets the field to its default.
    """
    window.goto(f"{served}/index.html")
    field = window.locator("#search--field")
    results = window.locator("#search--results li")
    for words, kept in (("shelter", ""), ("shelter\n", "shelter")):
        field.fill("")
        field.press_sequentially(words)
        expect((results if kept else window.get_by_role("option")).first).to_be_visible()
        window.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
        assert field.evaluate("field => field.defaultValue") == kept
    hidden = window.evaluate(
        """() => {
          window.name = "";
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
          return document.documentElement.hidden;
        }"""
    )
    assert hidden, "at once, not only once it is loaded again"
    expect(field).to_have_value("")
    expect(results).to_have_count(0)
    expect(window.locator("h1")).to_be_visible()


def test_webkit_still_has_an_earlier_search_after_another_host(window: Page, served: str) -> None:
    """It empties the name on the way there, which must not look like leaving quickly."""
    window.route("https://*/**", lambda route: route.fulfill(body="elsewhere"))
    search_and_open(window, served)
    before, after = window.evaluate(
        """() => {
          const before = [window.name, window.name.replace(/ \\S+\\/\\S+/g, "")]; // without a list
          const after = before.map((name) => {
            window.name = name;
            document.querySelector("main a.external").click();
            window.name = "";
            dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
            return window.name;
          });
          return [before, after];
        }"""
    )
    assert after == before
    assert before[0] != before[1]
    window.get_by_text("elsewhere").wait_for()  # before it is lent to another test
