"""`toolkit build`: check, then build the site."""

import json
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

import click

from toolkit.cache.site_record import BuildReport, SiteRecord, digest_of_files_in
from toolkit.cache.store import store_for
from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.options import as_of_option, docs_option, folder_option, release_option
from toolkit.configuration import SET_A_CONTACT, find_configuration
from toolkit.publishing import require_apart, require_place, writing_to
from toolkit.worker import Worker

EPILOG = """\b
Examples:
  toolkit build
  toolkit build --docs docs --output ../copy --as-of 2026-11-25
"""


@click.command("build", epilog=EPILOG)
@docs_option
@folder_option(
    "--output", "site", setting="site_dir", default="site", about="The folder for the site."
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
@release_option
@click.option(
    "--published",
    metavar="DIR",
    help="The site as last published; harvesters then get only what has changed since.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    help="Make everything from scratch, and leave .cache/toolkit alone.",
)
@as_of_option("The date of the copy.")
def build(
    folder: Path,
    site: Path,
    languages: tuple[str, ...],
    editions: str | None,
    release: bool,
    published: str | None,
    no_cache: bool,
    day: date,
) -> ExitCode:
    """Check the content and build the site.

    If the content has errors, they are shown as by `toolkit check`, nothing is built, and the
    previous site stays as it was.
    """
    begun = time.monotonic()
    with writing_to(site), suppress(FileNotFoundError):
        site.stat()
    require_apart(site, folder, "The site can't be built into", replaced=True)
    require_place(site)
    # What a site depends on besides files; None with other builds' folders, which aren't compared.
    others = editions or published
    choices = None if others else (day.isoformat(), *languages, "release" * release)
    report = None if no_cache or choices is None else _unchanged(folder, site, choices)
    lost: list[str] = []
    doubtful: list[str] = []
    now: tuple[str, ...] = ()
    at_root = ""
    if report is None:
        from toolkit import output as outputs
        from toolkit.catalogue.downloads import doubts
        from toolkit.languages import LANGUAGES
        from toolkit.pipeline import build_site
        from toolkit.pipeline.build import ContentError
        from toolkit.reports import text

        before = _languages_of(site)
        known = filter(LANGUAGES.__contains__, before)  # anything may be written there
        at_root = next((tag for tag in known if not (site / tag).is_dir()), "")
        try:
            downloads = Path(editions) if editions else None
            made = build_site(
                folder,
                site,
                day,
                languages,
                downloads=downloads,
                for_release=release,
                published=Path(published) if published else None,
                choices=choices,
                with_cache=not no_cache,
            )
        except ContentError as error:
            click.echo(text.render_errors(error.problems, error.count), nl=False)
            click.echo("No site was built. Fix the errors, then build again.", err=True)
            return ExitCode.PROBLEMS
        report = outputs.report_of(made)
        shared = made.shared
        now = shared.languages.every
        if downloads:
            doubtful += doubts(downloads, shared.offer, shared.languages.built, shared.input_digest)
        lost = [tag for tag in before if tag not in now]
        how = f"built in {time.monotonic() - begun:.1f} seconds"
    else:
        how = "kept: nothing has changed since it was built"
    click.echo(f"{report.summary} For warnings and notices: `toolkit check`.")
    click.echo(
        f"{site}/ is ready, as of {report.date}, {how}.\n"
        f"Open {site / report.below / 'index.html'} in a browser."
    )
    for sentence in (*report.overlooked, *doubtful):
        click.echo(f"warning: {sentence}", err=True)
    if lost:
        names = ", ".join(lost)
        click.echo(
            f"warning: the site before had {names}, and this one does not: links to those pages "
            f"are broken now.\nhint: unless that was meant, add {names} to extra.languages in "
            "mkdocs.yml, and build again.",
            err=True,
        )
    if at_root in now[1:]:
        click.echo(
            f"warning: the site before had {at_root} at its root, and this one has {now[0]} there: "
            "links to pages in these languages lead to others now, or nowhere.\nhint: unless that "
            f"was meant, put {at_root} first in extra.languages in mkdocs.yml, and build again.",
            err=True,
        )
    if report.missing:
        click.echo(f"warning: {report.missing}\nhint: {SET_A_CONTACT}", err=True)
    if report.only:
        click.echo(f"Only {report.only}: links to the other languages don't work in this folder.")
    return ExitCode.OK


def _languages_of(site: Path) -> list[str]:
    """The languages of the site that is in a folder; none if that can't be read."""
    with suppress(OSError, ValueError, LookupError, TypeError, RecursionError):
        return [str(tag) for tag in json.loads((site / "build.json").read_bytes())["languages"]]
    return []


def _unchanged(folder: Path, site: Path, choices: Sequence[str]) -> BuildReport | None:
    """What to report about the site if it needn't be built, found without loading MkDocs."""
    store = store_for(folder) if folder.is_dir() else None
    if store is None or not site.is_dir():
        return None
    # Looking at all files of a site takes longer than reading all that it was made from.
    with Worker(partial(digest_of_files_in, site)) as files:
        record = SiteRecord(store, site)
        return record.unchanged(folder, find_configuration(folder), choices, files.result)
