"""What is pending: what awaits an organization, what lapsed, what closes soon."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from toolkit.recognition.status import State, Status


@dataclass
class Pending:
    """The ids of the entries that concern one organization.

    Those that are `lapsed` have changed since it recognized them.
    """

    recognized: list[str] = field(default_factory=list)
    awaits: list[str] = field(default_factory=list)
    lapsed: list[str] = field(default_factory=list)
    objected: list[str] = field(default_factory=list)


_UNDER_WAY = (State.CIRCULATING, State.CHANGED, State.PARTLY, State.OBJECTED)


def closes_this_month(status: Status) -> bool:
    """Whether a running circulation closes in the month of the as-of date."""
    if status.circulation is None:
        return False
    day, closes = status.as_of, status.circulation.closes
    return day <= closes and (day.year, day.month) == (closes.year, closes.month)


def all_pending(statuses: Iterable[Status]) -> dict[str, Pending]:
    """What concerns each organization (if anything does), in the order of `statuses`."""
    found: dict[str, Pending] = {}
    for status in statuses:
        for list_, organisations in _concerned(status):
            for organisation in organisations:
                getattr(found.setdefault(organisation, Pending()), list_).append(status.entry)
    return found


def _concerned(status: Status) -> Iterator[tuple[str, Iterable[str]]]:
    objecting = {act.organisation for act in (*status.objections, *status.late_objections)}
    yield "recognized", {act.organisation for act in status.by}
    # Others have made a statement, or the text circulates, and the organization has made none.
    if status.state in _UNDER_WAY:
        against = {act.organisation for act in status.objections}
        yield "awaits", (id_ for id_ in status.missing if id_ not in against)
    yield "lapsed", {act.organisation for act in status.former}
    yield "objected", objecting
