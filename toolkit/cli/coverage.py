"""`toolkit coverage`: what the entries cover, and where the gaps are."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from toolkit.catalogue.catalogue import Catalogue, make_catalogue
from toolkit.cli.options import as_of_option, docs_option, format_option
from toolkit.cli.reading import sound_context
from toolkit.content.coverage_tables import TABLES
from toolkit.content.files import source_from
from toolkit.coverage.data import cells_csv, cells_json
from toolkit.coverage.gaps import gaps_of
from toolkit.coverage.history import HEAD, with_totals
from toolkit.coverage.tables import Table, make_tables
from toolkit.problems import counted
from toolkit.publishing import write_files

EPILOG = """\b
Examples:
  toolkit coverage
  toolkit coverage --table articles-regions
  toolkit coverage --format csv > coverage.csv
"""


@click.command("coverage", epilog=EPILOG)
@click.option("--table", "name", type=click.Choice(list(TABLES)), help="Show only this table.")
@format_option(
    "text",
    "json",
    "csv",
    about="The format; json has only the cells that are not empty, csv all cells, with counts.",
)
@click.option(
    "--record",
    is_flag=True,
    help="Record today's totals in docs/registers/coverage-history.yml (for a release).",
)
@docs_option
@as_of_option("Make the tables as of this day.")
def coverage(name: str | None, form: str, record: bool, folder: Path, day: date) -> None:
    """Show how many practices and resources there are for each pair of terms.

    Entries about a region count for all regions in it, entries about a country for its region;
    works about the whole world have their own column. Withdrawn entries are not
    counted.
    """
    content = sound_context(folder, day).content
    catalogue = make_catalogue(content, day)
    tables = make_tables(catalogue)
    if record:
        # Loads all checks, which the tables don't need.
        from toolkit.autofix import changed_text

        file, path = folder / "registers/coverage-history.yml", content.coverage_history.path
        old = file.read_bytes() if file.exists() else None
        history, _ = source_from(HEAD.encode() if old is None else old, path)
        new = changed_text(history, with_totals(history, catalogue, tables))
        write_files({file: new.encode()}, {file: old})
        click.echo(f"{path}: recorded the totals of {day}.")
        return
    chosen = [tables[name]] if name else list(tables.values())
    if form == "json":
        click.echo(cells_json(chosen), nl=False)
    elif form == "csv":
        click.echo(cells_csv(chosen), nl=False)
    else:
        click.echo("\n".join(_lines(chosen, catalogue)))


def _lines(tables: Iterable[Table], catalogue: Catalogue) -> Iterator[str]:
    for number, table in enumerate(tables):
        yield from ("",) * bool(number)
        if not table.rows:
            yield f"{table.name}: no rows, since the lists have no terms for them"
            continue
        gaps = gaps_of(table, catalogue)
        width = max(map(len, table.rows))
        practices = counted(len(table.total.practices), "practice")
        resources = counted(len(table.total.resources), "resource")
        yield f"{table.name}: {practices}, {resources}"
        yield f"{'':{width}} {'practices':>9} {'resources':>9}  nothing for"
        for row in table.rows:
            total = table.row_totals[row]
            numbers = f"{len(total.practices):>9} {len(total.resources):>9}"
            yield f"{row:{width}} {numbers}  {_open(row, table, gaps.kinds)}".rstrip()


def _open(row: str, table: Table, kinds: Mapping[tuple[str, str], str]) -> str:
    """The columns in which a row is empty, in words if that is all of them."""
    found = [column for column in table.columns if (row, column) in kinds]
    if found and all(kinds[row, column] == "not-applicable" for column in found):
        return "(not applicable)"
    return "anyone" if len(found) == len(table.columns) else ", ".join(found)
