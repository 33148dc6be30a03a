"""The parts of a book: the tasks, and the pillars with their practices and resources in groups."""

from collections.abc import Iterator
from typing import cast

from toolkit.content.entry import Entry
from toolkit.content.schema import PILLARS
from toolkit.editions.book.chapters import ENTRY, GROUP, PART, TITLE, Chapter
from toolkit.editions.book.html_rewriting import Origin, inner_id
from toolkit.editions.book.places import entry_id, page_id, part_id
from toolkit.editions.book.renderer import Renderer
from toolkit.pages import task_pages
from toolkit.pages.groups import Section
from toolkit.pages.recognition_lists import make_sections
from toolkit.pages.task_pages import TaskGroup, TasksPage
from toolkit.pages.written_pages import PillarPage


def part_chapters(renderer: Renderer) -> Iterator[Chapter]:
    """A part for the tasks, if the copy holds an entry that one of them chooses, and one for each
    pillar that is home to entries in it.
    """
    if renderer.copy.catalogue.tasks:
        yield _tasks(renderer)
    for pillar in PILLARS:
        if renderer.copy.catalogue.at_home[pillar]:
            yield _part(pillar, renderer)


def _tasks(renderer: Renderer) -> Chapter:
    page = cast(TasksPage, renderer.page(task_pages.INDEX))
    id_ = part_id("tasks")
    origin = Origin(page.path, id_, PART - TITLE)
    text = renderer.print("book/part.html", origin, view=page, body="")
    groups = tuple(_task_group(group, renderer) for group in page.by_pillar)
    return Chapter(id_, page.title, PART, text, "part", chapters=groups)


def _task_group(group: TaskGroup, renderer: Renderer) -> Chapter:
    id_ = inner_id(part_id("tasks"), group.anchor)
    tasks = tuple(_task(link.path, renderer) for link in group.tasks)
    return group_chapter(id_, group.heading, tasks[0].pillar, renderer, tasks)


def _task(path: str, renderer: Renderer) -> Chapter:
    page, id_ = renderer.page(path), page_id(path)
    text = renderer.print_page("book/task.html", Origin(path, id_, ENTRY - TITLE), page)
    marked = renderer.marked(page.title)
    return Chapter(id_, page.title, ENTRY, text, "task", page.pillar, marked)


def _part(pillar: str, renderer: Renderer) -> Chapter:
    page = cast(PillarPage, renderer.page(f"{pillar}/index"))
    id_ = part_id(pillar)
    origin = Origin(page.path, id_, PART - TITLE)
    text = renderer.print("book/part.html", origin, view=page, body=page.body)
    groups = list(_groups(pillar, renderer))
    if also := renderer.copy.catalogue.also_in[pillar]:
        place, name = inner_id(id_, "page--also"), renderer.words("pillar.also")
        groups.append(group_chapter(place, name, pillar, renderer, listed=also))
    marked = renderer.marked(page.title)
    return Chapter(id_, page.title, PART, text, "part", pillar, marked, tuple(groups))


def _groups(pillar: str, renderer: Renderer) -> Iterator[Chapter]:
    made_of = renderer.copy.made_of
    for section in make_sections(made_of.catalogue.at_home[pillar], made_of):
        yield from _of_section(section, pillar, renderer)


def _of_section(section: Section, pillar: str, renderer: Renderer) -> Iterator[Chapter]:
    by_id = renderer.copy.catalogue.by_id
    for part in section.parts:
        for group in part.groups:
            names = filter(None, (section.heading, part.heading, group.heading))
            heading = renderer.words("facts.dot").join(names)
            entries = tuple(_entry(by_id[item.id], renderer) for item in group.entries)
            id_ = inner_id(part_id(pillar), group.anchor)
            yield group_chapter(id_, heading, pillar, renderer, entries)


def group_chapter(
    id_: str,
    heading: str,
    pillar: str,
    renderer: Renderer,
    chapters: tuple[Chapter, ...] = (),
    listed: tuple[Entry, ...] = (),
) -> Chapter:
    """A group in a part: its chapters, or entries `listed` here that are elsewhere."""
    text = renderer.print(
        "book/group.html",
        Origin("index", id_, GROUP - TITLE),
        title=heading,
        count=len(chapters) or len(listed),
        listed=renderer.copy.made_of.items(listed),
    )
    return Chapter(id_, heading, GROUP, text, "group", pillar, chapters=chapters)


def _entry(entry: Entry, renderer: Renderer) -> Chapter:
    id_, page = entry_id(entry), renderer.page(entry.path)
    origin = Origin(entry.path, id_, ENTRY - TITLE)
    text = renderer.print_page("book/entry.html", origin, page)
    marked = renderer.marked(entry.title, *entry.languages)
    return Chapter(id_, entry.title, ENTRY, text, "entry", entry.pillar, marked)
