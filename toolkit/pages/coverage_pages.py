"""The tables of coverage, and for each row the entries of every cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from toolkit.content.addresses import row_path
from toolkit.content.coverage_tables import PROTOCOL
from toolkit.coverage.gaps import Gap, Gaps, gaps_of, outstanding
from toolkit.coverage.tables import Cell, Table, make_tables
from toolkit.pages.items import Item
from toolkit.pages.links import Link
from toolkit.pages.page import Page
from toolkit.pages.provision_names import article_heading, article_number
from toolkit.pages.site import Site

INDEX = "coverage/index"


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell: numbers of entries, where they are listed, and why there are none.

    `anchor` is that of its column on the page of its row; `reason` says what kind of gap it is.
    """

    anchor: str
    practices: int
    resources: int
    gap: str
    reason: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a table with its total."""

    heading: str
    path: str
    cells: tuple[ShownCell, ...]
    practices: int
    resources: int


@dataclass(frozen=True, slots=True)
class TableLink:
    """A table on the index: what stands out in it."""

    link: Link
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column of one row: its entries, or why there are none."""

    anchor: str
    heading: str
    entries: tuple[Item, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage(Page):
    """All tables, each with what stands out."""

    template: ClassVar[str] = "coverage.html"

    tables: tuple[TableLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageTablePage(Page):
    """One table; `totals` are those of its columns, in their order."""

    template: ClassVar[str] = "coverage-table.html"

    says: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[ShownRow, ...]
    totals: tuple[ShownCell, ...]
    practices: int
    resources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRowPage(Page):
    """The entries of one row, column by column."""

    template: ClassVar[str] = "coverage-row.html"

    columns: tuple[ShownColumn, ...]


def pages(site: Site) -> Iterator[Page]:
    """The index, the tables, and the rows of each; none for a copy of a part."""
    if site.catalogue.outside:
        return
    tables = make_tables(site.catalogue)
    language = site.language
    index = Link(language.text("coverage.title"), INDEX)
    shown = []
    for table in tables.values():
        gaps = gaps_of(table, site.catalogue)
        says = _says(table, gaps, site)
        name = language.text(f"coverage.table.{table.name}")
        path = f"coverage/{table.name}"
        shown.append(TableLink(Link(name, path), says))
        yield _table(table, gaps, says, index, site)
        for row in table.rows:
            yield _row(table, gaps, row, (index, Link(name, path)), site)
    yield CoveragePage(
        path=INDEX,
        title=index.text,
        summary=language.text("coverage.summary"),
        tables=tuple(shown),
    )


def _says(table: Table, gaps: Gaps, site: Site) -> tuple[str, ...]:
    """What stands out in a table, in sentences."""
    found = outstanding(table, gaps)
    language = site.language
    said = []
    for key, rows, columns in (
        ("coverage.no-practice", found.rows_without_practice, found.columns_without_practice),
        ("coverage.nothing", found.rows_without_entry, found.columns_without_entry),
    ):
        names = [_label(table.row_axis, row, site) for row in rows]
        names += [_label(table.column_axis, column, site) for column in columns]
        if names:
            said.append(language.text(key, names=language.joined(names)))
    return tuple(said) or (language.text("coverage.complete"),)


def _label(axis: str, id_: str, site: Site, *, long: bool = False) -> str:
    """The name of a row or a column; `long` with the heading of an article."""
    language = site.language
    if axis != "articles":
        return site.catalogue.vocabularies[axis].terms[id_].label(language.tag)
    protocol = site.catalogue.instruments[PROTOCOL]
    article = protocol.articles[id_]
    number = article_number(article.number, "", language)
    heading = article_heading(protocol, article, language) if long else ""
    return f"{number}. {heading}" if heading else number


def _table(
    table: Table, gaps: Gaps, says: tuple[str, ...], index: Link, site: Site
) -> CoverageTablePage:
    language = site.language
    rows = tuple(
        ShownRow(
            _label(table.row_axis, row, site, long=True),
            row_path(table.name, row),
            tuple(
                _cell(column, table.cell(row, column), gaps, row, site) for column in table.columns
            ),
            len(table.row_totals[row].practices),
            len(table.row_totals[row].resources),
        )
        for row in table.rows
    )
    return CoverageTablePage(
        path=f"coverage/{table.name}",
        title=language.text(f"coverage.table.{table.name}"),
        summary=language.text("coverage.summary"),
        breadcrumbs=(index,),
        says=says,
        columns=tuple(_label(table.column_axis, column, site) for column in table.columns),
        rows=rows,
        totals=tuple(
            ShownCell(
                column,
                len(table.column_totals[column].practices),
                len(table.column_totals[column].resources),
                "",
                "",
            )
            for column in table.columns
        ),
        practices=len(table.total.practices),
        resources=len(table.total.resources),
    )


def _cell(column: str, cell: Cell, gaps: Gaps, row: str, site: Site) -> ShownCell:
    gap = gaps.kinds.get((row, column))
    reason = _reason(gap, gaps, row, column, site) if gap else ""
    return ShownCell(column, len(cell.practices), len(cell.resources), gap or "", reason)


def _reason(gap: Gap, gaps: Gaps, row: str, column: str, site: Site) -> str:
    why = gaps.reasons.get((row, column))
    said = site.language.text(f"coverage.gap.{gap}")
    if why is None:
        return said
    return f"{said} {why.reason.get(site.language.tag) or why.reason['en']}"


def _row(
    table: Table, gaps: Gaps, row: str, breadcrumbs: tuple[Link, ...], site: Site
) -> CoverageRowPage:
    language, by_id = site.language, site.catalogue.by_id
    label = _label(table.row_axis, row, site, long=True)
    columns = []
    for column in table.columns:
        gap = gaps.kinds.get((row, column))
        columns.append(
            ShownColumn(
                column,
                _label(table.column_axis, column, site),
                site.items(by_id[id_] for id_ in table.cell(row, column).entries),
                _reason(gap, gaps, row, column, site) if gap else "",
            )
        )
    return CoverageRowPage(
        path=row_path(table.name, row),
        title=language.text("coverage.row.title", row=label, table=breadcrumbs[-1].text),
        summary=language.text("coverage.row.summary", row=label),
        breadcrumbs=breadcrumbs,
        columns=tuple(columns),
    )
