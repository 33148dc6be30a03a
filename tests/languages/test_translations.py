"""Translations of the interface: what makes one unusable, and what is reported about it."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from gettext import c2py
from pathlib import Path

import pytest

from toolkit.cache.store import Store
from toolkit.languages import LANGUAGES
from toolkit.languages.strings import Text, english, placeholders, translation
from toolkit.problems import ToolkitError
from toolkit.site.languages import find_language, find_languages

FOLDER = Path(__file__).parents[2] / "toolkit/languages"
FORMS = {
    "en": ("one", "other"),
    "fr": ("one", "many", "other"),
    "es": ("one", "many", "other"),
    "ar": ("zero", "one", "two", "few", "many", "other"),
    "ru": ("one", "few", "many", "other"),
    "zh": ("other",),
}
TRANSLATED = [tag for tag in LANGUAGES if tag != "en"]


@cache
def faults(tag: str, text: str) -> dict[str, str]:
    """Errors in the text of a .po file, by key; each is located at its string."""
    lines = text.split("\n")
    found = translation(LANGUAGES[tag].locale, text).faults
    for one in found:
        if one.message != "it is missing":
            assert any(one.key in line for line in lines[max(0, one.line - 3) : one.line])
    return {one.key: one.message for one in found}


def po(tag: str, old: str = "", new: str = "") -> str:
    text = (FOLDER / f"{tag}.po").read_text(encoding="utf-8")
    assert text.count(old) == 1 or not old
    return text.replace(old, new) if old else text


@pytest.mark.parametrize("tag", LANGUAGES)
def test_each_string_has_the_names_in_braces_and_the_plural_forms_of_its_language(tag: str) -> None:
    for key, text in LANGUAGES[tag].strings.items():
        source = english()[key]
        if isinstance(text, str) or isinstance(source, str):
            assert placeholders(str(text)) == placeholders(str(source)), key
            continue
        assert tuple(text) == FORMS[tag], key
        for form in text.values():
            assert {*placeholders(form), "n"} == {*placeholders(source["other"]), "n"}, key


def test_chinese_articles_and_their_titles_have_no_latin_stop_between() -> None:
    assert "." not in LANGUAGES["zh"].text("coverage.article", number="第6条", title="援助")


@pytest.mark.parametrize("tag", [one.tag for one in LANGUAGES.values() if one.direction == "rtl"])
def test_the_beginning_of_an_address_keeps_its_signs_from_right_to_left(tag: str) -> None:
    shown = json.dumps([*LANGUAGES[tag].strings.values()], ensure_ascii=False)
    assert re.findall(r"\w+://", shown)
    assert not re.findall(r"\w+://(?![\w\u200e])", shown), "shown as //:https"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_link_beside_the_way_out_is_named_like_its_page(tag: str) -> None:
    text = LANGUAGES[tag].text
    assert text("leave.about") in text("foot.about/safety")


NAMED_ALIKE = {
    "facet.organisations": [
        f"opportunity.do.{kind}" for kind in ("overlap", "renew", "translate", "fill")
    ],
    "facet.audiences": ["data.for.feed", "data.lacks.much"],
    "facet.regions": ["data.for.feed", "data.lacks.much"],
    "part.resources": ["coverage.how", "coverage.matching-how"],
}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_sentences_say_what_they_are_about_in_the_words_of_headings(tag: str) -> None:
    """Apart from endings: after "both works", "they" didn't mean the organizations."""
    text = LANGUAGES[tag].text
    for name, key in ((name, key) for name, keys in NAMED_ALIKE.items() for key in keys):
        assert text(name)[:6].lower() in text(key).lower(), key


@pytest.mark.parametrize("tag", ["es", "fr"])
def test_no_label_before_the_names_of_organizations_ends_in_of(tag: str) -> None:
    """An objection "after the closing date of" an organization isn't one that it made."""
    for key, text in LANGUAGES[tag].strings.items():
        if key.startswith(("recognition.entry.", "recognition.text.")):
            assert not str(text).endswith(" de"), key


@pytest.mark.parametrize("tag", ["es", "fr"])
def test_a_label_before_the_names_of_organizations_fits_one_and_many(tag: str) -> None:
    for key in ("recognition.entry.former", "recognition.entry.former-objections"):
        assert LANGUAGES[tag].text(key).endswith((" par", " por")), key


@pytest.mark.parametrize("tag", ["es", "fr"])
def test_no_sentence_about_opportunities_needs_the_article_of_a_name(tag: str) -> None:
    """Names come without: "des ouvrages de l’OIT" would be "de OIT"."""
    for key, text in LANGUAGES[tag].strings.items():
        if key.startswith("opportunity."):
            assert not re.search(r"(?:^|[.,] | de )\{(?:bodies|one|other)\}", str(text)), key


def test_one_of_several_members_is_singular() -> None:
    text = LANGUAGES["fr"].text("recognition.says.partly", n=5, known=1, names="OIT")
    assert text == "Reconnue par 1 des 5 membres\u00a0: OIT."


def test_a_place_in_spanish_needs_no_article() -> None:
    place = LANGUAGES["es"].country("gb")
    assert (
        LANGUAGES["es"].text("facts.in", what="Una práctica", where=place).endswith(f" ({place})")
    )


@pytest.mark.parametrize("tag", ["es", "fr"])
def test_the_key_for_leaving_has_both_of_its_names(tag: str) -> None:
    """In Spanish "mayúsculas" alone may also be the key that locks capitals."""
    for key in ("leave.hint", "leave.once", "book.safety.leave"):
        assert "(Shift)" in LANGUAGES[tag].text(key), key


def test_no_line_of_french_can_begin_with_a_mark() -> None:
    for key, text in LANGUAGES["fr"].strings.items():
        for form in (text,) if isinstance(text, str) else text.values():
            assert not re.search(r" [:;?!»]|« ", form), key


@pytest.mark.parametrize(
    ("tag", "before"),
    [("ar", "قبل"), ("es", "antes"), ("fr", "avant"), ("ru", "до$"), ("zh", "前")],
)
def test_what_is_due_by_a_month_is_in_time_until_its_end(tag: str, before: str) -> None:
    for key in ("field.review_by", "due.review", "trust.overdue"):
        assert not re.search(before, str(LANGUAGES[tag].strings[key])), key


def test_places_after_in_are_in_the_genitive_in_arabic() -> None:
    """Of what the sentence joins, only the dual shows its case without vowels."""
    arabic = LANGUAGES["ar"]
    where = arabic.joined(["كينيا", arabic.text("facts.more-places", n=2)])
    assert arabic.text("facts.in", what="ممارسة", where=where) == "ممارسة في كينيا ومكانين آخرين"


def test_no_arabic_string_says_whose_machine_translated() -> None:
    """Before a noun, "a machine" is read as "the machine of": that of this page, or of the site."""
    assert [key for key, text in LANGUAGES["ar"].strings.items() if "آلة" in str(text)] == []


def test_numbers_and_days_have_no_space_around_them_in_chinese() -> None:
    filled = r"\{(?:n|max|fewest|most|before|after|value)\}"
    for key, text in LANGUAGES["zh"].strings.items():
        for form in [text] if isinstance(text, str) else text.values():
            assert not re.search(rf"[\u4e00-\u9fff] {filled}|{filled} [\u4e00-\u9fff]", form), key


@pytest.mark.parametrize("tag", TRANSLATED)
def test_the_plural_expression_of_a_file_chooses_as_the_site_does(tag: str) -> None:
    """Translation tools follow the header of the file, the site follows Unicode CLDR."""
    head = re.search(r"nplurals=(\d+); plural=(.*?);", po(tag))
    assert head
    assert int(head[1]) == len(FORMS[tag])
    choose = c2py(head[2])
    for number in (*range(230), 1_000_000, 2_000_000):
        assert FORMS[tag][choose(number)] == LANGUAGES[tag].locale.plural_form(number), number


@pytest.mark.parametrize(
    ("old", "new", "key", "message"),
    [
        (
            'msgid "Leave this site quickly"',
            'msgid "Leave this site at once"',
            "leave.now",
            "the English text has changed since",
        ),
        (
            'msgctxt "leave.now"',
            '#, fuzzy\nmsgctxt "leave.now"',
            "leave.now",
            "the English text has changed since",
        ),
        ('msgstr "Быстро покинуть этот сайт"', 'msgstr ""', "leave.now", "it is missing"),
        ('msgctxt "leave.now"', 'msgctxt "leave.never"', "leave.now", "it is missing"),
        (
            'msgctxt "leave.now"',
            'msgctxt "leave.never"',
            "leave.never",
            "there is no such string in English",
        ),
        (
            'msgstr "Копия от {date}."',
            'msgstr "Копия от {day}."',
            "foot.copy",
            "it does not have the same names in braces as 'Copy dated {date}.'",
        ),
        (
            'msgstr[0] "{n} практика"',
            'msgstr[0] "одна практика"',
            "count.practices",
            "its form 'one' does not have the same names in braces as '{n} practices'",
        ),
        (
            'msgstr[3] "{n} практик"\n',
            "",
            "count.practices",
            "it needs 4 plural forms: one, few, many, other",
        ),
        (
            'msgstr[3] "{n} практик"',
            'msgstr[3] ""',
            "count.practices",
            "it needs 4 plural forms: one, few, many, other",
        ),
    ],
)
def test_each_fault_of_a_translation_is_named(old: str, new: str, key: str, message: str) -> None:
    assert faults("ru", po("ru")) == {}
    head, *strings = (f"{one}\n" for one in po("ru").split("\n\n"))
    [string] = [one for one in strings if old in one]
    assert faults("ru", f"{head}\n{string.replace(old, new)}")[key] == message


@pytest.mark.parametrize("file", ["en.pot", *(f"{tag}.po" for tag in TRANSLATED)])
def test_each_key_is_in_a_file_once(file: str) -> None:
    keys = re.findall(r'^msgctxt "(.*)"$', (FOLDER / file).read_text(encoding="utf-8"), re.M)
    assert sorted(keys) == sorted(english())


def test_a_form_for_one_number_alone_may_say_it_in_words() -> None:
    assert LANGUAGES["ar"].text("count.practices", n=2) == "ممارستان"
    changed = po("ar", 'msgstr[2] "ممارستان"', 'msgstr[2] "ممارستان {names}"')
    assert "'two'" in faults("ar", changed)["count.practices"]
    changed = po("ar", 'msgstr[3] "{n} ممارسات"', 'msgstr[3] "ممارسات"')
    assert "'few'" in faults("ar", changed)["count.practices"]


@pytest.mark.parametrize("broken", ['msgctxt "a"\nmsgid "b', 'msgid "a"\nmsgstr[x] "b"\n', "words"])
def test_a_file_that_cannot_be_read_is_one_fault_with_its_line(broken: str) -> None:
    [found] = translation(LANGUAGES["fr"].locale, f"{po('fr')}\n{broken}\n").faults
    assert found.message.startswith("it can't be read: ")
    assert found.line == 1 or found.line > po("fr").count("\n")


def test_a_language_that_lacks_words_is_not_built(monkeypatch: pytest.MonkeyPatch) -> None:
    text = po("fr", 'msgstr "Quitter vite ce site"', 'msgstr ""')
    line = text[: text.index('msgid "Leave this site quickly"')].count("\n") + 1
    spoiled = translation(LANGUAGES["fr"].locale, text)
    monkeypatch.setitem(vars(LANGUAGES["fr"]), "_translation", spoiled)
    with pytest.raises(ToolkitError) as error:
        find_language("fr")
    assert f"toolkit/languages/fr.po:{line}: leave.now: it is missing" in error.value.message
    assert find_language("es").tag == "es"


def test_words_are_kept_for_the_next_run_until_their_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, tags = Store(tmp_path, bytes(32)), ("en", "fr")

    def in_a_new_run() -> list[Mapping[str, Text]]:
        for tag in tags:
            monkeypatch.setitem(LANGUAGES, tag, replace(LANGUAGES[tag]))  # which has read nothing
        return [one.strings for one in find_languages(tags, store)]

    made = in_a_new_run()
    for name in ("english", "translation"):
        monkeypatch.setattr(f"toolkit.languages.language.{name}", None)  # so that none can be read
    assert (
        in_a_new_run() == made == [english(), translation(LANGUAGES["fr"].locale, po("fr")).strings]
    )
    lacking = po("fr", 'msgstr "Quitter vite ce site"', 'msgstr ""')
    texts = {"en.pot": (FOLDER / "en.pot").read_text(encoding="utf-8"), "fr.po": lacking}
    monkeypatch.setattr("toolkit.languages.language.translation", translation)
    monkeypatch.setattr("toolkit.languages.language.read", texts.__getitem__)
    for _ in range(2):  # a fault isn't kept
        with pytest.raises(ToolkitError, match=r"leave\.now: it is missing"):
            in_a_new_run()


def test_dates_and_lists_are_those_of_the_language() -> None:
    first, later = date(2026, 11, 1), date(2026, 11, 26)
    assert LANGUAGES["fr"].date(first) == "1er novembre 2026"
    assert LANGUAGES["fr"].date(later) == "26 novembre 2026"
    assert LANGUAGES["ru"].date(later) == "26 ноября 2026 года"
    assert LANGUAGES["ar"].date(later) == "26 تشرين الثاني/نوفمبر 2026"
    assert LANGUAGES["zh"].date(later) == "2026年11月26日"
    assert LANGUAGES["es"].joined(["árabe", "español", "inglés"]) == "árabe, español e inglés"
    assert LANGUAGES["es"].joined(["cobre", "hierro"]) == "cobre y hierro"
    names = LANGUAGES["ar"].joined(["الإنتربول", "Police", "21 survivor leaders"])
    assert LANGUAGES["ar"].text("list.comma") == "،\u200f "  # Latin names follow from the right
    assert names == "الإنتربول وPolice و\u206621 survivor leaders\u2069"
    assert LANGUAGES["zh"].prose(["一。", "二。"]) == "一。二。"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_names_with_commas_are_told_apart_in_lists(tag: str) -> None:
    """ "Women, children and OHCHR" named one body, or three."""
    language = LANGUAGES[tag]
    comma = {"ar": "، ", "zh": "，"}.get(tag, ", ")
    named = [f"Women{comma}children", "OHCHR"]
    assert language.joined(named) == language.text("list.semicolon").join(named)
    assert language.joined(named[:1]) == named[0]
    assert language.text("list.semicolon") not in language.joined(["1,300 unions", "OHCHR"])
    quoted = [language.text("quotation").format(one) for one in named]
    assert language.text("list.semicolon") not in language.joined(quoted)


@pytest.mark.parametrize(
    ("tag", "in_order"),
    [
        ("en", ["Åland Islands", "Angola", "“Best” practice", "Zambia"]),
        ("fr", ["cote", "Côte d’Ivoire", "école", "Égypte", "œuvre", "ouvrage"]),
        ("es", ["nube", "ñandú", "océano"]),
        ("ru", ["Ирак", "Йемен", "Канада"]),
        ("ar", ["إثيوبيا", "الأرجنتين", "تايلند", "الصين", "الهند"]),
        ("zh", ["埃塞俄比亚", "巴西", "肯尼亚", "美利坚合众国", "中国"]),
    ],
)
def test_names_are_in_the_order_of_the_language(tag: str, in_order: list[str]) -> None:
    language = LANGUAGES[tag]
    assert sorted(set(in_order), key=language.sort_key) == in_order


def test_a_list_from_a_to_z_has_the_letters_of_the_language() -> None:
    assert LANGUAGES["zh"].initial("美国") == "M"
    assert LANGUAGES["ar"].initial("الصين") == "ص"
    assert LANGUAGES["ru"].initial("ёлка") == "Е"
    assert LANGUAGES["es"].initial("«Guía»") == "G"
    assert LANGUAGES["fr"].initial("2019") == "0"


def test_countries_have_the_names_that_the_united_nations_uses() -> None:
    names = {tag: language.country("ru") for tag, language in LANGUAGES.items()}
    assert names["fr"] == "Fédération de Russie"
    assert names["zh"] == "俄罗斯联邦"
    assert names["en"] == "Russian Federation"
    assert LANGUAGES["en"].country("tf") == "French Southern Territories"
    assert [LANGUAGES["fr"].country(code) for code in ("lr", "ng", "sv")] == [
        "Libéria",
        "Nigéria",
        "El Salvador",
    ]
    assert [LANGUAGES["es"].country(code) for code in ("bj", "ro", "sr")] == [
        "Benin",
        "Rumania",
        "Suriname",
    ]
