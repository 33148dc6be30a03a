"""Runs the checks and puts their findings in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from toolkit.content.reader import Content
from toolkit.problems import Problem, Severity
from toolkit.validation.check import Check
from toolkit.validation.checks import CHECKS


def run_checks(content: Content, day: date, checks: Sequence[Check] = CHECKS) -> list[Problem]:
    """Every problem that `checks` find in the content as of `day`, in the order of reports."""
    found = {
        Problem(check.ID, check.SEVERITY, finding)
        for check in checks
        for finding in check.check(content, day)
    }
    return sorted(found, key=lambda problem: problem.sort_key)


def has_errors(problems: Sequence[Problem]) -> bool:
    """Whether one of the problems stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
