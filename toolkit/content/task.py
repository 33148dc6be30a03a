"""A task as typed data: a page for something that a reader has to do."""

from dataclasses import dataclass, fields

from toolkit.content.document import Document
from toolkit.content.entry import read_values
from toolkit.content.provisions import Provision
from toolkit.content.records import TaskChoice
from toolkit.content.task_schema import TASK_FIELDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task. `path` is the address without `.html`; `choices` are in order of use."""

    id: str
    path: str
    title: str
    summary: str
    pillars: tuple[str, ...]
    audiences: tuple[str, ...]
    themes: tuple[str, ...]
    asked: tuple[str, ...]
    choices: tuple[TaskChoice, ...]
    provisions: tuple[Provision, ...]
    related: tuple[str, ...]
    aliases: tuple[str, ...]


def to_task(document: Document) -> Task:
    """Turn a task's document without errors into a Task."""
    names = {attribute.name for attribute in fields(Task)}
    values = read_values(document, (row for row in TASK_FIELDS if row.name in names))
    return Task(id=document.id, path=document.path, **values)  # type: ignore[arg-type]
