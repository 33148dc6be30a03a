from __future__ import annotations

from datetime import date

import pytest

from toolkit.catalogue.catalogue import Catalogue
from toolkit.search.documents import Document
from toolkit.search.facets import SearchFacet
from toolkit.search.fields import FIRST

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


def test_an_entry_names_its_terms(
    catalogue: Catalogue, documents: list[Document], facets: list[SearchFacet]
) -> None:
    for entry, document in zip(catalogue.entries, documents, strict=True):
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


def test_terms_have_synonyms_and_names_in_other_languages(
    catalogue: Catalogue, facets: list[SearchFacet]
) -> None:
    themes = next(facet for facet in facets if facet.name == "themes")
    for term in themes.terms:
        source = catalogue.vocabularies["themes"].terms[term.id]
        assert term.label == source.label("en")
        assert set(term.synonyms) == set(source.alt.get("en", ()))
        assert term.foreign is not None
        assert source.label("fr") in term.foreign["fr"]
    bodies = next(facet for facet in facets if facet.name == "organisations")
    unodc = next(term for term in bodies.terms if term.id == "unodc")
    assert "UNODC" in unodc.synonyms


def test_partners_are_searched_by_name(catalogue: Catalogue, documents: list[Document]) -> None:
    for entry, document in zip(catalogue.entries, documents, strict=True):
        assert set(entry.partners) <= set(text_of(document, "partners").split("\n"))


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


def test_provisions_are_tokens(argentina: Document) -> None:
    assert {"tip-protocol:*", "tip-protocol:6", ":6"} <= set(argentina.tokens)
    assert "2008" in text_of(argentina, "years")


def test_an_instrument_has_a_token_of_its_own(
    catalogue: Catalogue, documents: list[Document]
) -> None:
    protocol = document_of(catalogue, documents, "un-trafficking-in-persons-protocol-2000")
    assert "tip-protocol:" in protocol.tokens


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
    assert argentina.card["partners"] == ["Ministry of Justice (Argentina)"]
    assert argentina.card["year"] == 2008
    assert argentina.card["added"] == (date(2026, 11, 25) - date(1970, 1, 1)).days
    assert "past" not in argentina.card


def test_superseded_works_are_marked(catalogue: Catalogue, documents: list[Document]) -> None:
    marked = [
        entry.id
        for entry, document in zip(catalogue.entries, documents, strict=True)
        if document.card.get("past")
    ]
    assert set(marked) >= set(catalogue.superseded_by)
