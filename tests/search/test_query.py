"""What queries mean: their words, spellings, errors, names and phrases."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.search.conftest import ids, index_files, titled, write_site
from toolkit.catalogue.catalogue import Catalogue
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.search.documents import Document
from toolkit.search.engine import Engine
from toolkit.search.facets import SearchFacet, SearchTerm
from toolkit.search.lexicon import Group, make_lexicon


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("what is the Palermo Protocol", "palermo protocol"),
        ("countries", "countries"),
        ("FAIR RECRUITMENT", "fair recruitment"),
        ("the of and hotline", "hotline"),
        ("hotline pdf", "hotline"),
    ],
)
def test_words_of_questions_change_nothing(engine: Engine, query: str, same: str) -> None:
    assert ids(engine, query) == ids(engine, same)
    assert engine.find(query).weak == engine.find(same).weak


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("traficking", "trafficking"),
        ("recruitmant of childern", "recruitment of children"),
        ("trafficking", ""),
        ("protcol", "protocol"),
        ("prottocoll", "protocol"),
        ("bran", "barn"),
        ("bark", ""),
        ("bars", ""),  # a word, and "barn" is rare here
        ("Recruitmant, at UNODC", "recruitment, at UNODC"),
        ("hotline in Argentna", "hotline in Argentina"),
        ("ARGENTNA", "argentina"),
        ("2019", ""),
        ("UNODC", ""),
    ],
)
def test_only_words_that_no_index_knows_are_corrected(
    engine: Engine, query: str, read: str
) -> None:
    assert engine.find(query).read == read
    assert engine.find(query, correct=False).read == ""


def test_a_letter_that_should_be_doubled_is_the_least_error(tmp_path: Path) -> None:
    works = titled("Inspección laboral", "Inspection", "Labour inspection")
    site = write_site(tmp_path, index_files(works, LANGUAGES["es"], ()))
    assert Engine(site, "es").find("inspeción laboral").read == "inspección laboral"


def test_a_word_known_by_its_ending_alone_may_be_mistyped(
    tmp_path: Path, english: Language, documents: list[Document], facets: list[SearchFacet]
) -> None:
    """The index has "survivors" and "survived", of which "survivers" could be a form."""
    for title in ("survived", "survivors"):
        empty: list[list[int]] = [[] for _ in facets]
        card = {"title": title, "url": f"x/y/{title}.html", "facets": empty}
        documents = [*documents, Document(card, "", (title, *[""] * 5), ())]
    search = Engine(write_site(tmp_path, index_files(documents, english, facets)), "en")
    typed = "children survivers"
    assert {"survived", "survivors"} <= {one.id for one in search.find(typed).results}
    assert "survivors" not in {one.id for one in search.find(typed, correct=False).results}


SPELLINGS = [
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
]


@pytest.mark.parametrize(
    "pairs", [SPELLINGS, [(other, one) for one, other in SPELLINGS]], ids=["one", "other"]
)
def test_spellings_of_one_word_are_one(
    tmp_path: Path,
    english: Language,
    documents: list[Document],
    facets: list[SearchFacet],
    pairs: list[tuple[str, str]],
) -> None:
    """Typing either one finds the other, in whose spelling alone it is written."""
    empty: list[list[int]] = [[] for _ in facets]
    for number, (_, written) in enumerate(pairs):
        card = {"title": written, "url": f"x/y/new-{number}.html", "facets": empty}
        documents = [*documents, Document(card, "", (written, *[""] * 5), ())]
    groups = [Group("same", ("helpline", "hotline"))]
    files = index_files(documents, english, facets, groups)
    engine = Engine(write_site(tmp_path, files), "en")
    for number, (typed, _) in enumerate(pairs):
        found = engine.find(f"{typed} ")
        assert found.read == "", typed
        assert f"new-{number}" in [result.id for result in found.results], typed


def test_names_are_found_however_their_parts_are_joined(tmp_path: Path, english: Language) -> None:
    others = (f"Pets {letter}" for letter in "abcdefgh")
    works = titled("Track4Pets", "Delta 8.7 on pets", *others)
    engine = Engine(write_site(tmp_path, index_files(works, english)), "en")
    for typed, first in (
        *(("track 4 pets", "0"), ("Track4 Pets", "0"), ("Delta87 pets", "1")),
        ("delta 8.7", "1"),
    ):
        found = engine.find(f"{typed} ")
        assert (found.results[0].id, found.weak) == (first, False), typed


def test_initials_of_a_title_begin_with_a_word_that_tells(
    tmp_path: Path, english: Language
) -> None:
    works = titled("Value of the safe pet walk", "OTSP on dogs", "Great dull park", "Gdpets")
    engine = Engine(write_site(tmp_path, index_files(works, english)), "en")
    for typed, found in (("SPW", ["0"]), ("OTSP", ["1"]), ("gdp", ["3"]), ("gdp ", ["2"])):
        assert ids(engine, typed) == found, typed  # gdp: a part of gdpets


def test_a_word_that_nothing_holds_does_not_hide_the_others(
    tmp_path: Path, english: Language
) -> None:
    works = titled("Pets of men", *(f"Pets {letter}" for letter in "abcdefgh"))
    engine = Engine(write_site(tmp_path, index_files(works, english)), "en")
    found = engine.find("pets of qwxzvb")
    assert found.weak
    assert 0 < len(found.results) <= 5


def test_who_asks_in_a_sentence_and_is_an_organization_elsewhere(
    tmp_path: Path, english: Language
) -> None:
    bodies = SearchFacet(
        "organisations", "Organization", (SearchTerm("who", "WHO"),), lambda _: iter(())
    )
    works = titled("Pets indoors", "Pets outdoors", *(f"Walks {letter}" for letter in "abcdefgh"))
    works[1] = replace(works[1], card={**works[1].card, "facets": [[0]]})
    engine = Engine(write_site(tmp_path, index_files(works, english, [bodies])), "en")
    for typed, first in (
        *(("who pets", "1"), ("who report for pets", "1"), ("What does WHO do on pets?", "1")),
        *(("Who does what for pets?", "0"), ("who is for pets", "0")),
    ):
        assert ids(engine, typed, 1) == [first], typed


def test_a_country_without_entries_is_answered_by_its_region(engine: Engine) -> None:
    found = ids(engine, "Bolivia")
    assert found
    assert set(found) == set(ids(engine, "South America"))
    pages = [one.url for one in engine.find("Bolivia").pages]
    assert pages == ["regions/south-america.html"]


@pytest.mark.parametrize(
    ("asked", "typed"),
    [("摩洛哥", "摩洛哥"), ("加密 货币", "加密货币"), ("加密 货币", "货币怎么加密")],
)
def test_what_is_asked_in_chinese_leads_to_names(tmp_path: Path, asked: str, typed: str) -> None:
    """Its character pairs are nowhere else in the index, and its words together or apart."""
    groups = [Group("near", ("北非",), (asked,))]
    works = titled("北非调查", "其他")
    site = write_site(tmp_path, index_files(works, LANGUAGES["zh"], (), groups))
    assert ids(Engine(site, "zh"), typed) == ["0"]


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        *(("第9条", "article 9"), ("第九条", "article 9"), ("第 ９ 條", "article 9")),
        *(("第十条", "article 10"), ("第十九条", "article 19"), ("第九十条", "article 90")),
        *(("第二十三条", "article 23"), ("第六条(3)", "article 6(3)")),
        *(("المادة ٩", "article 9"), ("مادة 9", "article 9"), ("للماده ۹", "article 9")),
        *(("l’article 9", "article 9"), ("статью 9", "article 9")),
        *(("статьёй 9", "article 9"), ("СТАТЕЙ 9", "article 9"), ("ст.ст. 9, 6", "articles 9, 6")),
        *(("المادّة 9", "article 9"), ("المـادة 9", "article 9"), ("والمادة 9", "article 9")),
        *(("article 6er", "article 6"), ("第6条（3）", "article 6(3)")),
        # Several of them.
        ("articles 9 and 6", "article 9 article 6"),
        ("ARTICLES 6, 7, AND 9", "article 6 article 7 article 9"),
        ("articles 6(3) et 9", "article 6(3) article 9"),
        ("artículo 9 y artículo 6", "article 9 article 6"),
        ("статьях 9 и 6", "article 9 article 6"),
        *(("المادتين 9 و6", "article 9 article 6"), ("المواد 9 و10 و6", "articles 9, 10, 6")),
        *(("第9条和第6条", "article 9 article 6"), ("第九、六条", "article 9 article 6")),
        *(("articles 6 to 9", "articles 6-9"), ("art. 6 à 9", "articles 6–9")),
        *(("статьи с 6 по 9", "articles 6-9"), ("المواد من 6 إلى 9", "articles 6-9")),
        ("第六条至第九条", "articles 6-9"),
        # The paragraph before or after.
        *(("article 6, paragraph 3", "art 6(3)"), ("para. 3 of article 6", "art 6(3)")),
        *(("paragraphe 3 de l’article 6", "art 6(3)"), ("apartado 3 del artículo 6", "art 6(3)")),
        *(("п. 3 ст. 6", "art 6(3)"), ("الفقرة 3 من المادة 6", "art 6(3)")),
        *(("第六条第三款", "art 6(3)"), ("article 6, paragraph 3 (a)", "art 6(3)")),
        *(("art. 6.3", "art 6(3)"), ("artículos 6.3 y 9", "article 6(3) article 9")),
    ],
)
def test_articles_as_they_are_written_elsewhere(engine: Engine, typed: str, usual: str) -> None:
    sought = engine.find(usual)
    found = engine.find(typed)
    assert [one.id for one in found.results] == [one.id for one in sought.results]
    assert found.read == sought.read


def test_the_key_of_a_provision_is_its_article(engine: Engine) -> None:
    assert engine.find("TIP-protocol:6(3)") == engine.find("TIP protocol article 6(3)")
    assert engine.find("TIP-protocol:6-9") == engine.find("TIP protocol article 6-9")
    for words in ("hotline Victims", "hotline 2019", "doi 10.1787", "ISBN 978-92-2-121321-5"):
        assert engine.find(words.replace(" ", ":")) == engine.find(words)


def test_a_number_in_chinese_is_an_article_where_it_says_so(engine: Engine) -> None:
    assert ids(engine, "第九条") == ids(engine, "article 9") != []
    for typed in ("第9号", "第九号", "第9章"):
        assert ids(engine, typed) != ids(engine, "article 9")


def test_each_article_of_a_list_and_any_of_a_range_is_sought(engine: Engine) -> None:
    assert ids(engine, "articles 9 and 6", 1) == ["protocol-text"], "both of them"
    assert "nrm-handbook" in ids(engine, "articles 9 and 6"), "one of them"
    assert ids(engine, "articles 5-7") == ids(engine, "article 6") != []
    for typed in ("articles 5 and 7", "articles 7-6"):
        assert ids(engine, typed) != ids(engine, "article 6")


def test_an_article_of_a_law_with_several_numbers_is_none_of_a_treaty(engine: Engine) -> None:
    assert ids(engine, "article 7-6-9") == ids(engine, "article: 7-6-9")


@pytest.mark.parametrize("typed", ["article 6 and I", "article 6 and 2019", "art 6 i"])
def test_not_everything_after_an_article_is_one(engine: Engine, typed: str) -> None:
    rest = typed.partition("6")[2]
    assert ids(engine, typed) == ids(engine, f"article 6 for {rest}")


@pytest.mark.parametrize(
    ("tag", "typed"),
    [
        *(("fr", "convention n° 29"), ("fr", "Convention N°29"), ("en", "convention No.29")),
        *(("es", "Convenio núm. 29"), ("es", "convenio n.º 29"), ("es", "convenio nº29")),
        *(("ru", "Конвенция №29"), ("ar", "الاتفاقية رقم ٢٩"), ("zh", "第29号公约")),
    ],
)
def test_a_convention_is_known_by_its_number_however_that_is_marked(
    catalogue: Catalogue, tmp_path: Path, tag: str, typed: str
) -> None:
    lexicon = make_lexicon(catalogue, LANGUAGES[tag])
    works = titled("C029", "No. 188")
    site = write_site(tmp_path, index_files(works, LANGUAGES[tag], (), lexicon))
    assert ids(Engine(site, tag), typed) == ["0"]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200c", "\u200d", "\u2060", "\ufeff"])
def test_invisible_characters_in_a_word_change_nothing(engine: Engine, sign: str) -> None:
    assert ids(engine, f"chil{sign}dren") == ids(engine, "children") != []
    assert engine.find(f"traf{sign}ick{sign}ing").read == "trafficking"


def test_an_article_is_not_the_beginning_of_another(engine: Engine) -> None:
    assert "protocol-text" in ids(engine, "article 9 of the palermo protocol", 1)
    assert not engine.find("article 96").results


def test_a_phrase_stands_word_for_word(engine: Engine) -> None:
    assert engine.find("mechanism referral").results
    found = engine.find('a handbook on "mechanism referral"')
    assert (found.results[0].id, found.weak) == ("nrm-handbook", True), "the words one by one"
    assert ids(engine, '"referral mechanisms"') == ["nrm-handbook"]


def test_what_is_asked_may_stand_apart(
    tmp_path: Path, english: Language, documents: list[Document], facets: list[SearchFacet]
) -> None:
    groups = [Group("near", ("fair recruitment",), ("sent home",))]
    files = index_files(documents, english, facets, groups)
    engine = Engine(write_site(tmp_path, files), "en")
    for query, finds in (
        ("sent home", True),
        ("home is where she was sent", True),
        ("she wants to go home", False),
        ("the letter was sent", False),
    ):
        assert ("fair-recruitment" in ids(engine, f"{query} ")) is finds, query


def test_words_asked_with_a_filler_mean_less_one_by_one(tmp_path: Path, english: Language) -> None:
    """Those who type "not moved" don't ask for what moves."""
    groups = [Group("near", ("definition",), ("not moved", "children moved"))]
    works = titled("Children on the move", "The definition of a gadget", *"abcdef")
    engine = Engine(write_site(tmp_path, index_files(works, english, (), groups)), "en")
    assert ids(engine, "she was not moved") == ["1", "0"]
    assert ids(engine, "children moved") == ["0", "1"]


def test_a_word_that_is_asked_leads_to_names_and_not_back(engine: Engine) -> None:
    assert ids(engine, "speak with victims", 3) != ids(engine, "victims", 3)
    assert not engine.find("psychologists talk").weak


def test_names_in_other_languages_count_only_in_their_queries(engine: Engine) -> None:
    assert ids(engine, "foyers") == ["shelter"]
    assert "shelter" not in ids(engine, "children foyers interview", 1)


@pytest.mark.parametrize(
    "query", ["", " ", "😀😀", "x" * 1000, "(" * 1000, "constructor __proto__"]
)
def test_no_query_is_an_error(engine: Engine, query: str) -> None:
    assert isinstance(engine.find(query).results, tuple)
