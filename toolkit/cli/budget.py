"""`toolkit budget`: is a built site light enough for slow connections?"""

from pathlib import Path

import click

from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.options import site_option
from toolkit.page_budget import excesses, weigh
from toolkit.problems import ToolkitError

EPILOG = """\b
Examples:
  toolkit budget
  toolkit budget --site ../copy
"""


@click.command("budget", epilog=EPILOG)
@site_option
def budget(site: Path) -> ExitCode:
    """Check that every page of a built site, as a server sends it, suits slow connections.

    Run this before a release: it lists pages that are too heavy, and exits with code 1.
    """
    if not (site / "build.json").is_file():
        raise ToolkitError(f'There is no complete site in "{site}".', "run toolkit build first.")
    weights = weigh(site)
    found = list(excesses(site, weights))
    for line in found:
        click.echo(line)
    said = [f"{len(weights)} pages checked: {len(found)} too heavy."]
    if entries := [weight for weight in weights if weight.is_entry]:
        heaviest = max(entries, key=lambda one: one.html)
        said.append(
            f"Heaviest entry: {heaviest.html:,} bytes, "
            f"{heaviest.first_visit:,} with all files of a first visit."
        )
    click.echo(" ".join(said))
    return ExitCode.PROBLEMS if found else ExitCode.OK
