"""Runs the checks of parts: of texts by themselves, and of lists."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from toolkit.content.document import Document
from toolkit.content.list_files import LISTS, at_place
from toolkit.content.reader import Content
from toolkit.problems import Problem
from toolkit.validation.check import Check
from toolkit.validation.checks import OF_DOCUMENTS, OF_FAULTS, OF_LISTS, load_checks
from toolkit.validation.context import Context, Lists, PartContext
from toolkit.validation.parts import (
    ALL_LISTS,
    LIST_PARTS,
    ORIGINALS,
    groups,
    parts_of_documents,
    parts_of_lists,
)
from toolkit.validation.seen_lists import Look

# Checking fewer files takes less time than starting a second process.
_WORTH_A_PROCESS = 500
# Percentage of documents checked there: this process also checks the lists and the whole content.
_SHARE_THERE = 60

# Documents checked together: what checks made from them is freed before the next ones.
_AT_ONCE = 500


class Found(NamedTuple):
    """The problems of a part, and what each check looked up."""

    problems: list[Problem]
    looks: dict[str, tuple[Look, ...]]


class Part(NamedTuple):
    """A part by itself: some texts, or one of LIST_PARTS; if only some checks must run, these."""

    texts: tuple[Document, ...] = ()
    name: str = ""
    only: frozenset[str] | None = None


def parts_of(content: Content) -> list[Part]:
    """All parts of a content: its texts, and those that are no texts and hold something."""
    names = (name for name in LIST_PARTS if _holds(content, name))
    return [*map(Part, groups(content).values()), *(Part(name=name) for name in names)]


def _holds(content: Content, name: str) -> bool:
    """Whether there is anything to check in one of LIST_PARTS."""
    if name not in (*LISTS, ORIGINALS):
        return True
    if name in LISTS and name not in content.listed:
        return False
    # A list that has a file need not be read for this.
    return any(at_place(name, content.paths)) or any(
        one.leaves or one.faults for one in content.lists_in(name)
    )


def start_on(
    lists: Lists,
    content: Content,
    parts: Sequence[Part],
    few: Callable[[Collection[Problem]], list[Problem]],
) -> Callable[[], list[Found]]:
    """Start checking some parts, and return a function for what is found in each: `few` of it."""

    def shown(some: Sequence[Part]) -> list[Found]:
        found = in_parts(lists, content, some)
        return [part._replace(problems=few(part.problems)) for part in found]

    if sum(len(part.texts) for part in parts) < _WORTH_A_PROCESS:
        return lambda: shown(parts)
    from toolkit.worker import Worker

    for document in content.texts:
        _ = document.real.names  # read now, for both processes
    there = len(parts) * _SHARE_THERE // 100
    other = Worker(lambda: shown(parts[:there]))

    def found() -> list[Found]:
        here = shown(parts[there:])
        return other.result() + here

    return found


def in_parts(
    lists: Lists,
    content: Content,
    chosen: Sequence[Part],
    checks: Iterable[Check] | None = None,
) -> list[Found]:
    """What the checks of parts, or those among `checks`, find in each of the chosen."""
    made = zip(chosen, _contents(lists, content, chosen), strict=True)
    found: list[Found] = []
    while some := list(islice(made, _AT_ONCE)):
        found += _in_some(lists, some, checks)
    return found


def _contents(lists: Lists, content: Content, chosen: Sequence[Part]) -> Iterator[Content]:
    """The content of each part."""
    see = lists.to_look_up
    names = (one.name for one in chosen if one.name)
    in_lists = parts_of_lists(lists.content, see, names)
    in_texts = parts_of_documents(content, see, (one.texts for one in chosen if not one.name))
    return (next(in_lists if one.name else in_texts) for one in chosen)


def _in_some(
    lists: Lists, some: Sequence[tuple[Part, Content]], checks: Iterable[Check] | None
) -> list[Found]:
    parts = [(part, PartContext(content, lists)) for part, content in some]
    if checks is None:
        faulty = {id_ for _, content in some for id_ in content.faulty}
        ids = {*OF_DOCUMENTS, *(faulty & {*OF_FAULTS})}
        if any(part.name == ALL_LISTS for part, _ in parts):
            ids.update(OF_LISTS)
        if all(part.only is not None for part, _ in parts):
            ids &= frozenset().union(*(part.only or () for part, _ in parts))
        checks = load_checks(sorted(ids))
    found = [Found([], {}) for _ in parts]
    apart: dict[bool, list[tuple[Part, PartContext, Found]]] = {True: [], False: []}
    for (part, context), place in zip(parts, found, strict=True):
        apart[part.name == ALL_LISTS].append((part, context, place))
    for check in checks:
        # One check after the other: in another order it takes half as long again, because of
        # processor caches.
        id_, always = check.id, check.id not in OF_FAULTS
        for part, context, place in apart[id_ in OF_LISTS]:
            if part.only and id_ not in part.only:
                continue
            if always or id_ in context.content.faulty:
                asked = lists.begin()
                place.problems.extend(found_by(context, (check,)))
                if asked:
                    place.looks[id_] = tuple(asked.values())
    return found


def found_by(context: Context, checks: Iterable[Check]) -> list[Problem]:
    """What some checks find."""
    return [
        Problem(check.id, check.severity, finding)
        for check in checks
        for finding in check.check(context)
    ]
