"""What a work is in the words of other programs: the one table of types, with a reason for each.

A type that is not here is a work of no kind in particular, which every format knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Types:
    """A type as each format calls it.

    `bibtex` is a type of classic BibTeX, `csl` of CSL 1.0.2, `ris` of RIS, `schema` of schema.org,
    `zotero` of Zotero (which readers of Dublin Core's `type` take), `dcmi` of the DCMI Type
    Vocabulary, as DCAT and OAI use it. `why` says why these.
    """

    bibtex: str
    csl: str
    ris: str
    schema: str
    zotero: str
    dcmi: str
    why: str


_REPORT: Final = ("techreport", "report", "RPRT", "Report", "report", "Text")
_BOOK: Final = ("book", "book", "BOOK", "Book", "book", "Text")

UNKNOWN: Final = Types(
    *("misc", "document", "GEN", "CreativeWork", "document", "Text"),
    why="Nothing is known of it but that it is a work.",
)

# A practice is no work that anybody published: what can be cited is the page about it.
PRACTICE: Final = Types(
    *("misc", "webpage", "ELEC", "WebPage", "webpage", "Text"),
    why="What is cited is the toolkit's page about what was done.",
)

# By the ids of docs/vocabularies/resource-types.yml.
RESOURCES: Final[dict[str, Types]] = {
    "guide": Types(*_REPORT, why="Bodies issue guidance as reports, often without an ISBN."),
    "handbook": Types(*_BOOK, why="A manual is bound, catalogued and cited as a book."),
    "toolkit": Types(*_BOOK, why="A collection of tools is published as one volume."),
    "training": Types(
        *("misc", "document", "GEN", "LearningResource", "document", "Text"),
        why="Manuals, slides and courses alike: only schema.org has a type for all.",
    ),
    "report": Types(*_REPORT, why="It is one."),
    "issue-paper": Types(*_REPORT, why="A short report in a series of the body that issues it."),
    "policy-brief": Types(*_REPORT, why="A short report in a series of the body that issues it."),
    "legal-instrument": Types(
        *("misc", "legislation", "STAT", "Legislation", "statute", "Text"),
        why="Law in force, cited by its name and its number; BibTeX has no type for it.",
    ),
    "model-law": Types(*_REPORT, why="A proposal by a body: it is no law anywhere."),
    "strategy": Types(*_REPORT, why="A plan that a body issues under its own name."),
    "checklist": Types(
        *("misc", "pamphlet", "PAMP", "CreativeWork", "document", "Text"),
        why="A few pages to be used at work.",
    ),
    "database": Types(
        *("misc", "dataset", "DBASE", "Dataset", "webpage", "Dataset"),
        why="Data that can be queried. Older versions of Zotero know no data sets.",
    ),
    "portal": Types(
        *("misc", "webpage", "ELEC", "WebSite", "webpage", "InteractiveResource"),
        why="A place on the web, and not one document.",
    ),
    "statement": Types(
        *("misc", "document", "GEN", "CreativeWork", "document", "Text"),
        why="A declaration or resolution; no format has a type for all of them.",
    ),
}


def types_of(type_: str) -> Types:
    """What a type of resources is elsewhere; empty for a practice."""
    return RESOURCES.get(type_, UNKNOWN) if type_ else PRACTICE
