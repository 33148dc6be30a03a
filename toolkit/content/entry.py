"""An entry as typed data, for every step after checking."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from toolkit.content.document import Document
from toolkit.content.entry_schema import FIELDS
from toolkit.content.provisions import Provision, parse_provision
from toolkit.content.records import Helpline, Source, Verified, Withdrawn, WorkFile
from toolkit.content.schema import Field, Form, Kind, Number
from toolkit.content.values import Mapping, Scalar, Sequence, Value, text_of
from toolkit.source import SourceFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A practice or a resource. Missing texts are empty, missing numbers and records None.

    `path` is the address without `.html`, `pillar` the home pillar. The fields that the program
    knows by name are attributes: the field of that name in the table, as read by `read_values`.
    `others` holds the rest of the table. `identifiers` keeps the order of the file;
    `distinct_from` pairs ids with reasons.
    """

    id: str
    kind: Kind
    pillar: str
    path: str
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
    url_kind: str
    files: tuple[WorkFile, ...]
    described_at: str
    identifiers: tuple[tuple[str, str], ...]
    helplines: tuple[Helpline, ...]
    provisions: tuple[Provision, ...]
    access: str
    aliases: tuple[str, ...]
    supersedes: tuple[str, ...]
    related: tuple[str, ...]
    sources: tuple[Source, ...]
    added: str
    unverified: tuple[str, ...]
    verified: Verified | None
    review_by: str
    distinct_from: tuple[tuple[str, str], ...]
    withdrawn: Withdrawn | None
    others: tuple[tuple[str, object], ...]
    body_source: SourceFile
    body_start: int | None

    @property
    def body(self) -> str:
        """What follows the front matter."""
        return self.body_source.rest(self.body_start)

    def value(self, name: str) -> object:
        """The value of any field of the table."""
        return getattr(self, name) if name in _BY_NAME else dict(self.others)[name]

    @property
    def began(self) -> int | None:
        """The year in which a resource was published or a practice began."""
        return self.year if self.kind is Kind.RESOURCE else self.since

    @property
    def ways(self) -> tuple[str, ...]:
        """Where a reader can have the work now: its files, or its publisher's page about it."""
        if self.kind is not Kind.RESOURCE or self.access == "restricted":
            return ()
        page = (self.url,) if self.url and self.url_kind in ("", "page", "file") else ()
        return (*(file.url for file in self.files), *page)


# The fields that are attributes of an entry.
_BY_NAME = {row.name for row in FIELDS} & {attribute.name for attribute in fields(Entry)}


def to_entry(document: Document) -> Entry:
    """Turn a document without errors into an entry; if it has errors, the values are undefined.

    Each document has one entry, shared by the sites in all languages.
    """
    # Cached as by a cached property of the document, which knows nothing about entries.
    kept = vars(document)
    if "_entry" not in kept:
        values = read_values(document, FIELDS)
        kept["_entry"] = Entry(
            id=document.id,
            kind=document.kind,
            pillar=document.pillar,
            path=document.path,
            body_source=document.body_source,
            body_start=document.body_start,
            others=tuple(pair for pair in values.items() if pair[0] not in _BY_NAME),
            **{name: values[name] for name in _BY_NAME},  # type: ignore[arg-type]
        )
    entry: Entry = kept["_entry"]
    return entry


def read_values(document: Document, rows: Iterable[Field]) -> dict[str, object]:
    """A document's values as typed by the rows of a table, by field name.

    A year is a number, a provision a Provision, a group the record of its row or pairs, and
    everything else a text; several values are a tuple, and a keyed field is pairs.
    """
    given = {key.text: value for key, value in document.pairs if not value.is_empty}
    return {row.name: _read(row, given.get(row.name)) for row in rows}


def _read(field: Field, value: Value | None) -> object:
    if field.number is Number.KEYED:
        return read_pairs(value)
    if field.number is Number.ONE:
        return _one(field, value)
    items = value.items if isinstance(value, Sequence) else (value,) if value else ()
    return tuple(_one(field, item) for item in items if not item.is_empty)


def _one(field: Field, value: Value | None) -> object:
    if field.form is Form.GROUP:
        if field.record is None:
            return read_pairs(value)
        return field.record(**dict(read_pairs(value))) if value is not None else None
    text = text_of(value)
    if field.form is Form.YEAR:
        return int(text) if text else None
    if field.form is Form.PROVISION:
        return parse_provision(text)
    return " ".join(text.split()) if field.form is Form.TEXT else text


def read_pairs(value: Value | None) -> tuple[tuple[str, str], ...]:
    """Names and texts, in file order; a part with several texts occurs several times."""
    return tuple(
        (key.text, " ".join(item.text.split()))
        for key, part in (value.pairs if isinstance(value, Mapping) else ())
        for item in (part.items if isinstance(part, Sequence) else (part,))
        if isinstance(item, Scalar) and not item.is_empty
    )
