"""The client in Chromium: what it finds, what it withstands, and what it keeps to itself."""

import gzip
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browsers import watch
from tests.relevance.answers import PageEngine
from tests.search.conftest import PAGE, index_files, write_site
from toolkit.languages import LANGUAGES
from toolkit.search.client import client_scripts
from toolkit.search.documents import Document
from toolkit.search.engine import Engine
from toolkit.search.facets import SearchFacet
from toolkit.search.lexicon import Group

pytestmark = pytest.mark.browser


def ask(page: Page, query: str) -> None:
    page.locator("#search--field").fill(query)


def ready(page: Page) -> None:
    """Load all parts of the index."""
    page.locator("#search--field").focus()
    loaded(page)


def loaded(page: Page) -> None:
    """Wait for all parts. A page that is never painted has no frames to wait for."""
    page.wait_for_function("() => window.toolkitSearch?.state?.() === 'ready'", polling=50)


QUERIES = ("hotline", "child interview", "labor inspection", "how do I interview a child")


@pytest.mark.unpainted
def test_the_page_lists_what_the_engine_finds(page: Page, site: Path, engine: Engine) -> None:
    page.goto((site / "search.html").as_uri())
    ready(page)
    for query in (*QUERIES, "inspectio", "FAIR RECRUITMENT", "vicitm identification", "热线"):
        found = engine.find(query)
        assert found.results
        ask(page, query)
        status = page.locator("#search--status")
        expect(status).to_have_text(re.compile(rf"\b{found.likely or len(found.results)} result"))
        shown = page.locator("#search--results .result-link")
        expect(shown).to_have_text([one.title for one in found.results[: min(found.likely, 20)]])
        pages = page.locator(".found-pages a")
        expect(pages).to_have_text([one.title for one in found.pages])
        less = page.locator(".less-likely")
        if found.likely == len(found.results):
            expect(less).to_be_hidden()
        else:
            # Shown results are counted separately: hardly any entry contains no word of a question.
            expect(status).to_contain_text(f" · {less.locator('summary').inner_text()}")
            less.locator("summary").press("Enter")
            folded = [one.title for one in found.results[found.likely :]]
            expect(less.locator(".result-link")).to_have_text(folded)


@pytest.mark.unpainted
def test_relevance_is_measured_on_the_answers_that_readers_get(
    page: Page, site: Path, engine: Engine
) -> None:
    measured = PageEngine(page, site, "en")
    assert measured.find_all(QUERIES) == [*map(engine.find, QUERIES)]


@pytest.mark.unpainted
def test_a_result_shows_what_it_is_and_leads_to_it(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    ask(page, "accompaniment lawyers argentina")
    first = page.locator("#search--results li").first
    link = first.locator(".result-link")
    expect(link).to_have_text(re.compile("^Argentina"))
    expect(link).to_have_attribute("href", "protection/practices/argentina-hotline.html")
    expect(first).to_have_class("result protection")
    facts = "Protection · Practice, reported · since 2008 · Ministry of Justice (Argentina)"
    expect(first.locator(".facts")).to_have_text(facts)
    expect(first.locator("mark").first).to_be_visible()
    expect(first.get_by_role("link", name="In “Approach”")).to_have_attribute(
        "href", "protection/practices/argentina-hotline.html#approach"
    )
    # The dot is that of the language: Arabic's keeps years after Latin names in their place.
    page.evaluate("toolkitSearch.header().texts['facts.dot'] = ' | '")
    # So is the space after a colon: Chinese has none.
    page.evaluate("toolkitSearch.header().gap = ''")
    page.evaluate("toolkitSearch.documents.forEach((one) => (one.past = true))")
    ask(page, "accompaniment lawyer argentina")
    expect(first.locator(".facts")).to_have_text(facts.replace("·", "|"))
    expect(first.get_by_role("heading")).to_have_text(
        re.compile("Argentina.*[a-z] superseded or w")
    )
    expect(first.locator(".result-excerpt")).to_have_text(re.compile(r"^In “Approach”:\S"))


_CHINESE = "关于人口贩运的手册。各国怎样打击它，UNODC 写道，人人有责。"
_LONG_CHINESE = f"打击{'手册' * 40}贩运{'手册' * 40}"  # without a space where it could be cut


def open_works(
    page: Page,
    folder: Path,
    summaries: Mapping[str, str],
    title: str,
    tag: str = "en",
    facets: Sequence[SearchFacet] = (),
    lexicon: Sequence[Group] = (),
    langs: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> None:
    """Search works that have the same title, by their addresses."""
    works = []
    for url, summary in summaries.items():
        card = {"title": title, "url": url, "facets": [[0] for _ in facets], **langs.get(url, {})}
        works.append(Document(card, summary, (title, summary, *[""] * 4), ()))
    files = index_files(works, LANGUAGES[tag], facets, lexicon) | client_scripts()
    site = write_site(folder, files, PAGE.replace('lang="en"', f'lang="{tag}"'))
    page.goto((site / "search.html").as_uri())
    ready(page)


@pytest.mark.unpainted
def test_a_title_in_another_language_is_marked_and_the_excerpt_is_not(
    page: Page, tmp_path: Path, facets: list[SearchFacet]
) -> None:
    langs = {"es": {"titled": "es"}, "en": {"lang": "en"}, "both": {"titled": "es", "lang": "en"}}
    open_works(page, tmp_path, dict.fromkeys(langs, "A manual."), "Guía", "en", facets, (), langs)
    ask(page, "manual")
    results = page.locator("#search--results li")
    expect(results).to_have_count(len(langs))
    for each in results.all():
        link = each.locator("a")
        said = langs[link.get_attribute("href") or ""]
        assert link.get_attribute("lang") == said.get("titled", "en")
        assert each.locator(".result-excerpt").get_attribute("lang") == said.get("lang")


@pytest.mark.unpainted
def test_words_of_a_chinese_query_are_marked_whole(
    page: Page, tmp_path: Path, facets: list[SearchFacet]
) -> None:
    summaries = {"work": _CHINESE, "long": _LONG_CHINESE}
    open_works(page, tmp_path, summaries, "手册", "zh", facets)
    for url, asked, marked in (
        ("work", "打擊人口販運", ["人口贩运", "打击"]),
        ("work", "UNODC 人口", ["人口", "UNODC"]),
        ("long", "打击 贩运", ["打击", "贩运"]),
    ):
        ask(page, asked)
        marks = page.locator(f"#search--results li:has([href='{url}']) mark")
        expect(marks, asked).to_have_text(marked)


@pytest.mark.unpainted
def test_of_another_name_only_the_whole_is_marked(
    page: Page, tmp_path: Path, facets: list[SearchFacet]
) -> None:
    name = "national referral mechanism"
    summaries = {
        "": "What a national plan says.",
        "apart": "A mechanism by which police, shelters and others agree on referral between each "
        "other, as a model for national plans.",
        "national referral mechanism": "What a national referral mechanism does.",
        "mechanism national referral": "A mechanism for national or regional referral.",
    }
    lexicon = [Group("same", ("NRM", name))]
    open_works(page, tmp_path, summaries, name, facets=facets, lexicon=lexicon)
    ask(page, "NRM")
    results = page.locator("#search--results li")
    expect(results).to_have_count(len(summaries))
    for each in results.all():
        url = each.locator("a").get_attribute("href")
        marks = " ".join(each.locator("mark").all_inner_texts())
        assert marks == (url if url != "apart" else ""), url


@pytest.mark.unpainted
def test_an_excerpt_ends_at_a_word_and_leaves_out_more_than_one(
    page: Page, tmp_path: Path, facets: list[SearchFacet]
) -> None:
    words = "A handbook " + "for people " * 19
    summaries = {"short": words + "who ask.", "long": words + "who ask, and who are asked."}
    open_works(page, tmp_path, summaries, "Guide", facets=facets)
    ask(page, "handbook")
    shown = {
        one.locator("a").get_attribute("href"): one.locator(".result-excerpt").inner_text()
        for one in page.locator("#search--results li").all()
    }
    assert shown == {"short": summaries["short"], "long": words + "…"}
    # In Chinese, where there is no space: not in a number.
    begun = f"{'供人供人，' * 30}供人。关于手册{'供人供人，' * 30}"
    chinese = {"work": f"手册{'供人' * 52}，于2016年{'供人' * 30}", "begun": begun}
    open_works(page, tmp_path / "zh", chinese, "指南", "zh", facets)
    ask(page, "手册")
    for url, text in (
        ("work", f"手册{'供人' * 52} …"),
        ("begun", f"… 关于手册{'供人供人，' * 20}供人供人 …"),
    ):
        expect(page.locator(f"li:has([href='{url}']) .result-excerpt")).to_have_text(text)


@pytest.mark.unpainted
def test_an_excerpt_begins_where_most_was_found_at_a_sentence_or_a_word(
    page: Page, tmp_path: Path, facets: list[SearchFacet]
) -> None:
    other, long = "Many people all over. " * 12, "people everywhere " * 20
    begins = {
        f"{other}Of different shelters. {other}": "… Of different shelters. Many",
        f"{long}a shelter {long}": "… shelter people",
        f"{long}a shelter": "… people everywhere",
        f"A shelter. {other}A shelter.": "A shelter. Many",
        f"A shelter. {other}Shelters, police. {other}": "… Shelters, police. Many",
    }
    works = {str(number): text for number, text in enumerate(begins)}
    open_works(page, tmp_path, works, "Guide", facets=facets)
    ask(page, "different shelter police")
    marked = [["shelters"], ["shelter"], ["shelter"], ["shelter"], ["Shelters", "police"]]
    for number, (begin, marks) in enumerate(zip(begins.values(), marked, strict=True)):
        shown = page.locator(f"#search--results li:has([href='{number}']) .result-excerpt")
        expect(shown).to_have_text(re.compile(f"^{re.escape(begin)}"))
        expect(shown.locator("mark")).to_have_text(marks)
    ask(page, "different")  # which says little beside other words
    expect(page.locator("#search--results mark")).to_have_text(["different"])


@pytest.mark.unpainted
def test_only_scripts_are_asked_for_and_the_query_stays_in_the_field(page: Page, base: str) -> None:
    requests, _ = watch(page)
    page.goto(f"{base}/search.html")
    assert requests == [f"{base}/search.html", f"{base}/assets/search.js"]
    ready(page)
    address, length = page.url, page.evaluate("history.length")
    ask(page, "zqzqzq")
    expect(page.locator("#search--status")).to_contain_text("Nothing")
    assert requests[2] == f"{base}/assets/mine.js"
    assert requests[3:] == [
        f"{base}/assets/search/{name}"
        for name in (
            *("engine.js", "page.js"),
            *("en/index.js", "en/list.js", "en/first-1.js"),
            *("en/asked-1.js", "en/summaries.js", "en/names.js", "en/full-1.js"),
        )
    ]
    ask(page, "zqzqzq hotline")
    expect(page.locator("#search--results li").first).to_be_visible()
    page.keyboard.press("Enter")
    assert page.url == address
    assert page.title() == "Search"
    assert page.evaluate("[history.length, history.state]") == [length, None]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []
    assert "zqzqzq" not in page.content()
    expect(page.locator("#search--field")).to_have_attribute("autocomplete", "off")
    assert page.evaluate("document.getElementById('search--field').spellcheck") is False


STRANGE = (
    "+-~^*:",
    "+hotline -child ~2 title:police^10 *",
    "hotline~9999999999",
    "*" * 1000,
    "(" * 1000,
    "trafficking " * 400,
    "x" * 1000,
    " ".join(f"word{n}" for n in range(200)),
    "😀😀 🚨hotline",
    "торговля людьми 人口贩运 الاتجار hotline",
    "constructor __proto__ toString hasOwnProperty",
    '<img src=x onerror="alert(1)">',
    "\u0000\uffff\u202e\u200f",
    "/.*/ \\ [a-z]",
    "the of and",
)


@pytest.mark.slow
@pytest.mark.unpainted
def test_no_query_is_an_error(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    ready(page)
    status = page.locator("#search--status")
    for query in STRANGE:
        ask(page, "")  # so that what is said next is about this query
        expect(status, query).to_have_text("")
        ask(page, query)
        expect(status, query).to_have_text(re.compile("Nothing|result|No entry"))
        assert page.locator("#search--results img").count() == 0, query


@pytest.mark.unpainted
def test_words_typed_before_the_index_is_there_are_answered_and_escape_clears_them(
    page: Page, site: Path
) -> None:
    page.goto((site / "search.html").as_uri())
    page.locator("#search--field").press_sequentially("hotline")
    expect(page.locator("#search--results li").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#search--field")).to_have_value("")
    expect(page.locator("#search--results li")).to_have_count(0)
    expect(page.locator("#search--status")).to_have_text("")
    ask(page, "h")  # one letter is enough
    expect(page.locator("#search--results li").first).to_be_visible()


@pytest.mark.unpainted
def test_more_results_are_shown_on_demand_by_keyboard(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    ready(page)
    ask(page, "english")
    results = page.locator("#search--results li")
    expect(results).to_have_count(20)
    more = page.get_by_role("button", name="Show more")
    more.focus()
    page.keyboard.press("Enter")
    expect(results).to_have_count(40)
    expect(results.nth(20).locator("a")).to_be_focused()
    ask(page, "zqzqzq")
    expect(more).to_be_hidden()


@pytest.mark.unpainted
def test_without_an_index_search_is_said_to_be_unavailable(page: Page, tmp_path: Path) -> None:
    """Tested with a version that the client doesn't read; see below for lost files."""
    found = {
        **client_scripts(),
        "assets/search/en/index.js": b'toolkitSearch.add("0.abc",{"tiers":[]});',
        "assets/search/en/list.js": b'toolkitSearch.add("0.abc",{"list":[]});',
        "assets/search/en/first-1.js": b'toolkitSearch.add("0.abc",{"tier":"first"});',
    }
    page.goto((write_site(tmp_path, found) / "search.html").as_uri())
    ask(page, "hotline")
    expect(page.locator("#search--state")).to_have_text(re.compile("could not be loaded"))


@pytest.mark.unpainted
@pytest.mark.parametrize("fault", ["other version", "damaged"])
def test_without_a_part_that_does_not_fit_the_rest_answers(
    page: Page, tmp_path: Path, files: Mapping[str, bytes], fault: str
) -> None:
    name = "assets/search/en/full-1.js"
    damaged = re.sub(rb'"terms":', b'"broken":', files[name])
    other = re.sub(rb'add\("(\d+)\.[0-9a-f]+"', rb'add("\1.000000000000"', files[name])
    faulty = {**files, name: other if fault == "other version" else damaged}
    page.goto((write_site(tmp_path, faulty) / "search.html").as_uri())
    ask(page, "hotline")
    expect(page.locator("#search--state")).to_have_text(re.compile("could not be loaded"))
    expect(page.locator("#search--results li")).to_have_count(1)


@pytest.mark.slow
@pytest.mark.unpainted
@pytest.mark.parametrize("fault", ["missing", "cut short"])
def test_a_lost_part_is_complained_of_once(
    window: Page, tmp_path: Path, files: Mapping[str, bytes], fault: str
) -> None:
    name = "assets/search/en/first-1.js"
    faulty = {path: content for path, content in files.items() if path != name}
    if fault == "cut short":
        faulty[name] = files[name][:1_000]
    _, complaints = watch(window)
    window.goto((write_site(tmp_path, faulty) / "search.html").as_uri())
    for query in ("hotline", "child", "labour"):
        ask(window, query)
        window.wait_for_timeout(150)
    expect(window.locator("#search--state")).to_have_text(re.compile("could not be loaded"))
    assert len(complaints) == 1


def _lose(route: Route) -> None:
    route.abort()


def _replace(route: Route) -> None:
    """Answer with another page, as networks that want a login do."""
    route.fulfill(body="<!doctype html><title>Log in</title>", content_type="text/html")


def _empty(route: Route) -> None:
    """Answer with nothing, as some servers and networks do for a while."""
    route.fulfill(body="", content_type="text/javascript")


# The first six are loaded together, and in the same way from a disk; an index part by part, of
# which the last comes when there are results already.
@pytest.mark.slow
@pytest.mark.unpainted
@pytest.mark.parametrize(
    ("base", "faults"),
    [
        ("http", {"mine": _lose, "search/en/full-1": _lose}),
        ("file", {"search/engine": _replace, "search/en/full-1": _replace}),
        ("http", {"search/page": _replace, "search/en/full-1": _empty}),
        ("http", {"mine": _empty}),
        ("file", {"search/engine": _empty}),
        ("http", {"search/page": _empty}),
        ("http", {"search/en/index": _replace}),
        ("file", {"search/en/index": _lose}),
        ("file", {"search/en/index": _empty}),
    ],
    indirect=["base"],
)
def test_enter_asks_again_for_what_was_lost(
    window: Page, base: str, faults: Mapping[str, Callable[[Route], None]]
) -> None:
    """What came in the meantime, and could not be read without it, is not lost either."""
    for name, fault in faults.items():
        window.route(f"**/assets/{name}.js", fault)
    window.goto(f"{base}/search.html")
    ask(window, "hotline")
    state = window.locator("#search--state")
    for name in faults:
        expect(state, name).to_have_text(re.compile("could not be loaded"))
        window.unroute(f"**/assets/{name}.js")
        window.locator("#search--field").press("Enter")
        expect(window.locator("#search--results li"), name).not_to_have_count(0)
    expect(state).to_be_empty()
    loaded(window)


@pytest.mark.unpainted
def test_a_page_without_a_search_is_left_alone(page: Page, tmp_path: Path) -> None:
    bare = re.sub(r"<search.*</search>", "", PAGE, flags=re.DOTALL)
    page.goto((write_site(tmp_path, {"assets/search/x": b""}, bare) / "search.html").as_uri())
    assert page.evaluate("typeof toolkitSearch") == "undefined"


def test_the_scripts_of_a_first_search_are_small(site: Path) -> None:
    """Every page has the field; only those who search load the rest."""
    names = ("search.js", "mine.js", "search/engine.js", "search/page.js")
    sizes = [len(gzip.compress((site / "assets" / name).read_bytes(), 9)) for name in names]
    assert sizes[0] < 2_000
    assert sum(sizes) < 20_000
