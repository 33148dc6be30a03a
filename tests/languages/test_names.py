"""What the languages of the site call things: languages, and days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pypinyin.constants import PHRASES_DICT

from toolkit.languages import LANGUAGES
from toolkit.pages.dates import date_forms


@pytest.mark.parametrize(
    ("tag", "english", "russian"),
    [
        ("fr", "French", "французский"),
        # These have no locale, or a different name there.
        ("tl", "Tagalog", "тагалог"),
        ("sm", "Samoan", "самоанский"),
        ("bi", "Bislama", "бислама"),
        ("ilo", "Iloko", "илоко"),
        # By their ISO 639-3 codes.
        ("prs", "Dari", "дари"),
        ("pes", "Persian", "персидский"),
        ("zh-Hant", "Traditional Chinese", "китайский, традиционное письмо"),
        ("sr-Latn", "Serbian (Latin)", "сербский (латиница)"),
        ("qaa", "qaa", "qaa"),
    ],
)
def test_names_of_languages(tag: str, english: str, russian: str) -> None:
    assert LANGUAGES["en"].language_name(tag) == english
    assert LANGUAGES["ru"].language_name(tag) == russian


def test_a_name_of_its_own_goes_before_that_of_unicode() -> None:
    assert LANGUAGES["ar"].language_name("en") == "الإنكليزية"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_scripts_say_days_in_the_words_of_pages(tag: str) -> None:
    language = LANGUAGES[tag]
    forms = date_forms(language)
    for number in range(366):
        day = date(2028, 1, 1) + timedelta(number)
        form = forms[2 * day.month - 2 + (day.day > 1)]
        assert form.format(d=day.day, y=day.year) == language.date(day)


def test_chinese_is_sorted_by_syllables_that_take_little_memory() -> None:
    names = ["中国", "重庆", "重要", "阿根廷", "银行", "行人"]
    found = sorted(names, key=LANGUAGES["zh"].sort_key)
    assert found == ["阿根廷", "重庆", "行人", "银行", "中国", "重要"]
    syllables = [one for phrase in PHRASES_DICT.values() for one in phrase]
    assert len({*map(id, syllables)}) * 100 < len(syllables)


@pytest.mark.parametrize(
    ("tag", "title", "ends"),
    [
        ("en", "How?", "(2019). How?"),
        ("en", "How", "(2019). How."),
        ("zh", "如何？", "如何？"),
        ("zh", "如何", "如何。"),
        ("ar", "كيف؟", "كيف؟"),
        ("ar", "\u2066How?\u2069", "How?\u2069"),
    ],
)
def test_a_title_ends_a_sentence_once(tag: str, title: str, ends: str) -> None:
    text = LANGUAGES[tag].text
    assert text("cite.work", bodies="A", year="2019", title=title).endswith(ends)
    assert text("facts.end", what=title).endswith(ends.removeprefix("(2019). "))
