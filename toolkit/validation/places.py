"""Which Markdown files lie where they can't: in no folder of entries, or in the other kind's."""

from __future__ import annotations

from functools import cache

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.schema import PILLARS, Kind
from toolkit.content.tables import fields_of

_OTHER_KIND = {Kind.PRACTICE: Kind.RESOURCE, Kind.RESOURCE: Kind.PRACTICE}
_ENOUGH = 2  # facts that only the other kind needs


def is_misplaced(document: Document) -> bool:
    """Whether a file of a pillar's folder is neither an entry nor the pillar's introduction."""
    top, _, rest = document.path.partition("/")
    return top in PILLARS and not document.is_entry and rest not in ("", "index")


def kind_by_facts(document: Document) -> Kind:
    """The kind of an entry by what it says, where it says what the other kind alone must say."""
    other = _OTHER_KIND.get(document.kind)
    strange = any(fault.check == "unknown-field" for fault in document.faults)
    if other is None or document.front is None or not strange:
        return document.kind
    names = {key.text for key, _ in document.front.pairs}
    if len(names & _needed_alone(other)) < _ENOUGH or names & _needed_alone(document.kind):
        return document.kind
    return other


def paths_among_other_kind(content: Content) -> frozenset[str]:
    """The entries in the folder of the other kind: its fields and sections don't fit them."""
    return frozenset(
        entry.source.path for entry in content.entries if kind_by_facts(entry) is not entry.kind
    )


@cache
def _needed_alone(kind: Kind) -> frozenset[str]:
    """The fields that entries of a kind need and those of the other one can't have."""
    needed = {name for name, field in fields_of(kind).items() if kind in field.required}
    return frozenset(needed - fields_of(_OTHER_KIND[kind]).keys())
