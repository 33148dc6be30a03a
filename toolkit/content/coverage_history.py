"""The register of past coverage: the totals at each release."""

from dataclasses import dataclass

from toolkit.content.data_files import Item, data_field
from toolkit.content.registers import RegisterFile
from toolkit.content.schema import Form

FIELDS = (
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
COVERAGE_HISTORY = RegisterFile("coverage-history", FIELDS, _totals, keyed=True, optional=True)
