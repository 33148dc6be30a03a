"""Which entries answer a query, the best first: the client's `find.js` gives the same.

A word counts by lunr's formula (BM25) for each field of an entry, by the names of what it shares
with others (themes, organizations, places), and by the best section of its body. The sum counts
as far as the entry answers the whole query: a word that few entries have asks for more.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from toolkit.search.query import Query, understand
from toolkit.search.store import K1, Shard, Store


@dataclass
class Hit:
    """What one word scores in one entry: in all, in its title, and in which sections."""

    score: float = 0.0
    body: float = 0.0
    in_body_only: bool = True
    title: int = 0
    sections: dict[tuple[int, int], float] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """All that counts."""
        return self.score + self.body


@dataclass
class Result:
    """An entry found: its number, score, and the share of the query that it answers."""

    number: int
    score: float
    coverage: float
    about: Mapping[str, Any]


@dataclass
class Found:
    """The answer to a query. `weak`: no entry answers much of it."""

    query: Query
    results: list[Result]
    weak: bool = False


def find(store: Store, text: str, *, correct: bool = True) -> Found:
    """The entries that answer a query, the best first."""
    query = understand(store, text, correct=correct)
    hits = [_slot_hits(store, slot.terms, names_only=slot.names) for slot in query.slots]
    _add_other_names(store, query, hits)
    results = _combine(store, query, hits)
    if query.phrases:
        results = [one for one in results if _has_phrases(store, one, query.phrases)]
    best = max((one.coverage for one in results), default=0.0)
    weak = best < store.rules["weak"]
    if weak:
        results = results[: int(store.rules["weakest"])]
    return Found(query, results, weak and bool(results))


def _slot_hits(
    store: Store, terms: Mapping[str, float], *, names_only: bool = False
) -> dict[int, Hit]:
    """What any of some terms scores in each entry: the best of them counts."""
    hits: dict[int, Hit] = {}
    for shard_number, shard in enumerate(() if names_only else store.shards):
        units: dict[int, tuple[float, int]] = {}
        for term, weight in terms.items():
            if term not in shard.places:
                continue
            for unit, (score, title) in _unit_scores(shard, term).items():
                before = units.get(unit, (0.0, 0))
                units[unit] = (max(before[0], weight * score), max(before[1], title))
        for unit, (score, title) in units.items():
            hit = hits.setdefault(shard.document(unit), Hit())
            if shard.sections is None:
                hit.score += score
                hit.title = title
                hit.in_body_only = False
            else:
                hit.body = max(hit.body, score)
                hit.sections[shard_number, unit] = score
    for number, score in _name_scores(store, terms).items():
        hit = hits.setdefault(number, Hit())
        hit.score += score
        hit.in_body_only = False
    return hits


def _unit_scores(shard: Shard, term: str) -> dict[int, tuple[float, int]]:
    """What a term scores in each unit of a shard, all fields together; how often in the title."""
    scores: dict[int, tuple[float, int]] = {}
    rarity = shard.rarity[shard.places[term]]
    for number, weight in enumerate(shard.weights):
        norms = shard.norms[number]
        for unit, count in shard.units(term, number):
            score, title = scores.get(unit, (0.0, 0))
            score += weight * rarity * (K1 + 1) * count / (norms[unit] + count)
            scores[unit] = (score, count if number == 0 else title)
    return scores


def _name_scores(store: Store, terms: Mapping[str, float]) -> dict[int, float]:
    """What names of terms of facets score in the entries under them: the best of each facet."""
    above = store.rules["above"]
    by_facet: dict[int, dict[int, float]] = {}
    for term, weight in terms.items():
        for facet, place, share in store.names.get(term, ()):
            best = by_facet.setdefault(facet, {})
            for number, named in store.under[facet][place].items():
                score = weight * share * (1.0 if named else above)
                if score > best.get(number, 0.0):
                    best[number] = score
    scores: dict[int, float] = {}
    for facet in sorted(by_facet):
        best = by_facet[facet]
        rarity = rarity_of(len(best), len(store.documents))
        for number, share in best.items():
            score = store.header["facets"][facet]["weight"] * rarity * share
            scores[number] = scores.get(number, 0.0) + score
    return scores


def rarity_of(count: int, total: int) -> float:
    """How much it says that an entry has what `count` of `total` have."""
    return math.log(1 + abs((total - count + 0.5) / (count + 0.5)))


def _add_other_names(store: Store, query: Query, hits: list[dict[int, Hit]]) -> None:
    """Credit the words of a name in the query where an entry has another name of the same."""
    credits: list[tuple[list[int], int, float, Hit]] = []
    for span in query.spans:
        for stems, weight in span.others:
            each = [_slot_hits(store, {stem: 1.0}) for stem in stems]
            for number in set.intersection(*(set(one) for one in each)):
                found = [one[number] for one in each]
                total = sum(hit.total for hit in found) * weight / len(span.slots)
                merged = Hit(total, 0.0, all(hit.in_body_only for hit in found))
                if all(hit.title for hit in found):
                    merged.title = sum(hit.title for hit in found)
                for hit in found:
                    merged.sections.update(hit.sections)
                credits.append((span.slots, number, total, merged))
    for slots, number, total, merged in credits:
        for slot in slots:
            hit = hits[slot].get(number)
            if hit is None:
                hits[slot][number] = Hit(
                    total, 0.0, merged.in_body_only, merged.title, dict(merged.sections)
                )
            elif hit.total < total:
                hit.score, hit.body = total, 0.0
                hit.in_body_only = hit.in_body_only and merged.in_body_only
                hit.sections.update(merged.sections)


def _combine(store: Store, query: Query, hits: list[dict[int, Hit]]) -> list[Result]:
    rules = store.rules
    size = len(store.documents)
    weights = [
        0.0 if slot.aside else rarity_of(len(found), size)
        for slot, found in zip(query.slots, hits, strict=True)
    ]
    whole = sum(weights)
    sequences = [[stem for slot in query.slots if (stem := store.stems[slot.word])]]
    sequences += [stems for span in query.spans for stems, _weight in span.others]
    results = []
    for number in sorted(set().union(*hits)) if hits else ():
        score = covered = in_title = 0.0
        title_words = 0
        for slot, found, weight in zip(query.slots, hits, weights, strict=True):
            hit = found.get(number)
            if hit is None:
                continue
            score += hit.total * (rules["aside"] if slot.aside else 1.0)
            covered += weight * slot.trust * (rules["body"] if hit.in_body_only else 1.0)
            in_title += weight if hit.title else 0.0
            title_words += hit.title
        coverage = covered / whole if whole else 1.0
        if coverage < rules["cut"]:
            continue
        about = store.documents[number]
        score *= coverage ** rules["coverage"]
        title = store.title_stems(number)
        if whole and title_words:
            exact = (in_title / whole) * min(title_words / max(len(title), 1), 1.0)
            score *= 1 + rules["exact"] * exact
            score *= 1 + rules["adjacent"] * _adjacent(title, sequences)
        if about.get("past"):
            score *= rules["past"]
        results.append(Result(number, math.floor(score * 1e6 + 0.5) / 1e6, coverage, about))
    return sorted(results, key=lambda one: (-one.score, one.number))


def _adjacent(title: list[str], sequences: Iterable[list[str]]) -> float:
    """The share of neighbours in one of some sequences that are neighbours in a title too."""
    pairs = set(pairwise(title))
    return max(
        (
            sum(pair in pairs for pair in pairwise(sequence)) / (len(sequence) - 1)
            for sequence in sequences
            if len(sequence) > 1
        ),
        default=0.0,
    )


def _has_phrases(store: Store, result: Result, phrases: Iterable[list[str]]) -> bool:
    """Whether each phrase stands word for word in an entry or in a name of its terms."""
    texts = [" ".join(("", *store.stems.of(text), "")) for text in store.texts_of(result.number)]
    return all(any(f" {' '.join(phrase)} " in text for text in texts) for phrase in phrases)

