"""`toolkit search`: the search of a built site, on the command line."""

from pathlib import Path

import click

from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.options import WholeNumber, echo_json, format_option, site_option
from toolkit.content.schema import PILLARS
from toolkit.search.engine import Engine

EPILOG = """\b
Examples:
  toolkit search "labour inspection"
  toolkit search "art. 6(3) Palermo Protocol" --limit 5 --format json
  toolkit search interview --pillar protection --site /media/usb/site

Exit codes: 0 results found, 1 no results, 2 the site has no search in that language.
"""


@click.command("search", epilog=EPILOG)
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--language",
    default="",
    metavar="TAG",
    help="A language of the site.  [default: the one at its root]",
)
@click.option(
    "--limit",
    type=WholeNumber(1),
    default=10,
    show_default=True,
    help="The maximum number of results.",
)
@click.option(
    "--pillar",
    "pillars",
    multiple=True,
    type=click.Choice(PILLARS),
    help="Only entries of this pillar.",
)
@format_option("text", "json")
@site_option
def search(
    query: tuple[str, ...],
    language: str,
    limit: int,
    pillars: tuple[str, ...],
    form: str,
    site: Path,
) -> ExitCode:
    """Search a built site. The results are the same as on its search page.

    The pages that it offers above them, such as those on a theme or on how to contribute, are shown
    only if no result matches the whole query. Corrected spellings and notes about weak results go
    to standard error.
    """
    found = Engine(site, language).find(" ".join(query), pillars=pillars)
    answers = found.results if not found.weak and found.results else found.pages + found.results
    results = answers[:limit]
    if found.read:
        click.echo(f"Showing results for: {found.read}", err=True)
    if found.weak and results:
        click.echo("No entry matches all of this. These come closest.", err=True)
    if form == "json":
        rows = [
            {"id": one.id, "title": one.title, "score": one.score, "url": one.url}
            for one in results
        ]
        echo_json(rows)
    else:
        for one in results:
            click.echo(f"{one.title}\n  {one.url}")
    if not results:
        click.echo("Nothing was found.", err=True)
    return ExitCode.OK if results else ExitCode.PROBLEMS
