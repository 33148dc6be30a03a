"""The real content in all languages of the site against one of them, both cold.

Rounds alternate: other work on the machine affects both alike. The ratio is of processor times,
which such work affects least.
"""

from pathlib import Path
from statistics import median

from bench import ours
from bench.generate import ROOT
from bench.process import Run, empty
from bench.report import Result, Table, Verdict, seconds
from bench.workspace import Workspace, tell
from toolkit.languages import LANGUAGES

NAME = "languages"

_LIMIT = 3.0
_ROUNDS = 3


def measure(workspace: Workspace) -> Result:
    """Build with the source language and with all of them, in turn."""
    source, *_ = LANGUAGES
    options: dict[str, list[str | Path]] = {
        source: ["--language", source],
        " ".join(LANGUAGES): [],
    }
    runs: dict[str, list[Run]] = {name: [] for name in options}
    for _ in range(workspace.limits.rounds or _ROUNDS):
        for name, chosen in options.items():
            runs[name].append(_build(workspace, chosen))
            tell(f"build of {name}: {runs[name][-1].processor:.2f} s of processor time")
    one, every = runs.values()
    ratios = [all_.processor / single.processor for single, all_ in zip(one, every, strict=True)]
    return Result(
        [
            Table(
                ("Languages", "Rounds", "Median", "Processor"), [_row(*row) for row in runs.items()]
            )
        ],
        [Verdict(f"{len(LANGUAGES)} languages to one, processor", median(ratios), limit=_LIMIT)],
        data={
            name: [[run.seconds, run.processor] for run in found] for name, found in runs.items()
        },
    )


def _build(workspace: Workspace, options: list[str | Path]) -> Run:
    place = workspace.folder / "languages"
    empty(place)
    command = [*ours.build_command(ROOT / "docs", place / "site"), *options]
    caches = {"XDG_CACHE_HOME": str(place / "caches")}
    return workspace.run(command, ROOT, {**ours.ENVIRONMENT, **caches})


def _row(name: str, runs: list[Run]) -> tuple[str, ...]:
    return (
        name,
        str(len(runs)),
        seconds(median(run.seconds for run in runs)),
        seconds(median(run.processor for run in runs)),
    )
