"""`toolkit sheet`: exports entries to a spreadsheet, and imports them again."""

from datetime import date
from itertools import count
from pathlib import Path

import click

from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.known import organisation_of
from toolkit.cli.options import (
    as_of_option,
    docs_option,
    organisation_option,
    overwrite_option,
    refuse_filled_in,
    refuse_in_content,
)
from toolkit.cli.reading import content_of, refuse_unchecked
from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.schema import Kind
from toolkit.problems import Severity, ToolkitError
from toolkit.publishing import write_file, write_files
from toolkit.reports.screen import shown
from toolkit.sheets.book import Book, Note
from toolkit.sheets.checking import notes_of
from toolkit.sheets.exporting import exported, exported_table, marked
from toolkit.sheets.planning import Plan, plan
from toolkit.sheets.reading import has_comments, is_as_checked, is_as_exported, read_book
from toolkit.source import is_text

EPILOG = """\b
Examples:
  toolkit sheet export list.xlsx --organisation ilo
  toolkit sheet check list.xlsx
  toolkit sheet import list.xlsx
"""
_file = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))


@click.group("sheet", epilog=EPILOG)
def sheet() -> None:
    """Write and correct entries in a spreadsheet (.xlsx or .csv)."""


@sheet.command("export", short_help="Export entries to a spreadsheet.")
@_file
@organisation_option("Only entries of this organization.")
@click.option("--empty", is_flag=True, help="Without entries: a sheet to fill in.")
@click.option(
    "--kind",
    type=click.Choice([Kind.RESOURCE.value, Kind.PRACTICE.value]),
    help="What a .csv file contains; .xlsx has a sheet for each.",
)
@overwrite_option
@docs_option
@as_of_option("The date written into the workbook.")
def export(
    file: Path,
    organisation: str | None,
    empty: bool,
    kind: str | None,
    overwrite: bool,
    folder: Path,
    day: date,
) -> None:
    """Write entries into FILE (.xlsx or .csv), with lists to choose from.

    Change them or add rows, then run `toolkit sheet check` and `toolkit sheet import`. A file that
    somebody has filled in is not replaced.
    """
    suffix = file.suffix.lower()
    if suffix not in (".xlsx", ".csv"):
        raise ToolkitError(f"{file} is neither .xlsx nor .csv.", "give it one of these extensions.")
    of_kind = None if kind is None else Kind(kind)
    if suffix == ".csv" and of_kind is None:
        raise ToolkitError(
            "A .csv file contains one kind of entries.", "add --kind resource or --kind practice."
        )
    refuse_in_content(file, folder)
    _require_unfilled(file, overwrite=overwrite)
    content = content_of(folder)
    if organisation:
        organisation_of(content, organisation)
    chosen = [
        entry
        for entry in content.entries
        if not empty
        and of_kind in (None, entry.kind)
        # Of one that can't be read, nobody knows whose it is: it is named below.
        and (entry.front is None or organisation in (None, "", *entry.texts("organisations")))
    ]
    left_out = {one.path: why for one in chosen if (why := _why_not(one))}
    entries = [one for one in chosen if one.path not in left_out]
    if suffix == ".csv" and of_kind is not None:
        data = exported_table(of_kind, entries, folder, content)
    else:
        data = exported(entries, folder, content, day)
    _require_unfilled(file, overwrite=overwrite)  # again: making it takes seconds
    write_file(file, data)
    for path, why in left_out.items():
        click.echo(f"{content.prefix}/{shown(path)}.md {why}, so it is not in {file}.", err=True)
    click.echo(f"{file} was written. Entries: {len(entries)}.")


def _why_not(entry: Document) -> str:
    """Why an entry can't be exported; empty if it can."""
    if entry.front is None:
        return "can't be read"
    return "" if is_text(entry.id) else "has a name that is not text"


def _require_unfilled(file: Path, *, overwrite: bool) -> None:
    if file.is_file() and not (overwrite or is_as_exported(file)):
        refuse_filled_in(file)


@sheet.command("check", short_help="Show what is wrong with a spreadsheet, cell by cell.")
@_file
@docs_option
@as_of_option("Check as of this day.")
def check(file: Path, folder: Path, day: date) -> ExitCode:
    """Check FILE as `toolkit check` would, and name the cell of each problem.

    FILE-checked.xlsx, a copy with a note in each of these cells, is written next to it.
    If somebody has corrected cells in an earlier copy, or written comments on them, that one stays,
    and the new one gets a number. Nothing else changes.
    """
    return _take_file(file, folder, day, importing=False)


@sheet.command("import", short_help="Write the entries of a spreadsheet to files.")
@_file
@docs_option
@as_of_option("The day on which new entries are added.")
def import_(file: Path, folder: Path, day: date) -> ExitCode:
    """Write the entries of FILE to files: all of them, or none if there is an error.

    Only changes are written. Entries that have changed since the export are refused.
    """
    return _take_file(file, folder, day, importing=True)


def _take_file(file: Path, folder: Path, day: date, *, importing: bool) -> ExitCode:
    book = read_book(file)
    code = take_in(file, book, content_of(folder), folder, day, importing=importing)
    if has_comments(file, book):
        what = "imported" if importing else "checked or copied"
        click.echo(f"{file} has comments on cells: they are not {what}, so read them.", err=True)
    return code


def take_in(
    file: Path, book: Book, content: Content, folder: Path, day: date, *, importing: bool
) -> ExitCode:
    """Check the entries of a spreadsheet or a message, show what is wrong, and write them."""
    made, notes = Plan(), list(book.notes)
    if not book.has_errors:
        made = plan(book, folder, content, day)
        for change in made.changes:
            refuse_unchecked(content, change.document, change.before)
        notes = notes_of(made, content, day)
    notes.sort(key=lambda one: (one.place.sheet, one.place.row, one.place.column, one.message))
    for note in notes:
        _show(file, note)
    errors = sum(note.severity is Severity.ERROR for note in notes)
    new = sum(change.before is None for change in made.changes)
    changed = len(made.changes) - new
    counts = f"{new} new, {changed} changed, {made.unchanged} unchanged"
    if not importing and notes:
        copy = _copy(file)
        write_file(copy, marked(book, notes, content, day))
        click.echo(f"{copy} has a note in each of these cells.")
    if errors:
        what = "Nothing was imported. " if importing else ""
        click.echo(f"{what}Errors: {errors}. Entries: {counts}.", err=True)
        return ExitCode.PROBLEMS
    if importing:
        files = {folder / f"{one.document.path}.md": one for one in made.changes}
        found = {
            path: None if one.before is None else one.before.source.data
            for path, one in files.items()
        }
        write_files({path: one.text.encode() for path, one in files.items()}, found)
        for one in made.changes:
            word = "new" if one.before is None else "changed"
            click.echo(f"{one.document.source.path}: {word}")
    click.echo(f"Entries: {counts}.", err=True)
    return ExitCode.OK


def _copy(file: Path) -> Path:
    """Where the copy of a spreadsheet goes: not over one that somebody has worked in."""
    for number in count(1):
        copy = file.with_name(f"{file.stem}-checked{f'-{number}' if number > 1 else ''}.xlsx")
        if not copy.exists() or is_as_checked(copy):
            return copy
        click.echo(f"{copy} was changed since it was written, so it is kept.", err=True)
    raise AssertionError


def _show(file: Path, note: Note) -> None:
    click.echo(f"{note.severity.value}[{note.id}]: {shown(note.message)}")
    gap = ":" if note.place.in_text else " "
    click.echo(f"  --> {file}{gap}{note.place}".rstrip())
    if note.advice:
        click.echo(f"  = help: {shown(note.advice)}")
    click.echo("")
