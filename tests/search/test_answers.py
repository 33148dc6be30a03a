"""What queries mean, and what they find."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.search.conftest import write_site
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.search.documents import Document
from toolkit.search.engine import Engine
from toolkit.search.facets import SearchFacet, SearchTerm
from toolkit.search.files import index_files
from toolkit.search.lexicon import Group


def ids(engine: Engine, query: str, count: int = 5) -> list[str]:
    return [one.id for one in engine.find(query).results[:count]]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("how do I interview a child?", "child-interview-guide"),
        ("how do I talk to a child", "child-interview-guide"),
        ("which handbook is there on national referral mechanisms", "nrm-handbook"),
        ("NRM", "nrm-handbook"),
        ("labor inspection handbook", "labour-inspectors-handbook"),
        ("how many victims are there", "global-report"),
        ("WHO guidelines", "health-guidelines"),
        ("palermo protocol", "protocol-text"),
        ("what is the TIP Protocol", "protocol-text"),
        ("Article 6 (3) Palermo Protocol", "protocol-text"),
        ("art. 6(3)", "child-interview-guide"),
        ("cote d'ivoire", "nrm-handbook"),
        ("mobile inspection", "brazil-mobile-inspection"),
        ("recrutement équitable Contratación", "fair-recruitment"),
        ("traite des enfants", "child-interview-guide"),
        ("выявление жертв", "victim-identification"),
        ("التعرف على ضحايا", "victim-identification"),
        ("贩运儿童", "child-interview-guide"),
        ("victimidentification", "victim-identification"),
        ("psychologists", "argentina-hotline"),
        ("they sleep in a barn", "labour-inspectors-handbook"),
        ("C29 forced labour", "labour-inspectors-handbook"),
        ("W.H.O. guidelines", "health-guidelines"),
        ("ILO convention 29", "labour-inspectors-handbook"),
    ],
)
def test_a_query_finds_what_is_meant_first(engine: Engine, query: str, first: str) -> None:
    assert ids(engine, query, 1) == [first]


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("what is the Palermo Protocol", "palermo protocol"),
        ("countries", "countries"),
        ("FAIR RECRUITMENT", "fair recruitment"),
        ("the of and hotline", "hotline"),
    ],
)
def test_words_of_questions_change_nothing(engine: Engine, query: str, same: str) -> None:
    assert ids(engine, query) == ids(engine, same)


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("traficking", "trafficking"),
        ("recruitmant of childern", "recruitment of children"),
        ("trafficking", ""),
        ("protcol", "protocol"),
        ("2019", ""),
        ("UNODC", ""),
    ],
)
def test_only_words_that_no_index_knows_are_corrected(
    engine: Engine, query: str, read: str
) -> None:
    assert engine.find(query).read == read
    assert engine.find(query, correct=False).read == ""


def test_a_word_known_by_its_ending_alone_may_be_mistyped(
    tmp_path: Path, english: Language, documents: list[Document], facets: list[SearchFacet]
) -> None:
    """The index has "survived", of which "survivers" could be a form, and "survivors"."""
    for title in ("survived", "survivors"):
        empty: list[list[int]] = [[] for _ in facets]
        card = {"title": title, "url": f"x/y/{title}.html", "facets": empty}
        documents = [*documents, Document(card, "", (title, *[""] * 5), (), ())]
    search = Engine(write_site(tmp_path, index_files(documents, english, facets)), "en")
    typed = "children survivers"
    assert {"survived", "survivors"} <= {one.id for one in search.find(typed).results}
    assert "survivors" not in {one.id for one in search.find(typed, correct=False).results}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("labor inspection", "labour inspection"),
        ("organisation", "organization"),
        ("programmes", "program"),
        ("counseling", "counselling"),
        ("criminalise", "criminalize"),
        ("behavior", "behaviour"),
        ("center", "centres"),
        ("helpline", "hotlines"),
        ("guide book", "guidebook"),
        ("co-operation", "cooperation"),
        ("nonpunishment", "non-punishment"),
    ],
)
def test_spellings_of_one_word_are_one(
    tmp_path: Path,
    english: Language,
    documents: list[Document],
    facets: list[SearchFacet],
    one: str,
    other: str,
) -> None:
    """Whichever of two is typed finds whichever is written."""
    for typed, written in ((one, other), (other, one)):
        card = {"title": written, "url": "x/y/new.html", "facets": [[] for _ in facets]}
        document = Document(card, "", (written, *[""] * 5), (), ())
        groups = [Group("same", ("helpline", "hotline"))]
        files = index_files([*documents, document], english, facets, groups)
        found = Engine(write_site(tmp_path, files), "en").find(f"{typed} ")
        assert found.read == ""
        assert "new" in [result.id for result in found.results]


def titled(*titles: str) -> list[Document]:
    """Works of which nothing is known but their titles."""
    return [
        Document(
            {"title": title, "url": f"x/y/{number}.html", "facets": []},
            "",
            (title, *[""] * 5),
            (),
            (),
        )
        for number, title in enumerate(titles)
    ]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        *(("track 4 pets", "0"), ("Track4 Pets", "0"), ("Delta87 pets", "1")),
        ("delta 8.7", "1"),
    ],
)
def test_names_are_found_however_their_parts_are_joined(
    tmp_path: Path, english: Language, typed: str, first: str
) -> None:
    others = (f"Pets {letter}" for letter in "abcdefgh")
    works = titled("Track4Pets", "Delta 8.7 on pets", *others)
    site = write_site(tmp_path, index_files(works, english))
    found = Engine(site, "en").find(f"{typed} ")
    assert (found.results[0].id, found.weak) == (first, False)


@pytest.mark.parametrize(("typed", "found"), [("SPW", ["0"]), ("OTSP", ["1"])])
def test_initials_of_a_title_begin_with_a_word_that_tells(
    tmp_path: Path, english: Language, typed: str, found: list[str]
) -> None:
    works = titled("Value of the safe pet walk", "OTSP on dogs")
    assert ids(Engine(write_site(tmp_path, index_files(works, english)), "en"), typed) == found


def test_a_word_that_nothing_holds_does_not_hide_the_others(
    tmp_path: Path, english: Language
) -> None:
    works = titled("Pets of men", *(f"Pets {letter}" for letter in "abcdefgh"))
    engine = Engine(write_site(tmp_path, index_files(works, english)), "en")
    found = engine.find("pets of qwxzvb")
    assert found.weak
    assert 0 < len(found.results) <= 5


@pytest.mark.parametrize(
    ("typed", "first"),
    [("who pets", "1"), ("What does WHO do on pets?", "1"), ("Who does what for pets?", "0")],
)
def test_who_asks_in_a_sentence_and_is_an_organization_elsewhere(
    tmp_path: Path, english: Language, typed: str, first: str
) -> None:
    bodies = SearchFacet(
        "organisations", "Organization", (SearchTerm("who", "WHO"),), lambda _: iter(())
    )
    works = titled("Pets indoors", "Pets outdoors", *(f"Walks {letter}" for letter in "abcdefgh"))
    works[1] = replace(works[1], card={**works[1].card, "facets": [[0]]})
    site = write_site(tmp_path, index_files(works, english, [bodies]))
    assert ids(Engine(site, "en"), typed, 1) == [first]


def test_a_country_without_entries_is_answered_by_its_region(engine: Engine) -> None:
    found = ids(engine, "Bolivia")
    assert found
    assert set(found) == set(ids(engine, "South America"))
    pages = [one.url for one in engine.find("Bolivia").pages]
    assert pages == ["regions/south-america.html"]


def test_what_is_asked_in_chinese_leads_to_names(tmp_path: Path) -> None:
    """Its pairs of characters stand nowhere else in the index."""
    groups = [Group("near", ("北非",), ("摩洛哥",))]
    works = titled("北非调查", "其他")
    site = write_site(tmp_path, index_files(works, LANGUAGES["zh"], (), groups))
    assert ids(Engine(site, "zh"), "摩洛哥") == ["0"]


def test_works_that_answer_questions_together_follow_each_other(
    tmp_path: Path, english: Language
) -> None:
    """Of works that hold a part of the query one shares a question with what answers it."""
    others = (f"walks {number}" for number in range(20))
    works = titled("harm pets", *(f"pets {letter}" for letter in "abcdefgh"), *others)
    works[0] = replace(works[0], asked=("who repairs a kettle",))
    works[5] = replace(works[5], asked=("who repairs a kettle",))
    site = write_site(tmp_path, index_files(works, english))
    assert ids(Engine(site, "en"), "harm pets ", 2) == ["0", "5"]


@pytest.mark.parametrize(
    ("typed", "first"), [("quarterly 2018", "of-2018"), ("quarterly", "of-2022")]
)
def test_of_editions_the_year_that_is_typed_or_else_the_newest_is_first(
    tmp_path: Path, english: Language, typed: str, first: str
) -> None:
    editions = [
        Document(
            {
                "title": f"Quarterly {year}",
                "url": f"x/y/of-{year}.html",
                "year": year,
                "facets": [],
            },
            "",
            (f"Quarterly {year}", "Goes beyond that of 2018", *[""] * 4),
            (),
            (),
        )
        for year in (2014, 2018, 2022)
    ]
    engine = Engine(write_site(tmp_path, index_files(editions, english)), "en")
    assert engine.find(f"{typed} ").results[0].id == first


def test_an_article_is_not_the_beginning_of_another(engine: Engine) -> None:
    assert "protocol-text" in ids(engine, "article 9 of the palermo protocol", 1)
    assert not engine.find("article 96").results


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("IOM", "organisations/iom.html"),
        ("labour inspection", "themes/inspection.html"),
        ("热线", "themes/hotlines.html"),
        ("Palermo Protocol", "instruments/tip-protocol.html"),
        ("Brazil", "countries/br.html"),
        ("the three grades of evidence", "about/evidence.html"),
    ],
)
def test_pages_of_what_is_named_and_guides_are_found(engine: Engine, query: str, page: str) -> None:
    assert page in [one.url for one in engine.find(query).pages]
    assert page not in [one.url for one in engine.find(f"{query} shelter farms").pages]
    assert page not in [one.url for one in engine.find(query).results]


@pytest.mark.parametrize(
    "query",
    ["what do I look for in the fields?", "visit a farm", "talk to a picker without the boss"],
)
def test_a_task_comes_before_entries_where_it_fits(engine: Engine, query: str) -> None:
    assert ids(engine, query, 1) == ["tasks/visit-a-farm"]


def test_what_a_task_chooses_answers_what_the_task_answers(engine: Engine) -> None:
    """Also a work in which none of the words stands; not where the task answers little."""
    assert "fair-recruitment" in ids(engine, "talk to a picker without the boss")
    assert "fair-recruitment" not in ids(engine, "boss of a protocol, psychologists and hotlines")


def test_what_is_less_likely_is_told_apart(engine: Engine) -> None:
    found = engine.find("labour inspectors handbook trafficking")
    assert 0 < found.likely < len(found.results)
    scores = [one.score for one in found.results]
    assert scores[found.likely - 1] >= scores[0] / 10 > scores[found.likely]


def test_a_phrase_stands_word_for_word(engine: Engine) -> None:
    assert engine.find("mechanism referral").results
    found = engine.find('a handbook on "mechanism referral"')
    assert (found.results[0].id, found.weak) == ("nrm-handbook", True), "the words one by one"
    assert ids(engine, '"referral mechanisms"') == ["nrm-handbook"]


def test_entries_that_answer_all_come_before_those_that_answer_some(engine: Engine) -> None:
    found = ids(engine, "forced labour inspectors", 50)
    assert {"labour-inspectors-handbook", "guide"} <= set(found[:4])
    assert {"fair-recruitment", "manual"} <= set(found[4:])


def test_what_is_about_the_same_as_the_best_answer_is_nearer(tmp_path: Path) -> None:
    """Two works hold a word of the query equally; the second has the theme of the best answer."""
    terms = (SearchTerm("pay", ""), SearchTerm("law", ""))
    themes = SearchFacet("themes", "Theme", terms, lambda _: iter(()))
    documents = [
        Document(
            {"title": title, "url": f"prevention/resources/{title}.html", "facets": [[theme]]},
            "",
            (title, *[""] * 5),
            (),
            (),
        )
        for title, theme in (
            *(("fees abroad", 1), ("fees unpaid", 0), ("recruitment fees", 0)),
            *((f"shelter {number}", 1) for number in range(9)),
        )
    ]
    site = write_site(tmp_path, index_files(documents, LANGUAGES["en"], [themes]))
    found = ids(Engine(site, "en"), "recruitment fees")
    assert found == ["recruitment fees", "fees unpaid", "fees abroad"]


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("sent home", True),
        ("home is where she was sent", True),
        ("she wants to go home", False),
        ("the letter was sent", False),
    ],
)
def test_what_is_asked_may_stand_apart(
    tmp_path: Path,
    english: Language,
    documents: list[Document],
    facets: list[SearchFacet],
    query: str,
    finds: bool,
) -> None:
    groups = [Group("near", ("fair recruitment",), ("sent home",))]
    files = index_files(documents, english, facets, groups)
    engine = Engine(write_site(tmp_path, files), "en")
    assert ("fair-recruitment" in ids(engine, f"{query} ")) is finds


def test_a_word_that_is_asked_leads_to_names_and_not_back(engine: Engine) -> None:
    assert ids(engine, "speak with victims", 3) != ids(engine, "victims", 3)
    assert not engine.find("psychologists talk").weak


def test_a_question_finds_all_that_answer_it_and_says_less_of_each(
    tmp_path: Path, english: Language, documents: list[Document], facets: list[SearchFacet]
) -> None:
    scores = []
    for owners in ({3}, {3, 5}):
        asked = (("gadgets harm cats",) if n in owners else () for n in range(len(documents)))
        made = [replace(one, asked=some) for one, some in zip(documents, asked, strict=True)]
        folder = tmp_path / str(len(owners))
        engine = Engine(write_site(folder, index_files(made, english, facets)), "en")
        scores.append({one.url: one.score for one in engine.find("gadgets harm cats").results})
    one, other = (str(documents[n].card["url"]) for n in (3, 5))
    assert other in scores[1]
    assert max(scores[1].values()) < 0.8 * scores[0][one]


def test_a_question_that_an_entry_has_twice_counts_once(
    tmp_path: Path, english: Language, documents: list[Document], facets: list[SearchFacet]
) -> None:
    scores = []
    for n, asked in enumerate((("naïve gadgets",), ("naïve gadgets", "naive gadgets"))):
        made = [replace(documents[0], asked=asked), *documents[1:]]
        engine = Engine(write_site(tmp_path / str(n), index_files(made, english, facets)), "en")
        scores.append([one.score for one in engine.find("gadgets from afar").results])
    assert scores[0] == scores[1]


@pytest.mark.parametrize(
    "query",
    [
        *("chocolate cake recipe", "qwxzvb", "solar panels", "ski resort"),
        *("recette de gâteau au chocolat", "receta de paella", "прогноз погоды в Москве"),
        *("حالة الطقس غدا", "红烧肉的做法"),
    ],
)
def test_what_nothing_answers_gives_little_or_is_called_weak(engine: Engine, query: str) -> None:
    found = engine.find(query)
    assert len(found.results) <= 5
    assert found.weak or not found.results


def test_names_in_other_languages_count_only_in_their_queries(engine: Engine) -> None:
    assert ids(engine, "foyers") == ["shelter"]
    assert "shelter" not in ids(engine, "children foyers interview", 1)


def test_pillars_narrow_results(engine: Engine) -> None:
    all_of_them = engine.find("victims").results
    kept = engine.find("victims", pillars=("prosecution",)).results
    assert 0 < len(kept) < len(all_of_them)
    assert kept == tuple(one for one in all_of_them if one.url.startswith("prosecution/"))
    assert (
        engine.find("victims", pillars=("prosecution", "protection", "prevention")).results
        == all_of_them
    )


@pytest.mark.parametrize(
    "query", ["", " ", "😀😀", "x" * 1000, "(" * 1000, "constructor __proto__"]
)
def test_no_query_is_an_error(engine: Engine, query: str) -> None:
    assert isinstance(engine.find(query).results, tuple)
