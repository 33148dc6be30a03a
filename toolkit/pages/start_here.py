"""Where a reader of a list should start: its tasks, and up to three works with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.content.entry import Entry
from toolkit.content.records import TaskChoice
from toolkit.content.task import Task
from toolkit.pages.items import Item
from toolkit.pages.links import Link
from toolkit.pages.site import Site
from toolkit.pages.task_pages import task_links

_MOST_WORKS = 3
# What being chosen by a task of another list counts.
_ELSEWHERE = 0.001
# The types that help a newcomer most if no task says what to use.
_FIRST_READING = ("handbook", "guide")
# Few enough tasks to look through, even if the site has no others.
_FEW_TASKS = 8


@dataclass(frozen=True, slots=True)
class StartWork:
    """A work to start with; `reason` is how `task` uses it, or why it is named without a task."""

    item: Item
    reason: str
    task: Link | None


@dataclass(frozen=True, slots=True)
class StartHere:
    """The tasks of a list, and the works to begin with; of the wider region `wider` where a place
    has none.
    """

    tasks: tuple[Link, ...]
    works: tuple[StartWork, ...]
    wider: Link | None = None


def start_here(
    entries: Iterable[Entry], tasks: Iterable[Task], site: Site, field: str = ""
) -> StartHere:
    """Where to start in a list of `entries` that has `tasks`; `field` holds what it is a list of.

    Works that these tasks use first come first, then those that others use first. Works and tasks
    count for more if they are about little else: with one theme, not five, in the list of a theme.
    If no task chooses any of several, it is the newest handbook or guide.
    """
    catalogue, chosen = site.catalogue, tuple(tasks)
    ids = {task.id for task in chosen}
    entries = tuple(entries)

    def in_force(entry: Entry) -> bool:
        return not entry.withdrawn and entry.id not in catalogue.superseded_by

    def breadth(one: Entry | Task) -> int:
        terms = getattr(one, field, ())
        return len(terms) if isinstance(terms, tuple) and terms else 1

    def weight(use: tuple[Task, TaskChoice]) -> float:
        task, choice = use
        place = 1 + task.choices.index(choice)
        return (1 if task.id in ids else _ELSEWHERE) / place / breadth(task)

    def rank(entry: Entry) -> float:
        # Rounded, as sums of fractions depend on their order and on the version of Python.
        return round(-sum(map(weight, catalogue.used_for[entry.id])) / breadth(entry), 9)

    def work(entry: Entry) -> StartWork:
        task, choice = max(catalogue.used_for[entry.id], key=weight)
        return StartWork(site.item(entry), choice.use, Link(task.title, task.path))

    # Few entries are chosen by tasks, and lists have thousands.
    named = [entry for entry in entries if entry.id in catalogue.used_for]
    works = list(map(work, sorted(filter(in_force, named), key=rank)[:_MOST_WORKS]))
    if not works and len(entries) > 1:
        reason = site.language.text("first.newest")
        newest = (one for one in entries if one.type in _FIRST_READING and in_force(one))
        works = [
            StartWork(site.item(entry), reason, None)
            for entry in sorted(newest, key=lambda entry: -(entry.year or 0))[:1]
        ]
    return StartHere(task_links(chosen), tuple(works))


def tasks_choosing(entries: Iterable[Entry], site: Site) -> tuple[Task, ...]:
    """The tasks that choose one of the entries, in the order of tasks; see `unless_most`."""
    used = site.catalogue.used_for
    ids = {task.id for entry in entries for task, _ in used.get(entry.id, ())}
    return unless_most((task for task in site.catalogue.tasks if task.id in ids), site)


def unless_most(tasks: Iterable[Task], site: Site) -> tuple[Task, ...]:
    """Tasks that touch on something in passing; none if most do, as that is no place to start."""
    found = tuple(tasks)
    return () if len(found) > max(_FEW_TASKS, len(site.catalogue.tasks) / 2) else found
