"""`toolkit build`: check, then build the site."""

from __future__ import annotations

import time
from pathlib import Path

import click

from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.options import as_of_option, docs_option
from toolkit.clock import as_of

EPILOG = """\b
Examples:
  toolkit build
  toolkit build --docs docs --output ../copy --as-of 2026-11-25
"""


@click.command("build", epilog=EPILOG, short_help="Check the content and build the site.")
@docs_option
@click.option(
    "--output", default="site", show_default=True, metavar="DIR", help="The folder for the site."
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="TAG",
    help="A language to build; may be repeated.  [default: all of mkdocs.yml]",
)
@click.option(
    "--editions",
    metavar="DIR",
    help="A folder of copies, made by toolkit bundle, to offer for download.",
)
@click.option(
    "--release",
    is_flag=True,
    help="For publishing: refuse a mkdocs.yml that names nowhere to contribute.",
)
@click.option(
    "--published",
    metavar="DIR",
    help="The site as it was published before: harvesters then get only what changed since.",
)
@as_of_option("The date of the copy.")
def build(
    docs: str,
    output: str,
    languages: tuple[str, ...],
    editions: str | None,
    release: bool,
    published: str | None,
    as_of_text: str | None,
) -> ExitCode:
    """Check the content and build the site.

    If the content has errors, nothing is built: the messages are those of `toolkit check`, and
    the previous site stays as it was.
    """
    from toolkit import pipeline
    from toolkit.languages import LANGUAGES
    from toolkit.reports import REPORTS

    begun = time.monotonic()
    try:
        downloads = Path(editions) if editions else None
        made = pipeline.build_site(
            Path(docs),
            Path(output),
            as_of(as_of_text),
            languages,
            downloads=downloads,
            for_release=release,
            published=Path(published) if published else None,
        )
    except pipeline.ContentError as error:
        checked = error.checked
        click.echo(REPORTS["text"].render(checked.problems, checked.count), nl=False)
        click.echo("No site was built. Fix the errors, then build again.", err=True)
        return ExitCode.PROBLEMS
    click.echo(f"{made.checked.summary} For warnings and notices: `toolkit check`.")
    date = LANGUAGES["en"].date(made.setting.as_of)
    click.echo(
        f"{output}/ is ready, as of {date}, built in {time.monotonic() - begun:.1f} seconds.\n"
        f"Open {Path(output) / made.below / 'index.html'} in a browser."
    )
    missing = made.setting.publication.without_way_in
    if missing:
        click.echo(f"warning: {missing}\nhint: {pipeline.SET_A_WAY_IN}", err=True)
    if made.shared.languages.built != made.shared.languages.every:
        built = ", ".join(made.shared.languages.built)
        click.echo(f"Only {built}: links to the other languages lead nowhere in this folder.")
    return ExitCode.OK
