"""Membership of the Group, as the register of organizations tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from toolkit.content.data_files import row
from toolkit.content.schema import Form


@dataclass(frozen=True, slots=True)
class Period:
    """Its days as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, empty if unknown."""

    joined: Annotated[str, row(Form.PARTIAL_DATE)]
    left: Annotated[str, row(Form.PARTIAL_DATE, required=True)]


@dataclass(frozen=True, slots=True)
class Membership:
    """The last or only period; `earlier` are those of a body that left and came back, in order."""

    status: Annotated[str, row(Form.CHOICE, required=True, choices=("member", "partner", "former"))]
    verified: Annotated[bool, row(required=True)]
    joined: Annotated[str, row(Form.PARTIAL_DATE)]
    left: Annotated[str, row(Form.PARTIAL_DATE)]
    earlier: tuple[Period, ...] = ()

    @property
    def periods(self) -> tuple[Period | Membership, ...]:
        """All periods, in order."""
        return (*self.earlier, self)
