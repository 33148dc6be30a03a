"""`toolkit withdraw`: records that an organization takes back what it said of entries."""

from __future__ import annotations

import click

from toolkit.cli.options import docs_option
from toolkit.cli.statement import make_statement

EPILOG = """\b
Example:
  toolkit withdraw iom some-entry --on 2026-11-25 --reason "The figures were corrected."
"""


@click.command(
    "withdraw", epilog=EPILOG, short_help="Record that an organization takes a statement back."
)
@click.argument("organisation")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--on", required=True, metavar="YYYY-MM-DD", help="The day of the act.")
@click.option("--reason", default="", metavar="TEXT", help="Why; readers see it.")
@docs_option
def withdraw(organisation: str, ids: tuple[str, ...], on: str, reason: str, docs: str) -> None:
    """Record that ORGANISATION takes back what it said of the entries ID before that day.

    That is its recognition of the present text or its objection to it, or else what it said last
    of a former text. One line for each entry is added to the register of the organization.
    """
    make_statement("withdrawals", organisation, ids, on, reason, docs)
