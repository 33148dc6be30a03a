"""Statuses as plain data, for JSON and tables: every state with all that it is based on."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date

from toolkit.content.registers import Organisation
from toolkit.csv_text import csv_text
from toolkit.languages.language import Language
from toolkit.recognition.acts import Act, Circulation, EditorialLink
from toolkit.recognition.ledger import Ledger
from toolkit.recognition.status import Status
from toolkit.recognition.words import in_words
from toolkit.source import Location

VERSION = 1
Json = dict[str, object]
_COLUMNS = (
    *("entry", "state", "since", "recognized", "members", "by", "missing", "objections"),
    *("closes", "digest"),
)
_NAMES = {"source": "from", "target": "to"}


def basis(ledger: Ledger, day: date) -> Json:
    """The policy and the members on which a day's statuses are based."""
    return {
        "version": VERSION,
        "as_of": day.isoformat(),
        "procedure": ledger.policy.on(day).procedure,
        "membership_complete": ledger.policy.complete,
        "members": sorted(ledger.members.on(day)),
    }


def each(ledger: Ledger, statuses: Iterable[Status], language: Language) -> Iterator[Json]:
    """The statuses, each as plain data."""
    organisations = ledger.content.organisations.items
    return (_status(status, organisations, language) for status in statuses)


def as_json(ledger: Ledger, statuses: Iterable[Status], day: date, language: Language) -> str:
    """All statuses on a day, with their basis, as JSON text."""
    data = {**basis(ledger, day), "entries": [*each(ledger, statuses, language)]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_csv(statuses: Iterable[Status]) -> str:
    """A table with a line for each entry; the items of lists are separated by spaces."""
    return csv_text((_COLUMNS, *map(_row, statuses)), "\n")


def _row(status: Status) -> tuple[object, ...]:
    circulation = status.circulation
    return (
        status.entry,
        status.state,
        status.since or "",
        len(status.members) if status.silent else len(status.by),
        len(status.members),
        " ".join(act.organisation for act in status.by),
        " ".join(status.missing),
        " ".join(act.organisation for act in status.objections),
        circulation.closes if circulation is not None else "",
        status.digest,
    )


def _status(status: Status, organisations: Mapping[str, Organisation], language: Language) -> Json:
    return {
        "entry": status.entry,
        "digest": status.digest or None,
        "state": status.state,
        "recorded": status.recorded,
        "since": _day(status.since),
        "words": in_words(status, organisations, language),
        "recognized_by": [*map(_recorded, status.by)],
        "members": list(status.members),
        "missing": list(status.missing),
        "without_objection": status.silent,
        "objections": [*map(_recorded, status.objections)],
        "late_objections": [*map(_recorded, status.late_objections)],
        "withdrawals": [*map(_recorded, status.withdrawals)],
        "circulation": _recorded(status.circulation) if status.circulation else None,
        "former": [*map(_recorded, status.former)],
        "former_objections": [*map(_recorded, status.former_objections)],
        "formerly_without_objection_since": _day(status.formerly_silent),
        "editorial_links": [*map(_recorded, status.links)],
        "left_out": [*map(_recorded, status.left_out)],
        "faults": [_place(doubt.fault.location) for doubt in status.doubts],
    }


def _recorded(row: Act | Circulation | EditorialLink) -> Json:
    """What a row records, under the names that registers use; its entry is named once for all."""
    values = {_NAMES.get(one.name, one.name): getattr(row, one.name) for one in fields(row)}
    return {
        name: _day(value) if isinstance(value, date) else value
        for name, value in values.items()
        if name not in ("entry", "row")
    }


def _place(location: Location) -> Json:
    return {"path": location.source.path, "line": location.line}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
