"""A site in several languages: the same pages in each, each honest about its translations."""

import json
import posixpath
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.html import HtmlElement, document_fromstring
from playwright.sync_api import Page, expect

from tests.build.conftest import TAGS
from tests.checkouts import Checkout, make_checkout
from tests.content_case import edit, lay_base
from tests.program import Outcome
from tests.search.test_browser import ready
from tests.whole_site.axe import TOO_WIDE, findings, show
from tests.whole_site.pages import KINDS
from toolkit.content.entry import to_entry
from toolkit.content.reader import read_content
from toolkit.languages import LANGUAGES

TRANSLATED = "prevention/resources/unodc-glotip-2024"
OUTDATED = "about/evidence"
MISSING = "prevention/resources/iom-iris"
NAVIGATION = ("prevention", "prosecution", "protection", "browse", "search")
_DIVIDED = re.compile(r"/\d+\.html$")


@pytest.fixture
def own(in_languages: Checkout, tmp_path: Path) -> Checkout:
    """A copy of its content, to change."""
    shutil.copytree(in_languages.folder / "docs", tmp_path / "own/docs")
    return make_checkout(tmp_path / "own", languages=TAGS)


class Reader:
    """The texts of a page and the links, each with its language."""

    def __init__(self, html: str) -> None:
        root = document_fromstring(html)
        self.texts: list[tuple[str, str]] = []
        self.links = [(a.get("href", ""), a.get("hreflang", "")) for a in root.iter("a")]
        self._read(root, "")

    def _read(self, element: HtmlElement, around: str) -> None:
        lang = element.get("lang") or around
        self._keep(element.text, lang)
        for inner in element:
            if inner.tag not in {"script", "code", "pre", "title"} and isinstance(inner.tag, str):
                self._read(inner, lang)
            self._keep(inner.tail, lang)

    def _keep(self, text: str | None, lang: str) -> None:
        if text and text.strip():
            self.texts.append((" ".join(text.split()), lang))


def page(checkout: Checkout, path: str) -> str:
    return (checkout.site / f"{path}.html").read_text(encoding="utf-8")


def pages(checkout: Checkout) -> Iterator[str]:
    for file in sorted(checkout.site.rglob("*.html")):
        yield file.relative_to(checkout.site).as_posix()


def of_language(path: str) -> tuple[str, str]:
    """The language of a page, and its path within that language."""
    top, _, rest = path.partition("/")
    return (top, rest) if top in LANGUAGES else ("en", path)


def names_of_works_and_bodies(docs: Path) -> re.Pattern[str]:
    content = read_content(docs)
    entries = [to_entry(document) for document in content.entries]
    names = {name for entry in entries for name in (entry.title, *entry.partners)}
    for entry in entries:
        names |= {part for one in entry.sources for part in (one.title, one.publisher)}
        names |= {line.body for line in entry.helplines}
    names |= {body.name for body in content.organisations.items.values()}
    for one in content.instruments.items.values():
        names |= {one.short_title, one.full_title, *(part.title for part in one.parts)}
        names |= {words for a in one.articles.values() for words in (a.title, a.label)}
    longest_first = sorted(names - {""}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


def test_every_page_is_in_every_language(in_languages: Checkout) -> None:
    found: dict[str, set[str]] = {tag: set() for tag in TAGS}
    for path in pages(in_languages):
        tag, rest = of_language(path)
        direction = ' dir="rtl"' if tag == "ar" else ""
        html = page(in_languages, path.removesuffix(".html"))
        assert f'<html lang="{tag}"{direction}>' in html, path
        if not _DIVIDED.search(rest):
            found[tag].add(rest)
    assert found["ar"] == found["zh"] == found["en"]
    manifest = json.loads((in_languages.site / "build.json").read_text(encoding="utf-8"))
    assert manifest["languages"] == list(TAGS)


def test_the_switch_leads_to_the_same_page_and_no_link_is_dead(in_languages: Checkout) -> None:
    files = set(in_languages.files())
    for path in pages(in_languages):
        rest = of_language(path)[1]
        if rest in {"404.html", "blank.html"}:
            continue
        read = Reader(page(in_languages, path.removesuffix(".html")))
        targets = [
            (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), href.partition("#")[0])),
                to,
            )
            for href, to in read.links
            if href and not href.startswith("#") and ":" not in href
        ]
        assert [target for target, _ in targets if target not in files] == [], path
        switch = {to: target for target, to in targets if to}
        assert set(switch) == set(TAGS), path
        if not _DIVIDED.search(rest):
            assert {of_language(target)[1] for target in switch.values()} == {rest}


def test_an_unknown_address_leads_to_pages_of_its_language(in_languages: Checkout) -> None:
    files = set(in_languages.files())
    for tag in TAGS:
        top = "/" if tag == "en" else f"/{tag}/"
        html = page(in_languages, f"{top[1:]}404")
        assert f'src="{top}assets/search.js"' in html
        for href, to in Reader(html).links:
            if href.startswith("/"):
                path = posixpath.normpath(href).lstrip("/")
                assert path in files, href
                assert of_language(path)[0] == (to or of_language(path)[0]), href
        assert f'href="{top}search.html"' in html


def test_a_page_says_how_its_translation_stands(in_languages: Checkout) -> None:
    arabic, chinese = LANGUAGES["ar"], LANGUAGES["zh"]
    machine = page(in_languages, f"zh/{TRANSLATED}")
    assert chinese.text("translation.machine") in machine
    assert chinese.text("entry.original-title") in machine
    cited = re.search('<p class="cite" dir="auto">(.*?)</p>', machine)
    assert cited
    assert re.search(r"Global Report [^\[]* \[.*全球.*\]", cited[1])
    assert chinese.text("translation.recognition") in machine
    old = page(in_languages, f"zh/{OUTDATED}")
    assert chinese.text("translation.outdated", date="2026年10月1日") in old
    assert "translation old" in old
    assert "translation old" not in page(in_languages, f"ar/{OUTDATED}")
    missing = page(in_languages, f"ar/{MISSING}")
    assert arabic.text("translation.none") in missing
    assert '<h1><bdi lang="en" dir="ltr">' in missing
    assert arabic.text("translation.frame") in page(in_languages, "ar/browse")
    assert "translation" not in re.sub(
        "<main.*</main>", "", page(in_languages, MISSING), flags=re.S
    )


def test_the_page_on_languages_counts(in_languages: Checkout) -> None:
    html = page(in_languages, "about/languages")
    assert re.findall(r'<th scope="row" lang="(..)"', html) == ["ar", "zh"]
    row = re.search(r'<tr><th scope="row" lang="zh">.*?</tr>', html, re.S)
    assert row
    numbers = re.findall(r"<td>(.*?)</td>", row[0])
    assert [one.split(" of ")[0] for one in numbers[:3]] == ["2", "1", "2"]
    assert numbers[3:] == ["1", "5", "0"]


def test_no_words_of_the_frame_are_in_english(in_languages: Checkout) -> None:
    """Runs of English words not marked as English; names of works and bodies excepted."""
    run = re.compile(r"\b[a-z]{2,}(?: [a-z]{2,}){2,}\b")
    letter = re.compile("[a-z]")  # most texts have none, and searching for all names is slow
    names = names_of_works_and_bodies(in_languages.folder / "docs")
    for path in pages(in_languages):
        tag, rest = of_language(path)
        if tag == "en" or rest.startswith("recognition/"):
            continue
        found = [
            text
            for text, lang in Reader(page(in_languages, path.removesuffix(".html"))).texts
            if lang == tag and letter.search(text) and run.search(names.sub("", text))
        ]
        assert found == [], path


def test_one_changed_word_makes_its_translations_outdated(own: Checkout) -> None:
    entry = own.folder / f"docs/{TRANSLATED}.md"
    edit(entry, "summary: >-\n  ", "summary: >-\n  Newly ", 1)
    said = own.toolkit("check", "--format", "concise").out.splitlines()
    outdated = {line.partition(":")[0] for line in said if "[outdated-translation]" in line}
    before = {f"docs/{OUTDATED}.zh.md"}
    assert outdated == before | {f"docs/{TRANSLATED}.ar.md", f"docs/{TRANSLATED}.zh.md"}
    own.build("--language", "ar")
    assert "translation old" in page(own, f"ar/{TRANSLATED}")


@pytest.mark.slow
def test_one_language_is_what_it_is_among_all(own: Checkout, in_languages: Checkout) -> None:
    # In its own process: sets are ordered differently there.
    assert own.run("toolkit", "build", "--language", "zh").code == 0
    every = in_languages.files()
    made = {path: data for path, data in own.files().items() if path.startswith("zh/")}
    assert made == {path: data for path, data in every.items() if path.startswith("zh/")}
    assert not (own.site / "index.html").exists()


# Made from the same template.
LIKE_A_THEME = {"broader theme", "audience", "type", "exploitation", "evidence", "level", "region"}


# In left-to-right languages it finds what it finds in English; their real pages are checked with
# the content.
@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.long
def test_axe_finds_nothing_on_any_kind_of_page_from_right_to_left(
    axe_page: Page, in_languages: Checkout, served_languages: str
) -> None:
    faults = {}
    seen: set[str] = set()
    there = {
        kind: path
        for kind, path in KINDS.items()
        if kind not in LIKE_A_THEME and (in_languages.site / "ar" / path).is_file()
    }
    for kind, path in there.items():
        show(axe_page, f"{served_languages}/ar/{path}", {"width": 320, "height": 800}, {})
        faults[kind] = [*axe_page.evaluate(TOO_WIDE), *findings(axe_page, seen=seen)]
    assert len(faults) > len(KINDS) * 0.8
    assert {kind: found for kind, found in faults.items() if found} == {}


@pytest.mark.parametrize("query", ["全球报告", "Global Report on Trafficking"])
def test_a_language_is_searched_by_its_words_and_by_original_titles(
    in_languages: Checkout, query: str
) -> None:
    found = in_languages.toolkit("search", query, "--language", "zh", "--format", "json")
    rows = json.loads(found.out)
    assert found.code == 0
    assert TRANSLATED.rpartition("/")[2] in [row["id"] for row in rows[:3]]
    assert all((in_languages.site / row["url"]).is_file() for row in rows)
    assert all(row["url"].startswith("zh/") for row in rows)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("[en, xx]", 'does not have the language "xx"'),
        ("[en]", 'The site has no language "zh"'),
        ("[en, zh, zh]", 'names "zh" more than once'),
        ("", "extra.languages of mkdocs.yml is missing"),
    ],
)
def test_languages_that_can_not_be_built(own: Checkout, settings: str, said: str) -> None:
    edit(own.folder / "mkdocs.yml", "[en, ar, zh]", settings)
    outcome: Outcome = own.toolkit("build", "--language", "zh")
    assert outcome.code == 2
    assert said in outcome.err


def test_mkdocs_builds_the_first_language_whole(tmp_path: Path) -> None:
    lay_base(tmp_path)
    small = make_checkout(tmp_path, languages=TAGS)
    built = small.mkdocs("build", "--strict")
    assert built.code == 0
    assert "Only en is built; `toolkit build` also builds ar, zh.\n" in built.err
    assert not (small.site / "zh").exists()
    assert "hreflang" not in page(small, "index")


@pytest.mark.browser
def test_the_head_with_the_languages_leaves_the_screen_of_a_phone_to_the_page(
    served_languages: str, page: Page
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    field = page.locator(".head-search input")
    for tag in ("", "ar/", "zh/"):
        page.goto(f"{served_languages}/{tag}browse.html")
        expect(field).to_be_visible()
        # Firefox shows no Arabic placeholder in a field whose direction depends on its text.
        expect(field).to_have_css("unicode-bidi", "normal")
        field.fill("a")  # with other letters a query ends with its own question mark
        expect(field).to_have_css("unicode-bidi", "plaintext")
        expect(page.locator(".languages")).to_be_visible()
        assert page.evaluate("document.querySelector('main').getBoundingClientRect().top") <= 150
    menu = page.locator(".languages ul")
    # Where browsers can't fold, it would cover the page.
    expect(menu).to_have_css("position", "static")
    page.locator(".languages summary").click()
    expect(menu).to_have_css("position", "absolute")
    page.keyboard.press("Tab")
    expect(menu.locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.locator(".languages summary")).to_be_focused()
    for place, leave in ((page.locator("h1"), "click"), (field, "focus")):
        page.locator(".languages summary").click()
        expect(menu).to_be_visible()
        getattr(place, leave)()
        expect(menu).to_be_hidden()
    for tag, most in (("es", 1), ("ru", 2)):  # those of long words
        names = [LANGUAGES[tag].text(f"nav.{name}") for name in NAVIGATION]
        rows, size = page.evaluate(
            """([tag, names]) => {
              document.documentElement.lang = tag;
              const tabs = [...document.querySelectorAll(".tab")];
              names.forEach((name, at) => (tabs[at].textContent = name));
              const shown = tabs.filter((tab) => tab.offsetParent);
              const rows = new Set(shown.map((tab) => tab.getBoundingClientRect().top)).size;
              return [rows, parseFloat(getComputedStyle(shown[0]).fontSize)];
            }""",
            [tag, names],
        )
        assert rows == most, tag
        assert size >= 13, tag
    page.goto(f"{served_languages}/index.html")
    expect(page.locator(".tab:visible")).to_have_count(4)  # the field is on the page


@pytest.mark.browser
@pytest.mark.unpainted
@pytest.mark.parametrize(("tag", "between"), [("ar", "؛ "), ("zh", "；")])
def test_paper_has_targets_and_signs_of_the_language(
    served_languages: str, page: Page, tag: str, between: str
) -> None:
    page.emulate_media(media="print")
    page.goto(f"{served_languages}/{tag}/{TRANSLATED}.html")
    content = "([query, part]) => getComputedStyle(document.querySelector(query), part).content"
    assert "<https://" in page.evaluate(content, ["main .external", "::after"])
    assert page.evaluate(content, [".about li + li", "::before"]) == f'"{between}"'


@pytest.mark.browser
@pytest.mark.unpainted
def test_a_query_in_other_letters_is_told_where_it_is_answered(
    served_languages: str, page: Page
) -> None:
    page.goto(f"{served_languages}/search.html")
    offered = page.locator(".search-note a")
    for query, tags in (("كيف أساعد طفلا", ["ar"]), ("qwertz", []), ("帮助 qwertz", [])):
        ready(page)
        page.locator("#search--field").fill(query)
        expect(page.locator("#search--status")).to_have_text(re.compile("^(Nothing|No entry)"))
        expect(offered).to_have_text([LANGUAGES[tag].text("search.label") for tag in tags])
    # The name of a country, which finds what is in English about it too.
    page.locator("#search--field").fill("الأرجنتين")
    expect(page.locator("#search--results li").first).to_be_visible()
    expect(offered).to_have_attribute("lang", "ar")
    offered.press("Enter")
    page.wait_for_url(f"{served_languages}/ar/search.html")
    expect(page.locator("#search--field")).to_have_value("")
    ready(page)
    page.locator("#search--field").fill("qwertz")
    expect(offered).to_have_text([LANGUAGES["en"].text("search.label")])


@pytest.mark.unpainted
def test_titles_say_that_they_are_in_english(served_languages: str, page: Page) -> None:
    page.goto(f"{served_languages}/ar/browse.html")
    links = page.locator("[data-browse] .lines > li > a")
    expect(links.first).to_be_visible()
    titles = links.evaluate_all("all => all.map((one) => [one.text, one.lang])")
    found = {(bool(re.search("[\u0600-\u06ff]", title)), lang) for title, lang in titles}
    assert found == {(True, ""), (False, "en")}
