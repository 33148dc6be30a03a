"""What is filled into Russian sentences keeps its form: names and months are in the nominative."""

import re
from collections.abc import Iterator
from datetime import date

from toolkit.languages import LANGUAGES

RUSSIAN = LANGUAGES["ru"]


def forms() -> Iterator[tuple[str, str]]:
    """Each string with its key, in each of its plural forms."""
    for key, text in RUSSIAN.strings.items():
        for form in (text,) if isinstance(text, str) else text.values():
            yield key, form


def test_audiences_can_be_joined_with_and() -> None:
    """A clause in one, after its comma, would need another before "and"."""
    for key, form in forms():
        if key.startswith("phrase.audiences."):
            assert "," not in form, key


def test_organizations_are_listed_and_not_inflected() -> None:
    """`среди материалов организации Федеральное министерство` is no Russian."""
    for key, form in forms():
        if key.startswith("opportunity.reason."):
            assert not re.search(r"(?<!: )\{bodies\}", form), key


def test_a_month_follows_no_preposition() -> None:
    for key, form in forms():
        assert not re.search(r"\w \{month\}", form), key


def test_a_year_is_written_out_after_a_month_as_after_a_day() -> None:
    """With CLDR's `г.`, a sentence that ends in a month had two full stops."""
    june = date(2026, 6, 1)
    assert RUSSIAN.date(june) == "1 июня 2026 года"
    assert RUSSIAN.month(june) == "июнь 2026 года"


def test_no_verb_stands_beside_a_number_that_may_be_one() -> None:
    """`Признали 1 из 12`: the verb would have to be singular."""
    for key, form in forms():
        assert not re.search(r"\w \{known\}", form), key
        assert not re.search(r"[а-я]ли \{names\}", form), key


def test_the_last_day_of_an_answer_is_included() -> None:
    """`до 31 декабря` may end on the day before."""
    day = RUSSIAN.date(date(2027, 12, 31))
    assert RUSSIAN.text("opportunity.until", day=day).endswith(
        "по 31 декабря 2027 года включительно."
    )


def test_only_the_titles_of_pages_have_an_english_dash() -> None:
    assert {key for key, form in forms() if " – " in form} == {"page.title"}
