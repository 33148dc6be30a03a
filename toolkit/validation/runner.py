"""Runs the checks and puts their findings in order."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from toolkit.content.document import Document
from toolkit.content.late import noting
from toolkit.content.reader import Content
from toolkit.content.watched import Watch
from toolkit.problems import Finding, Problem, Severity, ToolkitError
from toolkit.validation.check import Check
from toolkit.validation.checks import (
    IDS,
    OF_ALL,
    OF_DOCUMENTS,
    OF_FAULTS,
    OF_LISTS,
    TOGETHER,
    load_checks,
)
from toolkit.validation.context import Context, Lists, PartContext, WatchedContext
from toolkit.validation.kept import KeptFindings, Outcome, paths_of_lists
from toolkit.validation.parts import groups, part_of_lists, parts_of_documents
from toolkit.validation.plain import Plain, plain_problem
from toolkit.validation.sound import SoundParts
from toolkit.worker import Worker

# Checking fewer files takes less time than starting a second process.
_WORTH_A_PROCESS = 500
# Percentage of documents checked in this process, which also runs the checks of the whole content.
_SHARE_HERE = 40

# Documents checked together: what checks made from them is freed before the next ones.
_AT_ONCE = 500

# Problems of one kind reported per file; the others are only counted.
MOST_OF_A_KIND = 50


class _Found(NamedTuple):
    """The problems of a text, and a digest of the titles of others if they made a difference."""

    problems: list[Problem]
    titles: bytes


@cache
def checks_for_errors() -> tuple[Check, ...]:
    """The checks whose findings stop a build, loaded on demand."""
    return tuple(check for check in load_checks(IDS) if check.severity is Severity.ERROR)


def run_checks(content: Content, day: date, checks: Sequence[Check] = ()) -> list[Problem]:
    """The problems that `checks`, or else all, find as of `day`, in the order of reports.

    After fifty problems of one kind in a file, the rest are counted in a single one.
    """
    return run_checks_in(Context(content, day), checks)


def refuse_errors_in(content: Content, paths: Collection[str], day: date, so: str) -> None:
    """Raise ToolkitError, which ends in `so`, if a check finds an error in a file at `paths`."""
    context, checks = Context(content, day), checks_for_errors()
    # Of the texts by themselves, only those at the paths: the others have their own faults.
    for problem in in_order(_all_found(context, checks, paths=paths)):
        path = problem.finding.location.source.path
        if path in paths:
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


def start_checks(
    content: Content, day: date, moved: Mapping[str, str]
) -> Callable[[], list[Problem]]:
    """Start all checks, and return a function for the problems, in the order of reports.

    `moved` is as in Context.

    If there is much to check, part of it is checked in a second process. Call this before starting
    threads, since a process with threads can't be forked.
    """
    context = Context(content, day, moved)
    in_documents = _start_on(context.lists, content, groups(content).values())

    def result() -> list[Problem]:
        parts = (_shown(_in_lists(context.lists)), *in_documents())
        found = set(_few(_found(context, load_checks(OF_ALL))))
        return in_order(found.union(*(part.problems for part in parts)))

    return result


def start_on_changes(
    content: Content,
    watch: Watch,
    day: date,
    moved: Mapping[str, str],
    kept: KeptFindings,
) -> Callable[[], list[Problem]]:
    """The same, but reusing what was kept from an earlier run.

    `watch` must be watching the content.
    """
    answers = kept.answers(content, day, moved)
    titles = answers.titles(content)
    context = Context(content, day, moved)
    lists = context.__dict__["lists"] = Lists(part_of_lists(content), frozenset(titles.values()))
    documents = groups(content)
    keys = {
        path: kept.keys.key([f"{text.path}.md" for text in texts])
        for path, texts in documents.items()
    }
    known = {path: kept.found(key, lists.key_of_titles) for path, key in keys.items()}
    new = {path: texts for path, texts in documents.items() if known[path] is None}
    in_documents = _start_on(lists, content, new.values())

    def result() -> list[Problem]:
        # Chance findings aren't kept, so new ones are taken directly instead of from `kept`.
        plain: set[Plain] = set()
        for ids in TOGETHER:
            found = answers.found(ids[0])
            if found is None:
                asked: dict[str, set[str]] = {}
                outside: set[str] = set()
                own = WatchedContext(context, noting(content, outside), outside)
                with watch.on(asked):
                    found = tuple(map(plain_problem, _few(_found(own, load_checks(ids)))))
                answers.put(ids[0], found, outside, asked)
            plain.update(found)
        parts = [(keys[path], part) for path, part in zip(new, in_documents(), strict=True)]
        in_lists = kept.found(kept.key_of_lists, lists.key_of_titles)
        if in_lists is None:
            parts.append((kept.key_of_lists, _shown(_in_lists(lists))))
        plain.update(in_lists or (), *filter(None, known.values()))
        for key, part in parts:
            in_part = tuple(map(plain_problem, part.problems))
            kept.put(key, in_part, part.titles)
            plain.update(in_part)
        kept.remember(answers, titles, watch)
        return in_order(kept.problems(plain))

    return result


def _start_on(
    lists: Lists, content: Content, chosen: Collection[tuple[Document, ...]]
) -> Callable[[], list[_Found]]:
    """Start checking some documents, and return a function for the problems to show of each."""
    parts = list(chosen)

    def shown(some: Sequence[tuple[Document, ...]]) -> list[_Found]:
        return [*map(_shown, _in_parts(lists, content, some))]

    if sum(map(len, parts)) < _WORTH_A_PROCESS:
        return lambda: shown(parts)
    for document in content.texts:
        _ = document.names  # read now, for both processes
    here = len(parts) * _SHARE_HERE // 100
    other = Worker(lambda: shown(parts[here:]))
    return lambda: shown(parts[:here]) + other.result()


def _shown(part: _Found) -> _Found:
    return part._replace(problems=_few(part.problems))


def _in_lists(lists: Lists, checks: Iterable[Check] | None = None) -> _Found:
    part = PartContext(lists.content, lists)
    if checks is None:
        checks = load_checks((*OF_FAULTS, *OF_DOCUMENTS, *OF_LISTS))
    return _of_part(part, _found(part, checks))


def outcome_of(
    content: Content, problems: Sequence[Problem], kept: KeptFindings | None = None
) -> Outcome:
    """What is known about a content once all its problems are."""
    return Outcome(
        content.prefix,
        known_paths(content, kept),
        frozenset(f"{content.prefix}/{text.path}.md" for text in content.texts),
        tuple(f"{content.prefix}/{entry.path}.md" for entry in content.entries),
        problems,
    )


def known_paths(content: Content, kept: KeptFindings | None = None) -> frozenset[str]:
    """The paths, as in reports, of all files that exist or must exist."""
    lists = kept.paths_of_lists(content) if kept is not None else paths_of_lists(content)
    return frozenset((*lists, *(f"{content.prefix}/{path}" for path in content.paths)))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the order of reports."""
    return sorted(problems, key=_place_in_order)


def _place_in_order(problem: Problem) -> tuple[object, ...]:
    finding = problem.finding
    return (*problem.sort_key, finding.label, finding.field, finding.hint)


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
    documents = groups(content)
    if paths is not None:
        documents = {
            path: texts
            for path, texts in documents.items()
            if any(text.source.path in paths for text in texts)
        }
    keys: Mapping[str, bytes | None] = dict.fromkeys(documents)
    key = None
    if sound is not None:
        key = sound.key_of_lists(content)
        files = {path: [f"{text.path}.md" for text in texts] for path, texts in documents.items()}
        keys = sound.new(files, lists.key_of_titles)
    is_known = sound is not None and sound.knows(key, lists.key_of_titles)
    parts = [_Found([], b"") if is_known else _in_lists(lists, of_parts)]
    parts += _in_parts(lists, content, [documents[path] for path in keys], of_parts)
    if sound is not None:
        with_keys = zip((None if is_known else key, *keys.values()), parts, strict=True)
        sound.keep((one, part.titles) for one, part in with_keys if not part.problems)
    return set(_found(context, of_all)).union(*(part.problems for part in parts))


def _in_parts(
    lists: Lists,
    content: Content,
    chosen: Iterable[tuple[Document, ...]],
    checks: Iterable[Check] | None = None,
) -> list[_Found]:
    """What the checks of documents, or those among `checks`, find in each of the chosen."""
    parts = (PartContext(part, lists) for part in parts_of_documents(content, chosen))
    found: list[_Found] = []
    while some := list(islice(parts, _AT_ONCE)):
        found += _in_some(some, checks)
    return found


def _in_some(parts: Sequence[PartContext], checks: Iterable[Check] | None) -> list[_Found]:
    if checks is None:
        faulty = {id_ for part in parts for id_ in part.content.faulty}
        checks = load_checks((*OF_DOCUMENTS, *(id_ for id_ in OF_FAULTS if id_ in faulty)))
    found: list[list[Problem]] = [[] for _ in parts]
    for check in checks:
        # One check after the other: in another order it takes half as long again, because of
        # processor caches.
        always, named = check.id in OF_DOCUMENTS, check.id in OF_FAULTS
        for place, part in enumerate(parts):
            if always or (named and check.id in part.content.faulty):
                found[place] += _found(part, (check,))
    return [*map(_of_part, parts, found)]


def _of_part(part: PartContext, problems: list[Problem]) -> _Found:
    return _Found(problems, part.lists.key_of_titles if part.needs_titles else b"")


def _found(context: Context, checks: Iterable[Check]) -> list[Problem]:
    return [
        Problem(check.id, check.severity, finding)
        for check in checks
        for finding in check.check(context)
    ]


def _kept(problems: Collection[Problem]) -> Collection[Problem]:
    if len(problems) <= MOST_OF_A_KIND:
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


def has_errors(problems: Sequence[Problem]) -> bool:
    """Whether one of the problems stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
