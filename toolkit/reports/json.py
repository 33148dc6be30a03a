"""Problems as JSON, always in the same shape, for programs to read."""

import json
from collections.abc import Sequence
from typing import Any

from toolkit.problems import Problem
from toolkit.reports.advice import advice
from toolkit.reports.report import NOTHING, Background

_VERSION = 1


def render(problems: Sequence[Problem], checked: int, background: Background = NOTHING) -> str:  # noqa: ARG001
    """One JSON object, in pure ASCII to survive any channel."""
    result = {
        "version": _VERSION,
        "checked": checked,
        "problems": [_problem(problem) for problem in problems],
    }
    return json.dumps(result, indent=2) + "\n"


def _problem(problem: Problem) -> dict[str, Any]:
    finding = problem.finding
    place = finding.location
    return {
        "id": problem.id,
        "severity": problem.severity.value,
        "message": finding.message,
        "hint": advice(finding),
        "path": place.source.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "field": finding.field,
        "url": problem.documentation,
    }
