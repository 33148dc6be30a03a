"""OAI-PMH 2.0 as static files: every answer that a harvester may get, made in advance.

A server maps each request to its file by the rules in `oai_rules`. These try the most specific file
first, then those above it, so a folder's file is the answer for everything not in it: an error.
Lists are split as described in `oai_parts`. A token names the record that a part begins with.
Records that change in the meantime move to the end, where a harvest in progress will meet them; if
the named record does, the token is gone, and the harvester has to start again.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from toolkit.exports import dublin_core, mods
from toolkit.exports.datestamps import FOLDER, RECORDS, Stamp, stamps_json, stamps_of
from toolkit.exports.oai_parts import froms_of, starts_of
from toolkit.exports.oai_rules import rules
from toolkit.exports.record import Maker, plain

# The formats by prefix: writer, schema and namespace.
_FORMATS = {
    dublin_core.NAME: (dublin_core.one, dublin_core.SCHEMA, dublin_core.NAMESPACE),
    "mods": (
        mods.alone,
        "http://www.loc.gov/standards/mods/v3/mods-3-8.xsd",
        "http://www.loc.gov/mods/v3",
    ),
}
PREFIXES = tuple(_FORMATS)
_NAMESPACE = "http://www.openarchives.org/OAI/2.0/"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<OAI-PMH xmlns="{_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{_NAMESPACE} {_NAMESPACE}OAI-PMH.xsd">\n'
)
_BAD_ARGUMENT = "An argument is missing, unknown or badly formed."


@dataclass(frozen=True, slots=True)
class _Record:
    """The record of an entry, with its `metadata` by prefix, empty if it was removed."""

    id: str
    identifier: str
    on: date
    metadata: Mapping[str, str]

    @property
    def header(self) -> str:
        status = "" if self.metadata else ' status="deleted"'
        return (
            f"<header{status}><identifier>{self.identifier}</identifier>"
            f"<datestamp>{self.on.isoformat()}</datestamp></header>"
        )

    def whole(self, prefix: str) -> str:
        inside = self.metadata.get(prefix)
        about = f"<metadata>{inside}</metadata>" if inside else ""
        return f"<record>{self.header}{about}</record>\n"


def oai_files(maker: Maker, before: Mapping[str, Stamp]) -> dict[str, bytes]:
    """All answers by path on the site, with the rules and the list of records.

    `maker` has an `oai_url`; `before` are the stamps of the site as last published.
    """
    texts = {
        id_: {prefix: form[0](work) for prefix, form in _FORMATS.items()}
        for id_, work in maker.works.items()
    }
    sums = {
        id_: hashlib.sha256("\n".join(made.values()).encode()).hexdigest()
        for id_, made in texts.items()
    }
    stamps = stamps_of(sums, before, maker.catalogue.as_of)
    host = urlsplit(maker.site_url).hostname or ""
    records = sorted(
        (
            _Record(id_, f"oai:{host}:{id_}", stamp.on, texts.get(id_, {}))
            for id_, stamp in stamps.items()
        ),
        key=lambda one: (one.on, one.id),
    )
    files = {f"{name}.xml": text.encode() for name, text in _Answers(maker, records).all()}
    files |= {**rules(maker.site_url), RECORDS: stamps_json(stamps)}
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


@dataclass(frozen=True, slots=True)
class _Answers:
    """Writes the answers about `records`, which are sorted by day."""

    maker: Maker
    records: Sequence[_Record]

    def all(self) -> Iterator[tuple[str, str]]:
        """Their names and texts."""
        yield "badVerb", self._error("badVerb", "There is no such verb.")
        yield "badArgument", self._error("badArgument", _BAD_ARGUMENT)
        yield "Identify", self._answer("Identify", self._identity())
        yield "ListMetadataFormats", self._answer("ListMetadataFormats", _formats())
        yield "ListSets", self._no_sets("ListSets")
        for verb in ("GetRecord", "ListIdentifiers", "ListRecords"):
            yield f"{verb}/bad", self._error("badArgument", _BAD_ARGUMENT)
            said = f"There are {' and '.join(_FORMATS)}: see ListMetadataFormats."
            yield verb, self._error("cannotDisseminateFormat", said, verb=verb)
        for prefix in _FORMATS:
            yield from self._single(prefix)
            yield from self._lists("ListRecords", prefix)
            yield from self._lists("ListIdentifiers", prefix)
        for verb in ("ListIdentifiers", "ListRecords"):
            yield f"{verb}/set", self._no_sets(verb)
            said = "There is no such token, or it has expired: begin the list again."
            yield f"{verb}/token", self._error("badResumptionToken", said, verb=verb)

    def _single(self, prefix: str) -> Iterator[tuple[str, str]]:
        asked = {"verb": "GetRecord", "metadataPrefix": prefix}
        yield f"GetRecord/{prefix}", self._error("badArgument", _BAD_ARGUMENT)
        said = "There is no such record."
        yield f"GetRecord/{prefix}/id", self._error("idDoesNotExist", said, **asked)
        for one in self.records:
            said = self._answer("GetRecord", one.whole(prefix), **asked, identifier=one.identifier)
            yield f"GetRecord/{prefix}/id/{one.id}", said

    def _lists(self, verb: str, prefix: str) -> Iterator[tuple[str, str]]:
        asked = {"verb": verb, "metadataPrefix": prefix}
        said = "Nothing was added, changed or removed since."
        yield f"{verb}/{prefix}/from", self._error("noRecordsMatch", said, **asked)
        if not self.records:
            yield f"{verb}/{prefix}", self._error("noRecordsMatch", said, **asked)
            return
        texts = [
            one.whole(prefix) if verb == "ListRecords" else f"{one.header}\n"
            for one in self.records
        ]
        starts = starts_of([one.on for one in self.records])
        after = dict(zip(starts, [*starts[1:], None], strict=True))

        def token_of(first: int) -> str:
            return f"{prefix}-{self.records[first].id}"

        def part(first: int, end: int | None, **asked: str) -> str:
            token = "" if end is None else token_of(end)
            inside = "".join((*texts[first:end], f"<resumptionToken>{token}</resumptionToken>\n"))
            return self._answer(verb, inside, **asked)

        def next_part(first: int, end: int | None) -> tuple[str, str]:
            token = token_of(first)
            return f"{verb}/token/{token}", part(first, end, resumptionToken=token)

        yield f"{verb}/{prefix}", part(0, after[0], **asked)
        for first in starts[1:]:
            yield next_part(first, after[first])
        # The first part of a list from a given day has just one record, since there are many days.
        days = {one.on: at for at, one in reversed([*enumerate(self.records)])}
        for key, day in froms_of(sorted(days)):
            first = days[day]
            second = first + 1 if first + 1 < len(texts) else None
            exact = {"from": key} if len(key) == 10 else {}
            yield f"{verb}/{prefix}/from/{key}", part(first, second, **asked, **exact)
        for first in days.values():
            second = first + 1
            if second < len(texts) and second not in after:
                yield next_part(second, after[first])

    def _identity(self) -> str:
        first = self.records[0].on if self.records else self.maker.catalogue.as_of
        name = self.maker.language.text("site.name")
        return (
            f"<repositoryName>{escape(plain(name))}</repositoryName>"
            f"<baseURL>{escape(self.maker.oai_url)}</baseURL>"
            "<protocolVersion>2.0</protocolVersion>"
            f"<adminEmail>{escape(self.maker.email)}</adminEmail>"
            f"<earliestDatestamp>{first.isoformat()}</earliestDatestamp>"
            "<deletedRecord>transient</deletedRecord><granularity>YYYY-MM-DD</granularity>"
        )

    def _no_sets(self, verb: str) -> str:
        return self._error("noSetHierarchy", "There are no sets.", verb=verb)

    def _error(self, code: str, said: str, **asked: str) -> str:
        return self._document(asked, f'<error code="{code}">{escape(said)}</error>\n')

    def _answer(self, name: str, inside: str, **asked: str) -> str:
        return self._document({"verb": name, **asked}, f"<{name}>{inside}</{name}>\n")

    def _document(self, asked: Mapping[str, str], inside: str) -> str:
        said = "".join(f" {name}={quoteattr(value)}" for name, value in asked.items())
        day = self.maker.catalogue.as_of.isoformat()
        return (
            f"{_HEAD}<responseDate>{day}T00:00:00Z</responseDate>\n"
            f"<request{said}>{escape(self.maker.oai_url)}</request>\n{inside}</OAI-PMH>\n"
        )


def _formats() -> str:
    return "".join(
        f"<metadataFormat><metadataPrefix>{prefix}</metadataPrefix><schema>{schema}</schema>"
        f"<metadataNamespace>{namespace}</metadataNamespace></metadataFormat>"
        for prefix, (_, schema, namespace) in _FORMATS.items()
    )
