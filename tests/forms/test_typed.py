"""What people type and paste into fields: from keyboards, books and their own programs."""

import shutil
from pathlib import Path
from time import process_time

import pytest

from tests.checkouts import SAMPLE
from tests.forms.engine import Form, script, written
from toolkit.content.reader import read_content


@pytest.fixture(scope="module", params=["en", "ar"])
def form(request: pytest.FixtureRequest) -> Form:
    return Form(read_content(SAMPLE), "2026-11-25", request.param)


@pytest.fixture(scope="module")
def form_in_english() -> Form:
    return Form(read_content(SAMPLE), "2026-11-25")


@pytest.mark.parametrize(
    ("field", "typed", "taken"),
    [
        ("year", "\u0662\u0660\u0662\u0661", "2021"),
        ("year", "\u06f2\u06f0\u06f2\u06f1", "2021"),
        ("date", "\uff12\uff10\uff12\uff11-01-02", "2021-01-02"),
        ("title", "\u0662 \u200bguides\tand\u00a0more", "\u0662 guides and more"),
        (
            "title",
            "One \u2066two\u2069 fi\U000e0041ve si\u034fx\u3164 \ufff9a\ufffb",
            "One two five six a",
        ),
        ("title", "Cut in half \ud83d\ufffe", "Cut in half"),
        ("title", "Whole \U0001f600", "Whole \U0001f600"),
        ("doi", "https://doi.org/10.18356/abc", "10.18356/abc"),
        ("doi", "DOI: 10.18356/a,b; dx.doi.org/10.1/x", "10.18356/a,b; 10.1/x"),
        ("doi", "10.1/a<1::AID>3.0.CO;2-1;10.1/b;", "10.1/a<1::AID>3.0.CO;2-1; 10.1/b"),
        (
            "isbn",
            "ISBN 978\u201392\u20131 (print), eISBN: 9789210041669",
            "978-92-1; 9789210041669",
        ),
        ("isbn", "ISBN-13: 978 92 1;", "978 92 1"),
        ("issn", "ISSN 1020-525X, 1020-5268", "1020-525X; 1020-5268"),
        ("issn", "issn 1020525x", "1020-525X"),
        ("symbol", "E/2002/68/Add.1", "E/2002/68/Add.1"),
    ],
)
def test_numbers(form: Form, field: str, typed: str, taken: str) -> None:
    kind = field if field in ("year", "date") else "text" if field == "title" else "identifier"
    assert form.ask("typed", [{"name": field, "form": kind}, typed]) == taken


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        (
            "We met:\n\u2022\tpolice,\no\tnurses.\nAll spoke.",
            "We met:\n\n- police,\n- nurses.\n\nAll spoke.",
        ),
        ("\uf0b7 one that\ngoes on\n\uf0b7 two", "- one that\ngoes on\n- two"),
        ("\u00a7\tone\n\u00a7\ttwo", "- one\n- two"),
        ("\u00a7 232 of the code\n\u00a7232a too", "\u00a7 232 of the code\n\u00a7232a too"),
        ("1.\tPlan\n2)\tGo", "1. Plan\n2. Go"),
        ("A:\n\n- one\n\u2022\ttwo", "A:\n\n- one\n- two"),
        ("Place\tYear  \nPeru\t2020\t", "Place\tYear\nPeru\t2020"),
        ("1999 was it.\n2) is a\n\no no", "1999 was it.\n\n2. is a\n\no no"),
        ("- one\n  - two\n\n1. x", "- one\n  - two\n\n1. x"),
        ("\u2022\ta\n\ntext\n\u2022\tb", "- a\n\ntext\n\n- b"),
        ("\u200e## One\n\n\u200f- two\n\u200fthree", "## One\n\n- two\n\u200fthree"),
    ],
)
def test_lists_of_word_processors(form: Form, typed: str, taken: str) -> None:
    assert form.ask("typed", [{"section": "", "form": "text"}, typed]) == taken


@pytest.mark.parametrize(
    ("field", "typed", "taken"),
    [
        ("organisations", "UNODC, IOM and ILO", ["unodc", "iom", "ilo"]),
        ("organisations", "UNODC / A small body; ILO", ["unodc", "A small body", "ilo"]),
        ("organisations", "International Labour Organization (ILO)", ["ilo"]),
        ("organisations", "Smith, J. and Doe, A.", ["Smith, J. and Doe, A."]),
        ("countries", "St Helena, Peru", ["SH", "PE"]),
        ("countries", "Peru\u060c Chile\u061b Bosnia and Herzegovina", ["PE", "CL", "BA"]),
        ("countries", "Congo (Democratic)", ["Congo (Democratic)"]),
        ("languages", "English/French", ["en", "fr"]),
        ("languages", '"English", “French”', ["en", "fr"]),
        ("languages", "العربية، English", ["ar", "en"]),
        (
            "organisations",
            "\u041c\u0438\u043d\u0438\u0441\u0442\u0435\u0440\u0441\u0442\u0432\u043e ILO",
            ["\u041c\u0438\u043d\u0438\u0441\u0442\u0435\u0440\u0441\u0442\u0432\u043e ILO"],
        ),
        ("languages", "Français, Deutsch, العربية", ["fr", "de", "ar"]),
        (
            "provisions",
            "TIP Protocol, article 6(3)(a); TIP Protocol، المادة ٩",
            ["tip-protocol:6(3)(a)", "tip-protocol:9"],
        ),
        ("provisions", "TIP Protocol, article 99", ["tip-protocol", "article 99"]),
        ("provisions", "TIP Protocol, articles 6 and 9", ["tip-protocol:6", "tip-protocol:9"]),
        (
            "provisions",
            "TIP Protocol, art. 6(3), 9 & art. 5",
            [f"tip-protocol:{n}" for n in ("6(3)", "9", "5")],
        ),
        (
            "provisions",
            "TIP Protocol, articles 6, 9, et 5",
            [f"tip-protocol:{n}" for n in (6, 9, 5)],
        ),
        ("provisions", "TIP Protocol, artículos 6 y 9", ["tip-protocol:6", "tip-protocol:9"]),
        ("provisions", "TIP Protocol, статьи 6 и 9", ["tip-protocol:6", "tip-protocol:9"]),
        ("provisions", "TIP Protocol، المادتان ٦ و٩", ["tip-protocol:6", "tip-protocol:9"]),
        ("provisions", "TIP Protocol، المادة 6 والمادة 9", ["tip-protocol:6", "tip-protocol:9"]),
        ("provisions", "TIP Protocol第6条和第9条", ["tip-protocol:6", "tip-protocol:9"]),
        (
            "provisions",
            "TIP Protocol，第6、9条; c029, 1",
            ["tip-protocol:6", "tip-protocol:9", "c029:1"],
        ),
        ("provisions", "TIP Protocol: Art.6.", ["tip-protocol:6"]),
        (
            "provisions",
            "TIP Protocol (articles 6(3) and 9)",
            ["tip-protocol:6(3)", "tip-protocol:9"],
        ),
        ("provisions", "TIP Protocol（第6条）", ["tip-protocol:6"]),
        (
            "provisions",
            "Articles 6 and 9 of the TIP Protocol; art. 1, c029",
            ["tip-protocol:6", "tip-protocol:9", "c029:1"],
        ),
        ("provisions", "المادتان ٦ و٩ من TIP Protocol", ["tip-protocol:6", "tip-protocol:9"]),
        ("provisions", "Article 99 of the TIP Protocol", ["Article 99 of the TIP Protocol"]),
        # Neither a range nor an article that doesn't exist is taken for two articles.
        ("provisions", "TIP Protocol, articles 6 to 9", ["tip-protocol", "articles 6 to 9"]),
        ("provisions", "TIP Protocol, articles 6 and 99", ["tip-protocol", "articles 6", "99"]),
        (
            "languages",
            "Portuguese (Brazil), Simplified Chinese; Farsi; Ruritanian",
            ["pt-BR", "zh-Hans", "fa", "Ruritanian"],
        ),
        # As in e-mails and spreadsheets.
        ("organisations", "Labour\\; Farms; ILO", ["Labour; Farms", "ilo"]),
    ],
)
def test_several_names_in_one_line(form: Form, field: str, typed: str, taken: list[str]) -> None:
    assert form.ask("chosen", [field, typed]) == taken


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "I. CONTEXT\nA.\nB. Approach:\nA.\n(iii) Results\nA."),
        ("fr", "1) Contexte\nA.\n2° – Démarche :\nA.\nIII – Résultats\nA."),
        ("ar", "\u0661. السياق\nA.\n\u0662) النهج:\nA.\n\u0663- النتائج\nA."),
        ("zh", "一、背景\nA.\n（二）做法：\nA.\n３．成果\nA."),
    ],
)
def test_numbered_headings_of_a_report(language: str, typed: str) -> None:
    form = Form(read_content(SAMPLE), "2026-11-25", language)
    assert form.ask("divided", ["practice", typed]) == {
        "Context": "A.",
        "Approach": "A.",
        "Results": "A.",
    }


@pytest.mark.parametrize("line", ["Bad conditions: it was cold.", "A context: few came."])
def test_words_before_the_name_of_a_section_make_it_no_heading(
    form_in_english: Form, line: str
) -> None:
    typed = f"Results\nMany came.\nLimitations\n{line}"
    assert form_in_english.ask("divided", ["practice", typed]) == {
        "Results": "Many came.",
        "Limitations": line,
    }


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["word " * 2_000, "1, " * 2_000, "9 and " * 1_500])
def test_a_long_text_among_provisions_takes_no_time(form_in_english: Form, typed: str) -> None:
    began = process_time()
    assert form_in_english.ask("chosen", ["provisions", typed]) == [typed.strip()]
    assert process_time() - began < 3


def test_names_that_people_use_in_a_language(tmp_path: Path) -> None:
    docs = shutil.copytree(SAMPLE, tmp_path / "docs")
    register = docs / "registers/instruments.yml"
    text = register.read_text(encoding="utf-8")
    title, purpose = "(Palermo Protocol)\n", "title: Statement of purpose\n"
    others = "fr: La traite (Protocole de Palerme), ar: بروتوكول الاتجار (باليرمو)"
    text = text.replace(title, f"{title}  short_titles: {{{others}}}\n", 1)
    text = text.replace(purpose, f"{purpose}      titles: {{ar: الأغراض؛ والنطاق، وغيرهما}}\n", 1)
    register.write_text(text, encoding="utf-8")
    form = Form(read_content(docs), "2026-11-25", "ar")
    assert form.ask("chosen", ["languages", "الإنجليزية، «الفرنسية»"]) == ["en", "fr"]
    article = "بروتوكول الاتجار (باليرمو)، 2: الأغراض؛ والنطاق، وغيرهما"
    assert form.ask("label", ["provisions", "tip-protocol:2"]) == article
    own = "Trafficking in Persons Protocol (Palermo Protocol), 2: Statement of purpose"
    short = ("بروتوكول الاتجار، المادة 2", "Palermo Protocol, article 2")
    for name in (article, own, *short):
        assert form.ask("chosen", ["provisions", name]) == ["tip-protocol:2"]
    assert form.ask("chosen", ["provisions", own.partition(",")[0]]) == ["tip-protocol"]
    assert form.ask("meant", ["provisions", "protocole de Palerme"]) == "tip-protocol"


@pytest.mark.parametrize(
    ("field", "typed", "meant"),
    [
        ("provisions", "Palermo Protocol", "tip-protocol"),
        ("provisions", "Palermo Protocol, art. 6", "tip-protocol:6"),
        ("provisions", "Article 3", ""),
        ("provisions", "Article", ""),
        ("countries", "Preu", "PE"),
    ],
)
def test_names_that_were_meant(form: Form, field: str, typed: str, meant: str) -> None:
    assert form.ask("meant", [field, typed]) == meant


def test_a_name_of_two_is_taken_for_neither() -> None:
    asked = "['value', 'meant'].map((one) => toolkitWrite.makeNames([['a', 'A B'], ['b', 'A B']])"
    assert script().eval(f"{asked}[one]('a b')).join()") == "a b,"


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("2019\u20132020", ["2019", "2020"]),
        ("since 2019 until 2021.", ["2019", "2021"]),
        ("2019 - now", None),
        ("2018, 2019, 2020", None),
    ],
)
def test_spans_of_years(form: Form, typed: str, years: list[str] | None) -> None:
    assert form.ask("years", typed) == years


def test_two_years_are_not_called_unknown(form_in_english: Form) -> None:
    entry = {"kind": "resource", "id": "x", "values": {"year": "2019-2020"}, "sections": {}}
    told = form_in_english.ask("check", entry)
    said = [one["text"] for one in told if one["field"] == "year"]
    assert said == ['"2019-2020" is not a year: write four digits.']


def test_an_example_is_not_called_what_was_meant(form_in_english: Form) -> None:
    entry = {"kind": "task", "id": "x", "values": {"review_by": "March 2027"}, "sections": {}}
    told = form_in_english.ask("check", entry)
    assert ["write it like 2027-06" in one["text"] for one in told if "2027" in one["text"]] == [
        True
    ]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("See Smith, 2019, https://www.unodc.org/x.", "write https://www.unodc.org/x"),
        ("<https://www.unodc.org/x>", "write https://www.unodc.org/x"),
        ("[Report](https://www.unodc.org/x)", "write https://www.unodc.org/x"),
        ("https://www.unodc.org/x (accessed 3 May 2020)", "write https://www.unodc.org/x"),
        ("doi:10.18356/abc", "write https://doi.org/10.18356/abc"),
        ("10.1175/1<1:A>2", "write https://doi.org/10.1175/1%3C1:A%3E2"),
        ("https://www.unodc.org/a b.pdf", "contains a space"),
        ("unodc.org/a b.pdf", "contains a space"),
        ("the site of the Office", "is not a web address"),
        ("See https://nowhere and ask", "is not a web address"),
        ("https://www.unodc.org:99999/x", "is not a web address"),
    ],
)
def test_addresses_in_other_words(form_in_english: Form, typed: str, says: str) -> None:
    entry = {"kind": "resource", "id": "x", "values": {"url": typed}, "sections": {}}
    told = form_in_english.ask("check", entry)
    assert [says in one["text"] for one in told if one["field"] == "url"] == [True]


def test_problems_are_told_with_the_colon_of_the_language() -> None:
    form = Form(read_content(SAMPLE), "2026-11-25", "zh")
    values = {"status": "withdrawn", "evidence": "evaluated", "sources": []}
    entry = {"kind": "practice", "id": "x", "values": values, "sections": {}}
    told = [one["text"] for one in form.ask("check", entry) if one["id"] == "unsourced-evidence"]
    assert told
    assert all("：" in one and ": " not in one for one in told)


@pytest.mark.parametrize(("tag", "comma"), [("ar", "،"), ("zh", "、"), ("fr", ", ")])
def test_names_are_joined_as_the_language_does(tag: str, comma: str) -> None:
    content = read_content(SAMPLE)
    entry = written(content.entries[0])
    entry["values"]["themes"] = ["criminal-justice"]
    form = Form(content, "2026-11-25", tag)
    found = {one["id"]: one["text"] for one in form.ask("check", entry)}
    assert comma in found["broader-term"]


def test_very_many_opening_brackets_take_no_time(form_in_english: Form) -> None:
    begun = process_time()
    [value] = form_in_english.ask("chosen", ["countries", "x" + "\uff08" * 30_000])
    assert (len(value), process_time() - begun < 3) == (30_001, True)
