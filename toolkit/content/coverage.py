"""The register of coverage: which cells of the tables can't be filled, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.content.coverage_tables import TABLES
from toolkit.content.data_files import data_field
from toolkit.content.registers import RegisterFile
from toolkit.content.schema import Form, Number

FIELDS = (
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
NOT_APPLICABLE = RegisterFile("coverage", FIELDS, NotApplicable, optional=True)
