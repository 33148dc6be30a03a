"""An entry as typed data, for everything that comes after checking."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.content.document import Document
from toolkit.content.provisions import Provision, parse_provision
from toolkit.content.schema import Kind
from toolkit.content.values import Mapping, Scalar, Sequence, Value


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from; `role` is one of the table's roles."""

    url: str
    title: str
    publisher: str
    role: str


@dataclass(frozen=True, slots=True)
class Helpline:
    """A number of an official body, with the day on which it was seen to be valid."""

    number: str
    country: str
    body: str
    on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A practice or a resource. Texts are empty and numbers None where the file says nothing.

    `path` is the address without `.html`, `pillar` the home pillar. `identifiers` keeps the order
    of the table. `distinct_from` pairs ids with reasons.
    """

    id: str
    kind: Kind
    pillar: str
    path: str
    source_path: str
    title: str
    summary: str
    type: str
    year: int | None
    since: int | None
    until: int | None
    evidence: str
    pillars: tuple[str, ...]
    themes: tuple[str, ...]
    audiences: tuple[str, ...]
    exploitation: tuple[str, ...]
    level: str
    regions: tuple[str, ...]
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    organisations: tuple[str, ...]
    partners: tuple[str, ...]
    url: str
    described_at: str
    identifiers: tuple[tuple[str, str], ...]
    helplines: tuple[Helpline, ...]
    provisions: tuple[Provision, ...]
    access: str
    supersedes: tuple[str, ...]
    related: tuple[str, ...]
    sources: tuple[Source, ...]
    added: str
    unverified: tuple[str, ...]
    verified_by: str
    verified_on: str
    review_by: str
    distinct_from: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    withdrawn_on: str
    withdrawn_reason: str
    body: str
    body_line: int

    @property
    def began(self) -> int | None:
        """The year of publication, or the year in which a practice began."""
        return self.year if self.kind is Kind.RESOURCE else self.since

    @property
    def is_withdrawn(self) -> bool:
        """Whether its publisher or the editors withdrew it."""
        return bool(self.withdrawn_on)


def to_entry(document: Document) -> Entry:
    """Type a document that has no error; the values of one with errors are undefined."""
    verified = _group(document.get("verified"))
    withdrawn = _group(document.get("withdrawn"))
    return Entry(
        id=document.id,
        kind=document.kind,
        pillar=document.pillar,
        path=document.path,
        source_path=document.source.path,
        title=_folded(document.text("title")),
        summary=_folded(document.text("summary")),
        type=document.text("type"),
        year=_year(document.text("year")),
        since=_year(document.text("since")),
        until=_year(document.text("until")),
        evidence=document.text("evidence"),
        pillars=document.texts("pillars"),
        themes=document.texts("themes"),
        audiences=document.texts("audiences"),
        exploitation=document.texts("exploitation"),
        level=document.text("level"),
        regions=document.texts("regions"),
        countries=document.texts("countries"),
        languages=document.texts("languages"),
        organisations=document.texts("organisations"),
        partners=document.texts("partners"),
        url=document.text("url"),
        described_at=document.text("described_at"),
        identifiers=tuple(
            (leaf.field.name, leaf.text) for leaf in document.leaves if leaf.top == "identifiers"
        ),
        helplines=tuple(
            Helpline(row["number"], row["country"], row["body"], row["on"])
            for row in _groups(document.get("helplines"))
        ),
        provisions=tuple(
            provision
            for text in document.texts("provisions")
            if (provision := parse_provision(text)) is not None
        ),
        access=document.text("access"),
        supersedes=document.texts("supersedes"),
        related=document.texts("related"),
        sources=tuple(
            Source(
                row.get("url", ""),
                _folded(row.get("title", "")),
                row.get("publisher", ""),
                row.get("role", "description"),
            )
            for row in _groups(document.get("sources"))
        ),
        added=document.text("added"),
        unverified=document.texts("unverified"),
        verified_by=verified.get("by", ""),
        verified_on=verified.get("on", ""),
        review_by=document.text("review_by"),
        distinct_from=tuple(_group(document.get("distinct_from")).items()),
        aliases=document.texts("aliases"),
        withdrawn_on=withdrawn.get("on", "") if document.text("status") == "withdrawn" else "",
        withdrawn_reason=withdrawn.get("reason", ""),
        body=document.body,
        body_line=document.body_line,
    )


def _folded(text: str) -> str:
    return " ".join(text.split())


def _year(text: str) -> int | None:
    return int(text) if text else None


def _group(value: Value | None) -> dict[str, str]:
    if not isinstance(value, Mapping):
        return {}
    return {
        key.text: item.text
        for key, item in value.pairs
        if isinstance(item, Scalar) and not item.is_empty
    }


def _groups(value: Value | None) -> tuple[dict[str, str], ...]:
    return tuple(_group(item) for item in value.items) if isinstance(value, Sequence) else ()
