"""How many of the labelled pairs the check `near-duplicate` gets right."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.near_duplicates.pairs import Pair, Record, read_pairs, write_entries
from toolkit.content.reader import read_content
from toolkit.validation.checks import load_checks
from toolkit.validation.runner import run_checks

DAY = date(2026, 11, 25)
NO_OTHERS: Mapping[str, Record] = {}

_NAMED = re.compile(r"This looks like a duplicate of \S+?([^/\s]+)\.md:")


@dataclass(frozen=True)
class Figures:
    """What was found in a set of pairs, and what was found besides."""

    pairs: tuple[Pair, ...]
    missed: tuple[Pair, ...]
    false_alarms: tuple[frozenset[str], ...]

    @property
    def duplicates(self) -> int:
        """How many of the pairs are duplicates."""
        return sum(pair.is_duplicate for pair in self.pairs)

    @property
    def recall(self) -> float:
        """The proportion of the duplicates that was found."""
        return (self.duplicates - len(self.missed)) / self.duplicates

    @property
    def precision(self) -> float:
        """The proportion of what was found that is a duplicate."""
        right = self.duplicates - len(self.missed)
        return right / (right + len(self.false_alarms))


@dataclass(frozen=True)
class Measured:
    """The figures for the pairs used to choose the thresholds, and for the others."""

    tuned: Figures
    held_out: Figures

    def text(self) -> str:
        """The figures in readable form."""
        lines = [
            f"{'':<26}{'duplicates':>11}{'near misses':>13}{'precision':>11}{'recall':>8}",
            _line("used to choose thresholds", self.tuned),
            _line("held out", self.held_out),
            "",
        ]
        for figures in (self.tuned, self.held_out):
            lines += (f"missed: {pair.first}: {pair.what}" for pair in figures.missed)
            lines += (f"false alarm: {' - '.join(sorted(ids))}" for ids in figures.false_alarms)
        return "\n".join(lines)


def measure(folder: Path, others: Mapping[str, Record] = NO_OTHERS) -> Measured:
    """Put all entries of all pairs, and `others`, into one content folder in `folder`; check it.

    So every entry is compared with every other: anything found apart from the labelled pairs counts
    as a false alarm of the pairs used to choose the thresholds.
    """
    records, pairs = read_pairs()
    docs = folder / "docs"
    write_entries({**records, **others}, docs)
    found = {
        frozenset((Path(problem.finding.location.source.path).stem, named[1]))
        for problem in run_checks(read_content(docs), DAY, load_checks(["near-duplicate"]))
        if (named := _NAMED.match(problem.finding.message))
    }
    beside = found - {pair.ids for pair in pairs}
    return Measured(
        _figures((pair for pair in pairs if not pair.is_held_out), found, beside),
        _figures((pair for pair in pairs if pair.is_held_out), found, frozenset()),
    )


def _figures(
    pairs: Iterable[Pair], found: set[frozenset[str]], beside: Iterable[frozenset[str]]
) -> Figures:
    pairs = tuple(pairs)
    alarms = {pair.ids for pair in pairs if not pair.is_duplicate and pair.ids in found}
    return Figures(
        pairs,
        tuple(pair for pair in pairs if pair.is_duplicate and pair.ids not in found),
        tuple(sorted((*alarms, *beside), key=sorted)),
    )


def _line(name: str, figures: Figures) -> str:
    near_misses = len(figures.pairs) - figures.duplicates
    return (
        f"{name:<26}{figures.duplicates:>11}{near_misses:>13}"
        f"{figures.precision:>11.3f}{figures.recall:>8.3f}"
    )
