"""The register of answers to opportunities."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from toolkit.content.data_files import row
from toolkit.content.registers import RegisterFile
from toolkit.content.schema import Form
from toolkit.source import Location

ANSWERS = ("joint", "distinct", "merge", "declined")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of organizations to an opportunity, and why they gave it.

    `on` and `until` are days; `until` is empty if the answer holds for good.
    """

    id: str
    answer: Annotated[str, row(Form.CHOICE, required=True, choices=ANSWERS)]
    by: Annotated[tuple[str, ...], row(Form.ORGANISATION, required=True)]
    on: Annotated[str, row(Form.DATE, required=True)]
    until: Annotated[str, row(Form.DATE)]
    reason: Annotated[str, row(required=True)]
    location: Location

    def holds(self, day: date) -> bool:
        """Whether the answer holds on a day; `on` and `until` are included."""
        return self.on <= day.isoformat() and (not self.until or day.isoformat() <= self.until)


# Without the file, nothing has been answered.
ANSWER_FILE = RegisterFile("opportunities", Answer, optional=True)


def ids_naming(entry: str, others: Iterable[str]) -> tuple[str, ...]:
    """The ids of all opportunities that can name an entry, alone or with one of the `others`."""
    pairs = (sorted((entry, other)) for other in others)
    return f"recognize-{entry}", *(f"overlap-{one}-{other}" for one, other in pairs)
