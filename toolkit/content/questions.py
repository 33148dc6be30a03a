"""The registers of questions: what people type when an entry is a right answer."""

from dataclasses import dataclass

from toolkit.content.data_files import data_field
from toolkit.content.registers import RegisterFile
from toolkit.content.schema import Number
from toolkit.source import Location


@dataclass(frozen=True, slots=True)
class Questions:
    """What people ask in one language that the entry `id` answers: searched, never shown."""

    id: str
    asked: tuple[str, ...]
    location: Location


QUESTIONS = RegisterFile(
    "questions",
    (data_field("asked", number=Number.LIST, required=True),),
    Questions,
    keyed=True,
    listed="asked",
)
