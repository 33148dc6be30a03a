"""Prints how well judged queries are answered: `make relevance`."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from tests.browsers import chromium
from tests.relevance.answers import search_of_docs
from tests.relevance.measures import LANGUAGES, NOTHING, SETS, by_kind, measure, read_judged

_HEAD = f"{'kind':<20}{'queries':>8}{'success@1':>11}{'recall@5':>10}{'MRR':>7}{'nDCG@10':>9}"


def main() -> None:
    with chromium() as browser:
        show(browser)


def show(browser: Browser) -> None:
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            search = search_of_docs(Path(folder), language, browser.new_page())
        for name in SETS:
            judged = [one for one in read_judged(language) if one.set == name]
            search.ask(one.query for one in judged)
            print(f"\n{language}, {name}\n{_HEAD}{'results':>9}{'weak':>6}")
            for kind, some in by_kind(judged):
                found = measure(some, search.answer, search.later)
                four = (found.success, found.recall, found.reciprocal, found.gain)
                shown = ["–"] * 4 if kind == NOTHING else [f"{value:.2f}" for value in four]
                print(
                    f"{kind:<20}{found.queries:>8}{shown[0]:>11}{shown[1]:>10}{shown[2]:>7}"
                    f"{shown[3]:>9}{found.results:>9.1f}{found.weak:>6.2f}"
                )


if __name__ == "__main__":
    main()
