"""The page of each task, and the list of all tasks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from toolkit.content.schema import PILLARS
from toolkit.content.task import Task
from toolkit.pages.items import Item
from toolkit.pages.links import Link, term_link
from toolkit.pages.notices import notice_of
from toolkit.pages.page import Page
from toolkit.pages.provision_names import ProvisionGroup, provision_groups
from toolkit.pages.site import Site

INDEX = "tasks/index"


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """An entry that a task chooses, and what the task says about it."""

    item: Item
    use: str
    caution: str


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Tasks under a heading."""

    anchor: str
    heading: str
    tasks: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPage(Page, template="task.html"):
    """A task: what to settle and do, and what to use for it, in that order."""

    audiences: tuple[Link, ...]
    themes: tuple[Link, ...]
    choices: tuple[ShownChoice, ...]
    body: Markup
    provisions: tuple[ProvisionGroup, ...]
    related: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksPage(Page, template="tasks.html"):
    """All tasks by pillar, and again by audience."""

    by_pillar: tuple[TaskGroup, ...]
    by_audience: tuple[TaskGroup, ...]


def pages(site: Site) -> Iterator[Page]:
    """One page per task, and the list of them, if there are any."""
    for task in site.catalogue.tasks:
        yield _page(task, site)
    if site.catalogue.tasks:
        yield TasksPage(
            path=INDEX,
            title=site.language.text("tasks.title"),
            summary=site.language.text("tasks.summary"),
            by_pillar=tuple(_by_pillar(site)),
            by_audience=tasks_by_audience(site),
        )


def task_links(tasks: Iterable[Task]) -> tuple[Link, ...]:
    """Links to tasks, each with its summary as its note."""
    return tuple(Link(task.title, task.path, note=task.summary) for task in tasks)


def tasks_by_audience(site: Site) -> tuple[TaskGroup, ...]:
    """The tasks of each audience that has any, in the order of the vocabulary."""
    audiences = site.catalogue.vocabularies["audiences"].terms.values()
    groups = (
        TaskGroup(
            f"for--{term.id}",
            term.label(site.language.tag),
            task_links(task for task in site.catalogue.tasks if term.id in task.audiences),
        )
        for term in audiences
    )
    return tuple(group for group in groups if group.tasks)


def _by_pillar(site: Site) -> Iterator[TaskGroup]:
    terms = site.catalogue.vocabularies["pillars"].terms
    for pillar in PILLARS:
        tasks = [task for task in site.catalogue.tasks if task.pillars[0] == pillar]
        if tasks:
            label = terms[pillar].label(site.language.tag)
            yield TaskGroup(f"in--{pillar}", label, task_links(tasks))


def _page(task: Task, site: Site) -> TaskPage:
    catalogue, language = site.catalogue, site.language
    by_id = {other.id: other for other in catalogue.tasks}
    return TaskPage(
        path=task.path,
        title=task.title,
        summary=task.summary,
        pillar=task.pillars[0],
        notice=notice_of(task.path, site),
        breadcrumbs=(Link(language.text("tasks.title"), INDEX),),
        audiences=tuple(
            term_link(catalogue.facets["audiences"], term, language) for term in task.audiences
        ),
        themes=tuple(term_link(catalogue.facets["themes"], term, language) for term in task.themes),
        choices=tuple(
            ShownChoice(site.item(catalogue.by_id[choice.entry]), choice.use, choice.caution)
            for choice in task.choices
        ),
        body=site.bodies[task.path].html,
        provisions=provision_groups(task.provisions, catalogue, language),
        related=task_links(by_id[id_] for id_ in task.related if id_ in by_id),
    )
