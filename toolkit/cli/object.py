"""`toolkit object`: records that an organization objects to the current text of entries."""

from pathlib import Path

import click

from toolkit.cli.completion import entry_ids, organisation_ids
from toolkit.cli.options import docs_option
from toolkit.cli.statement import make_statement

EPILOG = """\b
Example:
  toolkit object iom some-entry --on 2026-11-25 --reason "The figures are from 2009."
"""


@click.command("object", epilog=EPILOG)
@click.argument("organisation", shell_complete=organisation_ids)
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=entry_ids)
@click.option("--on", required=True, metavar="YYYY-MM-DD", help="The date of the objection.")
@click.option("--reason", required=True, metavar="TEXT", help="The reason; readers see it.")
@docs_option
def object(  # noqa: A001
    organisation: str, ids: tuple[str, ...], on: str, reason: str, folder: Path
) -> None:
    """Record that ORGANISATION objects to the current text of the entries ID.

    This adds a line for each entry to the organization's register, and keeps the entry's text.
    Propose both in one pull request.
    """
    make_statement("objections", organisation, ids, on, reason, folder)
