"""`toolkit translation`: what is translated, and what translators work with."""

from datetime import date
from pathlib import Path

import click

from toolkit.cli import translation_packets as packets
from toolkit.cli.completion import original_ids
from toolkit.cli.known import name_of, original_of
from toolkit.cli.options import (
    as_of_option,
    docs_option,
    echo_json,
    format_option,
    target_option,
    translator_option,
)
from toolkit.cli.reading import content_of
from toolkit.cli.translation_files import begun, write_stamped
from toolkit.languages import LANGUAGES, TARGETS
from toolkit.problems import ToolkitError
from toolkit.publishing import write_files
from toolkit.recognition.changes import differences
from toolkit.reports.screen import shown
from toolkit.source import resolved
from toolkit.translations.drafts import path_of
from toolkit.translations.source import canonical_source, source_text
from toolkit.translations.status import State, TranslationStatuses
from toolkit.translations.tally import tallies

EPILOG = """\b
Examples:
  toolkit translation status --language ru
  toolkit translation new ilo-handbook-labour-inspectors-2008 --language fr
  toolkit translation diff about/safety --language es
  toolkit translation stamp docs/about/safety.es.md
  toolkit translation export --language ar --outdated --output ar.po
  toolkit translation import ar.po --language ar --translator "UNODC, language services"
"""


@click.group("translation", epilog=EPILOG)
def translation() -> None:
    """Keep translations up to date with their originals.

    ID is the id of an entry or task, or the path of a page, as in about/safety.
    """


@translation.command("status", short_help="Show what is translated, and in what state.")
@target_option("One language.  [default: all]", required=False)
@format_option("text", "json")
@docs_option
def status(language: str | None, form: str, folder: Path) -> None:
    """Count entries, tasks, pages and strings in each language, and name the outdated ones."""
    content = content_of(folder)
    statuses = TranslationStatuses(content)
    rows: list[dict[str, object]] = []
    for tag in (language,) if language else TARGETS:
        every = len(LANGUAGES["en"].strings)
        its = LANGUAGES[tag]
        done = len(its.strings.keys() - {fault.key for fault in its.faults})
        parts = tallies(content, statuses, tag)
        counts = {one.part: one.counts for one in parts}
        rows.append({"language": tag, **counts, "strings": {"all": every, "translated": done}})
        if form == "text":
            click.echo(f"{tag} ({LANGUAGES[tag].name})")
            for one in parts:
                click.echo(
                    f"  {one.part:<8} {len(one.statuses):>4} of {one.every:>4} translated, "
                    f"{len(one.outdated)} outdated, {one.by_machine} by machine and not reviewed, "
                    f"{one.reviewed} reviewed"
                )
            click.echo(f"  {'strings':<8} {done:>4} of {every:>4} translated")
            for path in (path for one in parts for path in one.outdated):
                click.echo(f"  outdated: {shown(path)}")
    if form == "json":
        echo_json(rows)


@translation.command("new", short_help="Start a translation.")
@click.argument("id_", metavar="ID", shell_complete=original_ids)
@target_option()
@translator_option("machine", "Who translates.  [default: machine]")
@docs_option
@as_of_option("Read the original as of this day.")
def new(id_: str, language: str, translator: str, folder: Path, day: date) -> None:
    """Start a translation of ID: a file with empty fields, and the English above them."""
    content = content_of(folder)
    original = original_of(content, id_)
    path = folder / path_of(original, language)
    if path.exists():
        raise ToolkitError(f"{path} already exists; nothing was written.", "edit that file.")
    write_files(begun(original, language, translator, {}, folder, day), {path: None})
    click.echo(f"{path} was written. Fill in its fields, then run: toolkit check {path}")


@translation.command("stamp", short_help="Record that translations are up to date.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@docs_option
@as_of_option("Read the originals as of this day.")
def stamp(paths: tuple[str, ...], folder: Path, day: date) -> None:
    """Record in the files PATH that they match the current text of their originals.

    Compare them first: afterwards they are shown as up to date.
    """
    content = content_of(folder)
    known = {resolved(folder / f"{one.path}.md"): one for one in content.translations}
    named = {one.id: one.path for one in (*content.entries, *content.tasks)}
    chosen = []
    for text in dict.fromkeys(paths):
        path = text.replace("\\", "/")
        found = known.get(resolved(path)) or known.get(resolved(folder / path))
        if found is None:
            path = named.get(name_of(path), path.removesuffix(".md").removeprefix(f"{folder}/"))
            those = [
                one.source.path
                for one in content.translations
                if one.of == path or one.path.rpartition("/")[2] == path
            ]
            raise ToolkitError(
                f'"{text}" is not a translation in {folder}.',
                f"name those that you have compared with it: {', '.join(those)}."
                if those
                else "name files such as docs/about/safety.fr.md.",
            )
        chosen.append(found)
    write_stamped(content, folder, [(one, {}) for one in chosen], day)
    statuses = TranslationStatuses(content)
    for one in chosen:
        click.echo(f"{one.source.path}: stamped.")
        before = statuses.of(one)
        if before.reviewed_by and before.state is not State.CURRENT:
            click.echo(
                f"It still says that {before.reviewed_by} reviewed it on {before.reviewed_on}. If "
                "you changed its words, write reviewed: false until somebody has reviewed them.",
                err=True,
            )


@translation.command("diff", short_help="Show what has changed in an original.")
@click.argument("id_", metavar="ID", shell_complete=original_ids)
@target_option()
@docs_option
def diff(id_: str, language: str, folder: Path) -> None:
    """Show what has changed in the original ID since it was translated.

    Lines with - are from the text that was translated, lines with + from the current one.
    """
    content = content_of(folder)
    original = original_of(content, id_)
    found = content.by_translation.get((original.path, language))
    if found is None:
        raise ToolkitError(
            f'"{id_}" is not translated into {language}.',
            f"run: toolkit translation new {id_} --language {language}",
        )
    statuses = TranslationStatuses(content)
    status = statuses.of(found)
    if status.state is State.CURRENT:
        click.echo("Nothing has changed since it was translated.")
        return
    kept = statuses.kept.get(found.text("source_digest"))
    if status.state is State.UNKNOWN or kept is None or kept.text is None:
        raise ToolkitError(
            f"The text that {found.source.path} was made from is not known.",
            "compare it with the original, then run: toolkit translation stamp.",
        )
    click.echo(f"{original.source.path}: since the text of {status.since}")
    old, new_form = canonical_source(kept.text), canonical_source(source_text(original))
    for line in differences(old, new_form):
        click.echo(shown(line))


translation.add_command(packets.export)
translation.add_command(packets.import_)
