"""What a reader does on the pages of a whole site, on a phone and on a wide screen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browsers import hold
from tests.checkouts import Checkout
from tests.search.test_browser import ask, loaded

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 360, "height": 640}
WIDE: ViewportSize = {"width": 1280, "height": 900}
STOPS = 12
AT_ONCE = 20
RESULTS = "#search--results .result-link"
LINES = "[data-browse] .lines a"
ENTRY = re.compile("/(practices|resources|tasks)/")


@pytest.fixture(scope="session")
def site(sample: Checkout) -> Path:
    return sample.site


@pytest.fixture
def disk(site: Path) -> str:
    """For what works the same from a server, which allows more."""
    return site.as_uri()


@pytest.fixture
def phone(window: Page) -> Page:
    window.set_viewport_size(PHONE)
    return window


@pytest.fixture
def wide(window: Page) -> Page:
    window.set_viewport_size(WIDE)
    return window


def counted(page: Page) -> int:
    """The number of entries that the list reports, shown or not."""
    return int(re.sub(r"\D", "", page.locator("#browse--status").inner_text()))


def stops_to(page: Page, selector: str) -> int:
    """The number of Tab presses from the top of a page to the first matching element."""
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    return stops_from_here(page, selector)


def stops_from_here(page: Page, selector: str) -> int:
    """The number of Tab presses from the current focus to the first matching element."""
    for count in range(1, 40):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return count
    raise AssertionError(f"No stop at {selector}.")


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
    expect(wide.locator("#search--heading")).to_be_in_viewport()


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
    expect(phone.locator(RESULTS).first).to_be_in_viewport()


def test_fields_are_explained_within_a_narrow_phone(phone: Page, disk: str) -> None:
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(f"{disk}/contribute/fields.html#field-type")
    expect(phone.get_by_text("What kind of work it is.")).to_be_in_viewport(ratio=1)
    expect(phone.get_by_text("type: handbook")).to_be_in_viewport(ratio=1)


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


def test_filters_are_a_sheet_on_a_phone(phone: Page, disk: str) -> None:
    phone.goto(f"{disk}/browse.html")
    expect(phone.locator(LINES).first).to_be_visible()
    count = counted(phone)
    phone.get_by_role("button", name="Narrow down").click()
    sheet = phone.get_by_role("dialog", name="Narrow down")
    expect(sheet).to_be_visible()
    box = sheet.get_by_role("group", name="Pillars").get_by_role("checkbox").first
    before = box.bounding_box()
    box.check()
    assert box.bounding_box() == before
    done = sheet.get_by_role("button", name=re.compile(r"^Show \d+ results?$"))
    expect(done).to_be_in_viewport()
    shown = re.sub(r"\D", "", done.inner_text())
    done.click()
    expect(sheet).to_be_hidden()
    expect(phone.locator("#browse--status")).to_contain_text(shown)
    expect(phone.locator(LINES)).to_have_count(min(int(shown), AT_ONCE))
    assert int(shown) < count
    expect(phone.get_by_role("button", name="Filters (1)")).to_be_in_viewport()


# Whether the middle of what has the focus is in sight; the label of a box may be in front of it.
IN_FRONT = """() => {
  const at = document.activeElement;
  const { x, y, width, height } = at.getClientRects()[0];
  const seen = document.elementFromPoint(x + width / 2, y + height / 2);
  return at.contains(seen) || seen === at.closest("label");
}"""


@pytest.mark.parametrize("size", [(360, 640), (568, 320), (320, 256)])
def test_nothing_covers_the_focus_in_the_sheet(
    phone: Page, disk: str, size: tuple[int, int]
) -> None:
    phone.set_viewport_size({"width": size[0], "height": size[1]})
    phone.goto(f"{disk}/browse.html")
    phone.get_by_role("button", name="Narrow down").press("Enter")
    expect(phone.get_by_role("heading", name="Narrow down")).to_be_focused()
    covered = []
    for key in ["Tab"] * 40 + ["Shift+Tab"] * 38:
        phone.keyboard.press(key)
        if not phone.evaluate(IN_FRONT):
            covered.append(phone.evaluate("document.activeElement.parentElement.textContent"))
    assert covered == []


# How many pixels of the outline of what has the focus its scrolling list cuts off, on each side.
CUT_OFF = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  const ring = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
  const { left, right, top, bottom } = at.getBoundingClientRect();
  const list = at.closest("ul").getBoundingClientRect();
  const cut = [list.left - left, right - list.right, list.top - top, bottom - list.bottom];
  return cut.map((far) => Math.max(0, far + ring));
}"""


def test_the_focus_of_a_filter_is_seen_all_around(phone: Page, disk: str) -> None:
    phone.goto(f"{disk}/browse.html")
    phone.get_by_role("button", name="Narrow down").press("Enter")
    stops_from_here(phone, "dialog input")
    assert phone.evaluate(CUT_OFF) == [0, 0, 0, 0]


def test_the_sheet_says_how_many_are_left(phone: Page, disk: str) -> None:
    """While it is open, screen readers hear nothing of the page below."""
    phone.goto(f"{disk}/browse.html")
    phone.get_by_role("button", name="Narrow down").click()
    sheet = phone.get_by_role("dialog", name="Narrow down")
    shown = sheet.locator("[aria-live=polite]", has_text=re.compile(r"^Show \d+ results?$"))
    before = shown.inner_text()
    sheet.get_by_role("checkbox").first.press("Space")
    expect(shown).not_to_have_text(before)


def test_escape_closes_the_sheet_and_not_the_results_below_it(phone: Page, disk: str) -> None:
    phone.goto(f"{disk}/index.html")
    phone.locator("#search--field").fill("child")
    phone.locator("#search--field").press("Enter")
    results = phone.locator("#search--results li")
    expect(results.first).to_be_visible()
    narrow = phone.get_by_role("button", name="Narrow down")
    narrow.click()
    sheet = phone.get_by_role("dialog", name="Narrow down")
    expect(phone.locator("#search--status")).to_contain_text("Less likely")
    expect(sheet.get_by_role("button", name=f"Show {in_front(phone)} results")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(narrow).to_be_focused()
    expect(results.first).to_be_visible()
    expect(phone.locator("#search--field")).to_have_value("child")


def test_a_choice_moves_nothing_on_a_wide_screen(wide: Page, disk: str) -> None:
    wide.goto(f"{disk}/browse.html")
    box = wide.get_by_role("group", name="Themes").get_by_role("checkbox").nth(3)
    box.scroll_into_view_if_needed()
    before = box.bounding_box()
    box.check()
    assert box.bounding_box() == before
    expect(wide.locator("#browse--status")).to_be_in_viewport()
    wide.get_by_role("button", name="Filters (1)").focus()
    wide.keyboard.press("Enter")
    expect(wide.get_by_role("heading", name="Narrow down")).to_be_focused()


def test_a_list_is_narrowed_to_an_article(wide: Page, disk: str) -> None:
    wide.goto(f"{disk}/browse.html")
    expect(wide.locator(LINES)).to_have_count(AT_ONCE)
    every = counted(wide)
    wide.locator("summary", has_text="Articles").click()
    group = wide.get_by_role("group", name="Articles")
    group.get_by_role("checkbox", name=re.compile(r"Protocol .*Article 9\b")).check()
    expect(wide).to_have_url(re.compile(r"#articles=tip-protocol(:|%3A)9$"))
    expect(wide.get_by_role("button", name="Filters (1)")).to_be_visible()
    assert counted(wide) < every
    wide.locator(LINES).first.click()
    expect(wide.get_by_role("link", name=re.compile(r"^Article 9\b")).first).to_be_visible()


def follow(page: Page, number: int) -> None:
    """Go to a result without scrolling to it first."""
    page.locator(RESULTS).nth(number).evaluate("(link) => link.click()")
    page.wait_for_url(ENTRY)


def test_back_brings_words_filters_and_the_place(wide: Page, base: str) -> None:
    wide.goto(f"{base}/search.html")
    ask(wide, "trafficking victims")
    loaded(wide)
    wide.get_by_role("group", name="Kind").get_by_role("checkbox").last.check()
    titles = wide.locator(RESULTS).all_inner_texts()
    wide.locator(RESULTS).last.scroll_into_view_if_needed()
    place = wide.evaluate("scrollY")
    follow(wide, 1)
    kept = wide.evaluate("window.name")
    assert kept
    assert "trafficking" not in kept
    assert "victims" not in kept
    wide.go_back()
    expect(wide.locator("#search--field")).to_have_value("trafficking victims")
    expect(wide.locator(RESULTS)).to_have_text(titles)
    wide.wait_for_function("(place) => Math.abs(scrollY - place) < 20", arg=place)
    stored = wide.evaluate(
        "JSON.stringify([history.state, localStorage.length, sessionStorage.length])"
    )
    assert stored == "[null,0,0]"
    assert "victims" not in wide.url
    wide.reload()
    wide.wait_for_timeout(300)
    expect(wide.locator("#search--field")).to_have_value("")


def test_words_deleted_since_do_not_come_back(wide: Page, base: str) -> None:
    """Although they were kept when a result was opened in another tab."""
    wide.goto(f"{base}/search.html")
    ask(wide, "trafficking victims")
    loaded(wide)
    with wide.context.expect_page():
        wide.locator(RESULTS).first.click(modifiers=["Control"])
    assert wide.evaluate("window.name")
    wide.locator("#search--field").fill("")
    wide.locator("header a[href='index.html']").first.click()
    wide.wait_for_url(f"{base}/index.html")
    wide.go_back()
    wide.locator("#search--field").focus()
    loaded(wide)
    expect(wide.locator("#search--field")).to_have_value("")


@pytest.mark.parametrize("place", ["about/index.html", "browse.html"])
def test_back_brings_the_results_on_any_page(wide: Page, base: str, place: str) -> None:
    wide.goto(f"{base}/{place}")
    ask(wide, "labour")
    loaded(wide)
    wide.keyboard.press("Enter")
    titles = wide.locator(RESULTS).all_inner_texts()
    follow(wide, 0)
    wide.go_back()
    expect(wide.locator(RESULTS)).to_have_text(titles)


@pytest.mark.parametrize("place", ["search.html", "about/index.html"])
def test_back_brings_the_keyboard_to_the_result(wide: Page, base: str, place: str) -> None:
    wide.goto(f"{base}/{place}")
    ask(wide, "labour")
    loaded(wide)
    wide.keyboard.press("Enter")
    result = wide.locator(RESULTS).nth(4)
    result.scroll_into_view_if_needed()
    result.press("Enter")
    wide.wait_for_url(ENTRY)
    wide.go_back()
    expect(result).to_be_focused()
    expect(result).to_be_in_viewport()


def test_what_is_lost_on_another_way_is_lost_whole(wide: Page, served_sample: str) -> None:
    """Browsers clear the window's name when they go to another host."""
    wide.goto(f"{served_sample}/search.html")
    ask(wide, "trafficking")
    loaded(wide)
    wide.get_by_role("group", name="Kind").get_by_role("checkbox").last.check()
    follow(wide, 0)
    wide.evaluate("window.name = ''")
    wide.go_back()
    loaded(wide)
    expect(wide.locator("#search--field")).to_have_value("")
    expect(wide.locator(".chips li")).to_have_count(0)


def test_leaving_quickly_leaves_nothing_behind(wide: Page, base: str) -> None:
    wide.goto(f"{base}/search.html")
    ask(wide, "trafficking")
    loaded(wide)
    follow(wide, 0)
    assert wide.evaluate("window.name")
    wide.route(re.compile("^https?://(?!127)"), lambda route: route.fulfill(body="away"))
    wide.locator("[data-leave]").first.click()
    wide.wait_for_url(lambda url: not ENTRY.search(url))
    assert wide.evaluate("window.name") == ""


def in_front(page: Page) -> int:
    """The number of results that the page reports, without the less likely ones."""
    return int(page.locator("#search--status").inner_text().split()[0])


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
  JSON.stringify = (kept) => write({ ...kept, place: { ...kept.place, order } });
  return [likely, results.length, other];
}"""


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


@pytest.fixture
def slow_phone(phone: Page) -> Iterator[Page]:
    """A processor four times slower, and a connection of 400 kbit/s."""
    devtools = phone.context.new_cdp_session(phone)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    line = {
        "offline": False,
        "latency": 0,
        "downloadThroughput": 50_000,
        "uploadThroughput": 50_000,
    }
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", line)
    yield phone
    devtools.detach()


def test_from_home_to_a_checklist_for_a_farm_in_three_taps(
    slow_phone: Page, served_sample: str
) -> None:
    slow_phone.goto(f"{served_sample}/index.html")
    slow_phone.locator("summary", has_text="Labour inspectors").click()
    slow_phone.get_by_role("link", name=re.compile("^Inspect a workplace")).first.click()
    choice = slow_phone.get_by_role("listitem").filter(has_text="Use the checklist")
    choice.get_by_role("link").first.click()
    expect(slow_phone.locator("h1")).to_contain_text("Uncovering labour trafficking")


def test_a_list_for_a_region_is_seen_at_once(slow_phone: Page, served_sample: str) -> None:
    slow_phone.goto(f"{served_sample}/browse.html")
    slow_phone.get_by_role("button", name="Narrow down").click()
    sheet = slow_phone.get_by_role("dialog", name="Narrow down")
    sheet.locator("summary", has_text="Regions").click()
    sheet.get_by_role("checkbox", name=re.compile("^South America")).check()
    sheet.get_by_role("button", name=re.compile(r"^Show \d+ results?$")).click()
    expect(sheet).to_be_hidden()
    expect(slow_phone.locator(LINES).first).to_be_in_viewport()
    expect(slow_phone.locator("#browse--status")).to_be_in_viewport()


def test_a_search_on_a_slow_phone_brings_back_to_where_one_was(
    slow_phone: Page, served_sample: str
) -> None:
    slow_phone.goto(f"{served_sample}/search.html")
    ask(slow_phone, "victims")
    loaded(slow_phone)
    slow_phone.locator(RESULTS).last.scroll_into_view_if_needed()
    place = slow_phone.evaluate("scrollY")
    follow(slow_phone, 2)
    slow_phone.go_back()
    expect(slow_phone.locator("#search--field")).to_have_value("victims")
    slow_phone.wait_for_function("(place) => Math.abs(scrollY - place) < 20", arg=place)
