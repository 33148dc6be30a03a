"""A rendered body and its sections."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a body under one heading of level 2; `anchor` and `heading` are empty before
    the first one. `text` is plain text.
    """

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Body:
    """Clean HTML of a body, and its text by sections."""

    html: str
    sections: tuple[Section, ...]
