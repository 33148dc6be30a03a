"""The published schemas and the checks agree, in both directions.

What the checks accept, the schema accepts: tested on the sample and on all good cases. What the
schema refuses, the checks refuse: tested on all cases. What the checks refuse, the schema refuses:
tested on all bad cases of the checks that a schema can express; the others are named here.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.checkouts import SAMPLE
from tests.content_case import CASES, change, lay_base
from tests.validation.again import Laid, problems_in
from toolkit.authoring.json_schema import front_matter_schema
from toolkit.content.document import Document
from toolkit.content.reader import Content, read_content
from toolkit.content.schema import Kind
from toolkit.content.tables import fields_of
from toolkit.content.values import Mapping, Scalar, Value
from toolkit.content.values import Sequence as Items
from toolkit.validation.checks import CHECKS
from toolkit.validation.runner import checks_for_errors

pytestmark = pytest.mark.usefixtures("files_read_once")

KINDS = (Kind.PRACTICE, Kind.RESOURCE)
FOLDERS = sorted((CASES / "checks").iterdir())

# Checks whose faults a schema sees. Others look at the body, at other files, at the form of the
# YAML, or at what no pattern can express (check digits, the calendar, the hosts of addresses).
SEEN_BY_THE_SCHEMA = {
    "broader-term",
    "dangling-field",
    "empty-value",
    "incomplete-withdrawal",
    "missing-field",
    "repeated-value",
    "too-long",
    "unknown-choice",
    "unknown-country",
    "unknown-field",
    "unknown-organisation",
    "unknown-provision",
    "unknown-term",
    "unknown-unverified-field",
    "unsourced-evidence",
    "wrong-type",
}
# The schema sees some of their faults, but not all.
SEEN_IN_PART = {
    "level-mismatch",
    "invalid-address",
    "invalid-alias",
    "invalid-date",
    "invalid-identifier",
    "invalid-language",
    "invalid-year",
}


def data_of(value: Value) -> Any:
    """A value as an editor's YAML 1.2 parser reads it."""
    if isinstance(value, Mapping):
        return {key.text: data_of(item) for key, item in value.pairs}
    if isinstance(value, Items):
        return [data_of(item) for item in value.items]
    return scalar(value)


def scalar(value: Scalar) -> Any:
    if value.plain and value.is_empty:
        return None
    if value.plain and re.fullmatch(r"-?[0-9]+", value.text):
        return int(value.text)
    if value.plain and re.fullmatch(r"-?[0-9]+\.[0-9]+", value.text):
        return float(value.text)
    return value.text == "true" if value.plain and value.text in ("true", "false") else value.text


_REFUSED: dict[tuple[int, str], list[str]] = {}


def refused(document: Document, validator: Draft202012Validator) -> list[str]:
    """What a cached validator refuses in an entry; most cases change one of their entries."""
    key = (id(validator), document.source.text)
    if key not in _REFUSED:
        assert document.front is not None
        errors = validator.iter_errors(data_of(document.front))
        _REFUSED[key] = [f"{error.json_path}: {error.message}" for error in errors]
    return _REFUSED[key]


Validators = dict[Kind, Draft202012Validator]
_MADE: dict[frozenset[tuple[str, bytes]], Validators] = {}


def validators(docs: Path, content: Content) -> Validators:
    """A content's validators by kind; made once for the same lists, which few cases change."""
    lists = frozenset(
        (path.name, path.read_bytes())
        for folder in ("vocabularies", "registers")
        for path in (docs / folder).rglob("*")
        if path.is_file()
    )
    if lists not in _MADE:
        _MADE[lists] = {
            kind: Draft202012Validator(front_matter_schema(kind, content)) for kind in KINDS
        }
    return _MADE[lists]


def read_case(
    case: Path, laid: Laid
) -> Iterator[tuple[Document, list[str], Callable[[], set[str]]]]:
    """Each readable entry with the schema's errors, and a function that names its failed checks."""
    docs = laid.docs()
    change(case, docs.parent)
    content = read_content(docs)
    if any(file.faults for file in content.lists):
        return
    made = validators(docs, content)
    problems = cache(lambda: problems_in(content, checks_for_errors()))

    def failed(path: str) -> set[str]:
        return {one.id for one in problems() if one.finding.location.source.path == path}

    for entry in content.entries:
        if entry.front is not None and not {fault.check for fault in entry.faults} & {
            "duplicate-key",
            "invalid-yaml",
            "refused-yaml",
        }:
            errors = refused(entry, made[entry.kind])
            yield entry, errors, partial(failed, entry.source.path)


@cache
def sample() -> Content:
    return read_content(SAMPLE)


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_a_schema(kind: Kind) -> None:
    schema = front_matter_schema(kind, sample())
    Draft202012Validator.check_schema(schema)
    assert list(schema["properties"]) == list(fields_of(kind))
    for name, part in schema["properties"].items():
        assert part["description"], name


@pytest.mark.parametrize("kind", KINDS)
def test_every_listed_value_has_a_description(kind: Kind) -> None:
    def look(part: Any) -> None:
        if isinstance(part, dict):
            if "enum" in part:
                assert len(part["enum"]) == len(part["enumDescriptions"]) > 0
                assert all(part["enumDescriptions"])
            for below in part.values():
                look(below)
        elif isinstance(part, list):
            for below in part:
                look(below)

    look(front_matter_schema(kind, sample()))


def test_all_entries_of_the_sample_fit() -> None:
    made = validators(SAMPLE, sample())
    for entry in sample().entries:
        assert entry.front is not None
        errors = made[entry.kind].iter_errors(data_of(entry.front))
        assert [error.message for error in errors] == [], entry.source.path


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    return Laid(lay_base(tmp_path_factory.mktemp("base")).parent)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_schema_takes_and_refuses_what_the_checks_do(folder: Path, laid: Laid) -> None:
    name, seen = folder.name, 0
    expected = name in SEEN_BY_THE_SCHEMA | SEEN_IN_PART
    for case in sorted(folder.glob("*.txt")):
        for entry, errors, failed in read_case(case, laid):
            place = f"{case.name}: {entry.source.path}"
            if not errors and not expected:
                continue  # whatever the checks find
            ids = failed()
            if not ids:
                assert errors == [], place
            elif name in ids and expected:
                seen += bool(errors)
                assert errors or name in SEEN_IN_PART, place
    assert seen or not expected


def test_the_lists_above_name_checks() -> None:
    assert {check.id for check in CHECKS} >= SEEN_BY_THE_SCHEMA | SEEN_IN_PART
    assert not SEEN_BY_THE_SCHEMA & SEEN_IN_PART
