"""Which entries answer a query, the best first: the client's `find.js` gives the same.

A word counts by lunr's formula (BM25) for each field of an entry, by the names of what it shares
with others (themes, organizations, places), and by the best section of its body. The sum counts
as far as the entry answers the whole query: a word that few entries have asks for more.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from toolkit.search.query import Query, Slot, understand
from toolkit.search.store import K1, Shard, Store

TOP = 3  # results by which all are judged


@dataclass
class Hit:
    """What one word scores in one entry: outside and inside its body; the share of the word that
    the entry answers; how often it stands in the title.
    """

    score: float = 0.0
    body: float = 0.0
    share: float = 0.0
    title: int = 0

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

    @property
    def id(self) -> str:
        """The id of the entry."""
        return str(self.about["url"]).rpartition("/")[2].removesuffix(".html")


@dataclass
class Found:
    """The answer to a query. `weak`: no entry answers much of it."""

    query: Query
    results: list[Result]
    weak: bool = False


def find(store: Store, text: str, *, correct: bool = True) -> Found:
    """The entries that answer a query, the best first."""
    query = understand(store, text, correct=correct)
    hits = [
        _slot_hits(store, query, slot.terms, slot.partly, names_only=slot.names)
        for slot in query.slots
    ]
    _add_other_names(store, query, hits)
    results = _combine(store, query, hits)
    if query.phrases:
        results = [one for one in results if _has_phrases(store, one, query.phrases)]
    best = max((one.coverage for one in results[:TOP]), default=0.0)
    weak = best < store.rules["weak"] or query.strange >= store.rules["strange"]
    if weak:
        results = results[: int(store.rules["weakest"])]
    return Found(query, results, weak and bool(results))


def under_pillars(
    store: Store, results: Iterable[Result], pillars: Collection[str]
) -> list[Result]:
    """The results that serve one of some pillars, or all where none is named."""
    numbers = {
        facet["name"]: (number, [term["id"] for term in facet["terms"]])
        for number, facet in enumerate(store.header["facets"])
    }
    if not pillars:
        return list(results)
    facet, ids = numbers["pillars"]
    places = {place for place, id_ in enumerate(ids) if id_ in pillars}
    return [one for one in results if not places.isdisjoint(one.about["facets"][facet])]


def _slot_hits(
    store: Store,
    query: Query,
    terms: Mapping[str, float],
    partly: Collection[str] = (),
    *,
    names_only: bool = False,
) -> dict[int, Hit]:
    """What any of some terms scores in each entry: the best of them counts."""
    hits: dict[int, Hit] = {}
    rules = store.rules
    for shard in () if names_only else store.shards:
        place = 1.0 if shard.sections is None else rules["body"]
        units: dict[int, tuple[float, int, float]] = {}
        for term, weight in terms.items():
            if term not in shard.places:
                continue
            share = place * (rules["partly"] if term in partly else 1.0)
            for unit, (score, title) in _unit_scores(shard, term).items():
                before = units.get(unit, (0.0, 0, 0.0))
                units[unit] = (
                    max(before[0], weight * score),
                    max(before[1], title),
                    max(before[2], share),
                )
        for unit, (score, title, share) in units.items():
            hit = hits.setdefault(shard.document(unit), Hit())
            hit.share = max(hit.share, share)
            if shard.sections is None:
                hit.score += score
                hit.title = title
            else:
                hit.body = max(hit.body, score)
    for number, (score, share) in _name_scores(store, query, terms, partly).items():
        hit = hits.setdefault(number, Hit())
        hit.score += score
        hit.share = max(hit.share, share)
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


def _name_scores(
    store: Store, query: Query, terms: Mapping[str, float], partly: Collection[str]
) -> dict[int, tuple[float, float]]:
    """What names of terms of facets score in the entries under them: the best of each facet."""
    above = store.rules["above"]
    by_facet: dict[int, dict[int, float]] = {}
    shares: dict[int, float] = {}
    for term, weight in terms.items():
        share = store.rules["partly"] if term in partly else 1.0
        abroad = store.names_abroad.get(term, ()) if query.foreign else ()
        for facet, place, part in (*store.names.get(term, ()), *abroad):
            best = by_facet.setdefault(facet, {})
            for number, named in store.under[facet][place].items():
                score = weight * part * (1.0 if named else above)
                best[number] = max(best.get(number, 0.0), score)
                shares[number] = max(shares.get(number, 0.0), share)
    scores: dict[int, float] = dict.fromkeys(shares, 0.0)
    for facet in sorted(by_facet):
        best = by_facet[facet]
        rarity = rarity_of(len(best), len(store.documents))
        for number, part in best.items():
            scores[number] += store.header["facets"][facet]["weight"] * rarity * part
    return {number: (score, shares[number]) for number, score in scores.items()}


def rarity_of(count: int, total: int) -> float:
    """How much it says that an entry has what `count` of `total` have."""
    return math.log(1 + abs((total - count + 0.5) / (count + 0.5)))


def _need(count: int, total: int, most: float) -> float:
    """How much of a query a word is, if `count` of `total` entries have it."""
    need = rarity_of(count, total)
    return min(need, most) if count else need


def _add_other_names(store: Store, query: Query, hits: list[dict[int, Hit]]) -> None:
    """Credit the words of a name in the query where an entry has another name of the same."""
    known: dict[str, dict[int, Hit]] = {}
    for span in query.spans:
        best: dict[int, Hit] = {}
        for stems, weight in span.others:
            for stem in stems:
                if stem not in known:
                    known[stem] = _slot_hits(store, query, {stem: 1.0})
            each = [known[stem] for stem in stems]
            for number in set.intersection(*(set(one) for one in each)):
                credit = _together([one[number] for one in each], weight / len(span.slots))
                if number not in best or best[number].score < credit.score:
                    best[number] = credit
        for number, credit in best.items():
            for slot in span.slots:
                hit = hits[slot].setdefault(number, Hit())
                if hit.total < credit.score:
                    hit.score, hit.body = credit.score, 0.0
                hit.title = max(hit.title, credit.title)
                hit.share = max(hit.share, credit.share)


def _together(hits: list[Hit], weight: float) -> Hit:
    """What the words of a name score together."""
    return Hit(
        sum(hit.total for hit in hits) * weight,
        0.0,
        min(hit.share for hit in hits),
        min(1, *(hit.title for hit in hits)),
    )


def _combine(store: Store, query: Query, hits: list[dict[int, Hit]]) -> list[Result]:
    size = len(store.documents)
    weights = [
        0.0 if slot.aside else _need(len(found), size, store.rules["rarest"])
        for slot, found in zip(query.slots, hits, strict=True)
    ]
    words = max(1, sum(not slot.aside for slot in query.slots))
    power = store.rules["coverage"]
    if not query.foreign:
        power *= min(1.0, store.rules["words"] / words)
    sequences = [([_names_of(store, slot) for slot in query.slots if not slot.aside], 1.0)]
    sequences += [
        ([{stem} for stem in stems], min(weight, 1.0))
        for span in query.spans
        for stems, weight in span.others
    ]
    results = []
    for number in sorted(set().union(*hits)):
        each = [found.get(number) for found in hits]
        result = _result(store, query, number, each, weights, power)
        if result.coverage >= store.rules["cut"]:
            if result.about.get("partners") or any(hit and hit.title for hit in each):
                result.score *= _title_bonus(store, number, sequences)
            result.score = math.floor(result.score * 1e6 + 0.5) / 1e6
            results.append(result)
    return sorted(results, key=lambda one: (-one.score, one.number))


def _result(
    store: Store,
    query: Query,
    number: int,
    hits: list[Hit | None],
    weights: list[float],
    power: float,
) -> Result:
    """What the words score in one entry together."""
    rules = store.rules
    score = covered = whole = 0.0
    for slot, hit, weight in zip(query.slots, hits, weights, strict=True):
        whole += weight
        if hit is not None:
            score += hit.total * (rules["aside"] if slot.aside else 1.0)
            covered += weight * slot.trust * hit.share
    coverage = covered / whole if whole else 1.0
    about = store.documents[number]
    score *= coverage**power
    if about.get("past"):
        score *= rules["past"]
    return Result(number, score, coverage, about)


def _names_of(store: Store, slot: Slot) -> set[str]:
    """A word and what is the same."""
    same = store.rules["same"]
    return {
        term for term, weight in slot.terms.items() if weight >= same and term not in slot.partly
    }


def _title_bonus(
    store: Store, number: int, sequences: Iterable[tuple[list[set[str]], float]]
) -> float:
    """What counts more where the title, or a part of it, is made of the words of the query or of
    another name of the same.
    """
    rules = store.rules
    parts = store.title_stems(number)
    pairs = {pair for part in parts for pair in pairwise(part)}
    exact = adjacent = 0.0
    for sequence, weight in sequences:
        for part in parts if sequence else ():
            shared = sum(not words.isdisjoint(part) for words in sequence)
            exact = max(exact, weight * shared**2 / (len(set(part)) * len(sequence)))
        if len(sequence) > 1:
            found = sum(
                any((one, other) in pairs for one in words for other in following)
                for words, following in pairwise(sequence)
            )
            adjacent = max(adjacent, weight * found / (len(sequence) - 1))
    return (1 + rules["exact"] * exact) * (1 + rules["adjacent"] * adjacent)


def _has_phrases(store: Store, result: Result, phrases: Iterable[list[str]]) -> bool:
    """Whether each phrase stands word for word in an entry or in a name of its terms."""
    texts = [" ".join(("", *store.stems.of(text), "")) for text in store.texts_of(result.number)]
    return all(any(f" {' '.join(phrase)} " in text for text in texts) for phrase in phrases)
