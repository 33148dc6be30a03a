import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.conftest import stems_of
from toolkit.languages import LANGUAGES
from toolkit.search.index import (
    DIGITS,
    Unit,
    averages,
    count_words,
    joined,
    pack,
    pack_number,
    pack_owners,
    pack_terms,
)
from toolkit.search.words import Stems

WORDS = st.sampled_from(["child", "labour", "hotline", "the", "of", "police"])
TEXTS = st.lists(WORDS, max_size=6).map(" ".join)
UNITS = st.lists(st.tuples(TEXTS, TEXTS).map(Unit), max_size=5)


def numbers(text: str) -> Iterator[int]:
    """The numbers in a text, decoded as the client does it; 0 ends a list."""
    high = 0
    for digit in map(DIGITS.index, text):
        if digit > 63:
            high = high * 29 + digit - 63
        else:
            yield high * 63 + digit
            high = 0


def terms_of(packed: str) -> list[str]:
    terms = [""]
    for capital, rest in re.findall("([A-Z])([^A-Z]*)", packed):
        terms.append(terms[-1][: ord(capital) - ord("A")] + rest)
    return terms[1:]


def unpacked(packed: Mapping[str, object], fields: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """Field, term and unit of every occurrence of a term."""
    for field in fields:
        term, unit = 0, -1
        for number in numbers(str(packed[f"postings{field}"])):
            if number:
                unit += number - 1
                yield field, term, unit
            else:
                term, unit = term + 1, -1


@given(UNITS)
def test_a_packed_index_holds_all_counts(units: list[Unit]) -> None:
    stems = Stems(LANGUAGES["en"])
    shard = joined([count_words(units, 2, stems)], stems)
    packed = pack(shard)
    terms = terms_of(str(packed["terms"]))
    assert terms == sorted(terms)
    expected = Counter(
        (field, terms.index(stem), unit)
        for unit, content in enumerate(units)
        for field, text in enumerate(content.texts)
        for stem in stems_of(text, stems)
    )
    assert Counter(unpacked(packed, (0, 1))) == expected
    assert set(pack(shard, shown={0})) == set(packed) - {"postings0"}
    assert shard.lengths == tuple(
        [sum(bool(stems[word]) for word in unit.texts[field].split()) for unit in units]
        for field in (0, 1)
    )


@given(UNITS)
def test_several_shards_know_the_averages_of_all(units: list[Unit]) -> None:
    stems = Stems(LANGUAGES["en"])
    counts = [count_words(some, 2, stems) for some in (units[:2], units[2:])]
    whole = [joined([count_words(units, 2, stems)], stems)]
    assert pack(joined(counts, stems)) == pack(whole[0])
    halves = [joined([one], stems) for one in counts]
    means = (averages([shard.totals for shard in shards]) for shards in (halves, whole))
    assert next(means) == pytest.approx(next(means))


def test_tokens_stand_as_they_are_and_count() -> None:
    stems = Stems(LANGUAGES["en"])
    shard = joined([count_words([Unit(("child", ""), ("a:1", "a:1(2)"), 1)], 2, stems)], stems)
    assert shard.lengths == ([1], [2])
    packed = pack(shard)
    assert terms_of(str(packed["terms"])) == ["a:1", "a:1(2)", "child"]
    assert list(unpacked(packed, [1])) == [(1, 0, 0), (1, 1, 0)]


def test_words_can_be_read_back_from_their_stems() -> None:
    texts = ("policies policy trafficking trafficked", "")
    stems = Stems(LANGUAGES["en"])
    packed = pack(joined([count_words([Unit(texts)], 2, stems)], stems))
    assert terms_of(str(packed["terms"])) == ["polici", "traffick"]
    assert packed["forms"] == "es,1y ed,ing"


def test_terms_that_stand_before_are_named_by_their_places() -> None:
    stems = Stems(LANGUAGES["en"])
    one, other = (
        joined([count_words([Unit((text,))], 1, stems)], stems)
        for text in ("child policy trafficking", "child farms trafficked")
    )
    packed = pack(other, one)
    assert [number - 1 for number in numbers(str(packed["known"]))] == [0, 1]  # differences
    assert terms_of(str(packed["terms"])) == ["farm"]
    assert packed["forms"] == "- ed s"
    assert list(unpacked(packed, [0])) == [(0, 0, 0), (0, 1, 0), (0, 2, 0)]


@given(st.integers(1, 10**7))
def test_a_number_is_read_as_it_was_written(number: int) -> None:
    assert list(numbers(pack_number(number))) == [number]


@given(st.lists(st.sets(st.integers(0, 9000), min_size=1, max_size=4).map(sorted)).map(sorted))
def test_owners_are_read_as_they_were_written(owners: list[list[int]]) -> None:
    found: list[list[int]] = [[]]
    number = 0
    for step in numbers(pack_owners(owners)):
        if step:
            number += step - 1
            found[-1].append(number)
        else:
            number = found[-1][0]
            found.append([])
    assert found == (owners or [[]])


@given(st.lists(st.text("abcé贩", max_size=40), unique=True).map(sorted))
def test_terms_are_read_as_they_were_written(terms: list[str]) -> None:
    assert terms_of(pack_terms(terms)) == terms
