"""Addresses of generated pages, relative to the site and without extension.

They depend only on the table of fields, the vocabularies and the registers, so links to them can be
checked before any page is generated.
"""

from collections.abc import Iterator
from typing import Any

from toolkit.content.coverage_axes import axis_ids
from toolkit.content.coverage_tables import TABLES
from toolkit.content.reader import Content
from toolkit.content.recognition_fields import STATES
from toolkit.content.registers import Register
from toolkit.content.schema import PILLARS, Field, Form
from toolkit.content.tables import facet_fields
from toolkit.content.vocabularies import Vocabulary

SINGLE_PAGES = (
    "search",
    "browse",
    "new",
    "available",
    "downloads",
    "data/index",
    "contribute/checks",
    "coverage/index",
    "opportunities",
    "joint-works",
    "contribute/due",
    "contribute/fields",
    "contribute/write",
    "recognition",
    *(f"recognition/{state}" for state in STATES),
)

# Pages that are there even if nobody has written their text.
WITH_OR_WITHOUT_TEXT = ("index", *(f"{pillar}/index" for pillar in PILLARS))

_WITH_A_LIST = (Form.TERM, Form.ORGANISATION, Form.PROVISION)


def term_ids(content: Content, field: Field) -> Iterator[str]:
    """The ids of all of a facet's terms, in the order of their list; each has a page."""
    listed = list_of(content, field)
    if isinstance(listed, Vocabulary):
        yield from listed.terms
    elif listed is not None:
        yield from listed.items
    elif field.form is Form.CHOICE:
        yield from field.choices
    else:
        used = {text for entry in content.entries for text in entry.texts(field.name)}
        yield from sorted(text.lower() for text in used)


def list_of(content: Content, field: Field) -> Vocabulary | Register[Any] | None:
    """The list of a facet's terms, if it has one."""
    if field.form is Form.TERM:
        return content.vocabularies[field.vocabulary]
    if field.form is Form.ORGANISATION:
        return content.organisations
    return content.instruments if field.form is Form.PROVISION else None


def pages_of_lists(content: Content) -> frozenset[str]:
    """The paths of the pages that are generated for the items of lists, from these alone."""
    paths: set[str] = set()
    for field in facet_fields():
        if field.form in _WITH_A_LIST:
            paths.update(f"{field.facet}/{term}" for term in term_ids(content, field))
    for table, axes in TABLES.items():
        if rows := axis_ids(content, axes[0]):
            paths.add(f"coverage/{table}")
            paths.update(row_path(table, row) for row in rows)
    return frozenset(paths)


def other_pages(content: Content) -> Iterator[str]:
    """The paths of all other generated pages."""
    yield from SINGLE_PAGES
    if content.tasks:
        yield "tasks/index"
    for field in facet_fields():
        yield f"{field.facet}/index"
        if field.form not in _WITH_A_LIST:
            yield from (f"{field.facet}/{term}" for term in term_ids(content, field))
    yield from (text_path(file.name) for file in content.recognition.texts)


def uncertain_paths(content: Content) -> Iterator[str]:
    """How the paths of pages begin that are made from a list with faults, so not all are known."""
    broken = {name for name, vocabulary in content.vocabularies.items() if not vocabulary.sound}
    if not content.organisations.sound:
        broken.add(Form.ORGANISATION)
    if not content.instruments.sound:
        broken.update((Form.PROVISION, "articles"))
    for field in facet_fields():
        if {field.vocabulary, field.form} & broken:
            yield f"{field.facet}/"
    yield from (f"coverage/{table}" for table, axes in TABLES.items() if axes[0] in broken)


def row_path(table: str, row: str) -> str:
    """The path of a coverage row; an article's key has a colon, which no file name may have."""
    return f"coverage/{table}/{row.replace(':', '-')}"


def text_path(digits: str) -> str:
    """The path of a kept text's page, given the digits of its digest."""
    return f"recognition/texts/{digits}"
