"""`toolkit rename`: gives an entry or a task another id, wherever it is named."""

from datetime import date
from pathlib import Path

import click

from toolkit.cli.completion import original_ids
from toolkit.cli.known import name_of, text_of
from toolkit.cli.options import as_of_option, docs_option
from toolkit.cli.reading import content_of
from toolkit.publishing import write_files
from toolkit.renaming import renaming_of, undone

EPILOG = """\b
Example:
  toolkit rename unodc-toolkit-2008 unodc-toolkit-trafficking-2008
"""


@click.command("rename", epilog=EPILOG)
@click.argument("old", metavar="OLD-ID", shell_complete=original_ids)
@click.argument("new", metavar="NEW-ID")
@docs_option
@as_of_option("Read the files as of this day.")
def rename(old: str, new: str, folder: Path, day: date) -> None:
    """Rename the entry or task OLD-ID, with its translations, to NEW-ID.

    Its former address leads to the new one, other files name the new one, and statements of
    recognition follow. A recognized text that names it changes, though: a warning says which.
    Its images stay where they are. If something is in the way, nothing changes. If the command is
    stopped halfway, run it again. If you have renamed the file yourself, it does the rest.
    """
    content, by_hand = undone(folder, content_of(folder), name_of(old), name_of(new))
    renaming = renaming_of(folder, content, text_of(content, old, new), new, day, by_hand)
    write_files(renaming.files, renaming.found)
    for path, what in sorted(renaming.done.items()):
        click.echo(f"{path}: {what}")
    if not renaming.done:
        click.echo(f"{new}: nothing to change, it has been renamed everywhere.", err=True)
    for unread in renaming.unread:
        click.echo(
            f'warning: {unread} has errors, so "{name_of(old)}" was not replaced in it.'
            f"\nhint: fix them (toolkit check {unread} shows them), and run this command again.",
            err=True,
        )
    for entry in renaming.set_back:
        click.echo(
            f'warning: "{entry}" names it, so its text changed and is no longer recognized.'
            "\nhint: rename it back, or ask the secretariat to declare that change editorial in "
            f"{content.prefix}/recognition/editorial.yml.",
            err=True,
        )
