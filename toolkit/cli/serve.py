"""`toolkit serve`: the site on this machine, refreshed on every change."""

import os
from pathlib import Path

import click

from toolkit.cli.options import WholeNumber, as_of_option, docs_option
from toolkit.clock import as_of
from toolkit.configuration import find_configuration
from toolkit.content.files import require_folder
from toolkit.serving.serve import Served
from toolkit.serving.serve import serve as serve_site

EPILOG = """\b
Examples:
  toolkit serve
  toolkit serve --port 8080
"""


@click.command("serve", epilog=EPILOG)
@docs_option
@click.option(
    "--port",
    type=WholeNumber(0, 65_535),
    default=8000,
    show_default=True,
    help="The port on this machine; 0 for any free one.",
)
@as_of_option("The date of the site.", as_text=True)
def serve(folder: Path, port: int, day: str | None) -> None:
    """Build the site in its first language, show it in a browser, and keep it up to date.

    When you save an entry, its page is shown at once, or what is wrong with it. Lists, search and
    other pages follow. While something is wrong, the last good pages stay.
    """
    require_folder(folder)
    folder, configuration = folder.resolve(), find_configuration(folder).resolve()

    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    as_of(day)  # report an invalid date before anything starts
    serve_site(Served(folder, configuration, lambda: as_of(day), click.echo), port)
