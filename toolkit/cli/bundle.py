"""`toolkit bundle`: copies for download."""

import hashlib
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from toolkit.bundling import make_editions
from toolkit.catalogue.choice import make_choice, title_of
from toolkit.catalogue.downloads import Download
from toolkit.cli.completion import ids_in
from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.options import as_of_option, choice_options, docs_option, release_option
from toolkit.content.editions import Edition
from toolkit.content.late import open_content
from toolkit.content.reader import Content
from toolkit.content.schema import FORMATS, ID
from toolkit.editions.files.sums import SIGNATURES
from toolkit.editions.updates.making import manifest_in
from toolkit.languages import LANGUAGES
from toolkit.memory import only_new_collected
from toolkit.pipeline.build import ContentError
from toolkit.problems import ToolkitError, counted
from toolkit.reports import text
from toolkit.site.languages import find_language
from toolkit.validation.nearest import look_up

EPILOG = """\b
Examples:
  toolkit bundle
  toolkit bundle --format html --format epub --audience prosecutors-judges
  toolkit bundle --pillar protection --level national --format zip
  toolkit bundle --all
  toolkit bundle --since editions/toolkit-en-2026-06-01.zip

Terms of different vocabularies narrow the choice; several terms of one vocabulary widen it. The
formats pdf and zim need libraries that `make setup-editions` installs.
"""
_LONGEST = 60
_HALF_A_MB = 500_000


@click.command("bundle", epilog=EPILOG)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    help="A format; may be repeated.  [default: zip, or those of the edition]",
)
@click.option("--language", default="", metavar="TAG", help="The language of the copy.")
@choice_options
@click.option(
    "--edition",
    "ids",
    multiple=True,
    metavar="ID",
    shell_complete=ids_in("registers/editions.yml"),
    help="An edition from docs/registers/editions.yml.",
)
@click.option(
    "--name",
    default="",
    metavar="NAME",
    help="A name for a choice by terms, used in file names.  [default: its terms]",
)
@click.option("--all", "every", is_flag=True, help="All editions of docs/registers/editions.yml.")
@click.option(
    "--since",
    metavar="OLD.zip",
    help="Make only the update from this earlier zip to the new one.",
)
@docs_option
@click.option(
    "--output",
    default="editions",
    show_default=True,
    metavar="DIR",
    help="The folder for the copies.",
)
@release_option
@as_of_option("The date of the copies.")
@only_new_collected()
def bundle(
    formats: tuple[str, ...],
    language: str,
    ids: tuple[str, ...],
    name: str,
    every: bool,
    since: str | None,
    folder: Path,
    output: str,
    release: bool,
    day: date,
    **terms: tuple[str, ...],
) -> ExitCode:
    """Make copies of all or part of the toolkit, for reading offline.

    Files appear only when all are complete. `toolkit verify` checks them against SHA256SUMS,
    which is written next to them.
    """
    begun = time.monotonic()
    if language:
        find_language(language)
    if since and formats not in ((), ("zip",)):
        raise ToolkitError("Updates exist only for zip.", "leave out --format.")
    if name and not (ID.fullmatch(name) and len(name) <= _LONGEST):
        raise ToolkitError(
            f'"{name}" can\'t be part of a file name.',
            f"use at most {_LONGEST} lowercase letters and digits, with single hyphens in between.",
        )
    typed = name
    if since and not (every or ids):
        old = manifest_in(Path(since))
        language = language or old.language
        if not any(terms.values()):
            terms, name = dict(old.choice), name or old.edition
    chosen = {facet: given for facet, given in terms.items() if given}
    content = open_content(folder)
    if every or ids:
        if chosen or (every and ids):
            raise ToolkitError(
                "--all, --edition and terms can't be combined.",
                "use only one of them.",
            )
        if name:
            raise ToolkitError(
                "Editions of the register have names.", "leave out --name, or choose by terms."
            )
        editions = _of_register(content, ids)
    else:
        if typed:
            _require_name_for(content, chosen, typed)
        editions = [_of_terms(content, chosen, name)]
        formats = formats or ("zip",)
    signatures = [path for path in (Path(output) / one for one in SIGNATURES) if path.is_file()]
    try:
        made = make_editions(
            folder,
            editions,
            Path(output),
            day,
            language=language,
            formats=formats,
            since=Path(since) if since else None,
            for_release=release,
            on_made=_tell,
        )
    except ContentError as error:
        click.echo(text.render_errors(error.problems, error.count), nl=False)
        click.echo("No copies were made. Fix the errors, then try again.", err=True)
        return ExitCode.PROBLEMS
    files = counted(len(made), "file")
    click.echo(f"{files} added to {output}/ in {time.monotonic() - begun:.1f} seconds.")
    for path in signatures:
        if not path.exists():
            click.echo(
                f"{path.name} was removed: it signed the earlier SHA256SUMS. Sign the new one."
            )
    return ExitCode.OK


def _of_register(content: Content, ids: Iterable[str]) -> list[Edition]:
    """The editions with these ids, or all in the register."""
    known = content.editions.items
    if not known:
        raise ToolkitError(
            f"{content.editions.path} lists no editions.", "add one, or choose by terms."
        )
    where, hint = content.editions.path, f"use one of: {', '.join(known)}."
    return [
        look_up(id_, known, f'There is no edition "{id_}" in {where}.', hint)
        for id_ in ids or known
    ]


def _require_name_for(content: Content, terms: dict[str, tuple[str, ...]], name: str) -> None:
    """Refuse a name that no file would have, or that is the name of other files."""
    if not terms:
        raise ToolkitError(
            "--name is for a choice by terms, but there are no terms.",
            "add terms such as --pillar protection, or leave out --name.",
        )
    edition = content.editions.items.get(name)
    if edition is not None and dict(edition.terms) != dict(make_choice(content, terms)):
        raise ToolkitError(
            f'"{name}" is an edition with other entries in {content.editions.path}.',
            "choose another name.",
        )


def _of_terms(content: Content, terms: dict[str, tuple[str, ...]], name: str) -> Edition:
    """An edition with these terms: the register's, if it has the same."""
    chosen = make_choice(content, terms)
    known = content.editions.items.values()
    same = [one for one in known if dict(one.terms) == dict(chosen)]
    if same:
        named = next((one for one in same if name in ("", one.id)), same[0])
        return replace(named, id=name or named.id)
    words = "-".join(term.lower() for given in chosen.values() for term in given)
    title = {
        tag: title_of(chosen, content, one) or one.text("copy.whole")
        for tag, one in LANGUAGES.items()
    }
    return Edition(name or _short(words), title, {}, "", chosen, FORMATS)


def _short(words: str) -> str:
    """What file names say: all terms if that is short, else the first and a digest of all."""
    if len(words) <= _LONGEST:
        return words
    digest = hashlib.sha256(words.encode()).hexdigest()[:8]
    return f"{words[: _LONGEST - 9].strip('-')}-{digest}"


def _tell(made: Download, warning: str) -> None:
    size = f"{made.bytes / 1_000_000:.1f} MB"
    if made.bytes < _HALF_A_MB:
        size = f"{made.bytes / 1000:.0f} KB"
    entries = "all entries" if made.entries == made.of else f"{made.entries} of {made.of} entries"
    since = f", update since {made.since}" if made.since else ""
    click.echo(f"{made.file}  {size}  {entries}{since}")
    if warning:
        click.echo(f"warning: {warning}", err=True)
