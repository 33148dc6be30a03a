"""The sample's site in Chromium, from a server and from disk."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.search.test_browser import ready
from tests.whole_site.pages import KINDS
from tests.whole_site.test_leaving import IN_SIGHT

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]


_FIRST_LINKS = "(found) => found.map((one) => one.querySelector('a').pathname)"


# Whether a task of the sample answers: tasks come before the entries that they choose from.
@pytest.mark.parametrize(
    ("base", "query", "has_task"),
    [("http", "hotline", False), ("file", "child victims", True)],
    indirect=["base"],
)
def test_search_answers_with_tasks_and_leads_to_an_entry(
    page: Page, base: str, query: str, *, has_task: bool
) -> None:
    page.goto(f"{base}/index.html")
    page.get_by_role("link", name="Search").first.press("Enter")
    ready(page)
    page.locator("#search--field").fill(query)
    results = page.locator("#search--results li")
    expect(results.first).to_be_visible()
    status = page.locator("#search--status")
    expect(status).to_contain_text("result")
    kinds = [path.split("/")[-2] for path in results.evaluate_all(_FIRST_LINKS)]
    assert set(kinds) <= {"tasks", "practices", "resources"}
    assert ("tasks" in kinds) is has_task
    tasks = kinds.count("tasks")
    assert kinds[:tasks] == ["tasks"] * tasks
    link = results.nth(tasks).get_by_role("link").first
    title = link.inner_text()
    link.press("Enter")
    expect(page.locator("h1")).to_have_text(title)
    assert f"/{kinds[tasks]}/" in page.url


def test_the_keyboard_reaches_the_content_first(page: Page, served: str) -> None:
    page.goto(f"{served}/index.html")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.evaluate(IN_SIGHT)
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(location.hash).localName") == "main"


def test_a_citation_ends_with_the_date_of_the_copy(page: Page, served: str) -> None:
    page.goto(f"{served}/{KINDS['practice']}")
    cited = page.locator(".cite").last
    expect(cited).to_have_text(re.compile(r" \S+ \[Copy dated 25 November 2026\.\]$"))
    files = page.get_by_role("paragraph").filter(has_text="BibTeX")
    expect(files).to_have_text(re.compile("BibTeX, RIS$"))


def test_no_item_of_the_navigation_is_empty_for_screen_readers(page: Page, served: str) -> None:
    for path in ("index.html", KINDS["search"], KINDS["practice"]):
        page.goto(f"{served}/{path}")
        items = page.get_by_role("banner").get_by_role("navigation").get_by_role("listitem")
        assert items.count() >= 4
        assert all(item.locator("a:visible").count() == 1 for item in items.all()), path
    trail = page.get_by_role("navigation", name="You are here")
    assert "/" not in re.sub("/url: .*", "", trail.aria_snapshot())


def test_focus_and_what_is_pressed_are_seen_in_colours_of_the_reader(
    page: Page, served: str
) -> None:
    """Shadows are not, and colours say nothing."""
    lines = """one => ["borderWidth", "outlineStyle", "outlineWidth", "outlineOffset"].map(
      (name) => getComputedStyle(one)[name])"""
    page.emulate_media(forced_colors="active")
    page.goto(f"{served}/{KINDS['practice']}")
    tab = page.locator(".tab[aria-current]")
    before = tab.evaluate(lines)
    tab.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(tab).to_be_focused()
    assert tab.evaluate(lines) != before
    page.goto(f"{served}/browse.html")
    mark = "getComputedStyle(document.querySelector('.wordmark'), '::before').backgroundImage"
    assert "gradient" in page.evaluate(mark)
    page.get_by_role("checkbox", name="Keep for my list").first.press("Space")
    mine = page.get_by_role("button", name="My list (1)")
    size = "one => [one.offsetWidth, one.offsetHeight]"
    before, room = mine.evaluate(lines), mine.evaluate(size)
    mine.evaluate("one => one.click()")  # the focus would show, too
    expect(mine).to_have_attribute("aria-pressed", "true")
    assert mine.evaluate(lines) != before
    assert mine.evaluate(size) == room, "nothing moves"


@pytest.mark.parametrize(
    ("path", "above", "below", "room"),
    [
        ("index", "main .two", "main .prose h2 >> nth=0", 31),
        ("browse", ".search-more", ".search-more + .browse-tools", 6),
        ("coverage/themes-audiences", ".coverage", ".coverage-key", 6),
    ],
)
def test_parts_of_a_page_stand_apart(
    page: Page, served: str, path: str, above: str, below: str, room: int
) -> None:
    page.goto(f"{served}/{path}.html")
    upper = page.locator(above).bounding_box()
    lower = page.locator(below).bounding_box()
    assert upper
    assert lower
    assert lower["y"] - (upper["y"] + upper["height"]) >= room


def test_long_addresses_break_in_older_browsers(page: Page, served: str) -> None:
    """Safari before 15.4 doesn't support `overflow-wrap: anywhere`."""

    def as_known(route: Route) -> None:
        style = route.fetch().text()
        assert "overflow-wrap:anywhere" in style
        route.fulfill(body=style.replace("overflow-wrap:anywhere", ""), content_type="text/css")

    page.route("**/assets/style.css", as_known)
    page.set_viewport_size({"width": 320, "height": 800})
    for kind in ("resource", "practice", "joint work"):
        page.goto(f"{served}/{KINDS[kind]}")
        assert page.evaluate("document.documentElement.scrollWidth") == 320, kind


def test_the_panels_of_an_entry_stand_together(site: Path, page: Page) -> None:
    page.goto(f"{site.as_uri()}/{KINDS['practice']}")
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        panels = [panel.bounding_box() for panel in page.locator(".entry-side > .panel").all()]
        side = page.locator(".entry-side").bounding_box()
        assert len(panels) == 3
        assert side
        last = side["y"]
        for panel in panels:
            assert panel
            assert panel["y"] - last < 40, width
            last = panel["y"] + panel["height"]


# How many terms each list hides.
HIDDEN = """(lists) => lists.map((one) => one.querySelectorAll("li[hidden]").length)"""


def test_a_table_is_where_it_was_on_the_way_back(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(f"{served}/coverage/themes-audiences.html")
    table = page.locator(".coverage")
    table.evaluate("one => one.scrollTo(60, 40)")
    where = "one => [one.scrollLeft, one.scrollTop]"
    before = table.evaluate(where)
    assert before[0] == 60
    table.locator("tbody a").last.evaluate("one => one.click()")
    page.wait_for_url("**/coverage/themes-audiences/**")
    page.go_back(wait_until="load")
    assert table.evaluate(where) == before


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_table_wider_than_the_page_keeps_its_totals_in_sight(
    page: Page, served: str, direction: str
) -> None:
    """Cut off between two columns, it did not look as if it went on."""
    page.set_viewport_size({"width": 1000, "height": 800})
    page.goto(f"{served}/coverage/themes-audiences.html")
    outside = page.locator(".coverage").evaluate(
        """(box, direction) => {
          document.dir = direction;
          if (box.scrollWidth <= box.clientWidth) return "fits";
          const { left, right } = box.getBoundingClientRect();
          return [...box.querySelectorAll("tr > :last-child")].filter((one) => {
            const cell = one.getBoundingClientRect();
            return cell.left < left || cell.right > right || cell.width > 80;
          }).length;
        }""",
        direction,
    )
    assert outside == 0


def test_a_long_heading_of_a_column_stays_in_its_column(page: Page, served: str) -> None:
    page.goto(f"{served}/coverage/themes-audiences.html")
    assert page.locator(".coverage thead a").first.evaluate(
        """(link) => {
          link.textContent = "Migration and border officials, and consular officials ".repeat(2);
          const column = link.closest("th").getBoundingClientRect();
          const lines = [...link.getClientRects()];
          return lines.length > 3
            && lines.every((line) => line.left >= column.left && line.right <= column.right);
        }"""
    )


def test_no_term_waits_behind_a_button_as_tall_as_itself(page: Page, served: str) -> None:
    page.goto(f"{served}/browse.html")
    expect(page.locator(".fold:visible").first).to_be_visible()
    hidden = set(page.locator("[data-fold=terms] .terms").evaluate_all(HIDDEN))
    assert max(hidden) > 2
    assert not hidden & {1, 2}


def test_a_note_on_membership_stands_apart_and_what_is_due_comes_from_the_entries(
    page: Page, served: str
) -> None:
    page.goto(f"{served}/organisations/unodc.html")
    said = page.locator("dd", has_text="as far as this copy knows").inner_text()
    assert len(said.splitlines()) == 2
    page.goto(f"{served}/contribute/due.html")
    expect(page.locator("h1 ~ *").first).to_be_visible()
    expect(page.get_by_text("from its own tables")).to_have_count(0)
