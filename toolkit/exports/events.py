"""When an entry was added, changed or withdrawn, as far as that is recorded.

The day of an addition is a field of the entry, that of a withdrawal too. A change is recorded where
the secretariat says of two texts that one came from the other (docs/recognition/editorial.yml).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.recognition.partial_dates import full_date


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """What happened on a day: `added`, `changed` or `withdrawn`, and the reason where one is given.

    `digest` is that of the text that came of a change.
    """

    on: date
    what: str
    reason: str = ""
    digest: str = ""


def events_of(entry: Entry, catalogue: Catalogue) -> list[Event]:
    """What happened to an entry until the day of the catalogue, the latest last."""
    return sorted(one for one in _events(entry, catalogue) if one.on <= catalogue.as_of)


def _events(entry: Entry, catalogue: Catalogue) -> Iterator[Event]:
    added = catalogue.added(entry)
    if added:
        yield Event(added, "added")
    for link in catalogue.ledger.links.get(entry.id, ()):
        yield Event(link.on, "changed", link.reason, link.target)
    withdrawn = full_date(entry.withdrawn.on) if entry.withdrawn else None
    if entry.withdrawn and withdrawn:
        yield Event(withdrawn, "withdrawn", entry.withdrawn.reason)
