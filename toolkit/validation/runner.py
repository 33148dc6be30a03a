"""Runs the checks and puts their findings in order."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from heapq import nsmallest

from toolkit.content.late import noting
from toolkit.content.list_files import list_files
from toolkit.content.reader import Content
from toolkit.problems import Finding, Problem, Severity, ToolkitError
from toolkit.validation.by_parts import Part, found_by, in_parts, parts_of, start_on
from toolkit.validation.check import Check
from toolkit.validation.checks import IDS, OF_ALL, TOGETHER, load_checks
from toolkit.validation.context import Context, Lists, WatchedContext
from toolkit.validation.kept import KeptFindings, KeptPart, Outcome, is_no_text
from toolkit.validation.parts import part_of_lists
from toolkit.validation.plain import Plain, plain_problem
from toolkit.validation.seen_lists import SeenLists
from toolkit.validation.sound import SoundParts

# Problems of one kind reported per file; the others are only counted.
MOST_OF_A_KIND = 50


@cache
def checks_for_errors() -> tuple[Check, ...]:
    """The checks whose findings stop a build, loaded on demand."""
    return tuple(check for check in load_checks(IDS) if check.severity is Severity.ERROR)


def run_checks(content: Content, day: date, checks: Sequence[Check] = ()) -> list[Problem]:
    """The problems that `checks`, or else all, find as of `day`, in the order of reports.

    After fifty problems of one kind in a file, the rest are counted in a single one.
    """
    return run_checks_in(Context(content, day), checks)


def problems_at(
    paths: Collection[str], content: Content, day: date, checks: Sequence[Check] = ()
) -> list[Problem]:
    """What `checks`, or else all, find in the files at `paths`; no other text is checked alone."""
    found = _few(_all_found(Context(content, day), checks, paths=paths))
    return in_order(one for one in found if one.finding.location.source.path in paths)


def refuse_errors_in(content: Content, paths: Collection[str], day: date, so: str) -> None:
    """Raise ToolkitError, which ends in `so`, if a check finds an error in a file at `paths`."""
    for problem in problems_at(paths, content, day, checks_for_errors()):
        path = problem.finding.location.source.path
        raise ToolkitError(
            f"{path} has errors, {so}",
            f"fix them first: toolkit check {path} shows them.",
        )


def run_checks_in(
    context: Context, checks: Sequence[Check], sound: SoundParts | None = None
) -> list[Problem]:
    """The same for a context in which other checks were run, or will be.

    Texts known to be `sound` aren't checked by themselves again; the checks must then be
    checks_for_errors().
    """
    return in_order(_few(_all_found(context, checks, sound)))


def errors_of(context: Context, sound: SoundParts | None) -> list[Problem]:
    """Only the errors, which stop a build, in the order of reports. `sound` as above.

    Meant for a separate process, so that no other one has to hold all values of a content.
    """
    for text in context.content.texts:
        text.take_out()
    return run_checks_in(context, checks_for_errors(), sound)


def _few(found: Collection[Problem]) -> list[Problem]:
    """The problems to show, unordered; `found` must include all problems of a kind.

    A file can have tens of thousands; these are never sorted, kept or sent elsewhere.
    """
    if len(found) <= MOST_OF_A_KIND:
        return list(found)
    kinds: defaultdict[tuple[str, str], set[Problem]] = defaultdict(set)
    for problem in found:
        kinds[problem.finding.location.source.path, problem.id].add(problem)
    return [problem for of_a_kind in kinds.values() for problem in _kept(of_a_kind)]


def _kept(problems: Collection[Problem]) -> Collection[Problem]:
    if len(problems) <= MOST_OF_A_KIND + 1:  # a line that counts one is as long as that one
        return problems
    *first, following = nsmallest(MOST_OF_A_KIND + 1, problems, key=_place_in_order)
    number = len(problems) - MOST_OF_A_KIND
    more = Finding(
        f"There are {number:,} more problems of this kind in this file.",
        following.finding.location,
        "the first one that is not shown",
        "fix those above and check again.",
    )
    return [*first, Problem(following.id, following.severity, more)]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the order of reports."""
    return sorted(problems, key=_place_in_order)


def _place_in_order(problem: Problem) -> tuple[object, ...]:
    finding = problem.finding
    return (*problem.sort_key, finding.label, finding.field, finding.hint)


def start_checks(
    content: Content, day: date, moved: Mapping[str, str]
) -> Callable[[], list[Problem]]:
    """Start all checks, and return a function for the problems, in the order of reports.

    `moved` is as in Context.

    If there is much to check, part of it is checked in a second process. Call this before starting
    threads, since a process with threads can't be forked.
    """
    context = Context(content, day, moved)
    of_parts = start_on(context.lists, content, parts_of(content), _few)

    def result() -> list[Problem]:
        parts = of_parts()
        found = set(_few(found_by(context, load_checks(OF_ALL))))
        return in_order(found.union(*(part.problems for part in parts)))

    return result


def start_on_changes(
    content: Content, day: date, moved: Mapping[str, str], kept: KeptFindings
) -> Callable[[], list[Problem]]:
    """The same, but reusing what was kept from an earlier run.

    The `watch` of `kept` must be watching the content.
    """
    answers = kept.answers(content, day, moved)
    context = Context(content, day, moved)
    own = Lists(part_of_lists(content), kept.titles(content))
    lists = SeenLists(own, kept.keys.lists, kept.lists_before)
    known: dict[bytes, KeptPart] = {}
    new: dict[bytes, Part] = {}
    for part in parts_of(content):
        key = kept.keys.of(part.name, [f"{one.path}.md" for one in part.texts])
        before = kept.part(key)
        if before is None:
            new[key] = part
            continue
        known[key] = before
        stale = frozenset(id_ for id_, looks in before.looks.items() if lists.changed(looks))
        if stale:
            new[key] = part._replace(only=stale)
    of_parts = start_on(lists, content, list(new.values()), _few)

    def result() -> list[Problem]:
        # Chance findings aren't kept, so new ones are taken directly instead of from `kept`.
        plain: set[Plain] = set()
        for ids in TOGETHER:
            found = answers.found(ids[0], lists)
            if found is None:
                asked: dict[str, set[str]] = {}
                outside: set[str] = set()
                looks = lists.begin()
                own = WatchedContext(context, noting(content, outside), outside, lists)
                with kept.watch.on(asked):
                    found = tuple(map(plain_problem, _few(found_by(own, load_checks(ids)))))
                answers.put(ids[0], found, outside, asked, looks.values())
            plain.update(found)
        for (key, part), anew in zip(new.items(), of_parts(), strict=True):
            now = KeptPart(tuple(map(plain_problem, anew.problems)), anew.looks)
            known[key] = now if part.only is None else known[key].but(part.only, now)
            kept.put_part(key, known[key])
        plain.update(*(part.found for part in known.values()))
        kept.remember(answers, lists.digests)
        return in_order(kept.problems(plain))

    return result


def outcome_of(content: Content, problems: Sequence[Problem]) -> Outcome:
    """What is known about a content once all its problems are."""
    return Outcome(
        content.prefix,
        known_paths(content),
        frozenset(f"{content.prefix}/{text.path}.md" for text in content.texts),
        tuple(f"{content.prefix}/{entry.path}.md" for entry in content.entries),
        problems,
    )


def known_paths(content: Content) -> frozenset[str]:
    """The paths, as in reports, of all files that exist or must exist."""
    paths = frozenset(content.paths)
    return frozenset(f"{content.prefix}/{path}" for path in paths.union(list_files(paths)))


def find_problems(context: Context, checks: Sequence[Check] = ()) -> list[Problem]:
    """Every problem that `checks`, or else all, find, in the order of reports."""
    return in_order(_all_found(context, checks))


def _all_found(
    context: Context,
    checks: Sequence[Check],
    sound: SoundParts | None = None,
    paths: Collection[str] | None = None,
) -> set[Problem]:
    content, lists = context.content, context.lists
    checks = checks or load_checks(IDS)
    of_all = [check for check in checks if check.id in OF_ALL]
    of_parts = [check for check in checks if check.id not in OF_ALL]
    parts = parts_of(content)
    if paths is not None:
        in_lists = any(is_no_text(path.removeprefix(f"{content.prefix}/")) for path in paths)
        parts = [
            part
            for part in parts
            if (part.name and in_lists) or any(text.source.path in paths for text in part.texts)
        ]
    if sound is not None:
        parts = sound.unknown(parts, lists.key_of_titles)
    found = in_parts(lists, content, parts, of_parts)
    if sound is not None:
        sound.keep(parts, found, lists.key_of_titles)
    return set(found_by(context, of_all)).union(*(part.problems for part in found))


def has_errors(problems: Sequence[Problem]) -> bool:
    """Whether one of the problems stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
