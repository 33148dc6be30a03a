"""The list of everything, and its facets: narrowed, sorted, taken along, by keyboard too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.checkouts import entry_files
from tests.exports.readers import read_csv
from tests.search.test_browser import ready
from tests.whole_site.test_search import GO_TO

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]


AFTER_TITLE = r" superseded or withdrawnHandbook or manual \| 2009 \| IOM, LSHTM, UN\.GIFT$"
AS_A_PAST_WORK = """(title) => {
  Object.assign(toolkitSearch.documents.find((one) => one.title === title),
    { titled: "es", lang: "fr", past: true });
  toolkitSearch.header().texts["facts.dot"] = " | ";
}"""


def facts_of(lines: Locator) -> list[str]:
    return lines.locator(".facts").all_inner_texts()


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_browse_combines_sorts_and_is_taken_along(page: Page, base: str) -> None:
    page.goto(f"{base}/browse.html#types=handbook")
    status = page.locator("#browse--status")
    expect(status).to_have_text(re.compile(r"^\d+ entries$"))
    expect(page.get_by_text("Tick entries to keep them for a list of your own.")).to_be_visible()
    count = int((status.text_content() or "").split()[0])
    lines = page.locator("[data-browse] .lines > li")
    assert lines.count() == count
    titles = lines.locator("a").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold)
    expect(page.locator("[data-browse-plain]").first).to_be_hidden()
    for order, sign in (("oldest", 1), ("newest", -1)):
        page.get_by_label("Sort by").select_option(order)
        years = [int(one) for one in re.findall(r"\b(?:19|20)\d\d\b", " ".join(facts_of(lines)))]
        shown = [*zip(years, lines.locator("a").all_inner_texts(), strict=True)]
        assert shown == sorted(shown, key=lambda one: (sign * one[0], one[1].casefold()))
    assert sorted(lines.locator("a").all_inner_texts()) == sorted(titles)
    page.evaluate(AS_A_PAST_WORK, titles[0])
    page.get_by_label("Sort by").select_option("oldest")
    line = lines.filter(has_text=titles[0])
    expect(line).to_contain_text(re.compile(AFTER_TITLE))
    for name, value in (("lang", "es"), ("dir", "auto")):
        expect(line.locator("a")).to_have_attribute(name, value)
    page.get_by_role("button", name="Take this list").press("Enter")
    with page.expect_download() as download:
        page.get_by_role("button", name="For spreadsheets (CSV)").press("Enter")
    rows = read_csv(Path(download.value.path()).read_bytes())
    assert sorted(row["title"] for row in rows) == sorted(titles)
    assert not [row for row in rows if "file:" in "".join(row.values())]
    page.locator(".chips button").first.press("Enter")
    expect(status).not_to_have_text(f"{count} entries")
    # No words were typed that could be corrected.
    page.goto(f"{base}/browse.html#types=handbook&evidence=evaluated")
    expect(status).to_have_text("0 entries")


def test_a_list_without_entries_is_neither_ticked_nor_taken(page: Page, served: str) -> None:
    page.goto(f"{served}/browse.html#types=handbook&evidence=evaluated")
    expect(page.locator("#browse--status")).to_have_text("0 entries")
    tick, take = page.get_by_text("Tick entries to keep them"), page.get_by_text("Take this list")
    expect(tick).to_be_hidden()
    expect(take).to_be_hidden()
    page.locator(".chips button").first.press("Enter")
    expect(tick).to_be_visible()
    expect(take).to_be_visible()


def test_a_list_says_what_it_does_not_know_of_an_address(page: Page, served: str) -> None:
    """A region without entries, in a link from elsewhere, listed all entries without a word."""
    status = page.locator("#browse--status")
    for fragment, said in (
        (
            "regions=polynesia",
            r"^Part of the address is not a filter of this list, .* \d\d+ entries$",
        ),
        ("types=handbook&sort=newest", r"^\d+ entries$"),
        ("types=handbook,unknown", r"^Part of the address .* \d+ entries$"),
    ):
        page.goto(f"{served}/browse.html#{fragment}")
        expect(status).to_have_text(re.compile(said))
    page.locator(".chips button").first.press("Enter")
    expect(status).to_have_text(re.compile(r"^\d+ entries$"))


def test_names_with_commas_are_told_apart_in_lines(page: Page, served: str) -> None:
    """In "Labour, Norway, ILO", there may be two bodies or three."""
    page.goto(f"{served}/browse.html")
    lines = page.locator("[data-browse] .lines > li")
    expect(lines.first).to_be_visible()
    for partners, said in (
        (["Labour, Norway", "ILO"], "Labour, Norway; ILO"),
        (["Labour", "ILO"], "Labour, ILO"),
    ):
        page.evaluate(
            """(partners) => toolkitSearch.documents.forEach((one) => {
              one.partners = partners;
              one.facets = one.facets.map(() => []);
            })""",
            partners,
        )
        assert page.evaluate("toolkitSearch.factsOf(0).pop()") == said


def test_a_list_that_the_browser_kept_is_as_long_as_it_was(page: Page, served: str) -> None:
    page.goto(f"{served}/browse.html")
    more = page.get_by_role("button", name="Show more")
    more.press("Enter")
    lines = page.locator("[data-browse] .lines > li")
    expect(lines.nth(20).locator("a")).to_be_focused()
    more.press("Enter")
    count = lines.count()
    assert count > 40
    expect(more).to_be_hidden()
    # Neither places for what is unknown, nor more than three of five bodies.
    for title, facts in (
        ("IRIS: ", "Website or platform · IOM"),
        ("Belgium: ", "Practice, reported · since 1994 · PAG-ASA, Payoke, Sürya"),
    ):
        expect(lines.filter(has_text=title).locator(".facts")).to_have_text(facts)
    box = lines.last.get_by_role("checkbox")
    box.press("Space")
    page.evaluate("""["pagehide", "pageshow"].forEach((name) =>
        dispatchEvent(new PageTransitionEvent(name, { persisted: true })))""")
    expect(lines).to_have_count(count)
    expect(box).to_be_checked()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#pillars")).to_be_visible()  # as nothing was chosen
    page.get_by_label("Sort by").select_option("oldest")
    expect(lines.first.locator(".facts")).to_contain_text("since 1994")  # not one without a year


@pytest.mark.painted
def test_the_place_in_a_list_is_known_without_what_is_said_on_the_way(
    page: Page, served: str
) -> None:
    """Firefox loses that if it keeps a page for "back" and drops it later."""
    page.goto(f"{served}/browse.html")
    page.locator("[data-browse] .search-more").click()
    lines = page.locator("[data-browse] .lines > li")
    count = lines.count()
    page.evaluate("addEventListener('click', () => (history.replaceState = () => {}))")
    lines.nth(25).locator("a").click()
    expect(page.locator("article.entry")).to_be_visible()
    page.go_back()
    expect(lines).to_have_count(count)
    expect(lines.nth(25)).to_be_in_viewport()


@pytest.mark.painted
@pytest.mark.parametrize(
    ("base", "path", "list_of"),
    [
        ("http", "search.html", "#search--results > li"),
        ("file", "browse.html", "[data-browse] .lines > li"),
    ],
    indirect=["base"],
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
    status = page.locator("#search--status, #browse--status")
    before = status.text_content() or ""
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


def test_the_field_above_the_list_answers_too(page: Page, served: str) -> None:
    page.goto(f"{served}/browse.html")
    status = page.locator("#browse--status")
    expect(status).to_be_visible()
    page.locator("#search--field").fill("hotline")
    expect(page.get_by_role("listbox").get_by_role("option").last).to_be_visible()
    page.locator("#search--field").press("Enter")
    expect(page.locator("#search--results li").first).to_be_visible()
    page.get_by_role("button", name="Close").press("Enter")
    page.get_by_label("Sort by").select_option("newest")
    expect(status).to_be_visible()
    # From a list of one's own to itself.
    page.locator("[data-browse] .lines .keep").first.press("Space")
    page.evaluate(GO_TO, "mine")
    expect(status).to_have_text("1 entry")
    mine = page.get_by_role("button", name="My list (1)", pressed=True)
    expect(mine).to_be_focused()
    for order in ("newest", "title"):  # then the address is that of the link already
        page.get_by_label("Sort by").select_option(order)
        page.locator("#search--field").fill("hotline")
        page.locator("#search--field").press("Enter")
        page.get_by_role("link", name="My list (1)").press("Enter")
        expect(mine).to_be_focused()


def test_entries_that_are_no_longer_there_are_not_counted(page: Page, served: str) -> None:
    """The site was published anew while the reader's tab was open."""
    page.goto(f"{served}/browse.html")
    page.evaluate("window.name = 'toolkit prevention/resources/renamed'")
    page.reload()
    boxes = page.locator("[data-browse] .lines .keep")
    expect(boxes.first).to_be_visible()
    mine = page.locator("[data-browse] [data-mine]")
    expect(mine).to_be_hidden()
    boxes.first.press("Space")
    expect(mine).to_have_text("My list (1)")
    mine.press("Enter")
    expect(page.locator("#browse--status")).to_have_text("1 entry")
    expect(mine).to_have_text("My list (1)")
    page.locator("#search--field").fill("hotline")
    page.locator("#search--field").press("Enter")
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()


def test_without_scripts_the_search_leads_to_a_list_of_all(scriptless: Page, served: str) -> None:
    scriptless.goto(f"{served}/search.html")
    expect(scriptless.locator("#search--field")).to_be_hidden()
    scriptless.locator("main").get_by_role("link", name="Browse").first.click()
    scriptless.wait_for_url("**/browse.html")
    expect(scriptless.locator("[data-browse]")).to_be_hidden()
    assert scriptless.locator("main .lines a").count() >= len(entry_files()) > 40
