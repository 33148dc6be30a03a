"""Pages that a reader's browser saved whole, opened again from a disk."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.whole_site.pages import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.unpainted, pytest.mark.slow]

# As browsers do it: what scripts made is in the page, its files are in one folder next to it under
# their own names, which Firefox marks, and links lead to where they led.
SAVE = """(mark) => {
  const saved = document.documentElement.cloneNode(true);
  const all = "script[src], link[rel=stylesheet], link[rel=icon]";
  const files = Array.from(saved.querySelectorAll(all), (one) => {
    const name = one.src === undefined ? "href" : "src";
    const { pathname } = new URL(one.getAttribute(name), location.href);
    one.setAttribute(name, pathname.replace(/.*\\/(.*)([.])/, `./Saved_files/$1${mark}$2`));
    return pathname.slice(1);
  });
  saved.querySelectorAll("a[href]").forEach((one) => {
    one.href = new URL(one.getAttribute("href"), location.href);
  });
  return ["<!doctype html>" + saved.outerHTML, files];
}"""


def save_and_open(page: Page, site: Path, folder: Path, mark: str = "") -> None:
    html, files = page.evaluate(SAVE, mark)
    (folder / "Saved_files").mkdir()
    for path in map(Path, files):
        shutil.copy(site / path, folder / "Saved_files" / f"{path.stem}{mark}{path.suffix}")
    (folder / "Saved.html").write_text(html, encoding="utf-8")
    page.goto((folder / "Saved.html").as_uri())


MADE = "#search--field, .fold, [hidden=until-found], [data-fold] .browse-tools, .entry [data-keep]"


@pytest.mark.parametrize(
    ("kind", "least"), [("home", 1), ("search", 1), ("browse", 50), ("theme", 2), ("resource", 2)]
)
def test_what_a_saved_page_cannot_do_is_not_in_it(
    page: Page, site: Path, served: str, tmp_path: Path, kind: str, least: int
) -> None:
    page.goto(f"{served}/{KINDS[kind]}")
    made = page.locator(MADE)
    assert made.count() >= least
    save_and_open(page, site, tmp_path)
    expect(page.locator("h1")).to_be_visible()
    expect(made).to_have_count(0)


@pytest.mark.parametrize("kind", ["home", "search", "browse", "resource"])
def test_results_in_a_saved_page_can_be_read_and_cover_nothing(
    page: Page, site: Path, served: str, tmp_path: Path, kind: str
) -> None:
    page.goto(f"{served}/{KINDS[kind]}")
    page.locator("#search--field").fill("shelter")
    page.locator("#search--field").press("Enter")
    choice = page.locator(".found").get_by_role("checkbox", name=re.compile(r"^Prosecution \d"))
    choice.press("Space")
    results = page.locator("#search--results .result-link")
    chosen = page.locator(".found .chips li")
    controls = page.locator("main").locator("button, input, select").filter(visible=True)
    expect(chosen).to_have_text("Prosecution ×")
    count = results.count()
    assert controls.count() > count > 0
    save_and_open(page, site, tmp_path)
    expect(chosen).to_have_text("Prosecution")
    expect(results.filter(visible=True)).to_have_count(count)
    expect(controls).to_have_count(0)
    expect(page.locator("h1").filter(has_not_text="Results")).to_be_visible()
    # Why the page has no search, and where to go instead.
    expect(page.locator(".search-off:visible")).to_have_count(int(kind in {"home", "search"}))


@pytest.mark.parametrize("kind", ["home", "search", "browse", "resource"])
def test_a_page_saved_in_one_file_has_all_that_needs_no_script(
    page: Page, served: str, tmp_path: Path, kind: str
) -> None:
    """As phones do it: no script runs in such a file, but what scripts had made is in it."""
    page.goto(f"{served}/{KINDS[kind]}")
    page.locator("#search--field").fill("shelter")
    page.locator("#search--field").press("Enter")
    results = page.locator("#search--results .result-link").filter(visible=True)
    expect(results.first).to_be_visible()
    found = results.count()
    devtools = page.context.new_cdp_session(page)
    saved = tmp_path / "Saved.mhtml"
    saved.write_text(devtools.send("Page.captureSnapshot")["data"], encoding="utf-8")
    devtools.detach()
    page.goto(saved.as_uri())
    expect(results).to_have_count(found)
    expect(page.locator("h1").filter(has_not_text="Results")).to_be_visible()
    expect(page.locator(":is(button, input, select):visible")).to_have_count(0)
    expect(page.locator("[data-leave]")).to_be_visible()
    expect(page.get_by_text("press Shift")).to_be_hidden()
    expect(page.locator(".site-head nav li").last).to_be_visible()
    expect(page.locator(".search-off:visible")).to_have_count(int(kind in {"home", "search"}))


@pytest.mark.parametrize("mark", ["", "_lgYQ"])
def test_a_saved_page_has_its_box_and_its_form_once(
    page: Page, site: Path, served: str, tmp_path: Path, mark: str
) -> None:
    for path, made in (
        ("about/accessibility.html", "[data-keep]"),
        ("contribute/write.html", ".write-ways"),
    ):
        page.goto(f"{served}/{path}")
        expect(page.locator(made)).to_have_count(1)
        save_and_open(page, site, tmp_path, mark)
        expect(page.locator(made)).to_have_count(1)
        shutil.rmtree(tmp_path / "Saved_files")
    # The form works: all that it needs to begin was saved.
    page.locator(".write-ways a").first.press("Enter")
    expect(page.locator("[data-write] input").first).to_be_visible()


def test_a_saved_page_is_left_for_one_that_is_there(
    page: Page, site: Path, served: str, tmp_path: Path
) -> None:
    page.goto(f"{served}/{KINDS['practice']}")
    save_and_open(page, site, tmp_path)
    page.locator("[data-leave]").first.press("Enter")
    page.wait_for_url("about:blank")
    assert page.evaluate("document.documentElement.textContent") == ""


def test_a_list_of_ones_own_is_in_a_saved_page(
    page: Page, site: Path, served: str, tmp_path: Path
) -> None:
    page.goto(f"{served}/browse.html")
    page.locator("[data-browse] .lines .keep").first.press("Space")
    page.get_by_role("button", name="My list (1)").press("Enter")
    lines = page.locator("[data-browse] .lines > li")
    expect(lines).to_have_count(1)
    save_and_open(page, site, tmp_path)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text("Loading the list")).to_have_count(0)
    expect(lines).to_have_count(1)
    expect(lines).to_be_visible()
