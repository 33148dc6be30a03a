"""`toolkit translation export` and `import`: files for translators' tools, there and back."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from datetime import date
from pathlib import Path

import click

from toolkit.cli.completion import original_ids
from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.known import original_of
from toolkit.cli.options import (
    as_of_option,
    docs_option,
    overwrite_option,
    refuse_filled_in,
    refuse_in_content,
    target_option,
    translator_option,
)
from toolkit.cli.reading import content_of
from toolkit.cli.translation_files import begun, write_stamped
from toolkit.problems import ToolkitError, counted, read_bounded
from toolkit.publishing import write_file
from toolkit.reports.screen import shown_lines
from toolkit.translations import packets
from toolkit.translations.packets import read_packet
from toolkit.translations.status import TranslationStatuses
from toolkit.translations.tally import tallies

_LARGEST = 50 * 1024 * 1024  # bytes
# The unfinished texts of a document that are named: the others are found with these.
_MOST_NAMED = 3


_format = click.option(
    "--format",
    type=click.Choice(("po",)),
    default="po",
    expose_value=False,
    help="The only format so far.",
)


@click.command("export", short_help="Write texts for translators' tools.")
@click.argument("ids", metavar="[ID]...", nargs=-1, shell_complete=original_ids)
@target_option()
@_format
@click.option("--missing", is_flag=True, help="Everything that is not translated.")
@click.option("--outdated", is_flag=True, help="Everything whose original has changed.")
@click.option(
    "--output", type=click.Path(dir_okay=False), help="The file.  [default: standard output]"
)
@overwrite_option
@docs_option
def export(
    ids: tuple[str, ...],
    language: str,
    missing: bool,
    outdated: bool,
    output: str | None,
    overwrite: bool,
    folder: Path,
) -> None:
    """Write the texts of ID, or of all that is missing or outdated, as a gettext file (PO).

    A file with other texts or translations is not replaced.
    """
    if not ids and not missing and not outdated:
        raise ToolkitError("No texts named.", "name some, or use --missing or --outdated.")
    if output is not None:
        refuse_in_content(Path(output), folder)
    content = content_of(folder)
    statuses = TranslationStatuses(content)
    chosen = {(one := original_of(content, id_)).path: one for id_ in ids}
    for tally in tallies(content, statuses, language) if missing or outdated else ():
        paths = (*(tally.missing if missing else ()), *(tally.outdated if outdated else ()))
        chosen |= {path: content.by_path[path] for path in paths}
    for path, one in [*chosen.items()]:
        where = one.source.path
        if not one.is_read:  # half of it would be exported
            del chosen[path]
            click.echo(f"{where} can't be read, so it is left out.", err=True)
        elif one.has_conflict:
            advice = "keep one of them before anybody translates it."
            click.echo(f"{where} holds both versions of a merge: {advice}", err=True)
    text = packets.export(content, statuses, chosen.values(), language)
    if output:
        file, data = Path(output), text.encode()
        without_texts = packets.export(content, statuses, (), language).encode()
        if file.is_file() and not overwrite and file.read_bytes() not in (data, without_texts):
            refuse_filled_in(file)
        write_file(file, data)
        click.echo(f"{output} has the texts of {counted(len(chosen), 'document')}.", err=True)
    else:
        click.echo(text, nl=False)


@click.command("import", short_help="Import what translators have done.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@target_option()
@_format
@translator_option("", "Who translated.  [default: as before, or machine]")
@docs_option
@as_of_option("Read the originals as of this day.")
def import_(file: str, language: str, translator: str, folder: Path, day: date) -> ExitCode:
    """Import the translations in FILE. Only what translators changed is changed.

    If an original has changed since FILE was exported, its translation is not imported.
    """
    content = content_of(folder)
    data = read_bounded(Path(file), _LARGEST, file, "correct the path.")
    if len(data) > _LARGEST:
        raise ToolkitError(
            f"{file} is larger than {_LARGEST // 1024 // 1024} MB.", "export fewer texts at once."
        )
    try:
        text = data.decode(
            "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
        )
    except UnicodeDecodeError as error:
        hint = "save it as UTF-8." if b"msgid" in data else packets.OTHER_FILE
        raise ToolkitError(f"{file} is not in UTF-8.", hint) from error
    found, changed = read_packet(text, file, content, TranslationStatuses(content), language)
    pairs = [(content.by_translation.get((one.original.path, language)), one) for one in found]
    old = [(present, one) for present, one in pairs if present is not None]
    files: dict[Path, bytes] = {}
    for present, one in pairs:
        if present is None and not one.unfinished:
            files |= begun(one.original, language, translator or "machine", one.words, folder, day)
    write_stamped(
        content,
        folder,
        [(present, dict(one.words)) for present, one in old],
        day,
        whole=[present.path for present, one in old if one.whole_body],
        kept_back=[present.path for present, one in old if one.unfinished],
        translator=translator,
        more=files,
    )
    for present, one in old:
        if one.replaced:
            path, names = present.source.path, ", ".join(one.replaced)
            click.echo(f"{path}: replaced, though changed since the export: {names}.", err=True)
    unfinished = [(present or one.original, one) for present, one in pairs if one.unfinished]
    for document, one in unfinished:
        click.echo(f"{document.source.path}: texts to translate: {len(one.unfinished)}", err=True)
        for text_left in one.unfinished[:_MOST_NAMED]:
            click.echo(f"  {text_left}", err=True)
    for reason in changed:
        click.echo(f"not imported: {shown_lines(reason.message)}", err=True)
    for hint in dict.fromkeys(reason.hint for reason in changed):
        click.echo(f"hint: {hint}", err=True)
    click.echo(f"Documents imported: {len(found) - len(unfinished)}.")
    return ExitCode.PROBLEMS if unfinished or changed else ExitCode.OK
