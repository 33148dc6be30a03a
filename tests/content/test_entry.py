"""Entries are read through the field table: each attribute is what its row says."""

from typing import get_args, get_origin, get_type_hints

import pytest

from toolkit.content.document import Document
from toolkit.content.entry import Entry, to_entry
from toolkit.content.entry_schema import FIELDS
from toolkit.content.front_matter import read_front_matter
from toolkit.content.records import Verified
from toolkit.content.schema import Kind
from toolkit.source import SourceFile

HINTS = get_type_hints(Entry)


def entry(*lines: str) -> Entry:
    source = SourceFile("docs/a.md", "\n".join(["---", *lines, "---", ""]))
    front = read_front_matter(source).mapping
    assert front is not None
    return to_entry(Document(source, "protection/resources/a", Kind.RESOURCE, "protection", front))


def fits(value: object, hint: object) -> bool:
    """Whether a value has an attribute's declared type."""
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        items = value if isinstance(value, tuple) else (None,)
        types = [inner[0]] * len(items) if inner[-1] is Ellipsis else inner
        return len(items) == len(types) and all(map(fits, items, types))
    types = get_args(hint) or (hint,)
    return any(isinstance(value, one) for one in types if isinstance(one, type))


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_each_field_is_read_as_its_attribute_says(field: object) -> None:
    name, example = field.name, field.example  # type: ignore[attr-defined]
    written, missing = entry(f"{name}: {example}"), entry("other: x")
    assert written.value(name)
    assert not missing.value(name)
    if name in HINTS:
        assert getattr(written, name) == written.value(name)
        for one in (written, missing):
            assert fits(getattr(one, name), HINTS[name]), name
    else:
        assert name in dict(written.others)


def test_an_example_is_read_whole() -> None:
    read = entry(
        "title: >-\n  Of two\n  lines",
        "sources: [{title: 'Study  of 2019', role: evaluation}, {url: 'https://a.org/'}]",
        "identifiers: {isbn: [a, b], symbol: c}",
        "distinct_from: {other: the first}",
        "verified: {by: unodc, on: 2026-11-25}",
        "year: 2019",
    )
    assert read.title == "Of two lines"
    assert [(one.title, one.role) for one in read.sources] == [
        ("Study of 2019", "evaluation"),
        ("", "description"),
    ]
    assert read.identifiers == (("isbn", "a"), ("isbn", "b"), ("symbol", "c"))
    assert read.distinct_from == (("other", "the first"),)
    assert read.verified == Verified("unodc", "2026-11-25")
    assert read.year == read.began == 2019
    assert hash(read)
