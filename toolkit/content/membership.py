"""Membership of the Group, as the register of organizations tells it."""

from dataclasses import dataclass

from toolkit.content.data_files import YES_OR_NO, Item, data_field
from toolkit.content.schema import Form, Number

MEMBERSHIP = data_field(
    "membership",
    Form.GROUP,
    parts=(
        data_field("status", Form.CHOICE, required=True, choices=("member", "partner", "former")),
        data_field("verified", Form.CHOICE, required=True, choices=YES_OR_NO),
        data_field("joined", Form.PARTIAL_DATE),
        data_field("left", Form.PARTIAL_DATE),
        data_field(
            "earlier",
            Form.GROUP,
            Number.LIST,
            parts=(
                data_field("joined", Form.PARTIAL_DATE),
                data_field("left", Form.PARTIAL_DATE, required=True),
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Period:
    """Its days as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, empty if unknown."""

    joined: str
    left: str


@dataclass(frozen=True, slots=True)
class Membership(Period):
    """The last or only period; `earlier` are those of a body that left and came back, in order."""

    status: str
    verified: bool
    earlier: tuple[Period, ...] = ()

    @property
    def periods(self) -> tuple[Period, ...]:
        """All periods, in order."""
        return (*self.earlier, self)


def read_membership(item: Item) -> Membership | None:
    """The membership of an organization; None if nothing is known about one."""
    if item.mapping.get("membership") is None:
        return None
    earlier = item.records(Period, "membership.earlier")
    return item.record(Membership, "membership.", earlier=earlier)
