"""Long lists open with twenty entries, and hide nothing from readers who look for more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import WINDOW, serve, watch
from tests.checkouts import made_once, make_checkout
from tests.content_case import lay_base
from tests.whole_site.axe import findings, show

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]
THEME = "themes/investigation.html"
CHECKS = "contribute/checks.html"
ROW = "coverage/themes-audiences/investigation.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with 70 more guides, some by ICAT itself, and 30 more practices on one theme."""
    return made_once(tmp_path_factory, "folding", _make) / "site"


def _make(folder: Path) -> None:
    folder.mkdir()
    docs = lay_base(folder)
    with (docs / "registers/organisations.yml").open("a", encoding="utf-8") as register:
        register.write("- {id: icat, name: The Group, abbreviation: ICAT, kind: group}\n")
    for path, count in (("prevention/resources/guide", 70), ("protection/practices/shelter", 30)):
        whole = (docs / f"{path}.md").read_text(encoding="utf-8")
        lines = [line for line in whole.splitlines() if not line.startswith("url: ")]
        for number in range(count):
            new = [
                f"title: Copy {number} of it" if line.startswith("title: ") else line
                for line in lines
            ]
            new = [
                "themes: [investigation]" if line.startswith("themes: ") else line for line in new
            ]
            if number < 25 and path.endswith("guide"):
                new = [
                    "organisations: [icat]" if line.startswith("organisations: ") else line
                    for line in new
                ]
            text = "\n".join(new) + "\n"
            if number >= 64:  # three by each of two bodies, for the same readers
                text = text.replace("[investigation]", "[investigation, hotlines]")
                text = text.replace("[unodc]", "[unodc]" if number % 2 else "[iom]")
            (docs / f"{path}-{number}.md").write_text(text, encoding="utf-8")
    make_checkout(folder).build()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Chromium starts a process for each page opened from disk."""
    with serve(site) as served:
        yield served


@pytest.fixture
def theme(page: Page, address: str) -> Page:
    """A page with the list that everything is on."""
    page.goto(f"{address}/{THEME}")
    return page


def shown(page: Page) -> int:
    return page.locator(".cards > li:visible").count()


def tell(page: Page, event: str) -> None:
    page.evaluate("name => window.dispatchEvent(new Event(name))", event)


def expect_nothing_hidden_is_read(page: Page) -> None:
    """Folded items and regions are not read as empty, until the browser's search finds one."""
    folded = page.locator("main [hidden=until-found]")
    assert folded.count() > 5
    devtools = page.context.new_cdp_session(page)
    nodes = devtools.send("Accessibility.getFullAXTree")["nodes"]
    devtools.detach()
    empty = [one for one in nodes if not one["ignored"] and not one["childIds"]]
    assert not [one for one in empty if one["role"]["value"] in {"listitem", "region"}]
    found = folded.first
    found.evaluate("one => one.setAttribute('data-found', '')")
    # As the browser's own search does.
    found.evaluate("one => one.dispatchEvent(new Event('beforematch', { bubbles: true }))")
    found.evaluate("one => one.removeAttribute('hidden')")
    expect(page.locator("[data-found]")).not_to_have_attribute("aria-hidden", "true")


def test_axe_finds_nothing_in_folded_and_opened_lists(axe_page: Page, address: str) -> None:
    seen: set[str] = set()
    for path in (THEME, f"{CHECKS}#unknown-term", ROW, "joint-works.html", "opportunities.html"):
        show(axe_page, f"{address}/{path}", WINDOW, {})
        assert axe_page.locator("button.fold").count(), path
        assert findings(axe_page, seen=seen) == [], path
        if path in (THEME, ROW):
            axe_page.locator("button.fold").evaluate_all("all => all.forEach((one) => one.click())")
            assert findings(axe_page, seen=seen) == [], f"{path}, opened"


@pytest.mark.painted
def test_a_list_opens_with_twenty_and_shows_all_on_demand(theme: Page) -> None:
    assert shown(theme) == 20
    assert theme.evaluate("document.documentElement.scrollHeight") < 8000
    before = theme.locator(".cards > li").count()
    assert before > 90
    assert theme.locator(".folded").count()
    for line in theme.locator(".folded").all():
        heading = line.locator("h2, h3, h4").inner_text()
        expect(line.get_by_role("button")).to_have_accessible_name(f"Show {heading}")
    for _ in range(theme.locator("button.fold").count()):
        theme.locator("button.fold:visible").first.click()
        expect(theme.locator(":focus")).to_have_js_property("tagName", "A")
    assert shown(theme) == before
    assert theme.locator("button.fold:visible").count() == 0


def test_the_folded_list_is_found_by_links_and_whole_on_paper(theme: Page) -> None:
    anchor = theme.locator("[data-fold] h2[id], [data-fold] h3[id]").last.get_attribute("id")
    _, complaints = watch(theme)
    theme.evaluate("location.hash = '#100%'")
    theme.evaluate("anchor => { location.hash = anchor }", anchor)
    theme.wait_for_function(
        "() => document.querySelectorAll('.cards > li:not([hidden])').length > 20", polling=20
    )
    assert complaints == []
    expect_nothing_hidden_is_read(theme)
    inside = theme.locator("main details a").first
    assert not inside.is_visible()
    theme.emulate_media(media="print")
    assert inside.is_visible()
    theme.emulate_media(media="screen")
    assert not inside.is_visible()
    tell(theme, "beforeprint")
    assert shown(theme) == theme.locator(".cards > li").count()
    expect(theme.locator("main [aria-hidden]")).to_have_count(0)
    assert inside.is_visible()
    tell(theme, "afterprint")
    assert not inside.is_visible()


@pytest.mark.painted
def test_of_long_sections_some_are_open_and_the_one_that_a_link_leads_to(
    page: Page, address: str
) -> None:
    checks = f"{address}/{CHECKS}"
    page.goto(f"{checks}#unknown-term")
    visible = page.locator(".checks > section:visible")
    expect(page.locator("#unknown-term")).to_be_in_viewport()
    assert visible.count() == 5
    page.goto("about:blank")
    page.goto(checks)
    assert visible.count() == 4
    assert page.evaluate("document.documentElement.scrollHeight") < 8000
    page.locator(".terms a", has_text="unknown-term").click()
    expect(page.locator("#unknown-term")).to_be_in_viewport()
    assert visible.count() == 5
    expect_nothing_hidden_is_read(page)
    page.locator("button.fold").click()
    assert visible.count() == page.locator(".checks > section").count()
    expect(page.locator("main [aria-hidden]")).to_have_count(0)


def test_what_a_reader_opened_is_open_on_the_way_back(theme: Page) -> None:
    """Also where what it says as it is left is lost: Firefox may keep a page, then drop it."""
    theme.locator("main details summary").first.press("Enter")
    opened = 0
    for loses in (False, True):
        theme.locator("button.fold:visible").last.press("Enter")
        opened = theme.locator("main a:visible").count()
        if loses:
            theme.evaluate("addEventListener('click', () => (history.replaceState = () => {}))")
        theme.locator(".cards > li:visible a.title").last.press("Enter")
        theme.wait_for_url("**/resources/*.html")
        theme.go_back(wait_until="load")
        expect(theme.locator("main a:visible")).to_have_count(opened)
    theme.goto(theme.url.replace("investigation", "hotlines"))
    theme.goto(theme.url.replace("hotlines", "investigation"))
    assert theme.locator("main a:visible").count() < opened, "not where the reader was not"


def test_further_columns_of_a_coverage_row_wait_under_their_headings(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/{ROW}")
    column = page.locator("section:has(> .folded h2)").first
    expect(column.locator("h2")).to_be_visible()
    assert column.locator("li:visible").count() == 0
    column.get_by_role("button").press("Enter")
    assert column.locator("li:visible").count() == column.locator("li").count()
    expect_nothing_hidden_is_read(page)
    tell(page, "beforeprint")
    expect(page.locator("main [aria-hidden]")).to_have_count(0)


def test_without_script_everything_is_open(address: str, scriptless: Page) -> None:
    scriptless.goto(f"{address}/{THEME}")
    assert shown(scriptless) == scriptless.locator(".cards > li").count()
    assert scriptless.locator("button.fold").count() == 0


def test_joint_works_open_short_and_whole_on_paper(page: Page, address: str) -> None:
    page.goto(f"{address}/joint-works.html")
    expect(page.locator(".lines > li:visible")).to_have_count(20)
    themes = page.locator(".ways > div")
    expect(themes).to_be_hidden()
    page.evaluate("location.hash = 'by-theme'")
    expect(themes).to_be_visible()
    tell(page, "beforeprint")
    assert page.locator(".lines > li:visible").count() == 25


# In place of the sections, some of them twice: six, and seven.
FEWER = """() => document.querySelectorAll("[data-fold=sections]").forEach((one) => {
  for (const count of [6, 7]) {
    const copy = one.cloneNode(true);
    while (copy.children.length > count) copy.lastChild.remove();
    one.before(copy);
  }
  one.remove();
})"""


def test_of_what_could_be_done_together_some_is_open(page: Page, address: str) -> None:
    """Unless a button would show only one or two more."""
    fold = f"{address}/assets/fold.js"
    page.route(fold, lambda route: route.abort())
    page.goto(f"{address}/opportunities.html")
    page.unroute(fold)
    page.evaluate(FEWER)
    page.add_script_tag(url=fold)
    few = page.locator("[data-fold=sections]").all()
    assert [part.locator(".opportunity:visible").count() for part in few] == [6, 4]
    page.reload()
    sections = page.locator(".opportunity")
    assert sections.count() == 9
    assert page.locator(".opportunity:visible").count() == 4
    assert page.locator(".browse-tools").count() == 1
    page.locator("[data-fold=sections] + button.fold").press("Enter")
    assert page.locator(".opportunity:visible").count() == 9
