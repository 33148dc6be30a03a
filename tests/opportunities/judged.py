"""Precision and recall of opportunities on the cases that were judged by reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from toolkit.opportunities.opportunity import Opportunity

CASES = Path(__file__).with_name("cases.yml")


@dataclass(frozen=True)
class Tally:
    """How many cases were found rightly and wrongly, and missed: each by its name."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    count: int

    @property
    def precision(self) -> float:
        """The share of the good among the found."""
        return len(self.right) / (len(self.right) + len(self.wrong) or 1)

    @property
    def recall(self) -> float:
        """The share of the found among the good."""
        return len(self.right) / (len(self.right) + len(self.missed) or 1)

    def text(self) -> str:
        """The figures in a line."""
        return (
            f"{self.count} cases: precision {self.precision:.2f}, recall {self.recall:.2f} "
            f"({len(self.right)} right, {len(self.wrong)} wrong, {len(self.missed)} missed)"
        )


def cases() -> list[dict[str, Any]]:
    """The judged cases."""
    read: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return read


# The day that cases without one were judged as of.
DAY = date(2026, 11, 26)


def tally(
    judged: Iterable[dict[str, Any]], found: Callable[[date], Mapping[str, Opportunity]]
) -> Tally:
    """What the program says of cases as of their day, against what was judged."""
    judged = list(judged)
    keys = {_key(case): bool(case["good"]) for case in judged}
    ids = {_key(case): _key(case) in found(case.get("as_of", DAY)) for case in judged}
    return Tally(
        tuple(key for key in keys if keys[key] and ids[key]),
        tuple(key for key in keys if not keys[key] and ids[key]),
        tuple(key for key in keys if keys[key] and not ids[key]),
        len(judged),
    )


def _key(case: dict[str, Any]) -> str:
    """The id that the opportunity of a case would have."""
    if case["kind"] == "overlap":
        return "-".join(("overlap", *sorted(case["entries"])))
    order = ("theme", "audience", "region", "language")
    return "-".join((case["kind"], *(case[name] for name in order if name in case)))
