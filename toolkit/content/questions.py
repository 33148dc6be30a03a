"""The registers of questions: what people type for whom an entry is a right answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from toolkit.content.data_files import data_field
from toolkit.content.registers import Register, RegisterFile
from toolkit.content.schema import Number
from toolkit.source import Location

_FIELDS: Final = (data_field("asked", number=Number.LIST, required=True),)
_FILE: Final = re.compile(r"registers/(questions(?:\.([a-z-]+))?)\.yml")


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked in one language of the entry `id`: found by the search, never shown."""

    id: str
    asked: tuple[str, ...]
    location: Location


def read_questions(
    folder: Path, prefix: str, paths: Iterable[str]
) -> Mapping[str, Register[Questions]]:
    """Read `registers/questions.yml` (English) and `questions.<tag>.yml`, as far as there are any.

    `paths` are those of all files of the content folder. The result is by language.
    """
    found = {}
    for match in filter(None, map(_FILE.fullmatch, paths)):
        file = RegisterFile(match[1], _FIELDS, Questions, keyed=True, listed="asked")
        found[match[2] or "en"] = file.read(folder, prefix)
    return found
