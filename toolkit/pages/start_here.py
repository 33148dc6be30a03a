"""Where a reader of a list should start: its tasks, and up to three works with the reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.content.entry import Entry
from toolkit.content.task import Task
from toolkit.pages.items import Item
from toolkit.pages.links import Link
from toolkit.pages.site import Site
from toolkit.pages.task_pages import task_links

_MOST_WORKS = 3
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


def start_here(entries: Iterable[Entry], tasks: Iterable[Task], site: Site) -> StartHere:
    """Where to start in a list of `entries` that has `tasks`.

    Works chosen by most of these tasks come first, then those chosen by most tasks of the site.
    If no task chooses any, it is the newest handbook or guide.
    """
    catalogue, chosen = site.catalogue, tuple(tasks)
    ids = {task.id for task in chosen}
    entries = tuple(entries)

    def in_force(entry: Entry) -> bool:
        return not entry.withdrawn and entry.id not in catalogue.superseded_by

    def rank(entry: Entry) -> tuple[int, int]:
        uses = catalogue.used_for[entry.id]
        return -sum(task.id in ids for task, _ in uses), -len(uses)

    # Few entries are chosen by tasks, and lists have thousands.
    named = [entry for entry in entries if entry.id in catalogue.used_for]
    used = sorted(filter(in_force, named), key=rank)
    works = [_work(entry, ids, site) for entry in used[:_MOST_WORKS]]
    if not works:
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


def _work(entry: Entry, ids: set[str], site: Site) -> StartWork:
    uses = site.catalogue.used_for[entry.id]
    task, choice = next((use for use in uses if use[0].id in ids), uses[0])
    return StartWork(site.item(entry), choice.use, Link(task.title, task.path))
