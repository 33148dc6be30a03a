"""Floors below which the answers to judged queries must not fall."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.relevance.answers import DOCS, index_of_docs, make_answer
from tests.relevance.measures import (
    LANGUAGES,
    NOTHING,
    SETS,
    Answer,
    measure,
    read_judged,
)
from toolkit.content.reader import read_content


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Answer]:
    return make_answer(index_of_docs(tmp_path_factory.mktemp("index")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_judgments_are_complete(language: str) -> None:
    judged = read_judged(language)
    ids = set(read_content(DOCS).by_id)
    assert len({one.query for one in judged}) == len(judged) >= (120 if language == "en" else 25)
    sets = [one.set for one in judged]
    divided = 3 * sets.count("held-out")
    assert divided >= (120 if language == "en" else 24)
    assert (
        sets
        == [*(["tuning", "tuning", "held-out"] * (divided // 3)), *["tuning"] * len(sets)][
            : len(sets)
        ]
    )
    for one in judged:
        assert {*one.relevant, *one.also} <= ids, one.query
        assert bool(one.relevant) != (one.kind == NOTHING), one.query


@pytest.mark.parametrize("name", SETS)
def test_english_queries_are_answered(answer: Callable[[str], Answer], name: str) -> None:
    judged = [one for one in read_judged("en") if one.set == name]
    found = measure([one for one in judged if one.kind != NOTHING], answer)
    assert found.success >= 0.93
    assert found.recall >= 0.90
    assert found.reciprocal >= 0.94
    errors = measure([one for one in judged if one.kind == "typing-error"], answer)
    assert errors.success >= 0.90
    nothing = measure([one for one in judged if one.kind == NOTHING], answer)
    assert nothing.results <= 3
    assert nothing.weak == 1


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_names_in_other_languages_find_entries(
    answer: Callable[[str], Answer], language: str
) -> None:
    judged = [one for one in read_judged(language) if one.kind != NOTHING]
    found = measure(judged, answer)
    assert found.success >= 0.75
    assert found.recall >= 0.70
