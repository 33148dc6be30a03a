"""`toolkit translation`: what is translated, and what translators work with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.options import as_of_option, docs_option, format_option
from toolkit.clock import as_of
from toolkit.problems import ToolkitError

if TYPE_CHECKING:
    from toolkit.content.document import Document
    from toolkit.content.reader import Content
    from toolkit.translations.packets import Returned

EPILOG = """\b
Examples:
  toolkit translation status --language ru
  toolkit translation new ilo-handbook-labour-inspectors-2008 --language fr
  toolkit translation diff about/safety --language es
  toolkit translation stamp docs/about/safety.es.md
  toolkit translation export --language ar --outdated > ar.po
  toolkit translation import ar.po --language ar --translator "UNODC, language services"
"""


def _known(_context: click.Context, _option: click.Parameter, language: str | None) -> str | None:
    """A language that texts are translated into; they are read only when a command runs."""
    from toolkit.languages import TARGETS

    if language is not None and language not in TARGETS:
        raise click.BadParameter(f"choose one of: {', '.join(TARGETS)}.")
    return language


_language = click.option(
    "--language", required=True, callback=_known, metavar="LANGUAGE", help="The language."
)


@click.group("translation", epilog=EPILOG, short_help="Keep translations up to date.")
def translation() -> None:
    """Keep translations up to date with their originals.

    ID is the id of an entry, or the path of a page or task: about/safety, tasks/interview-a-child.
    """


@translation.command("status", short_help="Show what is translated, and in what state.")
@click.option(
    "--language", callback=_known, metavar="LANGUAGE", help="One language.  [default: all]"
)
@format_option("text", "json")
@docs_option
def status(language: str | None, form: str, docs: str) -> None:
    """Count entries, tasks, pages and strings in each language, and name the outdated ones."""
    from toolkit.content.reader import read_content
    from toolkit.translations.standing import Standings
    from toolkit.translations.tally import tallies

    content = read_content(Path(docs))
    standings = Standings(content)
    rows: list[dict[str, object]] = []
    from toolkit.languages import LANGUAGES, TARGETS

    for tag in (language,) if language else TARGETS:
        faults = {fault.key for fault in LANGUAGES[tag].faults}
        every = len(LANGUAGES["en"].strings)
        parts = tallies(content, standings, tag)
        rows.append(
            {
                "language": tag,
                **{
                    one.part: {
                        "all": one.every,
                        "translated": len(one.standings),
                        "machine": one.by_machine,
                        "reviewed": one.reviewed,
                        "outdated": list(one.outdated),
                        "missing": list(one.missing),
                    }
                    for one in parts
                },
                "strings": {"all": every, "translated": every - len(faults)},
            }
        )
        if form == "text":
            click.echo(f"{tag} ({LANGUAGES[tag].name})")
            for one in parts:
                click.echo(
                    f"  {one.part:<8} {len(one.standings):>4} of {one.every:>4} translated, "
                    f"{len(one.outdated)} outdated, {one.by_machine} by machine and not reviewed, "
                    f"{one.reviewed} reviewed"
                )
            click.echo(f"  {'strings':<8} {every - len(faults):>4} of {every:>4} translated")
            for one in parts:
                for path in one.outdated:
                    click.echo(f"  outdated: {path}")
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))


@translation.command("new", short_help="Begin a translation.")
@click.argument("id_", metavar="ID")
@_language
@click.option("--translator", default="machine", show_default=True, help="Who translates.")
@docs_option
@as_of_option("The day on which the original has this text.")
def new(id_: str, language: str, translator: str, docs: str, as_of_text: str | None) -> None:
    """Write the file of a translation of ID, with its fields empty and the English above them."""
    from toolkit.content.reader import read_content
    from toolkit.publishing import write_files
    from toolkit.translations.drafts import draft, path_of
    from toolkit.translations.source import kept_file

    folder = Path(docs)
    content = read_content(folder)
    original = _original(content, id_)
    path = folder / path_of(original, language)
    if path.exists():
        raise ToolkitError(f"{path} already exists; nothing was written.", "edit that file.")
    kept, data = kept_file(original, as_of(as_of_text).isoformat())
    files = {path: draft(original, language, translator, {}).encode()}
    if not (folder / kept).exists():
        files[folder / kept] = data
    write_files(files)
    click.echo(f"{path} was written. Fill in its fields, then run: toolkit check {path}")


@translation.command("stamp", short_help="Record that translations follow their originals.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@docs_option
@as_of_option("The day on which the originals have these texts.")
def stamp(paths: tuple[str, ...], docs: str, as_of_text: str | None) -> None:
    """Record in the files PATH that they follow the current text of their originals.

    Compare them first: from then on they are shown as up to date.
    """
    from toolkit.cli.translation_files import write_stamped
    from toolkit.content.reader import read_content

    folder = Path(docs)
    content = read_content(folder)
    known = {(folder / f"{one.path}.md").resolve(): one for one in content.translations}
    chosen = []
    for text in dict.fromkeys(paths):
        found = known.get(Path(text).resolve())
        if found is None:
            raise ToolkitError(
                f'"{text}" is not a translation in {folder}.',
                "name files such as docs/about/safety.fr.md.",
            )
        chosen.append(found)
    write_stamped(content, folder, [(one, {}) for one in chosen], as_of_text)
    for one in chosen:
        click.echo(f"{one.source.path}: stamped.")


@translation.command("diff", short_help="Show what changed in an original since.")
@click.argument("id_", metavar="ID")
@_language
@docs_option
def diff(id_: str, language: str, docs: str) -> None:
    """Show what changed in the original ID since it was translated.

    Lines with - are from the text that was translated, lines with + from the present one.
    """
    from toolkit.content.reader import read_content
    from toolkit.recognition.changes import differences
    from toolkit.translations.source import canonical_source, source_text
    from toolkit.translations.standing import Standings, State

    content = read_content(Path(docs))
    original = _original(content, id_)
    found = content.by_translation.get((original.path, language))
    if found is None:
        raise ToolkitError(
            f'"{id_}" is not translated into {language}.',
            f"run: toolkit translation new {id_} --language {language}",
        )
    standings = Standings(content)
    standing = standings.of(found)
    if standing.state is State.CURRENT:
        click.echo("Nothing has changed since it was translated.")
        return
    kept = standings.kept.get(found.text("source_digest"))
    if standing.state is State.UNKNOWN or kept is None or kept.text is None:
        raise ToolkitError(
            f"The text that {found.source.path} was made from is not known.",
            "compare it with the original, then run: toolkit translation stamp.",
        )
    click.echo(f"{original.source.path}: since the text of {standing.since}")
    old, new_form = canonical_source(kept.text), canonical_source(source_text(original))
    for line in differences(old, new_form):
        click.echo(line)


@translation.command("export", short_help="Write texts for translators' tools.")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@_language
@click.option("--format", "form", type=click.Choice(("po", "xliff")), default="po")
@click.option("--missing", is_flag=True, help="All that is not translated.")
@click.option("--outdated", is_flag=True, help="All whose original has changed since.")
@click.option("--output", type=click.Path(dir_okay=False), help="A file.  [default: the screen]")
@docs_option
def export(
    ids: tuple[str, ...],
    language: str,
    form: str,
    missing: bool,
    outdated: bool,
    output: str | None,
    docs: str,
) -> None:
    """Write the texts of ID, or of all that is missing or outdated, as a gettext file (PO)."""
    from toolkit.content.reader import read_content
    from toolkit.publishing import write_file
    from toolkit.translations.packets import export as packet
    from toolkit.translations.standing import Standings
    from toolkit.translations.tally import tallies

    _require_po(form)
    content = read_content(Path(docs))
    standings = Standings(content)
    chosen = {(one := _original(content, id_)).path: one for id_ in ids}
    for tally in tallies(content, standings, language) if missing or outdated else ():
        paths = (*(tally.missing if missing else ()), *(tally.outdated if outdated else ()))
        chosen |= {path: content.by_path[path] for path in paths}
    if not ids and not missing and not outdated:
        raise ToolkitError("Which texts?", "name some, or write --missing or --outdated.")
    text = packet(content, standings, chosen.values(), language)
    if output:
        write_file(Path(output), text.encode())
        click.echo(f"{output} has the texts of {len(chosen)} documents.", err=True)
    else:
        click.echo(text, nl=False)


@translation.command("import", short_help="Import what translators have done.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@_language
@click.option("--format", "form", type=click.Choice(("po", "xliff")), default="po")
@click.option("--translator", default="", help="Who translated.  [default: as before, or machine]")
@docs_option
@as_of_option("The day on which the originals have these texts.")
def import_(
    file: str, language: str, form: str, translator: str, docs: str, as_of_text: str | None
) -> ExitCode:
    """Take over the words of FILE. Only what was changed is changed.

    If an original has changed since FILE was exported, nothing is imported.
    """
    from toolkit.cli.translation_files import write_stamped
    from toolkit.content.reader import read_content
    from toolkit.publishing import write_files
    from toolkit.translations.drafts import draft, path_of
    from toolkit.translations.packets import read_packet
    from toolkit.translations.source import kept_file
    from toolkit.translations.standing import Standings

    _require_po(form)
    folder = Path(docs)
    content = read_content(folder)
    try:
        text = Path(file).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ToolkitError(f"{file} is not in UTF-8.", "save it as UTF-8.") from error
    found = read_packet(text, file, content, Standings(content), language)
    old: list[Returned] = []
    files: dict[Path, bytes] = {}
    left = 0
    for one in found:
        if (one.original.path, language) in content.by_translation:
            old.append(one)
        elif one.unfinished:
            left += 1
            click.echo(f"{one.original.path}: {len(one.unfinished)} texts are missing.", err=True)
        else:
            kept, data = kept_file(one.original, as_of(as_of_text).isoformat())
            files[folder / kept] = data
            path = folder / path_of(one.original, language)
            files[path] = draft(one.original, language, translator or "machine", one.words).encode()
    pairs = [(content.by_translation[one.original.path, language], one) for one in old]
    for present, one in pairs:
        if one.unfinished:
            left += 1
            click.echo(
                f"{present.source.path}: {len(one.unfinished)} texts are unfinished.", err=True
            )
    write_files(files)
    write_stamped(
        content,
        folder,
        [(present, dict(one.words)) for present, one in pairs],
        as_of_text,
        whole=[present.path for present, one in pairs if one.whole_body],
        kept_back=[present.path for present, one in pairs if one.unfinished],
        translator=translator,
    )
    click.echo(f"{len(found) - left} documents were imported.")
    return ExitCode.PROBLEMS if left else ExitCode.OK


translation.add_command(import_, "import")


def _require_po(form: str) -> None:
    if form == "xliff":
        raise ToolkitError(
            "XLIFF is not supported: no library for it is well maintained.",
            "use --format po, which translators' tools read too.",
        )


def _original(content: Content, id_: str) -> Document:
    from toolkit.validation.nearest import look_up

    known = {
        **{one.path: one for one in content.documents if one.front is not None},
        **{one.id: one for one in content.entries if one.front is not None},
    }
    return look_up(
        id_,
        known,
        f'There is no entry, task or page "{id_}".',
        "name the id of an entry, or a path such as about/safety.",
    )
