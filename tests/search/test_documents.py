import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.content_case import edit
from tests.pages.small import ENGLISH, add_fields, catalogue_of
from toolkit.catalogue.catalogue import Catalogue
from toolkit.languages import LANGUAGES
from toolkit.rendering.bodies import Rendering
from toolkit.rendering.body import sections_of
from toolkit.search.documents import Document, make_documents
from toolkit.search.facets import SearchFacet, make_search_facets
from toolkit.search.fields import FIRST
from toolkit.search.words import split
from toolkit.translations.localized import Localized

NAMES = [field.name for field in FIRST]


def document_of(catalogue: Catalogue, documents: list[Document], id_: str) -> Document:
    return documents[[entry.id for entry in catalogue.entries].index(id_)]


@pytest.fixture
def argentina(catalogue: Catalogue, documents: list[Document]) -> Document:
    return document_of(catalogue, documents, "argentina-hotline")


def text_of(document: Document, field: str) -> str:
    return document.texts[NAMES.index(field)]


def test_every_entry_is_searched_in_the_order_of_the_catalogue(
    catalogue: Catalogue, documents: list[Document]
) -> None:
    urls = [document.card["url"] for document in documents]
    assert urls == [
        *(f"{entry.path}.html" for entry in catalogue.entries),
        "tasks/visit-a-farm.html",
        "about/evidence.html",
    ]
    kinds = [document.card.get("kind") for document in documents[len(catalogue.entries) :]]
    assert kinds == ["task", "guide"]


def test_an_entry_names_its_terms(
    catalogue: Catalogue, documents: list[Document], facets: list[SearchFacet]
) -> None:
    for entry, document in zip(catalogue.entries, documents, strict=False):
        named = {
            facet.name: {facet.terms[place].id for place in places}
            for facet, places in zip(facets, document.card["facets"], strict=True)  # type: ignore[call-overload]
        }
        assert named["pillars"] == set(entry.pillars)
        assert named["themes"] == set(entry.themes)
        assert named["organisations"] == set(entry.organisations)
        assert named["countries"] == {code.lower() for code in entry.countries}
        assert named["languages"] == set(entry.languages)
        assert named["kinds"] == {entry.kind.value}


def test_terms_have_synonyms_and_names_in_other_languages(facets: list[SearchFacet]) -> None:
    terms = {term.id: term for facet in facets for term in facet.terms}
    assert terms["hotlines"].synonyms == ("helplines",)
    assert terms["hotlines"].foreign == {"fr": ("Lignes d’urgence",), "zh": ("热线",)}
    assert set(terms["unodc"].names) >= {"UNODC", "United Nations Office on Drugs and Crime"}


def test_a_country_is_found_by_what_people_call_it_in_another_language(
    content: Path, tmp_path: Path
) -> None:
    docs = shutil.copytree(content, tmp_path / "docs")
    edit(docs / "protection/practices/argentina-hotline.md", "- AR\n", "- SH\n", 1)
    facets = make_search_facets(catalogue_of(docs), LANGUAGES["fr"])
    (place,) = (term for facet in facets for term in facet.terms if term.id == "sh")
    assert place.foreign
    assert "St Helena" in place.foreign["en"]


def test_partners_are_searched_by_name(catalogue: Catalogue, documents: list[Document]) -> None:
    for entry, document in zip(catalogue.entries, documents, strict=False):
        assert set(entry.partners) <= set(text_of(document, "partners").split("\n"))


def test_numbers_and_provisions_are_found(
    catalogue: Catalogue, documents: list[Document], argentina: Document
) -> None:
    protocol = document_of(catalogue, documents, "protocol-text")
    assert text_of(protocol, "identifiers").split("\n") == ["A/RES/55/25", "text"]
    assert {"tip-protocol:*", "tip-protocol:6", ":6", "tip-protocol:9"} <= set(protocol.tokens)
    interview = document_of(catalogue, documents, "child-interview-guide")
    assert {"tip-protocol:6", "tip-protocol:6(3)", ":6(3)"} <= set(interview.tokens)
    assert "2008" in text_of(argentina, "years")


def test_an_instrument_has_a_token_of_its_own(
    catalogue: Catalogue, documents: list[Document]
) -> None:
    protocol = document_of(catalogue, documents, "protocol-text")
    assert "tip-protocol:" in protocol.tokens


def test_a_body_is_searched_by_section(argentina: Document) -> None:
    assert [section.heading for section in sections_of(argentina.html)] == [
        "Context",
        "Approach",
        "Results",
        "Conditions",
        "Limitations",
    ]
    assert "psychologists and lawyers" in " ".join([*sections_of(argentina.html)][1].text.split())


def test_a_card_says_what_a_result_shows(argentina: Document) -> None:
    assert argentina.card["partners"] == ["Ministry of Justice (Argentina)"]
    assert argentina.card["year"] == 2008
    assert argentina.card["when"] == "since 2008"
    assert "past" not in argentina.card


def test_a_card_says_who_evaluated_a_practice(content: Path, tmp_path: Path) -> None:
    shutil.copytree(content, docs := tmp_path / "docs")
    edit(next(docs.rglob("argentina-hotline.md")), "evidence: reported", "evidence: evaluated")
    path = "protection/practices/argentina-hotline"
    add_fields(docs, path, "evaluated_by: independent\nfinding: mixed")
    catalogue = catalogue_of(docs)
    bodies = Rendering(catalogue.content.documents, ENGLISH).result()
    documents = list(make_documents(catalogue, ENGLISH, bodies, []))
    made = document_of(catalogue, documents, "argentina-hotline")
    assert made.card["when"] == "independent evaluation · mixed results · since 2008"


def test_superseded_works_are_marked_and_days_counted(content: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(content, docs)
    add_fields(docs, "prevention/resources/leaflet-2", "supersedes: [leaflet-1]")
    add_fields(docs, "prevention/resources/leaflet-1", "added: 2026-11-25")
    catalogue = catalogue_of(docs)
    bodies = Rendering(catalogue.content.documents, ENGLISH).result()
    documents = make_documents(catalogue, ENGLISH, bodies, [])
    (old,) = [one.card for one in documents if one.card.get("past")]
    assert old["url"] == "prevention/resources/leaflet-1.html"
    assert old["added"] == (date(2026, 11, 25) - date(1970, 1, 1)).days


def test_a_title_in_another_language_than_the_rest_says_so(content: Path, tmp_path: Path) -> None:
    shutil.copytree(content, docs := tmp_path / "docs")
    for number, title, tag in ((1, "Guía contra la trata", "es"), (2, "Памятка", "ru")):
        file = docs / f"prevention/resources/leaflet-{number}.md"
        edit(file, f"Leaflet {number} against trafficking", title, 1)
        edit(file, "- en\n", f"- {tag}\n", 1)
    catalogue = catalogue_of(docs)
    bodies = Rendering(catalogue.content.documents, ENGLISH).result()

    def said(tag: str) -> dict[object, tuple[object, object]]:
        """Of works titled otherwise: the language of the title, and that of all."""
        local = Localized(tag, catalogue.content, {}, {})
        made = make_documents(catalogue, LANGUAGES[tag], bodies, [], local)
        cards = [one.card for one in made if "titled" in one.card]
        return {card["title"]: (card["titled"], card.get("lang")) for card in cards}

    assert said("en") == {"Guía contra la trata": ("es", None), "Памятка": ("ru", None)}
    assert said("fr") == {"Guía contra la trata": ("es", "en"), "Памятка": ("ru", "en")}


def test_the_newest_edition_is_also_asked_for_without_a_year(content: Path, tmp_path: Path) -> None:
    shutil.copytree(content, docs := tmp_path / "docs")
    titles = "Survey (1981)", "1982年Survey", "Survey 1983", "Survey: 1984 and after", "Survey 1985"
    for number, title in enumerate(titles, 1):
        file = docs / f"prevention/resources/leaflet-{number}.md"
        edit(file, f"title: Leaflet {number} against trafficking", f'title: "{title}"', 1)
    withdrawn = "status: withdrawn\nwithdrawn: {on: 2026-11-01, reason: Wrong}"
    add_fields(docs, "prevention/resources/leaflet-3", withdrawn)
    add_fields(docs, "prevention/resources/leaflet-2", "supersedes: [leaflet-5]")
    catalogue = catalogue_of(docs)
    bodies = Rendering(catalogue.content.documents, ENGLISH).result()
    found = {one.card["title"]: one.asked for one in make_documents(catalogue, ENGLISH, bodies, [])}
    assert [split(" ".join(found[title])) for title in titles] == [[], ["survey"], [], [], []]
