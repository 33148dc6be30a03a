"""Coverage row by row: the entries of each cell, and the rows shown on the pages of terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.content.addresses import row_path
from toolkit.content.coverage_tables import PROTOCOL, TABLES
from toolkit.content.schema import Kind
from toolkit.coverage.gaps import Gap, Gaps
from toolkit.coverage.tables import Table
from toolkit.pages.groups import Part, Section, make_parts
from toolkit.pages.links import Link
from toolkit.pages.page import Page
from toolkit.pages.pagination import Whole, divide
from toolkit.pages.provision_names import article_heading
from toolkit.pages.site import Site
from toolkit.pages.write_page import propose

# So much less than on other lists, in bytes after gzip, that no page of coverage has over 30 KB.
_MOST = 26_000


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column of one row: its entries in parts, or why there are none and how to propose one.

    `reason` and `why` are those of `gap_reason`.
    """

    anchor: str
    heading: str
    count: int
    parts: tuple[Part, ...]
    reason: str
    why: str
    propose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRowPage(Page, template="coverage-row.html"):
    """The entries of one row, column by column, with empty columns at the end."""

    columns: tuple[ShownColumn, ...]


@dataclass(frozen=True, slots=True)
class MatchingCell:
    """A cell of a matching row: where its entries are listed, and how many there are."""

    link: Link
    practices: int
    resources: int


@dataclass(frozen=True, slots=True)
class MatchingRow:
    """The row or column of a table for one article or term.

    `gaps` are its empty cells by kind of gap, except those that are not applicable.
    """

    table: Link
    filled: tuple[MatchingCell, ...]
    gaps: tuple[tuple[str, tuple[Link, ...]], ...]


def axis_label(axis: str, id_: str, site: Site, *, long: bool = False) -> str:
    """The name of a row or column; `long` adds the heading of an article."""
    language = site.language
    if axis != "articles":
        return site.catalogue.vocabularies[axis].terms[id_].label(language.tag)
    protocol = site.catalogue.instruments[PROTOCOL]
    article = protocol.articles[id_]
    number = language.article(article.number)
    heading = article_heading(protocol, article, language) if long else ""
    return language.text("coverage.article", number=number, title=heading) if heading else number


def gap_reason(gaps: Gaps, row: str, column: str, site: Site) -> tuple[str, str]:
    """What kind of gap a cell is, and why it can't be filled if the register of coverage says so;
    both are empty for a cell with entries.
    """
    gap = gaps.kinds.get((row, column))
    if gap is None:
        return "", ""
    why = gaps.reasons.get((row, column))
    reason = why.reason.get(site.language.tag) or why.reason["en"] if why else ""
    return site.language.text(f"coverage.gap.{gap}"), reason


def row_pages(table: Table, row: str, breadcrumbs: tuple[Link, ...], site: Site) -> Iterator[Page]:
    """The page of a row, and its further pages if it is long."""
    language, gaps = site.language, site.gaps[table.name]
    label = axis_label(table.row_axis, row, site, long=True)
    title = language.text("coverage.row.title", row=label, table=breadcrumbs[-1].text)
    path = row_path(table.name, row)
    names = {column: axis_label(table.column_axis, column, site) for column in table.columns}
    sections = []
    for column in table.columns:
        entries = [site.catalogue.by_id[id_] for id_ in table.cell(row, column).entries]
        if entries:
            parts = make_parts(entries, site, f"{column}--", by_evidence=True)
            sections.append(Section(names[column], column, parts))
    whole = Whole(title, path, path, breadcrumbs, lines=True, most=_MOST)
    shown, list_pages = divide(sections, whole, language)
    listed = {section.anchor: section.parts for section in shown.sections}
    yield CoverageRowPage(
        path=path,
        title=title,
        summary=language.text("coverage.row.summary", row=label),
        breadcrumbs=breadcrumbs,
        columns=tuple(
            ShownColumn(
                column,
                names[column],
                len(table.cell(row, column).entries),
                listed.get(column, ()),
                *gap_reason(gaps, row, column, site),
                propose(Kind.PRACTICE, {table.row_axis: row, table.column_axis: column})
                if gaps.kinds.get((row, column)) in (Gap.NONE, Gap.WORLD_ONLY)
                else "",
            )
            for column in sorted(table.columns, key=lambda one: table.cell(row, one).is_empty)
        ),
    )
    yield from list_pages


def matching_rows(axis: str, id_: str, site: Site) -> tuple[MatchingRow, ...]:
    """What all tables say about one article or term; empty if no table has it."""
    return tuple(
        _matching(table, id_, side == 1, site)
        for table in site.tables.values()
        for side, name in enumerate(TABLES[table.name])
        if name == axis and id_ in (table.rows, table.columns)[side]
    )


def _matching(table: Table, id_: str, is_column: bool, site: Site) -> MatchingRow:
    gaps = site.gaps[table.name]
    filled: list[MatchingCell] = []
    empty: dict[Gap, list[Link]] = {Gap.NONE: [], Gap.WORLD_ONLY: []}
    axis = table.row_axis if is_column else table.column_axis
    for other in table.rows if is_column else table.columns:
        row, column = (other, id_) if is_column else (id_, other)
        link = Link(axis_label(axis, other, site), row_path(table.name, row), column)
        cell, gap = table.cell(row, column), gaps.kinds.get((row, column))
        if gap is None:
            filled.append(MatchingCell(link, *cell.counts))
        elif gap in empty:
            empty[gap].append(link)
    name = site.language.text(f"coverage.table.{table.name}")
    return MatchingRow(
        Link(name, f"coverage/{table.name}"),
        tuple(filled),
        tuple(
            (site.language.text(f"coverage.open.{gap}"), tuple(links))
            for gap, links in empty.items()
            if links
        ),
    )
