"""The status of an entry as of a date, with everything it rests on, as frozen data."""

import enum
from dataclasses import dataclass
from datetime import date

from toolkit.recognition.acts import Act, Circulation, Doubt, EditorialLink


class State(enum.StrEnum):
    """States of recognition, in the order in which the first that applies holds.

    UNDETERMINED, where a register has a fault, stands before all that rest on registers.
    """

    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    JOINT = "joint"
    UNDETERMINED = "undetermined"
    OBJECTED = "objected"
    RECOGNIZED = "recognized"
    CIRCULATING = "circulating"
    CHANGED = "changed"
    PARTLY = "partly"
    PROPOSED = "proposed"


# States that entries have without anybody having spoken of them.
QUIET = frozenset({State.PROPOSED, State.JOINT, State.SUPERSEDED, State.WITHDRAWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What is known of the recognition of one entry as of a day.

    `digest` is that of the present text, empty where no register speaks of the entry.
    `state` is what readers are told; `recorded` is what the registers alone say, which differs
    for withdrawn, superseded and joint works. `since` is the day from which the state holds where
    there is one. `by` are the recognitions in force that count, `members` those who are counted:
    n of m is the lengths of the two. `missing` are members without a recognition. `silent`: it was
    circulated and nobody objected in time. `former` are recognitions in force of texts that the
    present one replaced, by organizations that have not recognized the present one.
    `left_out` are acts that do not count: dated later, or not by a member of that day.
    """

    entry: str
    as_of: date
    state: State
    recorded: State
    complete: bool
    members: tuple[str, ...]
    missing: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    digest: str = ""
    since: date | None = None
    by: tuple[Act, ...] = ()
    silent: bool = False
    objections: tuple[Act, ...] = ()
    late_objections: tuple[Act, ...] = ()
    circulation: Circulation | None = None
    former: tuple[Act, ...] = ()
    formerly_silent: date | None = None
    links: tuple[EditorialLink, ...] = ()
    left_out: tuple[Act, ...] = ()
