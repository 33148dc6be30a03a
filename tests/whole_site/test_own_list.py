"""One's own list is on all pages of the tab, and taken, and goes nowhere else."""

import functools
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browsers import hold, watch
from tests.exports.readers import read_csv, read_ris
from tests.whole_site.pages import BLANK, KINDS
from tests.whole_site.test_taking import lose, replace, take

pytestmark = [pytest.mark.browser, pytest.mark.unpainted]

MINE = re.compile(r"^My list \(")
# A function, since the pages' policy forbids evaluating an expression repeatedly.
PRINTED_ADDRESS = """() => {
    dispatchEvent(new Event("beforeprint"));
    return document.querySelector("[data-browse] .lines .external");
}"""


def test_ones_own_list_does_not_keep_a_list_from_being_taken(page: Page, served: str) -> None:
    """Both need the same script: on paper, a list of one's own has the addresses of its works."""
    page.goto(f"{served}/browse.html")
    page.locator("[data-browse] .lines .keep").first.press("Space")
    page.get_by_role("button", name="Take this list").press("Enter")
    expect(page.get_by_role("group", name="Take this list")).to_be_visible()
    with page.expect_response("**/data/lists/addresses.js"):
        page.get_by_role("button", name=MINE).press("Enter")
    assert len(read_csv(take(page, "For spreadsheets (CSV)"))) == 1
    lines = page.locator("[data-browse] .lines > li")
    expect(lines).to_have_count(1)
    page.get_by_role("button", name=MINE, pressed=True).press("Enter")
    expect(lines).to_have_count(20)
    expect(page.get_by_role("button", name=MINE, pressed=False)).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "fault", "event"),
    [("assets/take", lose, "requestfailed"), ("data/lists/addresses", replace, "pageerror")],
)
def test_addresses_for_paper_are_asked_for_again(
    page: Page, served: str, name: str, fault: Callable[[Route], None], event: str
) -> None:
    page.route(f"**/{name}.js", fault)
    page.goto(f"{served}/browse.html")
    page.locator("[data-browse] .lines .keep").evaluate_all(KEEP_ALL)
    mine = page.get_by_role("button", name=MINE)
    with page.expect_event(event):
        mine.press("Enter")
    page.unroute(f"**/{name}.js")
    mine.press("Enter")
    mine.press("Enter")
    page.wait_for_function(PRINTED_ADDRESS, polling=20)


KEEP_ALL = "boxes => boxes.forEach((one) => one.click())"


def keep(page: Page, title: str) -> None:
    page.get_by_role("checkbox", name=f"Keep for my list: {title}", exact=True).press("Space")


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_twenty_works_of_ones_own_list_are_taken_and_on_paper(page: Page, base: str) -> None:
    page.goto(f"{base}/browse.html")
    lines = page.locator("[data-browse] .lines > li")
    expect(lines).to_have_count(20)
    page.locator("[data-browse] .lines .keep").evaluate_all(KEEP_ALL)
    titles = lines.locator("a").all_inner_texts()
    page.goto(f"{base}/browse.html#mine")
    expect(page.get_by_role("button", name="My list (20)")).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(lines.locator("a")).to_have_text(titles)
    page.get_by_role("button", name="Take this list").press("Enter")
    ris = read_ris(take(page, "For reference managers (RIS)").decode())
    assert {title for title, *_ in ris.values()} == set(titles)
    rows = read_csv(take(page, "For spreadsheets (CSV)"))
    assert {row["id"] for row in rows} == ris.keys()
    # On paper only the list is shown.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(lines.last).to_be_visible()
    expect(page.locator("h1")).to_have_text("My list (20)")
    # With the address of each work, since links don't show theirs on paper.
    printed = page.locator("[data-browse] .lines .external").evaluate_all(
        "links => links.map((one) => getComputedStyle(one, '::after').content)"
    )
    addresses = [one for row in rows if (one := row["url"] or row["described_at"])]
    assert len(addresses) > 5
    assert sorted(printed) == sorted(f'" <{one}>"' for one in addresses)
    for hidden in ("#pillars", ".lead", "[data-browse] .keep >> nth=0", "text=Take this list"):
        expect(page.locator(hidden).first).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("[data-browse] .lines .external")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Browse")
    # Its name counts what is printed, if the list was narrowed.
    page.emulate_media(media="screen")
    page.get_by_role("checkbox", name=re.compile("^Prevention")).press("Space")
    expect(lines).not_to_have_count(20)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("h1")).to_have_text(f"My list ({lines.count()})")


# Boxes of the list that Firefox would write to the disk, as changed by the reader.
UNLIKE_DEFAULT = """Array.from(document.querySelectorAll("[data-keep]"))
    .filter((box) => box.checked !== box.defaultChecked).length"""


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_what_is_found_and_what_is_read_is_kept_on_all_pages_of_the_tab(
    page: Page, base: str
) -> None:
    requests, complaints = watch(page)
    page.goto(f"{base}/index.html")
    page.locator("#search--field").fill("labour inspection")
    page.locator("#search--field").press("Enter")
    links = page.locator("#search--results .result:has(.keep) .result-link")
    links.first.wait_for()
    titles = links.all_inner_texts()
    found, read = titles[0], titles[1]
    expect(page.get_by_role("link", name=MINE)).to_be_hidden()
    keep(page, found)
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()
    # By keyboard: excerpts that arrive move what is below, including the place one returns to.
    links.nth(1).press("Enter")
    page.get_by_role("checkbox", name="Keep for my list", exact=True).press("Space")
    expect(page.get_by_role("link", name="My list (2)")).to_be_visible()
    assert page.evaluate(UNLIKE_DEFAULT) == 0
    page.go_back()
    expect(page.get_by_role("checkbox", name=f"Keep for my list: {read}")).to_be_checked()
    assert page.evaluate(UNLIKE_DEFAULT) == 0
    expect(page.locator("#search--panel").get_by_role("link", name="My list (2)")).to_be_visible()
    page.get_by_role("button", name="Close the search").press("Enter")
    page.get_by_role("link", name="My list (2)").press("Enter")
    shown = page.locator("[data-browse] .lines > li > a")
    expect(shown).to_have_count(2)
    assert set(shown.all_inner_texts()) == {found, read}
    # It can be narrowed like any other list.
    terms = page.locator("[data-browse] .facets li").filter(has_text=re.compile(r" 1$"))
    assert {one[-2:] for one in page.locator(".facets li:visible").all_inner_texts()} <= {
        " 1",
        " 2",
    }
    terms.first.get_by_role("checkbox").press("Space")
    expect(shown).to_have_count(1)
    page.reload()
    expect(page.get_by_role("button", name="My list (2)", pressed=True)).to_be_visible()
    expect(shown).to_have_count(1)
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert [url for url in requests if not url.startswith((base, "blob:"))] == []
    assert complaints == []
    # Other tabs don't have it.
    other = page.context.new_page()
    other.goto(f"{base}/browse.html#mine")
    expect(other.get_by_text("Your list is in the tab in which you made it")).to_be_visible()


# Without that tab, which Chromium opens only from a window.
INTO_ANOTHER_TAB = """link => {
    link.addEventListener("click", (event) => event.preventDefault(), { once: true });
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true }));
}"""


def test_ones_own_list_is_no_other_hosts_and_comes_back(page: Page, base: str) -> None:
    elsewhere = re.compile("^https?://(?!127)")
    page.route(elsewhere, lambda route: route.fulfill(body="elsewhere"))
    handbook = f"{base}/prosecution/resources/ilo-handbook-labour-inspectors-2008.html"
    page.goto(handbook)
    page.get_by_role("checkbox", name="Keep for my list").press("Space")
    page.locator("main a.external").first.evaluate(INTO_ANOTHER_TAB)
    assert "/" in page.evaluate("window.name"), "this tab stays"
    tapped = page.evaluate(
        "() => { for (const query of ['main a.external', 'h1'])"
        " document.querySelector(query).click(); return window.name; }"
    )
    assert "/" not in tapped, "an impatient tap changes nothing"
    page.get_by_text("elsewhere").wait_for()
    assert "/" not in page.evaluate("window.name")
    page.go_back()
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()
    # A download leaves the page where it is, and the list with the reader who then steps back.
    download = {"content-disposition": "attachment; filename=a.pdf"}
    page.route(elsewhere, lambda route: route.fulfill(headers=download), times=1)
    page.goto(f"{base}/{KINDS['practice']}")
    page.goto(handbook)
    with page.expect_download():
        page.locator("main a.external").first.press("Enter")
    page.go_back()
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()
    page.get_by_role("checkbox", name="Keep for my list").press("Space")
    page.go_forward()
    expect(page.get_by_role("link", name="My list (2)")).to_be_visible()
    page.locator("[data-leave]").first.press("Enter")
    page.wait_for_url(lambda url: "ilo-handbook" not in url)
    page.goto(f"{base}/browse.html")
    page.locator("[data-browse] .lines li").first.wait_for()
    expect(page.get_by_role("button", name=MINE)).to_be_hidden()


@pytest.mark.slow
@pytest.mark.parametrize("begin", ["focus", "pointerdown"])
def test_a_list_that_a_download_left_encrypted_is_not_lost_by_a_search(
    page: Page, served: str, begin: str
) -> None:
    """By keyboard, or by a tap, which begins to load the search before it is a click."""
    download = {"content-disposition": "attachment; filename=a.pdf"}
    page.route(
        re.compile("^https?://(?!127)"), lambda route: route.fulfill(headers=download), times=1
    )
    page.goto(f"{served}/{KINDS['resource']}")
    page.get_by_role("checkbox", name="Keep for my list").press("Space")
    with page.expect_download():
        page.locator("main a.external").first.press("Enter")
    assert "/" not in page.evaluate("window.name")
    held = hold(page, "**/assets/search/engine.js")
    field = page.locator("#search--field")
    with page.expect_request("**/assets/search/engine.js"):
        field.evaluate("one => one.focus()") if begin == "focus" else field.dispatch_event(begin)
    if begin == "pointerdown":
        field.evaluate("one => (one.focus(), one.click())")
    field.fill("recommended principles commentary")
    held.pop().continue_()
    page.keyboard.press("Enter")
    expect(page.locator("#search--results .keep").first).to_be_checked()
    page.locator("#search--results .result:has(.keep) .result-link").nth(1).press("Enter")
    page.wait_for_url(re.compile("/(practices|resources)/(?!ohchr-commentary)"))
    expect(page.get_by_role("link", name="My list (1)")).to_be_visible()


def test_a_list_left_for_another_host_is_not_in_the_history_and_leaving_quickly_removes_it(
    page: Page, served: str
) -> None:
    """Browsers write the history to the disk, and bring closed tabs back from it."""
    page.route(re.compile("^https?://(?!127)"), lambda route: route.fulfill(body="elsewhere"))
    entry = f"{served}/{KINDS['resource']}"
    page.goto(entry)
    page.get_by_role("checkbox", name="Keep for my list").press("Space")
    page.evaluate("addEventListener('click', () => console.log(JSON.stringify(history.state)))")
    with page.expect_console_message() as said:
        page.locator("main a.external").first.press("Enter")
    assert "mine" in said.value.text
    assert "/resources/" not in said.value.text
    page.get_by_text("elsewhere").wait_for()
    page.goto(f"{served}/index.html")
    page.locator("[data-leave]").first.press("Enter")
    page.wait_for_url(lambda url: "index" not in url)
    page.evaluate("setTimeout(() => history.go(-2))")
    page.wait_for_url(entry)
    expect(page.get_by_role("checkbox", name="Keep for my list")).not_to_be_checked()
    assert page.evaluate("window.name") == ""


@pytest.mark.slow
def test_no_list_goes_along_if_the_browser_refuses_changes_of_the_history(
    page: Page, served: str
) -> None:
    page.route(re.compile("^https?://(?!127)"), lambda route: route.fulfill(body="elsewhere"))
    page.goto(f"{served}/{KINDS['resource']}")
    page.get_by_role("checkbox", name="Keep for my list").press("Space")
    page.evaluate("() => { history.replaceState = () => { throw new Error('as in Safari'); } }")
    page.locator("main a.external").first.press("Enter")
    page.get_by_text("elsewhere").wait_for()
    assert "/" not in page.evaluate("window.name")


@pytest.mark.slow
@pytest.mark.painted
@pytest.mark.parametrize(
    ("kind", "control", "stays"),
    [("resource", "[data-keep]", True), ("instrument", "main summary", False)],
)
def test_no_list_goes_along_if_the_page_is_used_while_another_host_is_on_its_way(
    page: Page, served: str, kind: str, control: str, stays: bool
) -> None:
    elsewhere = re.compile("^https")
    page.goto(f"{served}/{KINDS['resource']}")
    page.get_by_role("checkbox", name="Keep for my list").check()
    page.goto(f"{served}/{KINDS[kind]}")
    page.locator(control).first.scroll_into_view_if_needed()
    box = page.locator(control).first.bounding_box()
    assert box
    held = hold(page, "https://*/**")
    with page.expect_request(elsewhere):
        page.evaluate("document.querySelector('main a.external').click()")
    tap = functools.partial(page.mouse.click, box["x"] + 5, box["y"] + 5)
    if stays:  # what needs the list, instead of waiting
        with page.expect_event("requestfailed"):
            tap()
        expect(page.get_by_role("checkbox", name="Keep for my list")).not_to_be_checked()
        return
    tap()
    # Only if that host leads on to a third one does Chromium take the name of this moment.
    third = served.replace("127.0.0.1", "localhost") + f"/{BLANK}"
    held[0].fulfill(status=302, headers={"location": third})
    page.wait_for_url(third)
    assert "/" not in page.evaluate("window.name")


@pytest.mark.slow
def test_a_list_that_was_emptied_after_a_download_stays_empty(page: Page, served: str) -> None:
    elsewhere = re.compile("^https?://(?!127)")
    download = {"content-disposition": "attachment; filename=a.pdf"}
    page.route(elsewhere, lambda route: route.fulfill(headers=download))
    page.goto(f"{served}/index.html")
    page.goto(f"{served}/browse.html")
    page.locator("[data-browse] .lines > li input").first.press("Space")
    page.locator("[data-browse] .lines > li a").first.press("Enter")
    expect(page.get_by_role("checkbox", name="Keep for my list")).to_be_checked()
    with page.expect_download():
        page.locator("main a.external").first.press("Enter")
    page.go_back()
    page.locator("[data-browse] .lines > li input:checked").first.press("Space")
    for step in (page.reload, page.go_back):
        step()
        assert "/" not in page.evaluate("window.name")


@pytest.mark.painted
def test_ones_own_list_is_shown_taken_and_there_on_the_way_back(page: Page, served: str) -> None:
    page.goto(f"{served}/browse.html")
    lines = page.locator("[data-browse] .lines > li")
    lines.first.wait_for()
    expect(page.get_by_role("button", name=MINE)).to_be_hidden()
    titles = [lines.nth(at).locator("a").inner_text() for at in (0, 3, 5)]
    for title in titles:
        page.get_by_role("checkbox", name=f"Keep for my list: {title}", exact=True).check()
    page.get_by_role("checkbox", name=f"Keep for my list: {titles[1]}", exact=True).uncheck()
    # What was kept is said where the reader is, not at the top of the list.
    lines.last.scroll_into_view_if_needed()
    expect(page.get_by_role("button", name="My list (2)")).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="My list (2)").click()
    expect(lines).to_have_count(2)
    expect(lines.first).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Take this list").click()
    ris = read_ris(take(page, "For reference managers (RIS)").decode())
    assert {title for title, *_ in ris.values()} == {titles[0], titles[2]}
    assert "/" in page.evaluate("window.name"), "a file leads nowhere"
    lines.first.locator("a").click()
    expect(page.locator("article.entry")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("button", name="My list (2)")).to_be_visible()
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    mine = page.get_by_role("button", name="My list (2)")
    expect(mine).to_have_attribute("aria-pressed", "true")
    for title in (titles[0], titles[2]):
        keep(page, title)
    expect(page.get_by_role("button", name=MINE)).to_be_hidden()
    status = page.locator("#browse--status")
    expect(status).to_have_text(re.compile(r"^Your list is empty.* \d\d entries$"))
    expect(lines).to_have_count(20)
    expect(lines.first.locator("a")).to_be_focused()
    page.go_forward()
    expect(page.get_by_role("checkbox", name="Keep for my list")).not_to_be_checked()
