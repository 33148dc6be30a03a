"""`toolkit tasks`: keeps task pages up to date with the entries that they choose."""

from pathlib import Path

import click

from toolkit.authoring.task_stamps import stamps
from toolkit.autofix import changed_text, write_over
from toolkit.cli.completion import task_ids
from toolkit.cli.known import name_of
from toolkit.cli.options import docs_option
from toolkit.cli.reading import content_of
from toolkit.problems import ToolkitError
from toolkit.validation.nearest import look_up

EPILOG = """\b
Example:
  toolkit tasks stamp inspect-a-workplace
"""


@click.group("tasks", epilog=EPILOG)
def tasks() -> None:
    """Keep task pages up to date with the entries that they choose."""


@tasks.command("stamp", short_help="Record which texts of its entries a task was checked against.")
@click.argument("ids", metavar="ID...", nargs=-1, shell_complete=task_ids)
@click.option("--all", "every", is_flag=True, help="Stamp all tasks.")
@docs_option
def stamp(ids: tuple[str, ...], every: bool, folder: Path) -> None:
    """Record that use and caution in the tasks ID match the current texts of their entries.

    Read the entries first: `toolkit check` reports the task only after one of them changes.
    """
    content = content_of(folder)
    known = {task.id: task for task in content.tasks}
    if every == bool(ids):
        raise ToolkitError("No tasks named.", "name tasks, or use --all.")
    hint = "use the name of a file in docs/tasks."
    chosen = [
        look_up(name_of(id_), known, f'There is no task "{id_}".', hint)
        for id_ in (known if every else dict.fromkeys(ids))
    ]
    made = []
    for task in chosen:
        made.append((task, changed_text(task.source, stamps(task, content)).encode()))
        task.require_read()  # after what names a wrong encoding
    for task, after in made:
        if after != task.source.data:
            write_over(folder / f"{task.path}.md", task.source.data, after)
            click.echo(f"{task.source.path}: stamped.")
        else:
            click.echo(f"{task.source.path}: already up to date.")
