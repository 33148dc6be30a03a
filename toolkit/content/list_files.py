"""Which files the vocabularies, registers and kept texts of a content folder are."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from toolkit.content.coverage import COVERAGE_HISTORY, NOT_APPLICABLE
from toolkit.content.editions import EDITIONS
from toolkit.content.link_states import LINK_STATES
from toolkit.content.opportunities import ANSWER_FILE
from toolkit.content.originals import FOLDER
from toolkit.content.recognition_fields import (
    CIRCULATION,
    EARLIER_RULES,
    EDITORIAL_LINK,
    POLICY,
    STATEMENTS,
)
from toolkit.content.registers import (
    EQUIVALENTS,
    INSTRUMENTS,
    LIBRARIES,
    ORGANISATIONS,
    QUESTIONS,
    TERMINOLOGY,
    RegisterFile,
)
from toolkit.content.schema import Form
from toolkit.content.tables import forms_in, vocabulary_names
from toolkit.content.vocabularies import FIELDS as OF_TERMS

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
# Those of the fields that hold lists.
LISTS = tuple(name for name in PLACES if name != "originals")

_OF_RECOGNITION = (POLICY, EARLIER_RULES, CIRCULATION, EDITORIAL_LINK, *STATEMENTS.values())
_FIELDS = {
    "vocabularies": OF_TERMS,
    **{name: file.fields for name, file in {**REGISTERS, **BY_LANGUAGE}.items()},
    "recognition": tuple(field for table in _OF_RECOGNITION for field in table.values()),
}


def at_place(name: str, paths: Iterable[str]) -> Iterator[str]:
    """Those of the paths that a field of Content in PLACES is read from."""
    return (path for path in paths if path.startswith(PLACES[name]))


def list_files(paths: Collection[str]) -> list[str]:
    """The paths of all lists: those that are read if they are among `paths`, and all others."""
    by_language = (f"registers/{name}.yml" for file in BY_LANGUAGE.values() for name in file.names)
    return [
        *(f"{PLACES['vocabularies']}/{name}.yml" for name in vocabulary_names()),
        *(f"registers/{file.name}.yml" for file in REGISTERS.values()),
        *(path for path in by_language if path in paths),
        *at_place("recognition", paths),
    ]


@cache
def lists_with(form: Form) -> tuple[str, ...]:
    """The names of those LISTS that can have texts of this form; all can have plain texts."""
    return tuple(name for name in LISTS if form is Form.TEXT or form in forms_in(_FIELDS[name]))
