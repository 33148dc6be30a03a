from __future__ import annotations

import pytest

from toolkit.catalogue.catalogue import Catalogue
from toolkit.search.documents import Document
from toolkit.search.fields import FIRST, PAST_WEIGHT

NAMES = [field.name for field in FIRST]


def document_of(catalogue: Catalogue, documents: list[Document], id_: str) -> Document:
    return documents[[entry.id for entry in catalogue.entries].index(id_)]


@pytest.fixture
def argentina(catalogue: Catalogue, documents: list[Document]) -> Document:
    return document_of(catalogue, documents, "ar-rescue-accompaniment-programme")


def text_of(document: Document, field: str) -> str:
    return document.texts[NAMES.index(field)]


def test_every_entry_is_searched_in_the_order_of_the_catalogue(
    catalogue: Catalogue, documents: list[Document]
) -> None:
    assert [document.card["url"] for document in documents] == [
        f"{entry.path}.html" for entry in catalogue.entries
    ]


def test_terms_are_found_by_label_synonym_and_broader_term(
    catalogue: Catalogue, documents: list[Document]
) -> None:
    themes = catalogue.vocabularies["themes"]
    for entry, document in zip(catalogue.entries, documents, strict=True):
        for id_ in entry.themes:
            term = themes.terms[id_]
            topics = text_of(document, "topics").split("\n")
            assert {term.label("en"), *term.alt.get("en", ())} <= set(topics)
            if term.broader:
                broader = themes.terms[term.broader].label("en")
                assert broader in text_of(document, "broader").split("\n")


def test_bodies_are_found_by_name_and_abbreviation(
    catalogue: Catalogue, documents: list[Document]
) -> None:
    for entry, document in zip(catalogue.entries, documents, strict=True):
        texts = text_of(document, "organisations").split("\n")
        for id_ in entry.organisations:
            organisation = catalogue.organisations[id_]
            assert organisation.name in texts
            assert organisation.abbreviation in texts
        assert set(entry.partners) <= set(texts)


def test_numbers_are_found_with_and_without_hyphens(
    catalogue: Catalogue, documents: list[Document]
) -> None:
    isbns = 0
    for entry, document in zip(catalogue.entries, documents, strict=True):
        for name, number in entry.identifiers:
            isbns += name == "isbn"
            texts = text_of(document, "identifiers").split("\n")
            assert {number, number.replace("-", "")} <= set(texts)
    assert isbns


def test_a_practice_is_found_by_place_provision_evidence_and_year(argentina: Document) -> None:
    assert "Argentina" in text_of(argentina, "places")
    assert "South America" in text_of(argentina, "places")
    assert "Trafficking in Persons Protocol (Palermo Protocol)" in text_of(argentina, "provisions")
    assert "Article 6" in text_of(argentina, "provisions")
    assert "Reported" in text_of(argentina, "form")
    assert "2008" in text_of(argentina, "form")


def test_a_body_is_searched_by_section(argentina: Document) -> None:
    assert [section.heading for section in argentina.sections] == [
        "Context",
        "Approach",
        "Results",
        "Conditions",
        "Limitations",
    ]
    assert "free national line" in " ".join(argentina.sections[1].text.split())


def test_a_card_says_what_a_result_shows(argentina: Document) -> None:
    assert argentina.card["pillar"] == "protection"
    assert argentina.card["kind"] == "practice"
    assert argentina.card["label"] == "Reported"
    assert argentina.card["by"] == ["Ministry of Justice (Argentina)"]
    assert argentina.card["year"] == 2008
    assert argentina.card["weight"] == 1


def test_superseded_works_rank_lower(catalogue: Catalogue, documents: list[Document]) -> None:
    superseded = [
        document.card["weight"]
        for entry, document in zip(catalogue.entries, documents, strict=True)
        if entry.id in catalogue.superseded_by
    ]
    assert superseded
    assert set(superseded) == {PAST_WEIGHT}
