from pathlib import Path

import pytest

from tests.search.conftest import index_files, stems_of, write_site
from toolkit.languages.language import Language
from toolkit.search.documents import Document
from toolkit.search.engine import Engine
from toolkit.search.facets import SearchFacet
from toolkit.search.words import Stems, fold_letters, split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Côte d’Ivoire", ["cote", "d", "ivoire"]),
        ("Türkiye, İstanbul", ["turkiye", "istanbul"]),
        ("A/RES/64/293", ["a", "res", "64", "293"]),
        ("978-92-2-121321-5", ["978", "92", "2", "121321", "5"]),
        ("Article 9(5)", ["article", "9", "5"]),
        ("the victims’ children's home", ["the", "victims", "children", "s", "home"]),
        ("child\u00a0labour – forced\u2009labour", ["child", "labour", "forced", "labour"]),
        ("😀help😀me", ["help", "me"]),
        ("ﬁnance ２０２６", ["finance", "2026"]),
        ("торговля людьми", ["торговля", "людьми"]),
        ("الاتجار بالأشخاص، 人口贩运。", ["الاتجار", "بالأشخاص", "人口", "口贩", "贩运"]),
        ("+-~^*: \u2028 _", []),
    ],
)
def test_texts_fall_into_folded_words(text: str, expected: list[str]) -> None:
    assert split(text) == [fold_letters(word) for word in expected]


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("trafficking", "traffick"),
        ("interviewing", "interview"),
        ("inspectors", "inspector"),
        ("pay", "pay"),
        ("employ", "employ"),
        ("employment", "employ"),
        ("try", "tri"),
        ("stolen", "steal"),
        ("fled", "flee"),
        ("by", ""),
        ("the", ""),
        ("who", "who"),
        ("", ""),
    ],
)
def test_words_have_stems_and_fillers_none(word: str, stem: str, english: Language) -> None:
    assert Stems(english)[word] == stem


def test_no_irregular_form_teaches_an_ending(english: Language) -> None:
    """Unknown words, including typing errors, are read by the endings of known ones."""
    assert not [form for form, plain in english.irregular.items() if form.startswith(plain)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الأطفال", "أطفال"),
        ("والضحايا", "ضحايا"),
        ("торговля", "торговли"),
        ("детьми", "детей"),
        ("victimes", "victime"),
    ],
)
def test_words_of_other_scripts_are_joined(one: str, other: str, english: Language) -> None:
    stems = Stems(english)
    assert stems_of(one, stems) == stems_of(other, stems) != []


def test_the_client_gives_all_words_of_an_index_the_stems_of_the_build(
    tmp_path: Path, english: Language, documents: list[Document], facets: list[SearchFacet]
) -> None:
    """Query each word alone: all titles with the same stem are found."""
    engine = Engine(write_site(tmp_path, index_files(documents, english, facets)), "en")
    stems = Stems(english)
    titles = [set(stems_of(document.texts[0], stems)) for document in documents]
    for word in sorted({word for one in documents for word in split(one.texts[0])}):
        if not stems[word] or word in english.fillers or len(word) == 1:
            continue
        found = {one.title for one in engine.find(word, correct=False).results}
        having = [
            document
            for document, title in zip(documents, titles, strict=True)
            if stems[word] in title and document.card.get("kind") != "guide"
        ]
        assert {str(document.card["title"]) for document in having} <= found, word


@pytest.mark.parametrize(
    ("typed", "in_the_index"),
    [
        ("inspected", "inspect"),
        ("identifies", "identify"),
        ("mechanism", "mechanisms"),
        ("recruiting", "recruitment"),
    ],
)
def test_a_word_that_no_index_has_gets_the_stem_of_its_relations(
    engine: Engine, typed: str, in_the_index: str
) -> None:
    def found(word: str) -> set[str]:
        return {one.url for one in engine.find(f"{word} ", correct=False).results}

    assert found(typed) == found(in_the_index) != set()
