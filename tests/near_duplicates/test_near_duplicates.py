"""The check `near-duplicate` finds duplicates, leaves near misses alone, and stays quick."""

import random
import time
from pathlib import Path

import pytest

from tests.near_duplicates.measure import DAY, Measured, measure
from tests.near_duplicates.pairs import Record, read_pairs, write_entries
from toolkit.content.reader import read_content
from toolkit.validation.checks import load_checks
from toolkit.validation.runner import run_checks

_MOST_NAMED = 5


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    return measure(tmp_path_factory.mktemp("pairs"))


@pytest.mark.parametrize("name", ["tuned", "held_out"])
def test_precision_and_recall(measured: Measured, name: str) -> None:
    figures = getattr(measured, name)
    assert figures.precision >= 0.9, measured.text()
    assert figures.recall >= 0.9, measured.text()


@pytest.mark.slow
def test_a_duplicate_is_found_among_thousands_of_entries_in_the_same_words(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311
    titles = [str(record["title"]) for record in read_pairs()[0].values()]
    words = " ".join(titles).split()
    others: dict[str, Record] = {
        f"other-{number:04}": {
            "title": " ".join(chance.sample(words, 8)),
            "summary": " ".join(chance.sample(words, 20)),
            "type": "guide",
            "year": str(chance.randint(2000, 2026)),
        }
        for number in range(3000)
    }
    measured = measure(tmp_path, others)
    for figures in (measured.tuned, measured.held_out):
        assert figures.recall >= 0.9, measured.text()


def test_there_are_enough_pairs(measured: Measured) -> None:
    pairs = (*measured.tuned.pairs, *measured.held_out.pairs)
    assert len({pair.ids for pair in pairs}) == len(pairs) >= 70
    assert sum(not pair.is_duplicate for pair in pairs) >= 30
    assert 3 * len(measured.held_out.pairs) >= len(pairs) - 3


@pytest.mark.slow
def test_thousands_of_copies_end_soon(tmp_path: Path) -> None:
    record: Record = {
        "title": "Interviewing child witnesses",
        "summary": "It explains how to question a child in court without doing harm.",
        "type": "handbook",
        "year": "2019",
        "url": "https://www.unodc.org/interviewing",
        "body": "A text that all copies share, and that no other entry has. " * 20,
    }
    write_entries({f"copy-{number:04}": record for number in range(3000)}, tmp_path)
    content = read_content(tmp_path)
    started = time.process_time()
    problems = run_checks(content, DAY, load_checks(["near-duplicate"]))
    assert time.process_time() - started < 30
    assert 3000 <= len(problems) <= 3000 * _MOST_NAMED


def test_odd_values_are_no_fault_of_this_check(tmp_path: Path) -> None:
    odd: dict[str, Record] = {
        "a": {
            "title": "²³ \u0660",
            "year": "9" * 5000,
            "type": "x",
            "identifiers": {"isbn": "²" * 10},
        },
        "b": {"title": "", "summary": "…", "type": "x", "url": "https://[::1", "languages": ["?"]},
        "c": {"title": ["a", "b"], "type": "x", "url": "https://a:99999/%ff%ZZ?&&=&a"},
    }
    write_entries(odd, tmp_path)
    assert run_checks(read_content(tmp_path), DAY, load_checks(["near-duplicate"])) == []
