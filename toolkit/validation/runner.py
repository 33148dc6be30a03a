"""Runs the checks and puts their findings in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from toolkit.content.reader import Content
from toolkit.problems import Finding, Problem, Severity
from toolkit.validation.check import Check
from toolkit.validation.checks import (
    CHECKS,
    OF_ALL,
    OF_DOCUMENTS,
    OF_FAULTS,
    discouraged_wording,
)
from toolkit.validation.context import Context, PartContext
from toolkit.validation.parts import parts_of_documents
from toolkit.worker import Worker

CHECKS_FOR_ERRORS = tuple(check for check in CHECKS if check.SEVERITY is Severity.ERROR)
CHECKS_WITHOUT_ERRORS = tuple(check for check in CHECKS if check.SEVERITY is not Severity.ERROR)
# Half of the work. Both checks of wording stay together: they read the words of a text once.
_CHECKS_BESIDE = tuple(
    check
    for check in CHECKS
    if check.SEVERITY is Severity.WARNING and check is not discouraged_wording
)
_OTHER_CHECKS = tuple(check for check in CHECKS if check not in _CHECKS_BESIDE)

# Fewer files are checked sooner than a second process is started.
_WORTH_A_PROCESS = 500

# Problems of one kind that one file can have before the others are only counted.
MOST_OF_A_KIND = 50


def run_checks(content: Content, day: date, checks: Sequence[Check] = CHECKS) -> list[Problem]:
    """The problems that `checks` find in the content as of `day`, in the order of reports.

    Of more than fifty problems of one kind in one file, the others are counted in one.
    """
    return run_checks_in(Context(content, day), checks)


def run_checks_in(context: Context, checks: Sequence[Check]) -> list[Problem]:
    """The same for a context that other checks were run in, or will be."""
    found = find_problems(context, checks)
    found.sort(key=lambda problem: (problem.finding.location.source.path, problem.id))
    kept = [
        problem
        for _, of_a_kind in groupby(
            found, key=lambda problem: (problem.finding.location.source.path, problem.id)
        )
        for problem in _kept(list(of_a_kind))
    ]
    return in_order(kept)


def start_checks(
    content: Content, day: date, moved: Mapping[str, str]
) -> Callable[[], list[Problem]]:
    """Start on all checks; what is returned gives the problems, in the order of reports.

    `moved` is that of Context.

    Where there is much to check, half of it is checked in a second process: start before there are
    threads, with which none can be made.
    """
    context = Context(content, day, moved)
    if len(content.documents) + len(content.translations) < _WORTH_A_PROCESS:
        return lambda: run_checks_in(context, CHECKS)
    beside = Worker(lambda: run_checks_in(context, _CHECKS_BESIDE))
    return lambda: in_order([*run_checks_in(context, _OTHER_CHECKS), *beside.result()])


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the order of reports."""
    return sorted(problems, key=lambda problem: problem.sort_key)


def find_problems(context: Context, checks: Sequence[Check] = CHECKS) -> list[Problem]:
    """Every problem that `checks` find, in the order of reports."""
    parts = [PartContext(part, context.lists) for part in parts_of_documents(context.content)]
    lists = PartContext(context.lists.content, context.lists)
    of_lists = [check for check in checks if check.ID not in OF_ALL]
    of_all = [check for check in checks if check.ID in OF_ALL]
    return in_order({*in_parts(parts, checks), *_found(lists, of_lists), *_found(context, of_all)})


def in_parts(parts: Sequence[PartContext], checks: Iterable[Check]) -> Iterator[Problem]:
    """What the checks of documents find in each of some parts."""
    for check in checks:
        # One check after the other: in another order it takes half as long again, since processors
        # keep at hand what they did last.
        if check.ID in OF_DOCUMENTS:
            chosen = parts
        elif check.ID in OF_FAULTS:
            chosen = [part for part in parts if check.ID in part.content.faulty]
        else:
            continue
        for part in chosen:
            for finding in check.check(part):
                yield Problem(check.ID, check.SEVERITY, finding)


def _found(context: Context, checks: Iterable[Check]) -> Iterator[Problem]:
    for check in checks:
        for finding in check.check(context):
            yield Problem(check.ID, check.SEVERITY, finding)


def _kept(problems: list[Problem]) -> Iterator[Problem]:
    yield from problems[:MOST_OF_A_KIND]
    if len(problems) > MOST_OF_A_KIND:
        following = problems[MOST_OF_A_KIND]
        yield Problem(
            following.id,
            following.severity,
            Finding(
                f"There are {len(problems) - MOST_OF_A_KIND:,} more problems of this kind in this "
                "file.",
                following.finding.location,
                "the first one that is not shown",
                "fix those above and check again.",
            ),
        )


def has_errors(problems: Sequence[Problem]) -> bool:
    """Whether one of the problems stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
