"""A word gets the score that lunr gives it."""

from pathlib import Path

import pytest
from lunr.builder import Builder

from tests.search.conftest import index_files, stems_of, write_site
from toolkit.languages.language import Language
from toolkit.search.documents import Document
from toolkit.search.engine import Engine
from toolkit.search.fields import FIRST
from toolkit.search.words import Stems

WORDS = ("trafficking", "police", "farms", "victims", "inspectors")


def test_scores_are_those_of_lunr(
    tmp_path: Path, documents: list[Document], english: Language
) -> None:
    """In summaries: words in titles and in names of terms count more."""
    bare = [
        Document(
            {"title": "", "url": one.card["url"], "facets": []},
            "",
            ("", one.summary, *[""] * 4),
            (),
        )
        for one in documents
    ]
    engine = Engine(write_site(tmp_path, index_files(bare, english)), "en")
    stems = Stems(english)
    builder = Builder()
    builder.ref("url")
    for field in FIRST:
        builder.field(field.name, boost=field.weight)
    for document in bare:
        found = [stems_of(text, stems) for text in document.texts]
        texts = zip(FIRST, found, strict=True)
        builder.add({"url": document.card["url"], **{field.name: words for field, words in texts}})
    built = builder.build().serialize()
    places = {term: posting["_index"] for term, posting in built["invertedIndex"]}
    vectors = {
        ref.partition("/")[2]: dict(zip(vector[::2], vector[1::2], strict=True))
        for ref, vector in built["fieldVectors"]
        if ref.startswith("summary/")
    }
    for word in WORDS:
        place = places[stems[word]]
        theirs = {url: vector[place] for url, vector in vectors.items() if place in vector}
        ours = {one.url: one.score for one in engine.find(word).results}
        assert ours == pytest.approx(theirs, abs=0.01)
