"""Problems on one line each, for editors and pipes."""

from collections.abc import Sequence

from toolkit.problems import Problem
from toolkit.reports.report import NOTHING, Background
from toolkit.reports.screen import shown


def render(problems: Sequence[Problem], checked: int, background: Background = NOTHING) -> str:  # noqa: ARG001
    """`path:line:column: severity[id] message (correction)`; nothing if there are no problems."""
    return "".join(f"{_line(problem)}\n" for problem in problems)


def _line(problem: Problem) -> str:
    finding, place = problem.finding, problem.finding.location
    label = f" ({_one_line(finding.label)})" if finding.label else ""
    where = f"{shown(place.source.path)}:{place.line}:{place.column}"
    return f"{where}: {problem.severity.value}[{problem.id}] {_one_line(finding.message)}{label}"


def _one_line(text: str) -> str:
    return shown(" ".join(text.split("\n")))
