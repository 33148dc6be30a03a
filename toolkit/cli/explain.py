"""`toolkit explain`: what a check finds, why it matters, and what to do."""

import click

from toolkit.cli.completion import check_ids
from toolkit.validation.checks import CHECKS
from toolkit.validation.nearest import look_up

EPILOG = """\b
Examples:
  toolkit explain
  toolkit explain unknown-term
"""


@click.command("explain", epilog=EPILOG)
@click.argument("check_id", required=False, metavar="[ID]", shell_complete=check_ids)
def explain(check_id: str | None) -> None:
    """Explain the check ID: what it finds, why that matters, and what to do.

    Without an ID, all checks are listed. The ID of a problem is in brackets on its first line.
    """
    if check_id is None:
        width = max(len(check.id) for check in CHECKS)
        for check in CHECKS:
            click.echo(f"{check.severity.value:<7}  {check.id:<{width}}  {check.page.title}")
        return
    by_id = {check.id: check for check in CHECKS}
    message, hint = f'There is no check "{check_id}".', "toolkit explain lists all checks."
    check = look_up(check_id, by_id, message, hint)
    click.echo(f"{check.id} ({check.severity.value})\n\n{check.page.text}")
