from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.languages import LANGUAGES
from toolkit.search.index import Unit, averages, count_words, pack, spread
from toolkit.search.words import Stems

WORDS = st.sampled_from(["child", "labour", "hotline", "the", "of", "police"])
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
UNITS = st.lists(st.tuples(TEXTS, TEXTS).map(Unit), max_size=5)


def unpacked(packed: dict[str, list[list[int]]], terms: list[str]) -> Iterator[tuple[int, ...]]:
    """Field, term, unit and count of every posting, read as the client reads them."""
    for field, codes in enumerate(packed["postings"]):
        numbers = iter(codes)
        for term in range(len(terms)):
            unit = -1
            while code := next(numbers):
                unit += abs(code)
                yield field, term, unit, next(numbers) if code < 0 else 1
        assert next(numbers, None) is None


@given(UNITS)
def test_a_packed_index_holds_all_counts(units: list[Unit]) -> None:
    stems = Stems(LANGUAGES["en"])
    shard = count_words(units, 2, stems)
    packed = pack(shard, spread([shard]))
    terms = packed["terms"]
    assert isinstance(terms, list)
    assert terms == sorted(terms)
    expected = {
        (field, number, unit, found)
        for (number, term), (unit, content) in product(enumerate(terms), enumerate(units))
        for field, text in enumerate(content.texts)
        if (found := [stems[word] for word in text.split()].count(term))
    }
    assert set(unpacked(packed, terms)) == expected  # type: ignore[arg-type]
    assert shard.lengths == tuple(
        [sum(bool(stems[word]) for word in unit.texts[field].split()) for unit in units]
        for field in (0, 1)
    )


@given(UNITS)
def test_several_shards_know_the_statistics_of_all(units: list[Unit]) -> None:
    stems = Stems(LANGUAGES["en"])
    whole = [count_words(units, 2, stems)]
    halves = [count_words(units[:2], 2, stems), count_words(units[2:], 2, stems)]
    assert spread(halves) == spread(whole)
    assert averages(halves) == pytest.approx(averages(whole))


def test_tokens_stand_as_they_are_and_count() -> None:
    shard = count_words([Unit(("child", ""), ("a:1", "a:1(2)"), 1)], 2, Stems(LANGUAGES["en"]))
    assert shard.lengths == ([1], [2])
    assert shard.postings[1] == {"a:1": [0, 1], "a:1(2)": [0, 1]}


def test_words_can_be_read_back_from_their_stems() -> None:
    texts = ("policies policy trafficking trafficked", "")
    shard = count_words([Unit(texts)], 2, Stems(LANGUAGES["en"]))
    packed = pack(shard, spread([shard]))
    assert packed["terms"] == ["polici", "traffick"]
    assert packed["forms"] == ["es,1y", "ed,ing"]
