"""When an entry was added, changed or withdrawn, as far as recorded.

The dates of its addition and withdrawal are fields of the entry. A change is recorded if the
secretariat states that one text came from another (docs/recognition/editorial.yml).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.recognition.partial_dates import full_date


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """What happened on a day: `added`, `changed` or `withdrawn`, and the reason if one is given.

    `digest` is that of the text resulting from a change.
    """

    on: date
    what: str
    reason: str = ""
    digest: str = ""


def events_of(entry: Entry, catalogue: Catalogue) -> list[Event]:
    """What happened to an entry up to the date of the catalogue, newest last."""
    return sorted(one for one in _events(entry, catalogue) if one.on <= catalogue.as_of)


def _events(entry: Entry, catalogue: Catalogue) -> Iterator[Event]:
    if added := catalogue.added(entry):
        yield Event(added, "added")
    for link in catalogue.ledger.links.get(entry.id, ()):
        yield Event(link.on, "changed", link.reason, link.target)
    withdrawn = full_date(entry.withdrawn.on) if entry.withdrawn else None
    if entry.withdrawn and withdrawn:
        yield Event(withdrawn, "withdrawn", entry.withdrawn.reason)
