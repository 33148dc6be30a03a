"""Where the published schemas and the checks differ.

What the checks accept, the schema accepts. What the schema refuses, the checks refuse. What the
checks refuse, the schema refuses, for the checks that a schema can express, which are named here.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from toolkit.authoring.json_schema import front_matter_schema
from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.schema import Kind
from toolkit.content.values import Mapping, Scalar, Value
from toolkit.content.values import Sequence as Items
from toolkit.problems import Problem, Severity

KINDS = (Kind.PRACTICE, Kind.RESOURCE)

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


def differences(docs: Path, content: Content, problems: Iterable[Problem], name: str) -> list[str]:
    """The entries that only one of them refuses, in a case of the check `name`."""
    errors = [one for one in problems if one.severity is Severity.ERROR]
    found = []
    for path, refused in refused_in(docs, content):
        ids = {one.id for one in errors if one.finding.location.source.path == path}
        if refused and not ids:
            found.append(f"only the schema refuses {path}: {refused}")
        if not refused and name in ids & SEEN_BY_THE_SCHEMA:
            found.append(f"only the checks refuse {path}: {ids}")
    return found


def refused_in(docs: Path, content: Content) -> Iterator[tuple[str, list[str]]]:
    """Each readable entry's path, and what the schema refuses in it; none if a list is faulty."""
    if any(file.faults for file in content.lists):
        return
    made = validators(docs, content)
    for entry in content.entries:
        if entry.front is not None and not {fault.check for fault in entry.faults} & {
            "duplicate-key",
            "invalid-yaml",
            "refused-yaml",
        }:
            yield entry.source.path, refused(entry, made[entry.kind])


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
