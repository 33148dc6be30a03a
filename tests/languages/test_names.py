"""What the languages of works are called in the site's languages."""

import pytest

from toolkit.languages import LANGUAGES


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
