"""Which files the vocabularies, registers and kept texts of a content folder are."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from toolkit.content.coverage import COVERAGE_HISTORY, NOT_APPLICABLE
from toolkit.content.editions import EDITIONS
from toolkit.content.libraries import LIBRARIES
from toolkit.content.link_states import LINK_STATES
from toolkit.content.opportunities import ANSWER_FILE
from toolkit.content.originals import FOLDER
from toolkit.content.questions import QUESTIONS
from toolkit.content.registers import (
    EQUIVALENTS,
    INSTRUMENTS,
    ORGANISATIONS,
    TERMINOLOGY,
    RegisterFile,
)

# The registers, by the field of Content that holds them.
REGISTERS: Mapping[str, RegisterFile[Any]] = {
    "organisations": ORGANISATIONS,
    "instruments": INSTRUMENTS,
    "terminology": TERMINOLOGY,
    "editions": EDITIONS,
    "links": LINK_STATES,
    "not_applicable": NOT_APPLICABLE,
    "coverage_history": COVERAGE_HISTORY,
    "answers": ANSWER_FILE,
    "libraries": LIBRARIES,
}

# Those with one file per language.
BY_LANGUAGE: Mapping[str, RegisterFile[Any]] = {
    "equivalents": EQUIVALENTS,
    "questions": QUESTIONS,
}

# Where the files are that each field of Content with lists or kept texts is read from: how their
# paths begin.
PLACES: Mapping[str, str] = {
    "vocabularies": "vocabularies",
    **{name: f"registers/{file.name}." for name, file in {**REGISTERS, **BY_LANGUAGE}.items()},
    "recognition": "recognition",
    "originals": FOLDER,
}


def at_place(name: str, paths: Iterable[str]) -> Iterator[str]:
    """Those of the paths that a field of Content in PLACES is read from."""
    return (path for path in paths if path.startswith(PLACES[name]))
