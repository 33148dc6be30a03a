"""The single HTML file: self-contained, no dead links, with scripts and without."""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import as_new, press_shift, unpainted_page, watch
from tests.editions.books.conftest import ADDRESS, Books
from tests.files import files_of
from tests.whole_site.axe import every_finding
from toolkit.editions.files.manifest import read_manifest

pytestmark = pytest.mark.slow

OWN = re.compile(r"(?:https?:|mailto:|about:blank$)")
FRAMES = "async () => { for (let n = 0; n < 20; n++) await new Promise(requestAnimationFrame); }"
ADDRESSES = ("src", "srcset", "action", "formaction", "poster", "data", "background", "cite")


@cache
def parsed(path: Path) -> Element:
    """The tree of a page that html5lib parses without errors."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def whole(books: Books) -> Element:
    return parsed(books.whole("html"))


def by_id(tree: Element, id_: str) -> Element:
    (found,) = (element for element in tree.iter() if element.get("id") == id_)
    return found


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def entry_of(tree: Element, id_: str) -> Element:
    (found,) = (
        element
        for element in tree.iter("article")
        if element.get("aria-labelledby") == f"entry--{id_}"
    )
    return found


@pytest.mark.parametrize("choice", ["whole", "part"])
def test_every_link_leads_to_a_place_in_the_file_or_names_another_host(
    books: Books, choice: str
) -> None:
    path = books.whole("html") if choice == "whole" else next(books.part.glob("*.html"))
    tree = parsed(path)
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    assert [id_ for id_, times in ids.items() if times > 1] == []
    hrefs = [str(element.get("href")) for element in tree.iter() if element.get("href")]
    assert len(hrefs) > 50
    assert [href for href in hrefs if href.startswith("#") and href[1:] not in ids] == []
    assert [href for href in hrefs if not href.startswith("#") and not OWN.match(href)] == []
    for name in ("aria-labelledby", "aria-describedby", "for"):
        named = [one for element in tree.iter() for one in element.get(name, "").split()]
        assert [one for one in named if one not in ids] == []


def test_a_task_leads_to_its_choices_and_they_to_the_task(books: Books) -> None:
    tree = whole(books)
    (task,) = (
        element
        for element in tree.iter("article")
        if element.get("aria-labelledby") == "tasks--inspect-a-workplace"
    )
    said = text_of(task)
    for words in ("Inspect a workplace", "Visit.", "Take the list of signs.", "It is from 2019."):
        assert words in said
    assert "#entry--guide" in [link.get("href") for link in task.iter("a")]
    back = [link.get("href") for link in entry_of(tree, "guide").iter("a")]
    assert "#tasks--inspect-a-workplace" in back


def test_the_file_needs_nothing_besides_itself(books: Books) -> None:
    tree = whole(books)
    assert [
        element.tag for element in tree.iter() if element.tag in {"link", "base", "iframe"}
    ] == []
    found = [element.get(name) for element in tree.iter() for name in ADDRESSES]
    assert {str(one)[:22] for one in found if one} == {"data:image/png;base64,"}
    assert [element for element in tree.iter() if element.get("style")] == []
    (style,) = tree.iter("style")
    assert re.findall(r"@import|url\((?!\"data:)", str(style.text)) == []


def test_the_policy_allows_the_style_and_the_scripts_of_the_file_and_nothing_else(
    books: Books,
) -> None:
    tree = whole(books)
    (policy,) = (
        str(meta.get("content"))
        for meta in tree.iter("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    )
    scripts = [one for one in tree.iter("script") if one.get("type") != "application/json"]
    (style,) = tree.iter("style")
    assert policy == (
        f"default-src 'none'; style-src {hashed(style)}; "
        f"script-src {' '.join(map(hashed, scripts))}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert len(scripts) == 3


def hashed(element: Element) -> str:
    digest = hashlib.sha256(str(element.text).encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def test_an_entry_says_in_the_book_what_its_page_says(books: Books) -> None:
    tree = whole(books)
    arabic = entry_of(tree, "arabic")
    (heading,) = arabic.iter("h4")
    assert [(one.get("lang"), one.get("dir")) for one in heading.iter("bdi")] == [("ar", "rtl")]
    (prose,) = (one for one in arabic.iter("div") if one.get("class") == "prose")
    assert prose.get("dir") == "rtl"
    said = text_of(arabic)
    assert "2021 (not checked), by UNODC" in said
    assert "Publisher's page: https://www.unodc.org/ar" in said
    assert "Proposed by the editors. No organization has confirmed this text yet." in said
    assert "not yet checked by the publisher" in said
    chinese = text_of(entry_of(tree, "chinese"))
    assert "A handbook in Chinese & <others>." in chinese
    assert "The connection to this address is not encrypted." in chinese
    assert "Trafficking in Persons Protocol: Article 6(3) Assistance to victims" in chinese
    assert "This work replaces: Manual for labour inspectors" in chinese
    assert "A newer work replaces this one:" in text_of(entry_of(tree, "manual"))
    guide = text_of(entry_of(tree, "guide"))
    assert "Recognized by 2 of 3 members: IOM and UNODC. Not yet by ILO." in guide
    assert "(UNODC), 5 January 2026: “Decision 12”" in guide
    shelter = entry_of(tree, "shelter")
    assert [text_of(one) for one in shelter.iter("h5")][:2] == ["Context", "Approach"]
    assert "Description: https://www.iom.int/shelter" in text_of(shelter)


def test_bodies_become_parts_of_one_text(books: Books) -> None:
    tree = whole(books)
    rich = entry_of(tree, "rich")
    assert by_id(tree, "entry--rich--contents").tag == "h5"
    assert by_id(tree, "entry--rich--deeper").tag == "h6"
    assert by_id(tree, "entry--guide--contents").tag == "h5"
    (note,) = (one for one in rich.iter("li") if one.get("id") == "entry--rich--fn--1")
    assert "#entry--rich--fnref--1" in [one.get("href") for one in note.iter("a")]
    links = {text_of(one).split(" (")[0]: one.get("href") for one in rich.iter("a")}
    assert links["itself"] == "#entry--rich--contents"
    assert links["the grades"] == "#about--evidence--the-three-grades"
    assert links["asked"] == links["the grades"]
    assert links["shelters"] == "#register--themes--shelters"
    assert links["home"] == "#front"
    assert links["a mail"] == "mailto:info@iom.int"
    assert f"the checks (not in this copy: {ADDRESS}contribute/checks.html)" in text_of(rich)
    assert [(one.get("class"), text_of(one)) for one in rich.iter("td")][-1] == ("right", "1")
    (image,) = rich.iter("img")
    assert image.get("alt") == "A drop of colour"


def test_registers_lead_to_entries(books: Books) -> None:
    tree = whole(books)
    heads = {
        "register--themes--investigation": {"arabic", "guide", "manual"},
        "register--audiences--law-enforcement": {"arabic", "guide", "manual", "rich"},
        "register--countries--ar": {"chinese", "shelter"},
        "register--organisations--iom": {"rich", "shelter"},
        "register--instruments--tip-protocol--article-6": {"chinese"},
    }
    for id_, expected in heads.items():
        found = [str(one.get("href")).removeprefix("#entry--") for one in list_below(tree, id_)]
        assert (id_, set(found)) == (id_, expected)
        assert len(found) == len(expected)


def list_below(tree: Element, id_: str) -> Iterator[Element]:
    """The links in the list after a heading."""
    for parent in tree.iter():
        children = list(parent)
        for place, child in enumerate(children):
            if child.get("id") == id_:
                below = next(one for one in children[place:] if one.tag == "ul")
                yield from below.iter("a")


def test_what_is_outside_a_part_is_named_and_not_linked_to_nothing(books: Books) -> None:
    (path,) = books.part.glob("*.html")
    tree = parsed(path)
    labelled = [str(one.get("aria-labelledby")) for one in tree.iter("article")]
    entries = {"entry--arabic", "entry--guide", "entry--manual"}
    assert set(labelled) == entries | {"tasks--inspect-a-workplace"}
    assert "3 of the 6 entries in the toolkit" in text_of(tree)
    manual = text_of(entry_of(tree, "manual"))
    assert f"not in this copy: {ADDRESS}prevention/resources/chinese.html" in manual


def test_a_choice_by_terms_is_named_once_above_its_count(books: Books) -> None:
    (path,) = books.part.glob("*.html")
    (title,) = (one for one in parsed(path).iter("section") if one.get("class") == "chapter-title")
    said = [text_of(one) for one in title.iter("p")]
    assert said[0] == "Investigation"
    assert said[1].startswith("Investigation: 3 of the 6 entries in the toolkit.")


def test_the_file_says_what_it_is_to_programs_too(books: Books) -> None:
    manifest = read_manifest(str(by_id(whole(books), "manifest").text).encode())
    assert (manifest.language, manifest.entries, manifest.files) == ("en", 6, {})


def test_the_same_content_gives_the_same_bytes_anywhere(books: Books) -> None:
    one, other = files_of(books.folder), files_of(books.again)
    assert len(one) == 6
    assert [path for path in one.keys() | other if one.get(path) != other.get(path)] == []


@pytest.mark.browser
def test_axe_finds_nothing_and_nothing_is_asked_for(books: Books, axe_page: Page) -> None:
    address = books.whole("html").as_uri()
    with as_new(axe_page, painted=False) as page:
        asked, said = watch(page)
        page.goto(address)
        page.get_by_label("Search the toolkit").fill("labour")
        expect(page.get_by_text("Results: 3")).to_be_visible()
        for width, scheme in ((320, "dark"), (1280, "light")):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert every_finding(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") == width
        assert (asked, said) == ([address], [])


@pytest.fixture
def reader(books: Books, window: Page) -> Page:
    """A page with something else before it in the tab's history."""
    window.emulate_media(reduced_motion="reduce")
    window.goto("data:text/html,before")
    window.goto(books.whole("html").as_uri())
    return window


@pytest.mark.browser
def test_search_finds_by_all_words_beginnings_and_plain_letters(reader: Page) -> None:
    """In older browsers, too: Safari before 14 doesn't know `replaceChildren`."""
    reader.evaluate("delete Element.prototype.replaceChildren")
    field, state = (
        reader.get_by_label("Search the toolkit"),
        reader.locator("[data-find] [aria-live]"),
    )
    results = reader.locator("[data-find] li a")
    for query, titles in {
        "resume": ["A résumé of everything"],
        "LABOUR insp plan": ["Manual for labour inspectors", "Inspect a workplace"],
        "the guide": ["Guide for labour inspectors", "دليل حماية الأطفال من الاتجار"],
        "人口": ["打击人口贩运手册"],
        "الأطفال": ["دليل حماية الأطفال من الاتجار"],
    }.items():
        field.fill(query)
        expect(state).to_contain_text("Results")
        expect(results).to_have_text(titles)
    field.fill("guide checked")  # which the mark in a title says, too
    expect(results.first).to_have_text("Guide for labour inspectors")
    field.fill("families zebra")
    expect(state).to_contain_text("No entry matches all of this.")
    field.fill("zebra")
    expect(state).to_have_text("Nothing found. Try different words, or fewer.")
    expect(results).to_have_count(0)
    field.fill("resume")
    expect(results).to_have_count(1)
    assert (
        reader.evaluate("location.hash + JSON.stringify({...localStorage, ...sessionStorage})")
        == "{}"
    )
    field.press("Enter")
    expect(results).to_be_focused()
    reader.keyboard.press("Enter")
    expect(reader.locator("#entry--rich")).to_be_in_viewport()
    assert reader.evaluate("location.hash") == "#entry--rich"


@pytest.mark.browser
def test_a_link_leads_to_its_place_whatever_is_above(reader: Page) -> None:
    """Its height is known once it is near; WebKit (Safari) then moves what the reader sees."""
    reader.evaluate("document.documentElement.style.overflowAnchor = 'none'")
    tops, height = reader.evaluate(
        """async () => {
          const tops = [];
          for (const link of document.querySelectorAll(".contents a[href^='#entry--']")) {
            link.click();
            for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
            tops.push(document.querySelector(":target").getBoundingClientRect().top);
          }
          return [tops, innerHeight];
        }"""
    )
    assert len(tops) > 5
    assert [top for top in tops if not 0 <= top < height] == []


@pytest.mark.browser
def test_the_link_to_the_search_leads_there_after_another_link(reader: Page) -> None:
    reader.locator("a[href='#entry--rich']").first.evaluate("link => link.click()")
    expect(reader.locator("#entry--rich")).to_be_in_viewport()
    reader.get_by_role("link", name="Search", exact=True).click()
    reader.evaluate(FRAMES)
    expect(reader.get_by_label("Search the toolkit")).to_be_in_viewport()
    expect(reader.get_by_label("Search the toolkit")).to_be_focused()


@pytest.mark.browser
def test_back_leads_to_where_the_reader_was(reader: Page) -> None:
    """Who has read on is far from where the last link had led."""
    reader.locator("a[href='#contents']").first.evaluate("link => link.click()")
    reader.evaluate(FRAMES)
    reader.locator("#entry--rich").evaluate("one => one.scrollIntoView()")
    reader.evaluate(FRAMES)
    reader.locator(".contents a[href='#register--themes']").evaluate("link => link.click()")
    expect(reader.locator("#register--themes")).to_be_in_viewport()
    reader.go_back()
    reader.wait_for_function("() => location.hash === '#contents'")
    reader.evaluate(FRAMES)
    expect(reader.locator("#entry--rich")).to_be_in_viewport()
    reader.reload()
    reader.evaluate(FRAMES)
    expect(reader.locator("#entry--rich")).to_be_in_viewport()


@pytest.mark.browser
@pytest.mark.unpainted
@pytest.mark.parametrize("way", ["shift", "control"])
def test_leaving_blanks_the_page_and_no_way_leads_back_to_it(reader: Page, way: str) -> None:
    address = reader.url
    for anchor in ("entry--rich", "register--themes", "entry--guide"):
        reader.locator(f"a[href='#{anchor}']").first.evaluate("link => link.click()")
        assert reader.evaluate("location.hash") == f"#{anchor}"
    reader.go_back()
    reader.wait_for_function("() => location.hash === '#register--themes'")
    if way == "control":
        control = reader.locator("[data-leave]")
        expect(control).to_have_accessible_description(re.compile("Shift three times"))
        control.press("Enter")
    else:
        press_shift(reader)
    reader.wait_for_url("about:blank")
    assert reader.go_forward() is None
    assert reader.url == "about:blank"
    reader.go_back()
    reader.wait_for_url("about:blank")
    assert reader.evaluate("document.body.textContent") == ""
    reader.go_back()
    assert reader.url in ("data:text/html,before", "about:blank")
    assert address not in reader.content()


@pytest.mark.browser
def test_an_old_copy_says_so_by_the_clock_of_the_reader(books: Books, browser: Browser) -> None:
    with unpainted_page(browser.new_context()) as page:
        for now, is_old in (("2027-11-24T12:00:00Z", False), ("2027-11-25T12:00:00Z", True)):
            page.clock.set_fixed_time(now)
            page.goto(books.whole("html").as_uri())
            notice = page.get_by_text("This copy is more than a year old.")
            expect(notice).to_be_visible(visible=is_old)


@pytest.mark.browser
def test_without_scripts_the_contents_lead_to_entries(books: Books, scriptless: Page) -> None:
    scriptless.goto(books.whole("html").as_uri())
    expect(scriptless.get_by_label("Search the toolkit")).to_be_hidden()
    scriptless.locator("summary", has_text="Proposed · Resources").first.click()
    scriptless.get_by_role("navigation", name="Contents").get_by_role(
        "link", name="A résumé of everything"
    ).click()
    expect(scriptless.locator("#entry--rich")).to_be_in_viewport()
    expect(scriptless.get_by_role("link", name="Leave this page quickly")).to_be_visible()
