"""What queries mean, and what they find."""

from __future__ import annotations

import pytest

from toolkit.search.find import find, under_pillars
from toolkit.search.store import Store


def ids(store: Store, query: str, count: int = 5) -> list[str]:
    return [one.id for one in find(store, query).results[:count]]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("how do I interview a child?", ["interview", "child"]),
        ("who can be a victim", ["victim"]),
        ("WHO guidelines", ["who", "guidelines"]),
        ("what is the Palermo Protocol", ["palermo", "protocol"]),
        ("which countries work on compensation", ["compensation"]),
        ("countries", ["countries"]),
        ("the of and", []),
    ],
)
def test_questions_are_reduced_to_what_they_ask_for(
    store: Store, query: str, words: list[str]
) -> None:
    assert [slot.word for slot in find(store, query).query.slots if not slot.aside] == words


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("traficking", [("traficking", "trafficking")]),
        ("exploitaton of childern", [("exploitaton", "exploitation"), ("childern", "children")]),
        ("trafficking", []),
        ("protcol", [("protcol", "protocol")]),
        ("2019", []),
        ("UNODC", []),
    ],
)
def test_only_words_that_no_index_knows_are_corrected(
    store: Store, query: str, read: list[tuple[str, str]]
) -> None:
    assert find(store, query).query.corrected == read
    assert find(store, query, correct=False).query.corrected == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("labor inspection", "labour inspection"),
        ("NRM", "national referral mechanism"),
        ("TIP protocol", "palermo protocol"),
        ("art. 6(3) palermo protocol", "Article 6 (3) Palermo Protocol"),
        ("cote d'ivoire", "Côte d’Ivoire"),
        ("Osterreich", "Österreich"),
    ],
)
def test_names_and_spellings_of_one_thing_find_the_same(store: Store, one: str, other: str) -> None:
    assert set(ids(store, one, 4)) & set(ids(store, other, 4)) or not ids(store, other)


def test_an_abbreviation_puts_the_work_of_that_name_first(store: Store) -> None:
    assert ids(store, "NRM")[0].startswith("odihr-nrm-handbook")


def test_an_instrument_is_its_own_first_result(store: Store) -> None:
    assert ids(store, "palermo protocol")[0] == "un-trafficking-in-persons-protocol-2000"


def test_an_article_is_not_the_beginning_of_another(store: Store) -> None:
    query = find(store, "article 6").query
    assert set(query.slots[0].terms) == {":6", "tip-protocol:"}


def test_a_phrase_stands_word_for_word(store: Store) -> None:
    loose = find(store, "mechanism referral").results
    strict = find(store, '"mechanism referral"').results
    assert loose
    assert not strict


def test_entries_that_answer_all_come_before_those_that_answer_some(store: Store) -> None:
    shares = [one.coverage for one in find(store, "labour inspection").results]
    assert shares[0] == 1
    assert min(shares) < 1


def test_everyday_words_lead_to_the_terms_of_the_field_and_not_back(store: Store) -> None:
    def sought(query: str) -> set[str]:
        return {term for slot in find(store, query).query.slots for term in slot.terms}

    assert store.stems["interview"] in sought("how to talk to a victim")
    assert store.stems["talk"] not in sought("how to interview a victim")
    assert ids(store, "how many victims are there", 1)[0].startswith("unodc-glotip-")


@pytest.mark.parametrize(
    "query",
    [
        *("chocolate cake recipe", "qwxzvb", "solar panels", "ski resort"),
        *("recette de gâteau au chocolat", "receta de paella", "прогноз погоды в Москве"),
        *("حالة الطقس غدا", "红烧肉的做法"),
    ],
)
def test_what_nothing_answers_gives_little_or_is_called_weak(store: Store, query: str) -> None:
    found = find(store, query)
    assert len(found.results) <= 3
    assert found.weak or not found.results


def test_names_in_other_languages_count_only_in_their_queries(store: Store) -> None:
    assert ids(store, "traite des enfants")
    assert find(store, "traite des enfants").query.foreign
    assert not find(store, "protection of children").query.foreign


def test_pillars_narrow_results(store: Store) -> None:
    results = find(store, "child").results
    kept = under_pillars(store, results, ("prosecution",))
    assert 0 < len(kept) < len(results)
    assert under_pillars(store, results, ()) == results
