"""What a type of work is called in other formats: the one table of types, with a reason for each.

A type that isn't here is treated as a work of no particular kind, which every format has.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Types:
    """What each format calls a type.

    `bibtex` is a type of classic BibTeX, `csl` of CSL 1.0.2, `ris` of RIS, `schema` of schema.org,
    `zotero` of Zotero (as understood by programs that read Dublin Core's `type`), `dcmi` of the
    DCMI Type Vocabulary, as used by DCAT and OAI.
    """

    bibtex: str
    csl: str
    ris: str
    schema: str
    zotero: str
    dcmi: str


_REPORT = Types("techreport", "report", "RPRT", "Report", "report", "Text")
_BOOK = Types("book", "book", "BOOK", "Book", "book", "Text")

# All that is known is that it is a work.
UNKNOWN = Types("misc", "document", "GEN", "CreativeWork", "document", "Text")

# A practice isn't a published work: what can be cited is the page about it.
PRACTICE = Types("misc", "webpage", "ELEC", "WebPage", "webpage", "Text")

# By the ids of docs/vocabularies/resource-types.yml.
RESOURCES: dict[str, Types] = {
    # Bodies issue guidance as reports, often without an ISBN.
    "guide": _REPORT,
    # A manual is bound, catalogued and cited as a book.
    "handbook": _BOOK,
    # A collection of tools is published as one volume.
    "toolkit": _BOOK,
    # Manuals, slides and courses alike: only schema.org has a type for all.
    "training": Types("misc", "document", "GEN", "LearningResource", "document", "Text"),
    # It is a report.
    "report": _REPORT,
    # A short report in a series of the body that issues it.
    "issue-paper": _REPORT,
    # A short report in a series of the body that issues it.
    "policy-brief": _REPORT,
    # Law in force, cited by its name and its number; BibTeX has no type for it.
    "legal-instrument": Types("misc", "legislation", "STAT", "Legislation", "statute", "Text"),
    # A proposal by a body, which isn't law anywhere.
    "model-law": _REPORT,
    # A plan that a body issues under its own name.
    "strategy": _REPORT,
    # A few pages to be used at work.
    "checklist": Types("misc", "pamphlet", "PAMP", "CreativeWork", "document", "Text"),
    # Data that can be queried. Older versions of Zotero have no data sets.
    "database": Types("misc", "dataset", "DBASE", "Dataset", "webpage", "Dataset"),
    # A website rather than a single document.
    "portal": Types("misc", "webpage", "ELEC", "WebSite", "webpage", "InteractiveResource"),
    # A declaration or resolution; no format has a type for all of them.
    "statement": Types("misc", "document", "GEN", "CreativeWork", "document", "Text"),
}


def types_of(type_: str) -> Types:
    """The types that correspond to a type of resource; `type_` is empty for a practice."""
    return RESOURCES.get(type_, UNKNOWN) if type_ else PRACTICE
