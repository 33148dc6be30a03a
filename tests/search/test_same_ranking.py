"""The command line and the page give the same, in Chromium, from a server and from a disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.relevance.measures import LANGUAGES, read_judged
from tests.search.test_browser import ready
from toolkit.search.find import find
from toolkit.search.store import Store

pytestmark = pytest.mark.browser

# All kinds of judged queries in all languages, and what no judge would think of.
QUERIES = [
    *(one.query for one in read_judged("en")[::3]),
    *(one.query for language in LANGUAGES[1:] for one in read_judged(language)[::4]),
    *('"referral mechanism" police', "the of and", "who", "WHO guidelines", "articles I need"),
    *("article VI", "Art 6(3) CEDAW", "ANTITRAFFICKING unit", "İstanbul ÇOCUK ſ K", "a.b.c"),
    *("", "😀😀 🚨hotline", "торговля людьми 人口贩运 الاتجار hotline", "x" * 1000, "+-~^*:"),
    *("c", "A", "é", "童", "д", "s ", "7"),
    *("constructor __proto__ toString hasOwnProperty", "trafficking " * 400),
]


def test_the_page_ranks_as_the_command_line_does(page: Page, base: str, store: Store) -> None:
    assert len(QUERIES) >= 60
    page.goto(f"{base}/search.html")
    ready(page)
    theirs = page.evaluate(
        "(queries) => queries.map((query) => { const found = toolkitSearch.find(query, true);"
        " return [found.weak, found.query.corrected, found.query.text,"
        " found.results.map((one) => [one.number, one.score])]; })",
        QUERIES,
    )
    for query, (weak, corrected, text, results) in zip(QUERIES, theirs, strict=True):
        found = find(store, query)
        assert (found.weak, found.query.text) == (weak, text), query
        assert [list(pair) for pair in found.query.corrected] == corrected, query
        assert [one.number for one in found.results] == [number for number, _s in results], query
        assert [one.score for one in found.results] == pytest.approx(
            [score for _number, score in results], rel=1e-6, abs=2e-6
        )


def test_the_page_lists_what_was_found(page: Page, site: Path, store: Store) -> None:
    page.goto((site / "search.html").as_uri())
    ready(page)
    for query in ("labour inspection", "palermo protocol", "vicitm identification"):
        page.locator("#search--field").fill(query)
        page.wait_for_timeout(400)
        shown = page.locator("#search--results .result-link").all_inner_texts()[:10]
        assert shown == [one.about["title"] for one in find(store, query).results[:10]]
