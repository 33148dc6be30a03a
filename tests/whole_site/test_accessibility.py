"""axe on every kind of page in every state; the content checks cover the real pages.

WCAG 2.2 AA and axe's best practices alike: nothing may be found, without exceptions.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ElementHandle, Page, ViewportSize, expect

from tests.browsers import press_shift, unpainted_page
from tests.whole_site.axe import (
    TOO_WIDE,
    axe_context,
    faint_texts,
    findings,
    reshape,
    show,
)
from tests.whole_site.pages import KINDS, TEMPLATES

pytestmark = pytest.mark.browser

NARROW: ViewportSize = {"width": 320, "height": 800}
WIDE: ViewportSize = {"width": 1280, "height": 800}

# How a browser shows every kind of page. Zoom narrows a window of 1280 by 1024.
STATES: dict[str, tuple[ViewportSize, dict[str, Any]]] = {
    "320 px, light": (NARROW, {}),
    "320 px, dark, reduced motion": (NARROW, {"color_scheme": "dark", "reduced_motion": "reduce"}),
    "1280 px, light": (WIDE, {}),
    "1280 px, dark": (WIDE, {"color_scheme": "dark"}),
    "forced colours": (WIDE, {"forced_colors": "active"}),
    "zoom 200 %": ({"width": 640, "height": 512}, {}),
    "zoom 400 %": ({"width": 320, "height": 256}, {}),
}
# Colours are the same as at 320 px, and checking them takes half of the time.
NOTHING_NEW_IN_COLOUR = {"zoom 200 %", "zoom 400 %"}
# Dark colours are the same in each width, where each kind of text in sight is checked once. What is
# in sight is the same as in the light.
DARK = {"320 px, dark, reduced motion", "1280 px, dark"}
# The layout is the same as in a light window of that width.
NOTHING_NEW_BUT_COLOUR = {*DARK, "forced colours", "zoom 400 %"}


@pytest.fixture(scope="session")
def seen() -> dict[str, set[str]]:
    """By state, the kinds of text that this worker has already checked for contrast."""
    dark: set[str] = set()
    return {state: dark if state in DARK else set() for state in STATES}


def test_colours_do_not_depend_on_the_width_nor_anything_else_on_the_dark(site: Path) -> None:
    block = r"[^{]*\{((?:[^{}]*\{[^{}]*\})*)"
    for style in ("style", "write"):
        text = (site / f"assets/{style}.css").read_text(encoding="utf-8")
        within = re.findall(rf"@(?:media|container)[^{{]*width{block}", text)
        assert within
        colour = re.compile(r"[{;]\s*(color|background[^:]*|opacity|--[^:]*):")
        assert [one for one in within if colour.search(one)] == [], style
        preferred = "".join(re.findall(rf"@media[^{{]*prefers-{block}", text))
        colour = re.compile(r"--[\w-]+:#[0-9a-f]+|scroll-behavior:smooth|:root|html|[{};]")
        assert colour.sub("", preferred) == "", style


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_in_every_state(
    axe_page: Page, served: str, kind: str, seen: dict[str, set[str]]
) -> None:
    page = axe_page
    show(page, f"{served}/{KINDS[kind]}", NARROW, {})
    faults = {}
    new: set[str] = set()
    for state, (window, media) in STATES.items():
        if state in DARK and new <= seen[state]:
            continue
        reshape(page, window, media)
        found = page.evaluate(TOO_WIDE)
        colours = None if state in NOTHING_NEW_IN_COLOUR else seen[state]
        known = set(colours or ())
        if state not in NOTHING_NEW_BUT_COLOUR:
            found += findings(page, seen=colours)
            new = set(colours or ()) - known
        elif colours is not None:
            found += faint_texts(page, colours)
        if found:
            faults[state] = found
    assert faults == {}


# What the style shows or hides when scripts are enabled.
_REMOVE_STYLES_OF_SCRIPTS = """() => {
  const rules = (sheet) => [...sheet.cssRules].map((rule, at) => [rule, at]).reverse();
  let removed = 0;
  for (const sheet of document.styleSheets)
    for (const [rule, at] of rules(sheet))
      if (rule.conditionText?.includes("scripting: enabled")) {
        sheet.deleteRule(at);
        removed++;
      }
  return removed;
}"""


@pytest.mark.long
def test_pages_of_every_template_without_scripts(browser: Browser, served: str) -> None:
    context = axe_context(browser)
    with unpainted_page(context, NARROW) as page:
        # Scripts are blocked rather than turned off: axe is one.
        devtools = context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.setBlockedURLs", {"urls": ["*.js"]})
        removed = 0
        faults = {}
        coloured: set[str] = set()
        for kind, path in TEMPLATES.items():
            page.goto(f"{served}/{path}")
            assert page.evaluate("!('toolkitCopyDate' in window)"), "scripts run"
            removed += page.evaluate(_REMOVE_STYLES_OF_SCRIPTS)
            found = [*findings(page, seen=coloured), *page.evaluate(TOO_WIDE)]
            if found:
                faults[kind] = found
    assert removed
    assert faults == {}


def with_results(page: Page) -> None:
    page.locator("#search--field").fill("child")
    expect(page.locator("#search--results li").first).to_be_visible()
    page.keyboard.press("Enter")  # until then, the list may be that of the filters in the address


def with_suggestions(page: Page) -> None:
    page.locator("#search--field").fill("child")
    expect(page.get_by_role("option").last).to_be_visible()
    page.keyboard.press("ArrowDown")


def with_panel(page: Page) -> None:
    page.locator("#search--field").fill("child")
    expect(page.get_by_role("option").last).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#search--panel #search--results li").first).to_be_visible()
    expect(page.locator("#search--field")).to_be_visible()


def with_facets(page: Page) -> None:
    page.locator("#search--field").fill("labor inspecion")
    expect(page.locator("#search--results li").first).to_be_visible()
    if not page.locator(".facets").is_visible():
        page.get_by_role("button", name="Narrow down").press("Enter")
    box = page.locator(".facets").get_by_role("checkbox", name=re.compile(r"^Prosecution \d"))
    box.press("Space")
    expect(page.locator(".chips li")).not_to_have_count(0)


def with_list_of_everything(page: Page) -> None:
    expect(page.locator("#browse--status")).to_contain_text("entr")
    expect(page.locator(".chips")).to_be_visible()


def without_results(page: Page) -> None:
    page.locator("#search--field").fill("xyzzyx")
    expect(page.locator("#search--status")).not_to_be_empty()


def with_hint(page: Page) -> None:
    press_shift(page, 2)
    expect(page.locator("[data-leave-said]")).not_to_be_empty()


def with_own_list(page: Page) -> None:
    with_panel(page)
    page.locator("#search--results .keep").first.press("Space")
    page.get_by_role("button", name="Close the search").press("Enter")
    expect(page.locator(".head-search [data-mine]")).to_be_visible()


def with_large_text(page: Page) -> None:
    page.evaluate("document.documentElement.style.fontSize = '200%'")


# What a reader does to a page: the path and the action.
ACTS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "search with results": ("search.html", with_results),
    "search without results": ("search.html", without_results),
    "search with facets chosen": ("search.html", with_facets),
    "browse with facets chosen": ("browse.html#themes=child-trafficking", with_list_of_everything),
    "suggestions on an entry": (KINDS["practice"], with_suggestions),
    "search on an entry": (KINDS["practice"], with_panel),
    "link to one's own list in the head": (KINDS["practice"], with_own_list),
    "suggestions on the home page": ("index.html", with_suggestions),
    "search on the home page": ("index.html", with_panel),
    "hint of the way out": ("index.html", with_hint),
    "large text, entry": (KINDS["resource"], with_large_text),
    "large text, home": (KINDS["home"], with_large_text),
}


@pytest.mark.parametrize("act", ACTS)
def test_pages_in_use(axe_page: Page, served: str, act: str, seen: dict[str, set[str]]) -> None:
    path, do = ACTS[act]
    for window in (NARROW, WIDE):
        first, *others = [state for state in STATES if STATES[state][0] == window]
        if window == NARROW or do == with_facets:  # in another place then
            show(axe_page, f"{served}/{path}", *STATES[first])
            do(axe_page)
        else:
            reshape(axe_page, *STATES[first])
        found = [*findings(axe_page, seen=seen[first]), *axe_page.evaluate(TOO_WIDE)]
        for state in others:
            reshape(axe_page, *STATES[state])
            found += faint_texts(axe_page, seen[state])
        assert found == [], first


@pytest.mark.parametrize("kind", ["home", "search", "form"])
def test_what_has_nothing_to_say_yet_says_nothing(axe_page: Page, served: str, kind: str) -> None:
    """The screen reader Orca says "status bar" of an empty one."""
    show(axe_page, f"{served}/{KINDS[kind]}" + "#new=resource" * (kind == "form"), WIDE, {})
    expect(axe_page.locator("[aria-live]:empty")).not_to_have_count(0)
    expect(axe_page.get_by_role("status")).to_have_count(0)


STOPS = 160  # more than all facets of the list of everything
_FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at);
  const box = at.getClientRects()[0]; // the first line of a link that has two
  // Who can't hit a box to tick may hit its label: both are one target.
  const target = (at.closest("label") || at).getBoundingClientRect();
  const middle = document.elementFromPoint(
    Math.min(innerWidth - 1, Math.max(0, box.left + Math.min(box.width, 12) / 2)),
    box.top + Math.min(box.height, 12) / 2);
  return {
    name: at.outerHTML.slice(0, 120),
    // Without a style, newer versions of Chromium give the width that it would have.
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    hidden: !(middle && (at.contains(middle) || middle.contains(at))),
    small: target.height < 24
      && at.matches(".tab, .leave a, button, input, select, summary, .letters a, .skip"),
  };
}"""

# What had the focus as each Tab was pressed, and nothing after the page or the element to end at.
_NOTE_STOPS = f"""(last) => {{
  let isOver = false;
  window.stops = [];
  addEventListener("keydown", ({{ key }}) => {{
    if (key !== "Tab") return;
    window.stops.push(isOver ? null : ({_FOCUSED})());
    isOver ||= document.activeElement === last;
  }}, true);
}}"""


def stops_of(page: Page, last: ElementHandle | None = None) -> list[dict[str, Any]]:
    """Where Tab leads while it is held: asking after each stop would take most of the time."""
    page.evaluate(_NOTE_STOPS, last)
    stops: list[Any] = []
    while len(stops) < STOPS and None not in stops:
        for _ in range(8):
            page.keyboard.down("Tab")
        stops = page.evaluate("stops")[1:]
    page.keyboard.up("Tab")
    return stops[: stops.index(None)] if None in stops else stops


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", ["home", "resource", "instrument", "search", "browse"])
def test_the_keyboard_goes_everywhere_in_sight(
    axe_page: Page, served: str, kind: str, width: int
) -> None:
    page = axe_page
    window: ViewportSize = {"width": width, "height": 640}
    show(page, f"{served}/{KINDS[kind]}", window, {"reduced_motion": "reduce"})
    if kind == "browse":
        expect(page.locator("#browse--status")).to_be_visible()
    if kind == "search":
        # The field is focused from the start: move back to before the first stop.
        expect(page.locator("#search--field")).to_be_focused()
        page.evaluate("document.body.tabIndex = -1, document.body.focus()")
    stops = stops_of(page)
    assert "page--content" in stops[0]["name"]
    assert "data-leave" in stops[1]["name"]
    assert [stop["name"] for stop in stops if stop["outline"] < 2] == []
    assert [stop["name"] for stop in stops if stop["hidden"]] == []
    assert [stop["name"] for stop in stops if stop["small"]] == []


def test_buttons_beside_a_heading_that_gets_the_focus_show_it(axe_page: Page, served: str) -> None:
    page = axe_page
    show(page, f"{served}/{KINDS['practice']}", NARROW, {})
    with_panel(page)
    page.keyboard.press("Tab")
    stops = [page.evaluate(_FOCUSED)]
    page.get_by_role("button", name="Narrow down").press("Enter")
    page.locator(".filters-done").focus()
    stops.append(page.evaluate(_FOCUSED))
    assert [stop["name"] for stop in stops if stop["outline"] < 2] == []


TWO_FILTERS = "#pillars=prosecution,protection"
TWO_LONG_FILTERS = "#themes=international-cooperation,supply-chains"
MANY_FILTERS = (
    f"{TWO_FILTERS},prevention"
    "&audiences=policymakers,law-enforcement,prosecutors-judges,service-providers,researchers"
)


# On a phone, filters stand on lines of their own, which makes the bar taller; so do many elsewhere.
@pytest.mark.parametrize(
    ("width", "filters"),
    [
        (320, ""),
        (320, TWO_FILTERS),
        (655, TWO_LONG_FILTERS),
        (655, MANY_FILTERS),
        (1280, ""),
        (1280, TWO_FILTERS),
    ],
)
def test_the_keyboard_goes_back_through_results_in_sight(
    axe_page: Page, served: str, width: int, filters: str
) -> None:
    page = axe_page
    window: ViewportSize = {"width": width, "height": 560}
    show(page, f"{served}/search.html{filters}", window, {"reduced_motion": "reduce"})
    with_results(page)
    links = page.locator(".result-link:visible")
    assert links.count() > 5
    links.last.focus()
    page.keyboard.down("Shift")
    stops = stops_of(page, links.first.element_handle())
    page.keyboard.up("Shift")
    assert links.first.evaluate("one => one.outerHTML").startswith(stops[-1]["name"])
    assert len(stops) >= links.count() - 1
    assert [stop["name"] for stop in stops if stop["hidden"]] == []
