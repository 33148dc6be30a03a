"""Problems as plain values, as the cache keeps them."""

from collections.abc import Callable
from typing import Any

from toolkit.problems import Finding, Fix, Problem, Severity
from toolkit.source import Location, SourceFile

Plain = tuple[Any, ...]


def plain_problem(problem: Problem) -> Plain:
    """A problem as texts and numbers."""
    finding = problem.finding
    return (
        problem.id,
        problem.severity.value,
        finding.message,
        _place(finding.location),
        finding.label,
        finding.hint,
        finding.field,
        tuple((_place(fix.location), fix.text) for fix in finding.fixes),
    )


def problem_from(plain: Plain, source: Callable[[str], SourceFile]) -> Problem:
    """The problem that `plain_problem` was given; `source` returns the file at a path."""
    id_, severity, message, place, label, hint, field, fixes = plain
    return Problem(
        id_,
        Severity(severity),
        Finding(
            message,
            _location(place, source),
            label,
            hint,
            field,
            tuple(Fix(_location(where, source), text) for where, text in fixes),
        ),
    )


def _place(place: Location) -> Plain:
    # Some places are in a file that was not read, and is not shown.
    return (place.source.path, bool(place.source.text), *place[1:])


def _location(plain: Plain, source: Callable[[str], SourceFile]) -> Location:
    path, shown, *rest = plain
    return Location(source(path) if shown else SourceFile(path), *rest)
