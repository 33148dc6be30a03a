"""The registers of coverage: cells that can't be filled, and the totals at each release."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from toolkit.content.coverage_tables import TABLES
from toolkit.content.data_files import row
from toolkit.content.registers import RegisterFile
from toolkit.content.schema import Form


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """Cells that nothing can fill: those in `rows` and `columns`, where empty means all.

    `reason` says why, by language.
    """

    id: str
    tables: Annotated[tuple[str, ...], row(Form.CHOICE, required=True, choices=tuple(TABLES))]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    reason: Annotated[Mapping[str, str], row(required=True)]

    def holds(self, table: str, row: str, column: str) -> bool:
        """Whether a cell is one of these."""
        return (
            table in self.tables
            and (not self.rows or row in self.rows)
            and (not self.columns or column in self.columns)
        )


# Without the file, every cell can be filled.
NOT_APPLICABLE = RegisterFile("coverage", NotApplicable, optional=True)


@dataclass(frozen=True, slots=True)
class Totals:
    """The totals on a day: entries of each kind, and how many of all `cells` were filled."""

    day: Annotated[str, row(Form.DATE, name="id", required=True)]
    practices: Annotated[int, row(required=True)]
    resources: Annotated[int, row(required=True)]
    filled: Annotated[int, row(required=True)]
    cells: Annotated[int, row(required=True)]


# Keyed by day; without the file, there is no history.
COVERAGE_HISTORY = RegisterFile("coverage-history", Totals, keyed=True, optional=True)
