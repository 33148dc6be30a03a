"""The tasks in a book: what a reader has to do, each with the entries to use for it."""

from collections.abc import Iterator
from typing import cast

from toolkit.editions.book.chapters import ENTRY, PART, TITLE, Chapter
from toolkit.editions.book.html_rewriting import Origin, inner_id
from toolkit.editions.book.parts import group_chapter
from toolkit.editions.book.places import page_id, part_id
from toolkit.editions.book.renderer import Renderer
from toolkit.pages import task_pages
from toolkit.pages.task_pages import TaskGroup, TasksPage


def task_chapters(renderer: Renderer) -> Iterator[Chapter]:
    """One part, if the copy holds an entry that some task chooses."""
    if not renderer.copy.catalogue.tasks:
        return
    page = cast(TasksPage, renderer.page(task_pages.INDEX))
    id_ = part_id("tasks")
    origin = Origin(page.path, id_, PART - TITLE)
    text = renderer.print("book/part.html", origin, view=page, body="")
    groups = tuple(_group(group, renderer) for group in page.by_pillar)
    yield Chapter(id_, page.title, PART, text, "part", chapters=groups)


def _group(group: TaskGroup, renderer: Renderer) -> Chapter:
    id_ = inner_id(part_id("tasks"), group.anchor)
    tasks = tuple(_task(link.path, renderer) for link in group.tasks)
    return group_chapter(id_, group.heading, tasks[0].pillar, renderer, tasks)


def _task(path: str, renderer: Renderer) -> Chapter:
    page, id_ = renderer.page(path), page_id(path)
    text = renderer.print_page("book/task.html", Origin(path, id_, ENTRY - TITLE), page)
    marks = renderer.marks(page.title)
    return Chapter(id_, page.title, ENTRY, text, "task", page.pillar, marks)
