"""The client in Chromium: what it finds, what it bears, and what it keeps to itself."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from lunr.builder import Builder
from playwright.sync_api import Browser, Page, expect

from tests.search.conftest import CLIENT, PAGE, write_site
from toolkit.languages.language import Language
from toolkit.search.documents import Document
from toolkit.search.fields import FIRST
from toolkit.search.files import index_files
from toolkit.search.words import Stems, split

pytestmark = pytest.mark.browser


def ask(page: Page, query: str) -> None:
    page.locator("#search-field").fill(query)


def titles(page: Page) -> list[str]:
    return page.locator("#search-results .result-link").all_inner_texts()


def ready(page: Page) -> None:
    """Wait until all parts are loaded."""
    page.locator("#search-field").focus()
    for _ in range(100):
        if page.evaluate("toolkitSearch.indexes.some((index) => index.sections)"):
            return
        page.wait_for_timeout(50)
    raise AssertionError("The index was not loaded.")


@pytest.mark.parametrize(
    ("query", "among_first_five"),
    [
        ("hotline", "Argentina: National Programme of Rescue and Accompaniment"),
        ("child interview", "Guidelines on Justice in Matters involving Child Victims"),
        ("labour inspection", "Forced Labour and Human Trafficking: A Handbook for Labour Insp"),
        ("how do I interview a child", "Guidelines on Justice in Matters involving Child Vic"),
        ("inspectio", "Brazil: Special Mobile Inspection Group"),
        ("FAIR RECRUITMENT", "General principles and operational guidelines for fair recruitm"),
    ],
)
def test_a_question_finds_what_answers_it(
    page: Page, base: str, query: str, among_first_five: str
) -> None:
    page.goto(f"{base}/search.html")
    ready(page)
    ask(page, query)
    expect(page.locator("#search-status")).to_have_text(re.compile(r"\d+ results"))
    assert any(title.startswith(among_first_five) for title in titles(page)[:5])


def test_a_result_shows_what_it_is_and_leads_to_it(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    ask(page, "accompaniment programme argentina")
    first = page.locator("#search-results li").first
    expect(first.locator("a")).to_have_text(re.compile("^Argentina"))
    expect(first.locator("a")).to_have_attribute(
        "href", "protection/practices/ar-rescue-accompaniment-programme.html"
    )
    expect(first).to_have_attribute("data-pillar", "protection")
    expect(first.locator(".result-facts")).to_have_text(
        "Protection · Reported · Ministry of Justice (Argentina) · 2008"
    )
    assert first.locator("mark").count() > 0


def test_nothing_is_asked_for_before_the_field_is_used_and_then_only_scripts(
    page: Page, base: str
) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{base}/search.html")
    assert requests == [f"{base}/search.html", f"{base}/assets/search.js"]
    ready(page)
    ask(page, "zqzqzq")
    expect(page.locator("#search-status")).to_have_text("nothing")
    assert requests[2:] == [
        f"{base}/assets/search/{name}"
        for name in ("lunr.js", "en/index.js", "en/first-1.js", "en/full-1.js")
    ]


def test_the_query_stays_in_the_field(page: Page, base: str) -> None:
    page.goto(f"{base}/search.html")
    ready(page)
    address, length = page.url, page.evaluate("history.length")
    ask(page, "zqzqzq hotline")
    expect(page.locator("#search-results li").first).to_be_visible()
    page.keyboard.press("Enter")
    assert page.url == address
    assert page.title() == "Search"
    assert page.evaluate("[history.length, history.state]") == [length, None]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []
    assert "zqzqzq" not in page.content()
    expect(page.locator("#search-field")).to_have_attribute("autocomplete", "off")
    assert page.evaluate("document.getElementById('search-field').spellcheck") is False


@pytest.mark.parametrize(
    "query",
    [
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
    ],
)
def test_no_query_is_an_error(page: Page, site: Path, query: str) -> None:
    page.goto((site / "search.html").as_uri())
    ready(page)
    ask(page, query)
    expect(page.locator("#search-status")).to_have_text(re.compile("nothing|result"))
    assert page.locator("#search-results img").count() == 0


def test_words_typed_before_the_index_is_there_are_answered(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    page.locator("#search-field").press_sequentially("hotline")
    expect(page.locator("#search-results li").first).to_be_visible()


def test_one_letter_is_not_sought_and_escape_clears(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    ready(page)
    ask(page, "hotline")
    expect(page.locator("#search-results li").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#search-field")).to_have_value("")
    expect(page.locator("#search-results li")).to_have_count(0)
    expect(page.locator("#search-status")).to_have_text("")
    ask(page, "h")
    page.wait_for_timeout(200)
    expect(page.locator("#search-results li")).to_have_count(0)


def test_more_results_are_shown_on_demand_by_keyboard(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri())
    ready(page)
    ask(page, "trafficking")
    results = page.locator("#search-results li")
    expect(results).to_have_count(20)
    more = page.get_by_role("button", name="more")
    more.focus()
    page.keyboard.press("Enter")
    expect(results).to_have_count(40)
    expect(results.nth(20).locator("a")).to_be_focused()
    ask(page, "zqzqzq")
    expect(more).to_be_hidden()


def test_without_an_index_search_is_said_to_be_unavailable(page: Page, tmp_path: Path) -> None:
    """Checked on a version that the client does not read; see below for lost files."""
    found = {
        "assets/search/lunr.js": b"",
        "assets/search/en/index.js": b'toolkitSearch.add("0.abc",{"tiers":[]});',
    }
    page.goto((write_site(tmp_path, found) / "search.html").as_uri())
    ask(page, "hotline")
    expect(page.locator("#search-status")).to_have_text("unavailable")


@pytest.mark.parametrize("fault", ["other version", "damaged"])
def test_a_part_that_does_not_fit_makes_search_unavailable(
    page: Page, tmp_path: Path, files: Mapping[str, bytes], fault: str
) -> None:
    name = "assets/search/en/full-1.js"
    damaged = re.sub(rb'"terms":\[', b'"broken":[', files[name])
    other = re.sub(rb'add\("1\.[0-9a-f]+"', b'add("1.000000000000"', files[name])
    faulty = {**files, name: other if fault == "other version" else damaged}
    page.goto((write_site(tmp_path, faulty) / "search.html").as_uri())
    ask(page, "hotline")
    expect(page.locator("#search-status")).to_have_text("unavailable")
    expect(page.locator("#search-results li")).to_have_count(0)


@pytest.mark.parametrize("fault", ["missing", "cut short"])
def test_a_lost_part_is_complained_of_once(
    browser: Browser, tmp_path: Path, files: Mapping[str, bytes], fault: str
) -> None:
    name = "assets/search/en/first-1.js"
    faulty = {path: content for path, content in files.items() if path != name}
    if fault == "cut short":
        faulty[name] = files[name][:10_000]
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((write_site(tmp_path, faulty) / "search.html").as_uri())
    for query in ("hotline", "child", "labour"):
        ask(page, query)
        page.wait_for_timeout(150)
    expect(page.locator("#search-status")).to_have_text("unavailable")
    assert len(complaints) == 1
    context.close()


def test_what_the_page_lacks_is_made(
    page: Page, tmp_path: Path, files: Mapping[str, bytes]
) -> None:
    bare = re.sub(r"<label.*</template>", "", PAGE, flags=re.DOTALL)
    page.goto((write_site(tmp_path, files, bare) / "search.html").as_uri())
    ask(page, "hotline")
    expect(page.locator("#search-results li").first).to_be_visible()


def test_a_page_without_a_search_is_left_alone(page: Page, tmp_path: Path) -> None:
    bare = re.sub(r"<search.*</search>", "", PAGE, flags=re.DOTALL)
    page.goto((write_site(tmp_path, {"assets/search/x": b""}, bare) / "search.html").as_uri())
    assert page.evaluate("typeof toolkitSearch") == "undefined"


def test_words_are_read_and_stemmed_as_in_python(
    page: Page, site: Path, english: Language, documents: list[Document]
) -> None:
    page.goto((site / "search.html").as_uri())
    ready(page)
    stems = Stems(english)
    texts = [text for document in documents for text in document.texts]
    known = sorted({word for text in texts for word in split(text)} - stems.keys())
    theirs = page.evaluate(
        "(words) => words.map((word) => lunr.stemmer(new lunr.Token(word)).toString())", known
    )
    assert dict(zip(known, theirs, strict=True)) == {word: stems[word] for word in known}
    for text in (*texts[:200], "Côte d’Ivoire 😀 ２０２６", "الاتجار بالأشخاص، 人口贩运。 Й"):
        text = text[:200]
        telling = [word for word in split(text) if stems[word]]
        if len(telling) > 1:
            last_of_each = list(dict.fromkeys(reversed(telling)))[::-1]
            read = page.evaluate("(text) => toolkitSearch.find(text).words", text)
            assert [word["word"] for word in read] == last_of_each[-len(read) :]


def test_the_unpacked_index_is_the_one_that_lunr_builds(
    page: Page, site: Path, english: Language, documents: list[Document]
) -> None:
    stems = Stems(english)
    builder = Builder()
    builder.ref("number")
    for field in FIRST:
        builder.field(field.name, boost=field.weight)
    for number, document in enumerate(documents):
        builder.add(
            {
                "number": number,
                **{
                    field.name: [stems[word] for word in split(text) if stems[word]]
                    for field, text in zip(FIRST, document.texts, strict=True)
                },
            }
        )
    built = builder.build().serialize()
    page.goto((site / "search.html").as_uri())
    ready(page)
    theirs = page.evaluate("JSON.parse(JSON.stringify(toolkitSearch.indexes[0].lunr))")
    assert theirs["fields"] == built["fields"]
    assert [term for term, _posting in theirs["invertedIndex"]] == [
        term for term, _posting in built["invertedIndex"]
    ]
    assert by_term(theirs) == {
        ref: pytest.approx(vector, abs=0.0015) for ref, vector in by_term(built).items()
    }


def by_term(index: dict[str, list]) -> dict[str, dict[str, float]]:
    """The vectors of a serialized index, by field and document, by term."""
    terms = {posting["_index"]: term for term, posting in index["invertedIndex"]}
    return {
        ref: {terms[number]: score for number, score in zip(vector[::2], vector[1::2], strict=True)}
        for ref, vector in index["fieldVectors"]
    }


def test_the_number_of_files_changes_no_result(
    page: Page, tmp_path: Path, site: Path, documents: list[Document], english: Language
) -> None:
    lunr = {"assets/search/lunr.js": (site / "assets/search/lunr.js").read_bytes()}
    many = write_site(tmp_path, {**index_files(documents, english, {}, 60), **lunr})
    answers = []
    for folder, count in ((site, 2), (many, 10)):
        page.goto((folder / "search.html").as_uri())
        page.locator("#search-field").focus()
        page.wait_for_timeout(300)
        expect(page.locator("#search-status")).to_have_text("")
        assert page.evaluate("toolkitSearch.indexes.length") == count
        answers.append(
            page.evaluate(
                "(queries) => queries.map((query) => toolkitSearch.find(query).hits.slice(0, 50)"
                ".map((hit) => [hit.number, hit.score]))",
                ["hotline", "child interview", "prosec", "unodc toolkit", "victims of traff"],
            )
        )
    for one, other in zip(*answers, strict=True):
        assert [number for number, _score in one] == [number for number, _score in other]
        assert [score for _n, score in one] == pytest.approx([score for _n, score in other])


def test_the_client_is_small() -> None:
    assert len(gzip.compress(CLIENT.read_bytes())) < 6 * 1024
