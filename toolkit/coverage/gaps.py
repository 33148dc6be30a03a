"""What a table leaves open: each empty cell with the kind of nothing it is, and what stands out."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.coverage import NotApplicable
from toolkit.content.coverage_tables import WORLD
from toolkit.coverage.tables import Table


class Gap(enum.StrEnum):
    """Why a cell is empty."""

    NONE = "none"
    WORLD_ONLY = "world-only"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class Gaps:
    """The empty cells of a table: `kinds` by row and column, `reasons` of those not applicable."""

    kinds: Mapping[tuple[str, str], Gap]
    reasons: Mapping[tuple[str, str], NotApplicable]


def gaps_of(table: Table, catalogue: Catalogue) -> Gaps:
    """The gaps of a table; only tables of regions have cells for which works of the world stand."""
    register = catalogue.content.not_applicable.items.values()
    kinds: dict[tuple[str, str], Gap] = {}
    reasons: dict[tuple[str, str], NotApplicable] = {}
    for row, column in table.empty:
        why = next((one for one in register if one.holds(table.name, row, column)), None)
        if why is not None:
            kinds[row, column] = Gap.NOT_APPLICABLE
            reasons[row, column] = why
        elif WORLD in table.columns and not table.cell(row, WORLD).is_empty:
            kinds[row, column] = Gap.WORLD_ONLY
        else:
            kinds[row, column] = Gap.NONE
    return Gaps(kinds, reasons)


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What stands out in a table: rows and columns without any practice, and without anything."""

    rows_without_practice: tuple[str, ...]
    rows_without_entry: tuple[str, ...]
    columns_without_practice: tuple[str, ...]
    columns_without_entry: tuple[str, ...]


def outstanding(table: Table, gaps: Gaps) -> Outstanding:
    """Rows and columns that are open; what is not applicable throughout is none of them."""

    def rows(*, any_kind: bool) -> tuple[str, ...]:
        return tuple(
            row
            for row in table.rows
            if not (table.row_totals[row].entries if any_kind else table.row_totals[row].practices)
            and not all((row, column) in gaps.reasons for column in table.columns)
        )

    def columns(*, any_kind: bool) -> tuple[str, ...]:
        totals = table.column_totals
        return tuple(
            column
            for column in table.columns
            if not (totals[column].entries if any_kind else totals[column].practices)
            and not all((row, column) in gaps.reasons for row in table.rows)
        )

    empty_rows, empty_columns = rows(any_kind=True), columns(any_kind=True)
    return Outstanding(
        tuple(row for row in rows(any_kind=False) if row not in empty_rows),
        empty_rows,
        tuple(column for column in columns(any_kind=False) if column not in empty_columns),
        empty_columns,
    )
