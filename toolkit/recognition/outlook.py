"""What is open: what awaits an organization, what lapsed, what closes soon."""

from __future__ import annotations

from calendar import monthrange

from toolkit.recognition.status import State, Status

_UNDER_WAY = (State.CIRCULATING, State.CHANGED, State.PARTLY, State.OBJECTED)


def awaits(status: Status, organisation: str) -> bool:
    """Whether a text waits for a member: others have spoken, or it circulates, and it has not."""
    return (
        status.state in _UNDER_WAY
        and organisation in status.missing
        and organisation not in {act.organisation for act in status.objections}
    )


def lapsed(status: Status, organisation: str = "") -> bool:
    """Whether a recognition, or that of one organization, is about a text that was replaced."""
    bodies = {act.organisation for act in status.former}
    if organisation:
        return organisation in bodies
    return bool(bodies or status.formerly_silent)


def closes_this_month(status: Status) -> bool:
    """Whether a circulation that runs closes in the month of the as-of date."""
    circulation, day = status.circulation, status.as_of
    if circulation is None or circulation.closes < day:
        return False
    end = day.replace(day=monthrange(day.year, day.month)[1])
    return circulation.closes <= end


def recognized_by(status: Status, organisation: str) -> bool:
    """Whether an organization recognizes the present text."""
    return organisation in {act.organisation for act in status.by}


def objected_by(status: Status, organisation: str) -> bool:
    """Whether an organization objects to the present text."""
    objections = (*status.objections, *status.late_objections)
    return organisation in {act.organisation for act in objections}
