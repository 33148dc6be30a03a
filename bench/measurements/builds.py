"""Builds of the toolkit, cold and again, against plain MkDocs + Material.

Rounds alternate: the toolkit cold, plain MkDocs, the toolkit again over what it had built, once
more after one entry changed, and other site generators, if installed. All are whole processes. The
toolkit builds all languages of mkdocs.yml, the others one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import median

from bench.generators import GENERATORS
from bench.process import Run
from bench.report import Json, Result, Table, Verdict, megabytes, seconds
from bench.workspace import Workspace, tell

NAME = "builds"

COLD, PLAIN = "toolkit, cold", "plain MkDocs"
WARM, CHANGED = "toolkit, nothing changed", "toolkit, one entry changed"
# By kind of build and number of entries: the largest ratio to plain MkDocs.
_RATIO_LIMITS = {
    (COLD, 1_000): 0.5,
    (COLD, 10_000): 0.5,
    (WARM, 1_000): 0.05,
    (WARM, 10_000): 0.05,
    (CHANGED, 1_000): 0.08,
    (CHANGED, 10_000): 0.06,
}
_GROWTH_LIMITS = {(1_000, 10_000): 10.5}
_TRIAL = 10
_HEADINGS = (
    "Entries", "Build", "Rounds", "Median", "Least", "Processor", "Memory", "Largest process",
    "Site", "Files",
)  # fmt: skip


@dataclass
class _Series:
    """The runs of one kind of build at one size."""

    entries: int
    name: str
    runs: list[Run] = field(default_factory=list)
    size: int = 0
    files: int = 0

    def add(self, run: Run, output: Path) -> None:
        self.runs.append(run)
        sizes = [file.stat().st_size for file in output.rglob("*") if file.is_file()]
        self.size, self.files = sum(sizes), len(sizes)
        ending = ", stopped by the limit" if run.timed_out else ""
        number = len(self.runs)
        tell(f"{self.entries:,} entries, round {number}: {self.name} {run.seconds:.2f} s{ending}")

    @property
    def complete(self) -> bool:
        """Whether there are runs, and all of them finished."""
        return bool(self.runs) and not any(run.timed_out for run in self.runs)

    @property
    def median(self) -> float:
        return median(run.seconds for run in self.runs)

    def row(self) -> tuple[str, ...]:
        if not self.complete:
            why = "stopped" if self.runs else "left out"
            return (f"{self.entries:,}", self.name, why, *["–"] * (len(_HEADINGS) - 3))
        samples = [run.memory for run in self.runs if run.memory is not None]
        return (
            f"{self.entries:,}",
            self.name,
            str(len(self.runs)),
            seconds(self.median),
            seconds(min(run.seconds for run in self.runs)),
            seconds(median(run.processor for run in self.runs)),
            megabytes(max(samples, default=None)),
            megabytes(max(run.largest for run in self.runs)),
            megabytes(self.size),
            f"{self.files:,}",
        )

    def data(self) -> Json:
        return {
            "entries": self.entries,
            "build": self.name,
            "site_bytes": self.size,
            "site_files": self.files,
            "runs": [
                {
                    "seconds": run.seconds,
                    "processor_seconds": run.processor,
                    "memory_bytes": run.memory,
                    "largest_process_bytes": run.largest,
                    "timed_out": run.timed_out,
                }
                for run in self.runs
            ],
        }


@dataclass
class _Size:
    """The series of one size."""

    entries: int
    series: dict[str, _Series]

    @property
    def measured(self) -> list[_Series]:
        """What is compared to plain MkDocs."""
        return [one for one in self.series.values() if one.name != PLAIN]

    def ratios(self, series: _Series) -> list[tuple[float, float]]:
        """`series` divided by plain MkDocs, round by round: wall time, and processor time."""
        plain = self.series[PLAIN]
        if not (series.complete and plain.complete):
            return []
        pairs = zip(series.runs, plain.runs, strict=True)
        return [
            (run.seconds / other.seconds, run.processor / other.processor) for run, other in pairs
        ]


def measure(workspace: Workspace) -> Result:
    """Build all sizes; the figures for each size are from the same run."""
    _try_out(workspace)
    sizes = [_measure_size(workspace, entries) for entries in workspace.sizes]
    series = [one for size in sizes for one in size.series.values()]
    ratios = [
        (f"{size.entries:,}", one.name, *(_listed(column) for column in zip(*found, strict=True)))
        for size in sizes
        for one in size.measured
        if (found := size.ratios(one))
    ]
    tables = [Table(_HEADINGS, [one.row() for one in series])]
    if ratios:
        headings = ("Entries", "Share of plain MkDocs, by round", "Time", "Processor")
        tables.append(Table(headings, ratios))
    verdicts = [*_ratios(sizes), *_growths(sizes)]
    return Result(
        tables, verdicts, _notes(workspace, sizes), {"series": [one.data() for one in series]}
    )


def _try_out(workspace: Workspace) -> None:
    """Build a few entries unmeasured, to have all programs compiled and in memory."""
    output = workspace.folder / "trial"
    workspace.build(_TRIAL, output / "toolkit", cold=True)
    workspace.build_plain(_TRIAL, output / "plain")


def _measure_size(workspace: Workspace, entries: int) -> _Size:
    names = (COLD, PLAIN, WARM, CHANGED, *(one.name for one in GENERATORS))
    series = {name: _Series(entries, name) for name in names}
    output = workspace.folder / f"sites-{entries}"
    ours = output / "toolkit"
    most = workspace.limits.plain_entries
    for _ in range(workspace.limits.rounds_at(entries)):
        series[COLD].add(workspace.build(entries, ours, cold=True), ours)
        if most is None or entries <= most:
            series[PLAIN].add(workspace.build_plain(entries, output / "plain"), output / "plain")
        if series[COLD].complete:
            series[WARM].add(workspace.build(entries, ours, cold=False), ours)
            with workspace.one_changed(entries):
                series[CHANGED].add(workspace.build(entries, ours, cold=False), ours)
        for generator in GENERATORS:
            place = output / generator.program
            other = workspace.build_other(generator, entries, place)
            if other is not None:
                series[generator.name].add(other, place)
        if any(run.timed_out for one in series.values() for run in one.runs):
            break
    return _Size(entries, series)


def _listed(ratios: Iterable[float]) -> str:
    return ", ".join(f"{ratio:.2f}" for ratio in ratios)


def _ratios(sizes: Sequence[_Size]) -> Iterator[Verdict]:
    for size in sizes:
        for series in size.measured:
            ratios = size.ratios(series)
            if ratios:
                limit = _RATIO_LIMITS.get((series.name, size.entries))
                times, processor = zip(*ratios, strict=True)
                name = f"{series.name}, ratio at {size.entries:,}"
                yield Verdict(name, median(times), limit=limit)
                yield Verdict(f"{name}, processor", median(processor))


def _growths(sizes: Sequence[_Size]) -> Iterator[Verdict]:
    for small, large in pairwise(sizes):
        for one, other in zip(small.series.values(), large.series.values(), strict=True):
            if one.complete and other.complete:
                key = (small.entries, large.entries)
                limit = _GROWTH_LIMITS.get(key) if one.name == COLD else None
                name = f"growth from {key[0]:,} to {key[1]:,}, {one.name}"
                yield Verdict(name, other.median / one.median, " times", limit)


def _notes(workspace: Workspace, sizes: Sequence[_Size]) -> list[str]:
    notes = [
        "Memory is the highest sum over all processes of a build that was seen at one moment, "
        "shared pages counted once; the largest single process is the kernel's own figure.",
        "Processor time is of all processes together: it holds where other work shares the cores.",
    ]
    notes += [
        f"{one.name} is not installed here ({one.install}), and left out."
        for one in GENERATORS
        if not any(size.series[one.name].runs for size in sizes)
    ]
    most = workspace.limits.plain_entries
    if most is not None and any(size.entries > most for size in sizes):
        notes.append(f"Plain MkDocs was left out above {most:,} entries, as asked.")
    if any(run.timed_out for size in sizes for one in size.series.values() for run in one.runs):
        notes.append(f"Stopped: not done after {workspace.limits.seconds:,.0f} s.")
    return notes
