"""The gaps in a table: why each empty cell is empty, and which rows and columns stand out."""

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
    """The empty cells of a table: `kinds` by row and column, `reasons` for those not applicable."""

    kinds: Mapping[tuple[str, str], Gap]
    reasons: Mapping[tuple[str, str], NotApplicable]


def gaps_of(table: Table, catalogue: Catalogue) -> Gaps:
    """The gaps of a table; only those with regions can have gaps of the kind `WORLD_ONLY`."""
    register = catalogue.content.not_applicable.items.values()
    kinds: dict[tuple[str, str], Gap] = {}
    reasons: dict[tuple[str, str], NotApplicable] = {}
    for row, column, cell in table.walk():
        if not cell.is_empty:
            continue
        why = next((one for one in register if one.holds(table.name, row, column)), None)
        if why is not None:
            kinds[row, column] = Gap.NOT_APPLICABLE
            reasons[row, column] = why
        elif WORLD in table.columns and not table.cell(row, WORLD).is_empty:
            kinds[row, column] = Gap.WORLD_ONLY
        else:
            kinds[row, column] = Gap.NONE
    return Gaps(kinds, reasons)


# A row or a column of a table: its axis, and its id on that axis.
Line = tuple[str, str]


def outstanding(table: Table, gaps: Gaps) -> tuple[list[Line], list[Line]]:
    """The rows and columns without a practice but with other entries, and those without any entry.

    Those that are not applicable throughout are left out.
    """
    rows = (
        (table.row_axis, row, total, [(row, column) for column in table.columns])
        for row, total in table.row_totals.items()
    )
    columns = (
        (table.column_axis, column, total, [(row, column) for row in table.rows])
        for column, total in table.column_totals.items()
    )
    without_practice: list[Line] = []
    without_entry: list[Line] = []
    for axis, id_, total, places in (*rows, *columns):
        if not total.practices and not all(place in gaps.reasons for place in places):
            (without_practice if total.resources else without_entry).append((axis, id_))
    return without_practice, without_entry
