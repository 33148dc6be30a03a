"""What queries find, and in which order."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.search.conftest import ids, index_files, titled, write_site
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.search.documents import Document
from toolkit.search.engine import Engine
from toolkit.search.facets import SearchFacet, SearchTerm
from toolkit.search.lexicon import Group


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("how do I interview a child?", "child-interview-guide"),
        ("how do I talk to a child", "child-interview-guide"),
        ("which handbook is there on national referral mechanisms", "nrm-handbook"),
        ("NRM", "nrm-handbook"),
        ("patients", "health-guidelines"),
        ("what is a patient", "health-guidelines"),
        ("labor inspection handbook", "labour-inspectors-handbook"),
        ("how many victims are there", "global-report"),
        ("WHO guidelines", "health-guidelines"),
        ("palermo protocol", "protocol-text"),
        ("what is the TIP Protocol", "protocol-text"),
        ("Article 6 (3) Palermo Protocol", "protocol-text"),
        ("art. 6(3)", "child-interview-guide"),
        ("article 6", "protocol-text"),
        ("article 6 victims", "protocol-text"),
        ("article 6 inspectors", "labour-inspectors-handbook"),  # not what is only like the answers
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


def test_works_that_answer_questions_together_follow_each_other(
    tmp_path: Path, english: Language
) -> None:
    """One of the works with part of the query shares a question with the best answer."""
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
        )
        for year in (2014, 2018, 2022)
    ]
    engine = Engine(write_site(tmp_path, index_files(editions, english)), "en")
    assert engine.find(f"{typed} ").results[0].id == first


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("IOM", "organisations/iom.html"),
        ("labour inspection", "themes/inspection.html"),
        ("热线", "themes/hotlines.html"),
        ("Palermo Protocol", "instruments/tip-protocol.html"),
        ("Brazil", "countries/br.html"),
        ("the three grades of evidence", "about/evidence.html"),
        ("can I trust what it says about itself", "about/evidence.html"),
    ],
)
def test_pages_of_what_is_named_and_guides_are_found(engine: Engine, query: str, page: str) -> None:
    assert page in [one.url for one in engine.find(query).pages]
    assert page not in [one.url for one in engine.find(f"{query} shelter farms").pages]
    assert page not in [one.url for one in engine.find(query).results]


@pytest.mark.parametrize(
    "query",
    [
        "what do I look for in the fields?",
        "visit a farm",
        "talk to a picker without the boss",
        "who can help me",  # without any word that tells
        "I need help",
        "I am a patient",  # with a word that alone asks for something else
        "am I a patient?",
        "I'm a patient",
        "I am a pateint",
    ],
)
def test_a_task_comes_before_entries_where_it_fits(engine: Engine, query: str) -> None:
    assert ids(engine, query, 1) == ["tasks/visit-a-farm"]


def test_what_a_task_chooses_answers_what_the_task_answers(engine: Engine) -> None:
    """Even a work with none of the words; but not if the task hardly answers the query."""
    assert "fair-recruitment" in ids(engine, "talk to a picker without the boss")
    hardly = ids(engine, "picker psychologists", 50)
    assert "tasks/visit-a-farm" in hardly
    assert "fair-recruitment" not in hardly


def test_what_is_less_likely_is_told_apart(engine: Engine) -> None:
    found = engine.find("labour inspectors handbook trafficking")
    assert 0 < found.likely < len(found.results)
    scores = [one.score for one in found.results]
    assert scores[found.likely - 1] >= scores[0] / 10 > scores[found.likely]


def test_entries_that_answer_all_come_before_those_that_answer_some(engine: Engine) -> None:
    found = ids(engine, "forced labour inspectors", 50)
    assert {"labour-inspectors-handbook", "guide"} <= set(found[:4])
    assert {"fair-recruitment", "manual"} <= set(found[4:])


def test_what_is_about_the_same_as_the_best_answer_is_nearer(tmp_path: Path) -> None:
    """Two works contain a word of the query equally; the second has the best answer's theme."""
    terms = (SearchTerm("pay", ""), SearchTerm("law", ""))
    themes = SearchFacet("themes", "Theme", terms, lambda _: iter(()))
    documents = [
        Document(
            {"title": title, "url": f"prevention/resources/{title}.html", "facets": [[theme]]},
            "",
            (title, *[""] * 5),
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


@pytest.mark.parametrize("typed", ["United Children Fund", "Fund for Minors", "the UCF"])
def test_whoever_types_only_an_organization_finds_its_works_first(
    tmp_path: Path, typed: str
) -> None:
    """Not works whose titles have the words of its name. Any name that means the same will do."""
    terms = (SearchTerm("ucf", "United Children Fund", synonyms=("UCF",)),)
    bodies = SearchFacet("organisations", "Organization", terms, lambda _: iter(()))
    titles = ("United fund for minors and children, UCF", "Children: a united UCF fund", "Wells")
    works = titled(*titles, *(f"walks {number}" for number in range(20)))
    documents = [
        replace(one, card={**one.card, "facets": [[0] if one.card["title"] == "Wells" else []]})
        for one in works
    ]
    names = [Group("same", ("United Children Fund", "Fund for Minors"))]
    files = index_files(documents, LANGUAGES["en"], [bodies], names)
    found = Engine(write_site(tmp_path, files), "en").find(typed)
    assert found.results[0].title == "Wells"
    assert len(found.results) == 3


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


@pytest.mark.parametrize("number", [3, 30])  # of a longer query, only 24 words are read
def test_who_types_a_whole_title_finds_the_work_first(
    tmp_path: Path, english: Language, number: int
) -> None:
    """Also where another work answers a question made of these words and few others, or fewer."""
    title = " ".join(("Gadgets", "for", "pets", *(f"kept{n}" for n in range(3, number))))
    works = titled(title, *(f"walks {n}" for n in range(9)), "Gadgets: pets")
    asked = " ".join([*title.split(), "today"][:24])
    works[-1] = replace(works[-1], asked=(asked, "which gadgets harm pets"))
    site = write_site(tmp_path, index_files(works, english))
    assert Engine(site, "en").find(title.lower()).results[0].title == title


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
        "part 190",  # a number that the texts have, of something else
    ],
)
def test_what_nothing_answers_gives_little_or_is_called_weak(engine: Engine, query: str) -> None:
    found = engine.find(query)
    assert len(found.results) <= 5
    assert found.weak or not found.results


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
    ("tag", "query"),
    [
        ("en", "I am a nurse"),
        ("fr", "je suis nurse"),
        ("fr", "combien de nurse après"),
        ("es", "soy nurse"),
        ("es", "estoy nurse"),
        ("es", "¿Cuántas nurse?"),
        ("ru", "Откуда nurse, какой?"),
        ("ar", "إلى أين nurse"),
    ],
)
def test_who_asks_says_little_about_what_is_asked(tmp_path: Path, tag: str, query: str) -> None:
    works = titled("nurse", *(f"walks {number}" for number in range(20)))
    site = write_site(tmp_path, index_files(works, LANGUAGES[tag]))
    found = Engine(site, tag).find(query)
    assert [one.id for one in found.results] == ["0"]
    assert not found.weak
