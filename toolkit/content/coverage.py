"""The registers of coverage: cells that can't be filled, and the totals at each release."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.content.coverage_tables import TABLES
from toolkit.content.data_files import Item, data_field
from toolkit.content.registers import RegisterFile
from toolkit.content.schema import Form, Number

NOT_APPLICABLE_FIELDS = (
    data_field("tables", Form.CHOICE, Number.LIST, required=True, choices=tuple(TABLES)),
    data_field("rows", number=Number.LIST),
    data_field("columns", number=Number.LIST),
    data_field("reason", number=Number.BY_LANGUAGE, required=True),
)


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """Cells that nothing can fill: those in `rows` and `columns`, where empty means all.

    `reason` says why, by language.
    """

    id: str
    tables: tuple[str, ...]
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    reason: Mapping[str, str]

    def holds(self, table: str, row: str, column: str) -> bool:
        """Whether a cell is one of these."""
        return (
            table in self.tables
            and (not self.rows or row in self.rows)
            and (not self.columns or column in self.columns)
        )


# Without the file, every cell can be filled.
NOT_APPLICABLE = RegisterFile("coverage", NOT_APPLICABLE_FIELDS, NotApplicable, optional=True)

TOTALS_FIELDS = (
    data_field("id", Form.DATE, required=True),
    data_field("practices", Form.NUMBER, required=True),
    data_field("resources", Form.NUMBER, required=True),
    data_field("filled", Form.NUMBER, required=True),
    data_field("cells", Form.NUMBER, required=True),
)


@dataclass(frozen=True, slots=True)
class Totals:
    """The totals on a day: entries of each kind, and how many of all `cells` were filled."""

    day: str
    practices: int
    resources: int
    filled: int
    cells: int


def _totals(item: Item) -> Totals:
    return item.record(Totals, day=item.id)


# Keyed by day; without the file, there is no history.
COVERAGE_HISTORY = RegisterFile(
    "coverage-history", TOTALS_FIELDS, _totals, keyed=True, optional=True
)
