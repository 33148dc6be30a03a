"""The status of an entry as of a date, with everything it is based on, as frozen data."""

import enum
from dataclasses import dataclass
from datetime import date

from toolkit.recognition.acts import Act, Circulation, Doubt, EditorialLink


class State(enum.StrEnum):
    """The states of recognition, in order of precedence: the first that applies holds.

    UNDETERMINED, if a register has a fault, precedes all those that depend on registers.
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


# States that entries can have without any statement about them.
QUIET = frozenset({State.PROPOSED, State.JOINT, State.SUPERSEDED, State.WITHDRAWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What is known about the recognition of one entry as of a day.

    `digest` is that of the present text, empty if no register mentions the entry. `state` is what
    readers see; `recorded` is what the registers alone say, which differs for withdrawn, superseded
    and joint works. `since` is the day since which the state holds, if there is one. `by` are the
    recognitions in force that count, `members` the members counted: their lengths are the n and the
    m in "n of m". `missing` are members without a recognition. `once` means that somebody
    has recognized the present text, even if it does not count any more. `withdrawals` are those
    after which their organizations said nothing more; of them, `taken_back` are those by former
    members, which leave the Group's recognition as it was. `silent` means that the text was
    circulated and nobody objected in time. `former` are recognitions in force of texts that the
    present one replaced, by organizations that have not recognized the present one;
    `former_objections` are those of members whose last word was against such a text. `left_out` are
    acts that don't count: dated later, or by an organization that was not a member on that day.
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
    once: bool = False
    withdrawals: tuple[Act, ...] = ()
    taken_back: tuple[Act, ...] = ()
    silent: bool = False
    objections: tuple[Act, ...] = ()
    late_objections: tuple[Act, ...] = ()
    circulation: Circulation | None = None
    former: tuple[Act, ...] = ()
    former_objections: tuple[Act, ...] = ()
    formerly_silent: date | None = None
    links: tuple[EditorialLink, ...] = ()
    left_out: tuple[Act, ...] = ()
