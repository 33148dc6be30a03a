"""`toolkit withdraw`: records that an organization withdraws its statements about entries."""

from pathlib import Path

import click

from toolkit.cli.completion import entry_ids, organisation_ids
from toolkit.cli.options import docs_option
from toolkit.cli.statement import make_statement

EPILOG = """\b
Example:
  toolkit withdraw iom some-entry --on 2026-11-25 --reason "The figures were corrected."
"""


@click.command("withdraw", epilog=EPILOG)
@click.argument("organisation", shell_complete=organisation_ids)
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=entry_ids)
@click.option("--on", required=True, metavar="YYYY-MM-DD", help="The date of the withdrawal.")
@click.option("--reason", default="", metavar="TEXT", help="The reason; readers see it.")
@docs_option
def withdraw(organisation: str, ids: tuple[str, ...], on: str, reason: str, folder: Path) -> None:
    """Record that ORGANISATION withdraws its earlier statements about the entries ID.

    This takes back its recognition of, or objection to, the current text; if there is neither, its
    latest statement about a former text. A line for each entry is added to its register.
    """
    make_statement("withdrawals", organisation, ids, on, reason, folder)
