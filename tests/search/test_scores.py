"""A word scores what lunr gives it."""

from __future__ import annotations

import pytest
from lunr.builder import Builder

from toolkit.languages.language import Language
from toolkit.search.documents import Document
from toolkit.search.find import _unit_scores
from toolkit.search.store import Store
from toolkit.search.words import Stems


def test_scores_are_those_of_lunr(
    store: Store, documents: list[Document], english: Language
) -> None:
    stems = Stems(english)
    shard = store.shards[0]
    builder = Builder()
    builder.ref("number")
    for field, weight in zip(shard.fields, shard.weights, strict=True):
        builder.field(field, boost=weight)
    for number, document in enumerate(documents):
        fields = dict(zip(shard.fields, map(stems.of, document.texts), strict=True))
        fields["provisions"] += dict.fromkeys(document.tokens)
        builder.add({"number": number, **fields})
    built = builder.build().serialize()
    places = {term: posting["_index"] for term, posting in built["invertedIndex"]}
    assert set(places) == set(shard.terms)
    vectors = {
        ref: dict(zip(vector[::2], vector[1::2], strict=True))
        for ref, vector in built["fieldVectors"]
    }
    for term in ("traffick", "children", "hotlin", "2008", "tip-protocol:6"):
        if term not in places:
            continue
        for unit, (score, _title) in _unit_scores(shard, term).items():
            theirs = sum(
                vectors[f"{field}/{unit}"].get(places[term], 0.0) for field in shard.fields
            )
            assert score == pytest.approx(theirs, abs=0.01)
