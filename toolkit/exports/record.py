"""The record of a work, from which every format is made: what, whose, when, in which languages.

A resource is recorded as its publisher's work, under its original title. A practice isn't a
published work, so it is recorded as a page of the toolkit. Both say where they are described: in
the toolkit, since which day, and in which exact text, by its digest. No record says when it was
made, so the same entry has the same record tomorrow.
"""

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.schema import Kind
from toolkit.exports.cells import Cells
from toolkit.exports.events import Event, events_of
from toolkit.exports.types import Types, types_of
from toolkit.languages.language import Language
from toolkit.recognition.present import Made

# The UUID namespace of all identifiers on a site without an address; it must never change.
_NAMESPACE = uuid.UUID("eb53325d-f703-483f-9560-48f9c5c4f4fc")

LICENCE = "https://creativecommons.org/licenses/by/4.0/"

# What can't be in a line of text or in XML: control characters, line ends and non-characters.
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An entry as something to cite.

    `type_name` is empty for a practice. `authors` are bodies with their full names; for a practice,
    the publisher of the toolkit. `bodies` are those behind the entry. `issued` is a year or a day,
    empty if unknown. `url` is where the work is and `pdf` its file; both may be empty. `page` is
    the path of the page without extension, `address` its public address or empty, and `identifier`
    that address or a URN. `day` is the date of the entry's last recorded event, and `description`
    says in words where it is described, since that day and in which exact text.
    """

    id: str
    types: Types
    type_name: str
    title: str
    summary: str
    authors: tuple[str, ...]
    bodies: tuple[str, ...]
    issued: str
    languages: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...]
    url: str
    pdf: str
    page: str
    address: str
    identifier: str
    keywords: tuple[str, ...]
    toolkit: str
    day: date | None
    digest: str
    description: str
    entry: Entry
    names: Cells

    @property
    def is_practice(self) -> bool:
        """Whether it is a practice, recorded as a page of the toolkit."""
        return self.entry.kind is Kind.PRACTICE

    @property
    def found_at(self) -> str:
        """An address to print: of what is described, or of a page about it; empty if none."""
        entry = self.entry
        return next(filter(None, (entry.url, self.url, entry.described_at)), "")

    @property
    def year(self) -> str:
        """The year of issue, or empty."""
        return self.issued[:4]

    @property
    def cells(self) -> tuple[str, ...]:
        """The value of each field of the entry, in words."""
        return self.names.row(self.entry)

    def numbers(self, *names: str) -> tuple[str, ...]:
        """The identifiers with these names."""
        return tuple(text for name, text in self.identifiers if name in names)


@dataclass(frozen=True)
class Maker:
    """Makes the records of a catalogue; `site_url` is the site's address, or empty.

    `email` is its administrators' address, or empty. `titles` are original titles by path, if the
    catalogue has translated ones.
    """

    catalogue: Catalogue
    language: Language
    site_url: str = ""
    publisher: str = ""
    email: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def works(self) -> Mapping[str, Work]:
        """The records of all entries by id, in the order of the ids, each kept once made."""
        return Made(self._entries, lambda id_: self.work(self._entries[id_]))

    @cached_property
    def events(self) -> Mapping[str, Sequence[Event]]:
        """What is known to have happened to each entry, by id, newest last."""
        return Made(self._entries, lambda id_: events_of(self._entries[id_], self.catalogue))

    @property
    def oai_url(self) -> str:
        """The address for OAI-PMH harvesters.

        Empty without a public address or an email address: the protocol requires both.
        """
        return f"{self.site_url}oai" if self.site_url and self.email else ""

    def identifier(self, path: str) -> str:
        """The identifier of the entry at a path of the site."""
        return self._address(path) or urn("entry", path.rpartition("/")[2])

    def _address(self, path: str) -> str:
        return f"{self.site_url}{path}.html" if self.site_url else ""

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        return {one.id: one for one in sorted(self.catalogue.entries, key=lambda one: one.id)}

    @cached_property
    def _names(self) -> Cells:
        return Cells(self.catalogue, self.language)

    def work(self, entry: Entry) -> Work:
        """The record of an entry, not kept."""
        catalogue, language = self.catalogue, self.language
        named = (catalogue.organisations[id_].name for id_ in entry.organisations)
        bodies = (*named, *entry.partners)
        site = language.text("site.name")
        practice = entry.kind is Kind.PRACTICE
        address = self._address(entry.path)
        files = [file.url for file in entry.files]
        direct = entry.url if entry.url_kind in ("", "page", "file") else ""
        added = catalogue.added(entry)
        digest = catalogue.ledger.now.digests[entry.id]
        day = self.events[entry.id][-1].on if self.events[entry.id] else None
        return Work(
            id=entry.id,
            types=types_of(entry.type),
            type_name=catalogue.facets["types"].label(entry.type, language) if entry.type else "",
            title=self.titles.get(entry.path) or entry.title,
            summary=entry.summary,
            authors=(self.publisher or site,) if practice else bodies,
            bodies=bodies,
            issued=(added.isoformat() if added else "") if practice else str(entry.year or ""),
            languages=() if practice else entry.languages,
            identifiers=entry.identifiers,
            url=address if practice else direct or next(iter(files), ""),
            pdf=next((url for url in (*files, direct) if url.lower().endswith(".pdf")), ""),
            page=entry.path,
            address=address,
            identifier=self.identifier(entry.path),
            keywords=tuple(catalogue.facets["themes"].label(one, language) for one in entry.themes),
            toolkit=site,
            day=day,
            digest=digest,
            description=self._described(entry, bodies, day, digest),
            entry=entry,
            names=self._names,
        )

    def _described(
        self, entry: Entry, bodies: tuple[str, ...], day: date | None, digest: str
    ) -> str:
        language = self.language
        said = []
        if entry.kind is Kind.PRACTICE:
            said.append(language.text("export.carried-out", bodies=language.joined(bodies)))
        key = "export.described" if day else "export.described-undated"
        said.append(language.text(key, site=language.text("site.name"), date=day, digest=digest))
        if entry.withdrawn:
            said.append(language.text("entry.withdrawn", on=entry.withdrawn.on))
        if entry.id in self.catalogue.superseded_by:
            said.append(language.text("export.superseded"))
        if {"year", "title", "organisations", "partners"} & {*entry.unverified}:
            said.append(language.text("export.unchecked"))
        return language.prose(said)


def urn(*names: str) -> str:
    """The identifier of something on a site without an address: the same in every copy."""
    return uuid.uuid5(_NAMESPACE, "/".join(names)).urn


def plain(text: str) -> str:
    """A text on one line, safe for XML."""
    if text.isprintable() and "  " not in text:
        return text.strip()  # a fast path for nearly all texts: a tenth of the time
    return " ".join(_NO_TEXT.sub(" ", text).split())
