"""`toolkit budget`: does a built site fit a slow line?"""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.cli.exit_codes import ExitCode
from toolkit.problems import ToolkitError

EPILOG = """\b
Examples:
  toolkit budget
  toolkit budget --site ../copy
"""


@click.command("budget", epilog=EPILOG, short_help="Weigh a built site against its budget.")
@click.option("--site", default="site", show_default=True, metavar="DIR", help="The built site.")
def budget(site: str) -> ExitCode:
    """Weigh every page of a built site, as a server sends it, against the budget for slow lines.

    A release is built with this: exit code 1 where a page is too heavy, and its name.
    """
    from toolkit.page_budget import excesses, weigh

    folder = Path(site)
    if not (folder / "build.json").is_file():
        raise ToolkitError(f'There is no complete site in "{site}".', "run toolkit build first.")
    weights = weigh(folder)
    found = list(excesses(folder, weights))
    for line in found:
        click.echo(line)
    heaviest = max((weight for weight in weights if weight.is_entry), key=lambda one: one.html)
    click.echo(
        f"{len(weights)} pages weighed: {len(found)} over budget. Heaviest entry: "
        f"{heaviest.html:,} bytes, {heaviest.first_visit:,} with all files of a first visit."
    )
    return ExitCode.PROBLEMS if found else ExitCode.OK
