"""Leave this site quickly: by mouse, touch, Enter and Shift, from a server and from disk."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, Route, expect

from tests.browsers import as_new, hold, press_shift, watch
from tests.checkouts import ROOT
from tests.whole_site.pages import BLANK, KINDS

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]

EXIT = str(load_config(str(ROOT / "mkdocs.yml")).extra["exit_url"])
OUTSIDE = "<!doctype html><title>Outside</title><p>Another site"
LONG = KINDS["pillar"]
CONTROL = "[data-leave]"
# At once: the address is that of the page until another has come.
LEFT = "document.documentElement.hidden || location.hostname !== '127.0.0.1'"

# Wholly, and covered by nothing: playwright's own looks wait for a page to be painted.
IN_SIGHT = """(element) => {
  const box = element.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && element.contains(
    document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
}"""


@pytest.fixture(scope="module")
def touched(browser: Browser) -> Iterator[Page]:
    with browser.new_context(has_touch=True) as context:
        yield context.new_page()


@pytest.fixture
def reader(request: pytest.FixtureRequest) -> Iterator[Page]:
    """A reader's page, opened after another page; the test plays the site outside."""
    painted = request.node.get_closest_marker("painted") is not None
    page = request.getfixturevalue("touched" if painted else "unpainted")
    with as_new(page, painted=painted):
        page.set_viewport_size({"width": getattr(request, "param", 320), "height": 640})
        page.emulate_media(reduced_motion="reduce")
        page.route(f"{EXIT}**", answer)
        yield page


def answer(route: Route) -> None:
    route.fulfill(body=OUTSIDE, content_type="text/html")


def by_enter(page: Page) -> None:
    """From the bottom of the page, after which the next stops are the first two of the page."""
    page.locator("footer a").last.focus()
    for _ in range(3):  # the browser itself may be a stop between the last and the first
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.skip')"):
            break
    page.keyboard.press("Tab")
    expect(page.locator(CONTROL)).to_be_focused()
    page.keyboard.press("Enter")


WAYS: dict[str, Callable[[Page], None]] = {
    "mouse": lambda page: page.locator(CONTROL).click(),
    "touch": lambda page: page.locator(CONTROL).tap(),
    "enter": by_enter,
    "shift": press_shift,
}


def place_after(base: str) -> str:
    return EXIT if base.startswith("http") else f"{base}/{BLANK}"


# Where it leads depends on the address alone; a link by mouse, finger or Enter is one way for it.
@pytest.mark.parametrize(
    ("base", "way", "reader"),
    [
        pytest.param("http", "mouse", 1280, marks=pytest.mark.painted),
        pytest.param("file", "touch", 320, marks=pytest.mark.painted),
        ("http", "enter", 1280),
        ("file", "shift", 320),
    ],
    indirect=["base", "reader"],
)
def test_every_way_out_leaves_no_way_back_to_the_page(reader: Page, base: str, way: str) -> None:
    reader.goto(f"{base}/index.html")
    reader.goto(f"{base}/{LONG}")
    reader.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert reader.locator(CONTROL).evaluate(IN_SIGHT)
    length = reader.evaluate("history.length")
    WAYS[way](reader)
    reader.wait_for_url(place_after(base))
    assert reader.evaluate("history.length") == length
    reader.go_back()
    assert reader.url == f"{base}/index.html"
    reader.go_forward()
    assert reader.url == place_after(base)


def test_the_control_stays_in_sight_in_older_browsers_too(reader: Page, served: str) -> None:
    """Safari before 14.1 doesn't know `inset-block-start`."""

    def as_known(route: Route) -> None:
        style, count = re.subn(r"inset-block-start:[^;}]+;?", "", route.fetch().text())
        assert count
        route.fulfill(body=style, content_type="text/css")

    reader.route("**/assets/style.css", as_known)
    reader.goto(f"{served}/{LONG}")
    reader.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert reader.locator(CONTROL).evaluate(IN_SIGHT)


def test_the_page_is_blank_before_anything_is_asked_for(reader: Page, served: str) -> None:
    reader.goto(f"{served}/{LONG}")
    title, text, boxes = reader.evaluate(
        """() => {
          document.querySelector("[data-leave]").click();
          const root = document.documentElement;
          return [document.title, root.textContent, root.getClientRects().length];
        }"""
    )
    assert title.strip() == ""
    assert text.strip() == ""
    assert boxes == 0
    reader.wait_for_url(EXIT)  # before the window is lent to another test


@pytest.mark.parametrize("sandbox", ['sandbox="allow-scripts allow-same-origin"', ""])
def test_what_stands_around_a_frame_goes_too(reader: Page, served: str, sandbox: str) -> None:
    """As in a reader of offline copies, which may not let its pages navigate it elsewhere."""
    around = f"<!doctype html><title>Toolkit</title><p>It<iframe {sandbox} src={LONG}></iframe>"
    reader.route("**/reader.html", lambda one: one.fulfill(body=around, content_type="text/html"))
    reader.goto(f"{served}/reader.html")
    length = reader.evaluate("history.length")
    frame = reader.frames[1]
    assert frame.evaluate(f"document.querySelector('{CONTROL}').click() || {LEFT}"), "at once"
    if not sandbox:
        reader.wait_for_url(EXIT)
        return
    frame.wait_for_url(EXIT)
    expect(reader.locator("p")).to_be_hidden()
    assert reader.title().strip() == ""
    assert reader.url == f"{served}/reader.html"
    assert reader.evaluate("history.length") == length


def test_it_works_while_the_page_loads(reader: Page, served: str) -> None:
    # A line on which the style does not come.
    held = hold(reader, "**/style.css")
    reader.goto(f"{served}/{LONG}", wait_until="commit")
    reader.locator("[data-leave-said]").wait_for(state="attached")
    reader.wait_for_timeout(200)
    assert reader.evaluate("document.readyState") != "complete"
    reader.route(f"{EXIT}**", lambda route: route.fulfill(status=204), times=1)
    # What is still to come would show itself, such as a title.
    with reader.expect_event("requestfailed", lambda lost: lost.url.endswith("style.css")):
        press_shift(reader)
    press_shift(reader, 1)  # again, if nothing came from there
    reader.wait_for_url(EXIT)
    for route in held:
        route.abort()


def test_it_works_with_the_search_open(reader: Page, served: str) -> None:
    reader.goto(f"{served}/search.html")
    field = reader.locator("#search--field")
    field.fill("child")
    expect(reader.locator("#search--results li").first).to_be_visible()
    field.focus()
    assert reader.locator(CONTROL).evaluate(IN_SIGHT)
    press_shift(reader)
    reader.wait_for_url(EXIT)


def test_capitals_do_not_set_it_off(reader: Page, served: str) -> None:
    reader.goto(f"{served}/search.html")
    field = reader.locator("#search--field")
    field.focus()
    reader.keyboard.type("UNODC AND ILO")
    for letter in "ICAT":
        reader.keyboard.down("Shift")
        reader.keyboard.press(letter)
        reader.keyboard.down("Shift")  # as a key that is held repeats itself
        reader.keyboard.up("Shift")
    press_shift(reader, 2)
    reader.keyboard.press("Shift+A")
    press_shift(reader, 2)
    reader.keyboard.insert_text("!")  # as by an input method
    press_shift(reader, 2)
    for event in ("pointerdown", "blur"):
        reader.evaluate("name => dispatchEvent(new Event(name))", event)
        expect(reader.locator("[data-leave-said]")).to_be_empty()
        press_shift(reader, 2)
    expect(field).to_have_value("UNODC AND ILOICATA!")
    assert reader.url == f"{served}/search.html"


# By which some change from one script to another.
AS_AN_INPUT_METHOD = """() => {
  for (let time = 0; time < 3; time++)
    for (const name of ["keydown", "keyup"])
      dispatchEvent(new KeyboardEvent(name, { key: "Shift", isComposing: true }));
}"""


def test_neither_other_keys_nor_an_hour_of_shift_set_it_off(reader: Page, served: str) -> None:
    reader.goto(f"{served}/index.html")
    for other in ("Alt", "Control", "Meta"):
        reader.keyboard.down(other)
        press_shift(reader, 4)
        reader.keyboard.up(other)
        assert not reader.evaluate(LEFT), other
    reader.evaluate(AS_AN_INPUT_METHOD)
    for act in (reader.keyboard.down, reader.keyboard.up) * 2:
        act("ShiftLeft")
        act("ShiftRight")
    assert not reader.evaluate(LEFT), "both keys at once are one"
    reader.keyboard.press("a")
    for time in (0, 0, 5_500):
        reader.evaluate("time => (performance.now = () => time)", time)
        reader.keyboard.press("Shift")
    assert not reader.evaluate(LEFT), "three times within an hour is not enough"
    for time in (8_000, 10_400):  # as slowly as some hands are
        reader.evaluate("time => (performance.now = () => time)", time)
        reader.keyboard.press("Shift")
    reader.wait_for_url(EXIT)


def test_a_hint_is_spoken_before_the_third_time(reader: Page, served: str) -> None:
    late = hold(reader, "**/leave.js")
    reader.goto(f"{served}/index.html", wait_until="domcontentloaded")
    late.pop().continue_()
    status = reader.locator("[data-leave-said]")
    expect(status).to_have_attribute("aria-live", "polite")
    press_shift(reader, 2)
    expect(status).to_have_text("Press Shift once more to leave.")
    reader.keyboard.press("a")
    expect(status).to_be_empty()
    described = reader.locator(CONTROL).get_attribute("aria-describedby")
    assert "Shift three times" in reader.locator(f"#{described}").inner_text() or (
        "Shift three times" in (reader.locator(f"#{described}").text_content() or "")
    )


def test_the_hint_is_above_the_filters_of_a_phone_too(reader: Page, served: str) -> None:
    reader.set_viewport_size({"width": 360, "height": 640})
    reader.goto(f"{served}/browse.html")
    reader.get_by_role("button", name="Narrow down").press("Enter")
    said = reader.get_by_role("dialog").get_by_text("Press Shift once more to leave.")
    press_shift(reader, 2)
    assert said.evaluate(IN_SIGHT)
    reader.keyboard.press("Tab")
    expect(said).to_have_count(0)


def test_without_scripts_the_control_is_a_link_to_the_same(scriptless: Page, served: str) -> None:
    scriptless.route(f"{EXIT}**", answer)
    scriptless.goto(f"{served}/{LONG}")
    # No key does anything.
    assert "Shift" not in scriptless.locator(".leave").inner_text()
    expect(scriptless.locator(CONTROL)).to_have_accessible_description("")
    scriptless.locator(CONTROL).click()
    scriptless.wait_for_url(EXIT)


def test_the_control_is_large_and_covers_no_focus(page: Page, served: str) -> None:
    """320 by 256 is a window of 1280 by 1024 at 400 % zoom."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{served}/{KINDS['resource']}")
    covered = 0.0
    for height in (640, 256):
        page.set_viewport_size({"width": 320, "height": height})
        box = page.locator(CONTROL).bounding_box()
        assert box is not None
        assert box["height"] >= 36, height
        assert box["width"] >= 44, height
        strip = page.locator(".leave").bounding_box()
        assert strip is not None
        covered = strip["height"]
        assert covered <= 0.25 * height
        for anchor in ("page--cite", "page--access"):
            page.goto(f"{served}/{KINDS['resource']}#{anchor}")
            top = page.evaluate(f"document.getElementById('{anchor}').getBoundingClientRect().top")
            assert top >= covered, (anchor, height)
    page.evaluate("document.body.tabIndex = -1, document.body.focus()")
    hidden = []
    for _ in range(60):
        page.keyboard.press("Tab")
        place = page.evaluate(
            """() => {
              const at = document.activeElement;
              if (at === document.body || at.closest(".leave, .skip")) return null;
              return [at.getBoundingClientRect().bottom, at.textContent.trim()];
            }"""
        )
        if place and place[0] <= covered:
            hidden.append(place[1])
    assert hidden == []


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_covers_the_control_over_a_long_list(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{served}/{KINDS['browse']}")
    page.locator("[data-browse] .lines a").nth(15).focus()
    assert page.evaluate("scrollY") > 0
    filters = page.locator(".found-bar button").first
    assert page.locator(CONTROL).evaluate(IN_SIGHT)
    assert filters.evaluate(IN_SIGHT)
    filters.press("Enter")
    if width == 320:  # the filters are a sheet over the page, with its own control
        assert page.locator(f"dialog {CONTROL}").evaluate(IN_SIGHT)
        page.keyboard.press("Escape")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.locator("[data-browse] .lines a").nth(15).focus()
        bar = filters.bounding_box()
        assert bar is not None
        assert bar["y"] < 0, "a second bar takes the room that large letters need"


def test_the_blank_page_says_nothing(site: Path, page: Page) -> None:
    html = (site / BLANK).read_text(encoding="utf-8")
    for word in ("toolkit", "traffick", "assets", "href=", " src="):
        assert word not in html.lower()
    requests, _ = watch(page)
    page.goto(f"{site.as_uri()}/{BLANK}")
    assert requests == [f"{site.as_uri()}/{BLANK}"]
    assert page.evaluate("document.body.innerText") == ""
