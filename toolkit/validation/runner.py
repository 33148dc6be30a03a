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
)
from toolkit.validation.context import Context, PartContext
from toolkit.validation.kept import KeptFindings, Outcome
from toolkit.validation.parts import parts_of_documents
from toolkit.validation.plain import plain_problem
from toolkit.worker import Worker

CHECKS_FOR_ERRORS = tuple(check for check in CHECKS if check.SEVERITY is Severity.ERROR)
CHECKS_WITHOUT_ERRORS = tuple(check for check in CHECKS if check.SEVERITY is not Severity.ERROR)
# Fewer files are checked sooner than a second process is started.
_WORTH_A_PROCESS = 500
# Of the documents, in per cent: the rest is checked beside what looks at all of them.
_SHARE_HERE = 40

# Problems of one kind that one file can have before the others are only counted.
MOST_OF_A_KIND = 50


def run_checks(content: Content, day: date, checks: Sequence[Check] = CHECKS) -> list[Problem]:
    """The problems that `checks` find in the content as of `day`, in the order of reports.

    Of more than fifty problems of one kind in one file, the others are counted in one.
    """
    return run_checks_in(Context(content, day), checks)


def run_checks_in(context: Context, checks: Sequence[Check]) -> list[Problem]:
    """The same for a context that other checks were run in, or will be."""
    return _counted(find_problems(context, checks))


def _counted(found: Sequence[Problem]) -> list[Problem]:
    kept = [
        problem
        for _, of_a_kind in groupby(sorted(found, key=_kind), key=_kind)
        for problem in _kept(list(of_a_kind))
    ]
    return in_order(kept)


def _kind(problem: Problem) -> tuple[str, str]:
    return (problem.finding.location.source.path, problem.id)


def start_checks(
    content: Content, day: date, moved: Mapping[str, str], kept: KeptFindings | None = None
) -> Callable[[], list[Problem]]:
    """Start on all checks; what is returned gives the problems, in the order of reports.

    `moved` is that of Context. What was `kept` is not looked for again.

    Where there is much to check, half of it is checked in a second process: start before there are
    threads, with which none can be made.
    """
    context = Context(content, day, moved)
    parts = [PartContext(part, context.lists) for part in parts_of_documents(content)]
    keys = [b"" if kept is None else _key(kept, part) for part in parts]
    new = [place for place, key in enumerate(keys) if kept is None or kept.found(key) is None]
    share = [parts[place] for place in new]
    here = (
        len(share)
        if sum(len(one.content.texts) for one in share) < _WORTH_A_PROCESS
        else (len(share) * _SHARE_HERE // 100)
    )
    beside = Worker(lambda: in_parts(share[here:], CHECKS)) if here < len(share) else None

    def result() -> list[Problem]:
        found = {*_found(context, [check for check in CHECKS if check.ID in OF_ALL])}
        key_of_lists = b"" if kept is None else kept.key_of_lists
        if kept is None or kept.found(key_of_lists) is None:
            lists = PartContext(context.lists.content, context.lists)
            in_lists = [*_found(lists, [check for check in CHECKS if check.ID not in OF_ALL])]
            found.update(in_lists)
            if kept is not None:
                kept.put(key_of_lists, map(plain_problem, in_lists))
        by_part = in_parts(share[:here], CHECKS) + (beside.result() if beside is not None else [])
        if kept is None:
            return _counted(in_order(found.union(*by_part)))
        for place, problems in zip(new, by_part, strict=True):
            found.update(problems)  # those that are not kept, too
            kept.put(keys[place], map(plain_problem, problems))
        plain = {*map(plain_problem, found)}
        plain.update(*(kept.found(key) or () for key in (key_of_lists, *keys)))
        return _counted(in_order(kept.problems(plain)))

    return result


def _key(kept: KeptFindings, part: PartContext) -> bytes:
    paths = (f"{text.path}.md" for text in part.content.texts)
    return kept.key_of_part(paths, sorted(part.lists.titles))


def outcome_of(content: Content, problems: Sequence[Problem]) -> Outcome:
    """What is known of a content when all its problems are."""
    return Outcome(
        content.prefix,
        known_paths(content),
        frozenset(text.source.path for text in content.texts),
        tuple(entry.source.path for entry in content.entries),
        problems,
    )


def known_paths(content: Content) -> frozenset[str]:
    """The paths, as reports call them, of all files that there are or must be."""
    known = {document.source.path for document in (*content.texts, *content.stray_translations)}
    known.update(file.path for file in content.lists)
    known.update(f"{content.prefix}/{path}" for path in content.paths)
    return frozenset(known)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the order of reports."""
    return sorted(problems, key=_place_in_order)


def _place_in_order(problem: Problem) -> tuple[object, ...]:
    finding = problem.finding
    return (*problem.sort_key, finding.label, finding.field, finding.hint)


def find_problems(context: Context, checks: Sequence[Check] = CHECKS) -> list[Problem]:
    """Every problem that `checks` find, in the order of reports."""
    parts = [PartContext(part, context.lists) for part in parts_of_documents(context.content)]
    lists = PartContext(context.lists.content, context.lists)
    of_lists = [check for check in checks if check.ID not in OF_ALL]
    of_all = [check for check in checks if check.ID in OF_ALL]
    found = {*_found(lists, of_lists), *_found(context, of_all)}
    return in_order(found.union(*in_parts(parts, checks)))


def in_parts(parts: Sequence[PartContext], checks: Iterable[Check]) -> list[list[Problem]]:
    """What the checks of documents find in each of some parts."""
    found: list[list[Problem]] = [[] for _ in parts]
    for check in checks:
        # One check after the other: in another order it takes half as long again, since processors
        # keep at hand what they did last.
        if check.ID in OF_DOCUMENTS:
            chosen = list(enumerate(parts))
        elif check.ID in OF_FAULTS:
            chosen = [pair for pair in enumerate(parts) if check.ID in pair[1].content.faulty]
        else:
            continue
        for place, part in chosen:
            for finding in check.check(part):
                found[place].append(Problem(check.ID, check.SEVERITY, finding))
    return found


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
