from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.languages import LANGUAGES
from toolkit.search.index import averages, count_words, pack, spread
from toolkit.search.words import Stems

WORDS = st.sampled_from(["child", "labour", "hotline", "the", "of", "police"])
UNITS = st.lists(st.tuples(*[st.lists(WORDS, max_size=6).map(" ".join)] * 2), max_size=5)


def unpacked(packed: dict[str, list[list[int]]], terms: list[str]) -> Iterator[tuple[int, ...]]:
    """Field, term, unit and count of every posting, read as `search.js` reads them."""
    for field, codes in enumerate(packed["postings"]):
        numbers = iter(codes)
        for term in range(len(terms)):
            unit = -1
            while code := next(numbers):
                unit += abs(code)
                yield field, term, unit, next(numbers) if code < 0 else 1
        assert next(numbers, None) is None


@given(UNITS)
def test_a_packed_index_holds_all_counts(units: list[tuple[str, ...]]) -> None:
    stems = Stems(LANGUAGES["en"])
    shard = count_words(units, 2, stems)
    packed = pack(shard, spread([shard]))
    terms = packed["terms"]
    assert isinstance(terms, list)
    assert terms == sorted(terms)
    expected = {
        (field, number, unit, found)
        for (number, term), (unit, texts) in product(enumerate(terms), enumerate(units))
        for field, text in enumerate(texts)
        if (found := [stems[word] for word in text.split()].count(term))
    }
    assert set(unpacked(packed, terms)) == expected  # type: ignore[arg-type]
    assert shard.lengths == tuple(
        [sum(bool(stems[word]) for word in texts[field].split()) for texts in units]
        for field in (0, 1)
    )


@given(UNITS)
def test_several_shards_know_the_statistics_of_all(units: list[tuple[str, ...]]) -> None:
    stems = Stems(LANGUAGES["en"])
    whole = [count_words(units, 2, stems)]
    halves = [count_words(units[:2], 2, stems), count_words(units[2:], 2, stems)]
    assert spread(halves) == spread(whole)
    assert averages(halves) == pytest.approx(averages(whole))
