"""What organizations and the secretariat did, as typed data: acts that a register records."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter

from toolkit.content.faults import Fault
from toolkit.content.recognition import Row
from toolkit.source import Location


class ActKind(enum.StrEnum):
    """What a statement says about a text; the value names the list in the register."""

    RECOGNITION = "recognises"
    OBJECTION = "objections"
    WITHDRAWAL = "withdrawals"


class _Recorded:
    """What a row records."""

    __slots__ = ()
    row: Row

    @property
    def location(self) -> Location:
        """Where it is recorded."""
        return self.row.place("entry")


@dataclass(frozen=True, slots=True)
class Act(_Recorded):
    """A statement of one organization about one text; `words` are its note or reason."""

    kind: ActKind
    organisation: str
    entry: str
    digest: str
    on: date
    words: str
    row: Row = field(compare=False, repr=False)

    @property
    def order(self) -> tuple[date, bool, str, str]:
        """The order in which acts take effect: on the same day, withdrawals come first."""
        return (self.on, self.kind is not ActKind.WITHDRAWAL, self.organisation, self.digest)


@dataclass(frozen=True, slots=True)
class Circulation(_Recorded):
    """A text sent to all members, who may object until the end of the day on which it closes."""

    entry: str
    digest: str
    opens: date
    closes: date
    row: Row = field(compare=False, repr=False)

    @property
    def days(self) -> int:
        """How many days it runs, including the first and the last."""
        return (self.closes - self.opens).days + 1


@dataclass(frozen=True, slots=True)
class EditorialLink(_Recorded):
    """The secretariat's statement that a change from one text to another is editorial."""

    entry: str
    source: str
    target: str
    on: date
    by: str
    reason: str
    row: Row = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Policy:
    """How texts become recognized. `complete`: the list of members is known to be complete.

    `earlier` are former policies, with the last day of each: what was done then is judged by them.
    """

    procedure: str
    secretariat: str
    circulation_days: int
    complete: bool
    earlier: tuple[tuple[date, Policy], ...] = ()

    def on(self, day: date) -> Policy:
        """The policy of a day."""
        former = ((until, one) for until, one in self.earlier if day <= until)
        return min(former, key=itemgetter(0), default=(day, self))[1]

    @property
    def by_silence(self) -> bool:
        """Whether a text is recognized if nobody objects to it in time."""
        return self.procedure == "no-objection"


@dataclass(frozen=True, slots=True)
class SameText:
    """That two digests are those of one text: under a former id of its entry, and the present one.

    It leads from `source` to `target`, as an editorial link does.
    """

    source: str
    target: str


AnyLink = EditorialLink | SameText


# The default policy: the stricter procedure, and no claim to know all members.
NO_POLICY = Policy("all-members", "", 0, complete=False)


@dataclass(frozen=True, slots=True)
class KeptText:
    """A text that a statement, a circulation or an editorial link is about."""

    digest: str
    entry: str
    form: str
    location: Location


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fault that leaves the state of an entry undetermined, or of all if `entry` is empty."""

    entry: str
    fault: Fault
