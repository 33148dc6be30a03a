"""Judged queries, and how well a search answers them."""

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
SETS = ("tuning", "held-out")
NOTHING = "nothing"


@dataclass(frozen=True)
class Judged:
    """A query and the ids of the entries that answer it, with their grades."""

    query: str
    kind: str
    set: str
    relevant: Mapping[str, int]
    also: frozenset[str]

    def grade(self, id_: str) -> int:
        return self.relevant.get(id_, 1 if id_ in self.also else 0)


@dataclass(frozen=True)
class Answer:
    """Ids in order, and whether the search calls them weak."""

    ids: Sequence[str]
    weak: bool


@dataclass(frozen=True)
class Figures:
    """Means over some queries; `results` and `weak` matter for those without an answer."""

    queries: int
    success: float
    recall: float
    reciprocal: float
    gain: float
    results: float
    weak: float


def read_judged(language: str) -> list[Judged]:
    """The queries in a language, including its additional files, each with a single set."""
    names = (language, *(f"{language}-{name}" for name in SETS))
    return [one for name in names if (HERE / f"{name}.yml").is_file() for one in _read(name)]


def _read(name: str) -> list[Judged]:
    items = yaml.load((HERE / f"{name}.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [
        Judged(
            str(item["query"]),
            item["kind"],
            item["set"],
            item["relevant"] or {},
            frozenset(item.get("also") or ()),
        )
        for item in items
    ]


def measure(
    judged: Sequence[Judged],
    answer: Callable[[str], Answer],
    unjudged: Collection[str] = (),
) -> Figures:
    """The figures for some queries, skipping results in `unjudged` that a query doesn't name."""
    answers = [(one, _without(one, answer(one.query), unjudged)) for one in judged]
    scored = [(one, found.ids) for one, found in answers if one.kind != NOTHING]
    return Figures(
        len(judged),
        _mean(bool(ids) and one.grade(ids[0]) > 0 for one, ids in scored),
        _mean(len(one.relevant.keys() & set(ids[:5])) / len(one.relevant) for one, ids in scored),
        _mean(_reciprocal(one, ids) for one, ids in scored),
        _mean(_gain(one, ids) for one, ids in scored),
        _mean(len(found.ids) for _one, found in answers),
        _mean(found.weak or not found.ids for _one, found in answers),
    )


def _without(one: Judged, found: Answer, unjudged: Collection[str]) -> Answer:
    """Tasks aren't judged: they come before the entries that they choose."""
    ids = [
        id_
        for id_ in found.ids
        if one.grade(id_) or (id_ not in unjudged and not id_.startswith("tasks/"))
    ]
    return Answer(ids, found.weak)


def by_kind(judged: Sequence[Judged]) -> Iterator[tuple[str, list[Judged]]]:
    """The queries of each kind, then all those with an answer."""
    for kind in dict.fromkeys(one.kind for one in judged):
        yield kind, [one for one in judged if one.kind == kind]
    yield "all with an answer", [one for one in judged if one.kind != NOTHING]


def _reciprocal(one: Judged, ids: Sequence[str]) -> float:
    return next((1 / place for place, id_ in enumerate(ids, 1) if one.grade(id_)), 0.0)


def _gain(one: Judged, ids: Sequence[str]) -> float:
    best = sorted([*one.relevant.values(), *(1 for _ in one.also - one.relevant.keys())])[::-1]
    ideal = sum(grade / math.log2(place + 1) for place, grade in enumerate(best[:10], 1))
    real = sum(one.grade(id_) / math.log2(place + 1) for place, id_ in enumerate(ids[:10], 1))
    return real / ideal if ideal else 0.0


def _mean(values: Iterator[float] | Iterator[bool]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0
