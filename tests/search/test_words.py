from __future__ import annotations

import pytest

from toolkit.catalogue.catalogue import Catalogue
from toolkit.languages.language import Language
from toolkit.search.words import Stems, fold_letters, split


def words(text: str) -> list[str]:
    return [word for word in split(text) if word]


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
    assert words(text) == [fold_letters(word) for word in expected]


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
        ("by", ""),
        ("the", ""),
        ("who", "who"),
        ("", ""),
    ],
)
def test_words_have_stems_and_fillers_none(word: str, stem: str, english: Language) -> None:
    assert Stems(english)[word] == stem


def test_no_filler_hides_an_organisation(english: Language, catalogue: Catalogue) -> None:
    stems = Stems(english)
    hidden = [
        organisation.id
        for organisation in catalogue.organisations.values()
        if organisation.abbreviation
        and not any(stems[word] for word in split(organisation.abbreviation))
    ]
    assert hidden == []


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
    assert stems.of(one) == stems.of(other) != []
