"""Entries without related ones show those that have the most in common with them."""

from pathlib import Path
from typing import Any

import pytest

from tests.pages.small import add_fields, catalogue_of, pages_of

GUIDE, MANUAL = "prevention/resources/guide", "prevention/resources/manual"
SHELTER = "protection/practices/shelter"


@pytest.fixture(autouse=True)
def _article_in_common(docs: Path) -> None:
    for path in (GUIDE, MANUAL):
        add_fields(docs, path, "provisions: ['tip-protocol:6']")


def shown(docs: Path, path: str) -> list[str]:
    page: Any = pages_of(catalogue_of(docs))[path]
    return [item.id for item in page.relations.similar]


def test_a_theme_with_an_audience_and_an_article_make_entries_alike(docs: Path) -> None:
    assert shown(docs, GUIDE) == ["manual"]
    assert shown(docs, MANUAL) == ["guide"]
    assert shown(docs, SHELTER) == []


def test_named_entries_take_the_place_of_found_ones(docs: Path) -> None:
    add_fields(docs, GUIDE, "related: [shelter]")
    assert shown(docs, GUIDE) == []
    assert shown(docs, MANUAL) == ["guide"]


def test_withdrawn_entries_are_not_offered(docs: Path) -> None:
    add_fields(docs, MANUAL, "status: withdrawn\nwithdrawn: {on: 2026-01-01, reason: Out of date.}")
    assert shown(docs, GUIDE) == []


def test_what_an_entry_replaces_is_not_found_again(docs: Path) -> None:
    add_fields(docs, GUIDE, "supersedes: [manual]")
    assert shown(docs, GUIDE) == shown(docs, MANUAL) == []
