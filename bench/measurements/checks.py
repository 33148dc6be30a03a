"""`toolkit check` alone: the real content, without the cache and with it, and generated entries."""

from pathlib import Path
from statistics import median

from bench.generate import ROOT
from bench.process import Run
from bench.report import Result, Table, Verdict, megabytes, seconds
from bench.workspace import Workspace, tell

NAME = "checks"

_REAL = "the real content"
_AGAIN = "the real content, again"
_SHARE_AGAIN = 0.2
_LIMITS = {_REAL: 2.0, "10,000 entries": 20.0}
_ROUNDS = 3


def measure(workspace: Workspace) -> Result:
    """Check the real content three times, and the largest size as often as its builds are run."""
    largest = max(workspace.sizes)
    runs = {
        _REAL: _runs(workspace, ROOT / "docs", _REAL, _ROUNDS),
        _AGAIN: _runs(workspace, ROOT / "docs", _AGAIN, _ROUNDS + 1, cold=False)[1:],
        f"{largest:,} entries": _runs(
            workspace,
            workspace.content(largest),
            f"{largest:,} entries",
            workspace.limits.rounds_at(largest),
        ),
    }
    headings = ("Content", "Rounds", "Median", "Processor", "Memory", "Largest process")
    table = Table(headings, [_row(name, found) for name, found in runs.items()])
    verdicts = [
        Verdict(f"check of {name}", _seconds(found), " s", _LIMITS.get(name))
        for name, found in runs.items()
    ]
    first, again = (median(run.processor for run in runs[name]) for name in (_REAL, _AGAIN))
    verdicts.append(Verdict("check again by cold, processor", again / first, limit=_SHARE_AGAIN))
    data = {name: [run.seconds for run in found] for name, found in runs.items()}
    return Result([table], verdicts, data=data)


def _runs(
    workspace: Workspace, content: Path, name: str, rounds: int, *, cold: bool = True
) -> list[Run]:
    found = []
    for _ in range(rounds):
        found.append(workspace.check(content, cold=cold))
        tell(f"check of {name}: {found[-1].seconds:.2f} s")
    return found


def _seconds(runs: list[Run]) -> float:
    return median(run.seconds for run in runs)


def _row(name: str, runs: list[Run]) -> tuple[str, ...]:
    return (
        name,
        str(len(runs)),
        seconds(_seconds(runs)),
        seconds(median(run.processor for run in runs)),
        megabytes(max((run.memory for run in runs if run.memory is not None), default=None)),
        megabytes(max(run.largest for run in runs)),
    )
