"""The registers of questions: what people type when an entry is a right answer."""

from dataclasses import dataclass
from typing import Annotated

from toolkit.content.data_files import row
from toolkit.content.registers import RegisterFile
from toolkit.source import Location


@dataclass(frozen=True, slots=True)
class Questions:
    """What people ask in one language that the entry `id` answers: searched, never shown."""

    id: str
    asked: Annotated[tuple[str, ...], row(required=True)]
    location: Location


QUESTIONS = RegisterFile("questions", Questions, keyed=True, listed="asked")
