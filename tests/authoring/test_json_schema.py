"""The published schemas are schemas, and say something; `test_checks` compares them with checks."""

from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.authoring.agreement import (
    KINDS,
    SEEN_BY_THE_SCHEMA,
    SEEN_IN_PART,
    data_of,
    refused_in,
    validators,
)
from tests.checkouts import SAMPLE
from tests.content_case import CASES, change, lay_base
from tests.validation.again import Laid, problems_in
from toolkit.authoring.json_schema import front_matter_schema
from toolkit.content.reader import Content, read_content
from toolkit.content.schema import Kind
from toolkit.content.tables import fields_of
from toolkit.validation.checks import CHECKS
from toolkit.validation.runner import checks_for_errors

pytestmark = pytest.mark.usefixtures("files_read_once")


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


@pytest.mark.parametrize("name", sorted(SEEN_BY_THE_SCHEMA | SEEN_IN_PART))
def test_the_schema_sees_a_fault_of_the_check(name: str, laid: Laid) -> None:
    """At least in one of its cases; `test_checks` compares them on all."""
    seen = 0
    for case in sorted((CASES / "checks" / name).glob("bad-*.txt")):
        docs = laid.docs()
        change(case, docs.parent)
        content = read_content(docs)
        failed = {
            one.finding.location.source.path
            for one in problems_in(content, checks_for_errors())
            if one.id == name
        }
        seen += any(path in failed and errors for path, errors in refused_in(docs, content))
    assert seen


def test_the_lists_above_name_checks() -> None:
    assert {check.id for check in CHECKS} >= SEEN_BY_THE_SCHEMA | SEEN_IN_PART
    assert not SEEN_BY_THE_SCHEMA & SEEN_IN_PART
