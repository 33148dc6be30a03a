"""`toolkit recognise`: records that an organization recognizes the current text of entries."""

from pathlib import Path

import click

from toolkit.cli.completion import entry_ids, organisation_ids
from toolkit.cli.options import docs_option
from toolkit.cli.statement import make_statement

EPILOG = """\b
Examples:
  toolkit recognise unodc unodc-toolkit-2008 --on 2026-11-25
  toolkit recognise iom first-entry second-entry --on 2026-11-25 --note "Decision 12"
"""


@click.command("recognise", epilog=EPILOG)
@click.argument("organisation", shell_complete=organisation_ids)
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=entry_ids)
@click.option("--on", required=True, metavar="YYYY-MM-DD", help="The date of the recognition.")
@click.option("--note", default="", metavar="TEXT", help="A note; readers see it.")
@docs_option
def recognise(organisation: str, ids: tuple[str, ...], on: str, note: str, folder: Path) -> None:
    """Record that ORGANISATION recognizes the current text of the entries ID.

    This adds a line for each entry to the organization's register, and keeps the entry's text.
    Propose both in one pull request.
    """
    make_statement("recognises", organisation, ids, on, note, folder)
