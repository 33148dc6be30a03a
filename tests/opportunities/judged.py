"""Precision and recall of opportunities on the cases judged by reading them."""

import functools
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from toolkit.content.reader import Content
from toolkit.opportunities import FINDERS
from toolkit.opportunities.opportunity import Opportunity
from toolkit.opportunities.works import make_works
from toolkit.recognition.entry_status import all_statuses
from toolkit.recognition.ledger import make_ledger

CASES = Path(__file__).with_name("cases.yml")


@dataclass(frozen=True)
class Tally:
    """The number of cases, and the names of those found rightly, found wrongly, and missed."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    count: int

    @property
    def precision(self) -> float:
        """The proportion of good cases among those found."""
        return len(self.right) / (len(self.right) + len(self.wrong) or 1)

    @property
    def recall(self) -> float:
        """The proportion of found cases among the good ones."""
        return len(self.right) / (len(self.right) + len(self.missed) or 1)

    def text(self) -> str:
        """The figures in one line."""
        return (
            f"{self.count} cases: precision {self.precision:.2f}, recall {self.recall:.2f} "
            f"({len(self.right)} right, {len(self.wrong)} wrong, {len(self.missed)} missed)"
        )


def cases() -> list[dict[str, Any]]:
    """The judged cases."""
    read: list[dict[str, Any]] = yaml.load(CASES.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return read


# The day as of which cases without one were judged.
DAY = date(2026, 11, 26)
Found = Callable[[date, bool, int], Mapping[str, Opportunity]]


def finder(content: Content) -> Found:
    """The program's results as of a day.

    `past` leaves out works that came later, `sample` a random quarter of all, seeded with it: this
    makes cases that no rule was ever tuned to.
    """
    ledger = make_ledger(content)

    @functools.cache
    def found(day: date, past: bool, sample: int) -> dict[str, Opportunity]:
        works = make_works(content, all_statuses(ledger, day), ledger.members.on(day), day)
        if past:
            works = replace(works, every=tuple(w for w in works.every if w.year <= day.year))
        if sample:
            chance = random.Random(sample)  # noqa: S311 - the same works each time
            ids = sorted(work.id for work in works.every)
            kept = {*chance.sample(ids, len(ids) * 3 // 4)}
            works = replace(works, every=tuple(w for w in works.every if w.id in kept))
        return {one.id: one for find in FINDERS for one in find(works)}

    return found


def tally(judged: Iterable[dict[str, Any]], found: Found) -> Tally:
    """The program's results for cases as of their days, compared with the judgements."""
    counts: dict[tuple[bool, bool], list[str]] = {}
    judged = list(judged)
    for case in judged:
        id_, day = id_of(case), case.get("as_of", DAY)
        said = id_ in found(day, bool(case.get("past")), case.get("sample", 0))
        counts.setdefault((bool(case["good"]), said), []).append(f"{id_} {day}")
    right, wrong, missed = (
        tuple(counts.get(key, ())) for key in ((True, True), (False, True), (True, False))
    )
    return Tally(right, wrong, missed, len(judged))


def id_of(case: dict[str, Any]) -> str:
    """The id that a case's opportunity would have."""
    if case["kind"] == "overlap":
        return "-".join(("overlap", *sorted(case["entries"])))
    order = ("theme", "audience", "region", "language")
    return "-".join((case["kind"], *(case[name] for name in order if name in case)))
