"""The search on sites in languages other than English: word forms, characters, originals."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.program import Toolkit
from tests.search.conftest import index_files, write_site
from toolkit.languages import LANGUAGES
from toolkit.rendering.body import sections_of
from toolkit.search.documents import Document
from toolkit.search.engine import Engine


def works(titles: Sequence[str], originals: Sequence[str]) -> list[Document]:
    return [
        Document(
            {"title": title, "url": f"prevention/resources/work-{number}.html", "facets": []},
            "",
            (title, *[""] * 5),
            (),
            original=original,
        )
        for number, (title, original) in enumerate(zip(titles, originals, strict=True))
    ]


def site_of(folder: Path, tag: str, *titles: str, originals: Sequence[str] = ()) -> Path:
    """A site in a language, in a folder named after it, with a work for each title."""
    documents = works(titles, originals or [""] * len(titles))
    write_site(folder / tag, index_files(documents, LANGUAGES[tag]))
    return folder


@pytest.mark.parametrize(
    ("tag", "asked", "title", "typed"),
    [
        ("en", "I can't leave", "Leave", "i can’t leave"),
        ("en", "I cant leave", "Canteens, and leave", "i cant leave"),
        ("en", "they won't let me go home", "Home", "They won't let me go home!"),
        ("en", "I don't get paid at all", "Paid work", "i dont get paid at all"),
        ("es", "me engañaron", "Engañaron a todos", "me enganaron"),
        ("ru", "мне страшно", "Страшно, но не мне одному", "Мне страшно!"),
        ("ar", "أنا خائفة", "خائفة", "انا خائف"),
        ("zh", "我被騙了", "被骗", "我被骗了"),
    ],
)
def test_who_types_a_question_in_its_words_finds_it_first(
    tmp_path: Path, tag: str, asked: str, title: str, typed: str
) -> None:
    """Also if all of them but one are words that are not searched."""
    first, *others = works([title, title, "Z"], ["", "", ""])
    documents = [first, *others[:-1], replace(others[-1], asked=(asked,))]
    write_site(tmp_path / tag, index_files(documents, LANGUAGES[tag]))
    assert Engine(tmp_path / tag, tag).find(typed).results[0].title == "Z"


def test_items_follow_each_other_in_excerpts_as_sentences_of_the_language_do() -> None:
    """In Chinese without a space, unless nothing else would part them; a dot parts other items."""
    items = ("安全吗？", "联系机构。", "说明", "询问")
    [chinese] = sections_of(
        "<p>先问：</p><ol>" + "".join(f"<li>{one}</li>" for one in items) + "</ol>"
    )
    assert chinese.text == "先问：安全吗？联系机构。说明 询问"
    [english] = sections_of("<p>First:</p><ol><li>Ask.</li><li>Call.</li></ol>")
    assert english.text == "First: Ask. Call."
    bare = "\n".join(f"<li>{one}</li>" for one in ("law", "help (6 to 8)", "Ask:", "one by one"))
    [listed] = sections_of(f"<ul>{bare}</ul><p>More</p>")
    assert listed.text == "law · help (6 to 8) · Ask: one by one · More"
    marked = "<li><a>law</a></li><li><strong><a>help</a></strong></li><li><p>Ask</p></li>"
    [listed] = sections_of(f"<ul>{marked}<li>in<ul>\n<li>one</li></ul></li></ul><p>More</p>")
    assert listed.text == "law · help · Ask · in one · More"


@pytest.mark.parametrize(
    ("tag", "written", "typed"),
    [
        ("fr", "Inspectrices du travail", "inspecteur"),
        ("fr", "Le cœur à l’œuvre", "coeur oeuvre"),
        ("fr", "Enquête préliminaire", "enquete preliminaire"),
        ("fr", "Tribunaux nationaux", "tribunal national"),
        ("fr", "Non-sanction des victimes", "sanctionner"),
        ("fr", "Travailleuses mentionnées", "mention"),
        ("fr", "Travaux forcés", "travail"),
        ("fr", "Tâches dangereuses et sérieuses", "dangereux sérieux"),
        ("fr", "Activités délictueuses", "délictueux"),
        ("fr", "Milieux", "milieu"),
        ("fr", "Demandeurs d’asile", "demandeuse"),
        ("fr", "Qui exploitent", "exploite"),
        ("es", "Explotación sexual de niñas", "explotacion ninas"),
        ("es", "Inspectores y jueces", "inspector juez"),
        ("es", "Trabajos forzados", "forzadas"),
        ("es", "Obligados a delinquir", "obligar"),
        ("es", "Persona protegida", "proteger"),
        ("es", "Redes que explotan", "explotar"),
        ("es", "Quienes venden", "vende"),
        ("ru", "Расследование дел о пытках заключённых", "заключенные пытки"),
        ("ru", "Отряд быстрого реагирования", "ОТРЯДЫ БЫСТРЫЕ"),
        ("ru", "Удаление органов", "орган"),
        ("ru", "Доклад о принудительном труде", "принудительного труда"),
        ("ar", "حماية الأطفال", "اطفال"),
        ("ar", "تقرير 2024", "٢٠٢٤"),
        ("ar", "تقرير ٢٠٢٤", "2024"),
        ("ar", "العدالة للناجين", "ناجين"),
        ("ar", "دليل للمفتشين", "المفتشون"),
        ("ar", "خدمات الدعم", "خدمة"),
        ("ar", "إعادة التأهيل", "اعاده تأهيل"),
        ("ar", "الاتجار بالبشر", "الاتـــجار"),
        ("ar", "العمل والملاجئ", "ملاجئ"),
        ("ar", "شكوى المُتَّجَر بهم", "شكوي المتجر"),
        ("ar", "العمل اللائق", "وبالعمل"),
        ("ar", "شكوى في باكستان", "پاکستان"),
        ("ar", "شكوى في باكستان", "شکوی"),
        ("ar", "حمایۃ الأطفال", "حماية"),
        ("ar", "شهادة أمينة", "شھادہ"),
        ("zh", "打击人口贩运", "打擊人口販運"),
        ("zh", "强迫劳动指标", "強迫勞動"),
        ("zh", "儿童被骗出国", "被骗"),
        ("zh", "幸存者参与政策", "参与"),
        ("zh", "埃及的庇护所", "埃及"),
        ("zh", "ILO 第182号公约", "ＩＬＯ　１８２"),
    ],
)
def test_a_word_is_found_as_readers_write_it(
    tmp_path: Path, tag: str, written: str, typed: str
) -> None:
    found = Engine(site_of(tmp_path, tag, "UNODC 2009", written, "WHO 2012"), tag).find(f"{typed} ")
    assert [one.id for one in found.results] == ["work-1"]
    assert found.read == ""


@pytest.mark.parametrize(
    ("tag", "query", "titles"),
    [
        ("es", "según la ley", ("Según tú", "La ley")),
        ("ru", "каковы риски", ("Каково", "Риски")),
        ("zh", "惩罚吗", ("处罚吗", "惩罚")),
    ],
)
def test_words_that_all_texts_have_are_not_searched(
    tmp_path: Path, tag: str, query: str, titles: Sequence[str]
) -> None:
    found = Engine(site_of(tmp_path, tag, *titles), tag).find(query)
    assert [one.title for one in found.results] == [titles[1]]


@pytest.mark.parametrize(
    ("tag", "query", "titles"),
    [
        ("fr", "loger demain", ("Loger chez soi", "Le domain")),
        ("es", "dormir manana", ("Dormir en casa", "La manada")),
        ("ru", "ночлег сегодня", ("Ночлег в городе", "Сегодняшние")),
        ("ar", "مأوى الليلة", ("مأوى للنساء", "الليل")),
    ],
)
def test_a_word_of_time_is_neither_corrected_nor_missed(
    tmp_path: Path, tag: str, query: str, titles: Sequence[str]
) -> None:
    found = Engine(site_of(tmp_path, tag, "UNODC 2009", *titles), tag).find(query)
    assert found.read == ""
    assert not found.weak
    assert found.results[0].title == titles[0]


@pytest.mark.parametrize(
    ("tag", "typed", "titles"),
    [
        ("es", "tratado", ("Trata", "Tratados")),
        ("es", "casado", ("Casas", "Niñas casadas")),
        ("es", "marido", ("Maras", "Maridos")),
        ("es", "guardián", ("Guardias", "Guardianes")),
        ("es", "medir", ("Medidas", "Medir")),
        ("es", "empleado", ("Emplear dinero", "Empleadas")),
        ("es", "salir", ("Salas", "La salida")),
        ("es", "ganado", ("Ganar dinero", "Pastores de ganado")),
        ("fr", "violents", ("Le viol", "Un mari violent")),
    ],
)
def test_a_word_is_no_form_of_one_that_only_looks_like_it(
    tmp_path: Path, tag: str, typed: str, titles: Sequence[str]
) -> None:
    found = Engine(site_of(tmp_path, tag, *titles), tag).find(f"{typed} ")
    assert [one.title for one in found.results] == [titles[1]]


@pytest.mark.parametrize(
    "forms",
    [
        ("Защита свидетелей", "Как защитить свидетеля", "Защитили и свидетелей"),
        ("Принудительный труд", "О принудительном труде", "Принудительного труда"),
        ("Случай в Риме", "Сто случаев", "О случаях"),
        ("Последний рейд", "После последнего рейда", "О последних рейдах"),
        ("Ребёнок из Рима", "Ребёнку 9 лет", "У ребёнка"),
        ("Беженец", "Два беженца", "О беженцах"),
        ("Проверка фирм", "Без проверок", "О проверке"),
    ],
)
def test_all_forms_of_a_russian_word_are_one(tmp_path: Path, forms: Sequence[str]) -> None:
    engine = Engine(site_of(tmp_path, "ru", "УНП ООН 2009", *forms), "ru")
    for form in forms:
        word = max(form.split(), key=len)
        assert sorted(one.id for one in engine.find(f"{word} ").results) == [
            "work-1", "work-2", "work-3"
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "written", "typed", "read"),
    [
        ("fr", "Prélèvement d’organes", "L’organe : prélevment", "L’organe : prélèvement"),
        ("es", "Inspectores de trabajo", "inspetores", "inspectores"),
        ("es", "Dónde pedir protección", "proteccoin", "protección"),
        ("ru", "Пособие для инспекторов", "инспкторов", "инспекторов"),
        ("ru", "Доверие к сайту найма", "сайту дверие", "сайту доверие"),
        ("ru", "Мигрантский район", "райно", "район"),
        ("ar", "الاستراتيجية العربية", "الاستراتجية", "الاستراتيجية"),
        ("zh", "人口贩运 ECPAT 2009", "人口贩运 ECPTA", "人口贩运 ecpat"),
    ],
)
def test_typing_errors_are_corrected_and_shown_as_texts_write_the_words(
    tmp_path: Path, tag: str, written: str, typed: str, read: str
) -> None:
    found = Engine(site_of(tmp_path, tag, "UNODC 2009", written), tag).find(f"{typed} ")
    assert [one.id for one in found.results] == ["work-1"]
    assert found.read.strip() == read


@pytest.mark.parametrize(
    ("tag", "written", "typed"),
    [
        ("fr", "Dettes et salaires", "dent"),  # "dett" is a stem, not a word
        ("es", "Guardia civil", "guardería"),
        ("ru", "Отделение полиции", "отопление"),
    ],
)
def test_a_word_is_not_taken_for_a_far_one(
    tmp_path: Path, tag: str, written: str, typed: str
) -> None:
    found = Engine(site_of(tmp_path, tag, "UNODC 2009", written), tag).find(f"{typed} ")
    assert found.read == ""


def test_a_work_is_found_by_the_title_that_it_was_published_under(
    toolkit: Toolkit, tmp_path: Path
) -> None:
    titles = ("Manuel à l’intention des inspecteurs", "Guide des soins")
    originals = ("A handbook for inspectors", "Caring for Trafficked Persons: A Guide")
    folder = str(site_of(tmp_path / "site", "fr", *titles, originals=originals))
    for typed, found in (("handbook", "work-0"), ('"trafficked persons"', "work-1")):
        asked = ("search", typed, "--site", folder, "--format", "json", "--language")
        (row,) = json.loads(toolkit(*asked, "fr").out)
        assert row["url"] == f"fr/prevention/resources/{found}.html"
        assert row["id"] == found
        assert toolkit(*asked, "es").code == 2


def test_characters_of_words_that_say_little_are_known_in_traditional_form(tmp_path: Path) -> None:
    site = site_of(tmp_path, "zh", "将犯罪人送交法院")
    assert "將将" in next(site.rglob("zh/names.js")).read_text(encoding="utf-8")


def test_pairs_between_chinese_words_may_be_missing(tmp_path: Path) -> None:
    titles = ("儿童被害人和证人的保护", "爱护儿郎", "孩童证件", *("保护", "儿童", "证人") * 2)
    engine = Engine(site_of(tmp_path, "zh", *titles, "自行决定"), "zh")
    found = engine.find("保护儿童证人 ")
    assert not found.weak
    assert found.results[0].id == "work-0"
    # But not most of them: nothing says anything of bicycles, only of deciding oneself.
    assert engine.find("自行车修理 ").weak
