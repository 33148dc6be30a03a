"""The fields of search: what is searched, how much a match counts, and why.

A tier is one set of files. The first one is small and answers the first key; the full one, loaded
after it, holds the bodies section by section. A new field is a row here and, in the first tier, a
reader of its texts in `documents.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class SearchField:
    """A field of one tier. A match counts `weight` times what it counts in running text."""

    name: str
    weight: float
    reason: str


FIRST: Final = (
    SearchField("title", 10, "People type what they remember of a title, or what it would say."),
    SearchField("identifiers", 10, "Whoever types a number of a document means that document."),
    SearchField("organisations", 6, "Practitioners ask for a body's work by its abbreviation."),
    SearchField("topics", 5, "Editors chose these terms: what the entry is about, by any name."),
    SearchField("summary", 4, "Says in short, in our own words, what the entry is good for."),
    SearchField("places", 4, "Countries and regions narrow a question down."),
    SearchField("provisions", 4, "Lawyers ask for what carries out an article."),
    SearchField("form", 3, "Type, year and languages tell works on one topic apart."),
    SearchField("broader", 1, "Groups of terms hold many entries: they find, but hardly rank."),
)

FULL: Final = (
    SearchField("heading", 2, "Names what a section is about; those of practices are all alike."),
    SearchField("text", 1, "Finds what no field names."),
)

TIERS: Final = {"first": FIRST, "full": FULL}

# What has been superseded or withdrawn stays to be found, below what replaced it.
PAST_WEIGHT: Final = 0.6
