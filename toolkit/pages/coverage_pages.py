"""The tables of coverage: what stands out, and how the totals have changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.content.addresses import row_path
from toolkit.content.coverage import Totals
from toolkit.coverage.gaps import Gaps, outstanding
from toolkit.coverage.history import totals_of
from toolkit.coverage.tables import Table
from toolkit.pages.coverage_rows import axis_label, gap_reason, row_pages
from toolkit.pages.dates import date_text
from toolkit.pages.links import Link, term_link
from toolkit.pages.page import Page
from toolkit.pages.site import Site

INDEX = "coverage/index"
# More names than these, in a toolkit that has only begun, are no sentence.
_MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell: numbers of entries, where they are listed, and why there are none.

    `anchor` is that of its column on its row's page; `reason` says what kind of gap it is,
    `why` more about one that can't be filled.
    """

    anchor: str
    practices: int
    resources: int
    gap: str = ""
    reason: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a table with its total."""

    heading: str
    path: str
    cells: tuple[ShownCell, ...]
    practices: int
    resources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePage(Page, template="coverage.html"):
    """All tables, each with what stands out, and the totals by the names of their `days`: of each
    release and of today, if any were kept.
    """

    tables: tuple[tuple[Link, tuple[str, ...]], ...]
    days: tuple[tuple[str, Totals], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageTablePage(Page, template="coverage-table.html"):
    """One table; `axis` says what its rows are, `totals` are those of its columns, in order.

    Columns link to the pages of their terms; `by_region` says that they are regions.
    """

    says: tuple[str, ...]
    axis: str
    by_region: bool
    columns: tuple[Link, ...]
    rows: tuple[ShownRow, ...]
    totals: tuple[ShownCell, ...]
    practices: int
    resources: int


def pages(site: Site) -> Iterator[Page]:
    """The index, the tables, and the rows of each; none in a copy of part of the toolkit."""
    if not site.tables:
        return
    language = site.language
    index = Link(language.text("coverage.title"), INDEX)
    shown = []
    for table in site.tables.values():
        gaps = site.gaps[table.name]
        says = _says(table, gaps, site)
        name = language.text(f"coverage.table.{table.name}")
        path = f"coverage/{table.name}"
        shown.append((Link(name, path), says))
        yield _table(table, gaps, says, index, site)
        for row in table.rows:
            yield from row_pages(table, row, (index, Link(name, path)), site)
    yield CoveragePage(
        path=INDEX,
        title=index.text,
        summary=language.text("coverage.summary"),
        tables=tuple(shown),
        days=tuple(_days(site)),
    )


def _days(site: Site) -> Iterator[tuple[str, Totals]]:
    """The totals at each release before today, and now."""
    now = totals_of(site.catalogue, site.tables)
    kept = site.catalogue.content.coverage_history.items
    days = sorted(day for day in kept if day <= now.day)
    for totals in (*(kept[day] for day in days if day < now.day), now) if days else ():
        yield date_text(totals.day, site.language), totals


def _says(table: Table, gaps: Gaps, site: Site) -> tuple[str, ...]:
    """Sentences about what stands out in a table."""
    language = site.language
    if table.total.is_empty:  # then the names of all rows and columns say no more
        return (language.text("coverage.gap.none"),)
    said = []
    keys = (
        ("coverage.no-practice", "coverage.no-practice-many"),
        ("coverage.nothing", "coverage.nothing-many"),
    )
    for (key, many), lines in zip(keys, outstanding(table, gaps), strict=True):
        if len(lines) > _MOST_NAMES:
            every = len(table.rows) + len(table.columns)
            said.append(language.text(many, n=len(lines), all=every))
        elif lines:
            names = [axis_label(axis, id_, site) for axis, id_ in lines]
            # Not joined with commas, since names contain commas.
            said.append(language.text(key, names=language.text("facts.dot").join(names)))
    return tuple(said) or (language.text("coverage.complete"),)


def _table(
    table: Table, gaps: Gaps, says: tuple[str, ...], index: Link, site: Site
) -> CoverageTablePage:
    language = site.language
    rows = tuple(
        ShownRow(
            axis_label(table.row_axis, row, site, long=True),
            row_path(table.name, row),
            tuple(_cells(table, row, gaps, site)),
            *total.counts,
        )
        for row, total in table.row_totals.items()
    )
    practices, resources = table.total.counts
    return CoverageTablePage(
        path=f"coverage/{table.name}",
        title=language.text(f"coverage.table.{table.name}"),
        summary=language.text("coverage.summary"),
        breadcrumbs=(index,),
        says=says,
        axis=language.text(
            "instrument.articles" if table.row_axis == "articles" else f"facet.{table.row_axis}"
        ),
        by_region=table.column_axis == "regions",
        columns=tuple(
            term_link(site.catalogue.facets[table.column_axis], column, language)
            for column in table.columns
        ),
        rows=rows,
        totals=tuple(
            ShownCell(column, *total.counts) for column, total in table.column_totals.items()
        ),
        practices=practices,
        resources=resources,
    )


def _cells(table: Table, row: str, gaps: Gaps, site: Site) -> Iterator[ShownCell]:
    for column in table.columns:
        counts, gap = table.cell(row, column).counts, gaps.kinds.get((row, column), "")
        yield ShownCell(column, *counts, gap, *gap_reason(gaps, row, column, site))
