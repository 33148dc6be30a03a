"""How one text of an entry came to be recognized, going through its acts day by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from toolkit.recognition.acts import Act, ActKind, AnyLink, Circulation, Policy
from toolkit.recognition.in_force import InForce, in_turn
from toolkit.recognition.membership import Members


@dataclass(frozen=True, slots=True)
class Recognized:
    """A text's recognition: since which day, and by which members of that day.

    If nobody objected, `circulation` is the one that led to it.
    """

    since: date
    members: frozenset[str]
    circulation: Circulation | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """One entry as of a day: the acts and circulations that count by then.

    `texts` are those whose statements apply to the text in question: itself and, through links,
    those it came from.
    """

    acts: tuple[Act, ...]
    circulations: tuple[Circulation, ...]
    links: tuple[AnyLink, ...]
    members: Members
    day: date
    texts: frozenset[str]

    def in_force(self, day: date) -> InForce:
        """What is in force at the end of a day."""
        in_force = InForce(self.links)
        for act in self.acts:
            if act.on > day:
                break
            in_force.take(act)
        return in_force

    def objections(self, in_force: InForce, day: date) -> list[Act]:
        """Objections in force against the text, by members of the day."""
        return [
            act
            for act in in_force.about(self.texts)
            if act.kind is ActKind.OBJECTION and self.members.is_member(act.organisation, day)
        ]

    def circulated(self) -> list[Circulation]:
        """The circulations of the text that have opened, newest last."""
        found = [item for item in self.circulations if item.digest in self.texts]
        return sorted(found, key=lambda item: (item.opens, item.closes))

    def circulated_by_silence(self, policy: Policy) -> list[Circulation]:
        """Those of them that opened while it was enough that nobody objected."""
        return [item for item in self.circulated() if policy.on(item.opens).by_silence]


def count_acts(acts: Iterable[Act], members: Members, day: date) -> tuple[list[Act], list[Act]]:
    """The acts that count as of a day, in the order in which they take effect, and the others.

    A statement counts if its author is a member on its date; a withdrawal always does.
    """
    counted: list[Act] = []
    left_out: list[Act] = []
    for act in in_turn(acts):
        by_member = act.kind is ActKind.WITHDRAWAL or members.is_member(act.organisation, act.on)
        (counted if act.on <= day and by_member else left_out).append(act)
    return counted, left_out


def recognized_by_all(matter: Matter) -> Recognized | None:
    """The recognition of the text by every member of one day, if it lasts.

    It begins on the first day on which every member of that day has a recognition in force, and
    ends when one of them, still a member, takes it back. Members who join later don't matter.
    """
    days = {act.on for act in matter.acts}
    days |= {day for day in matter.members.turns if day <= matter.day}
    in_force = InForce(matter.links)
    waiting = list(reversed(matter.acts))
    found: Recognized | None = None

    def all_recognize(organisations: Iterable[str]) -> bool:
        return all(in_force.recognition(one, matter.texts) for one in organisations)

    for day in sorted(days):
        while waiting and waiting[-1].on <= day:
            in_force.take(waiting.pop())
        members = matter.members.on(day)
        if found is not None and not all_recognize(found.members & members):
            found = None
        if found is None and members and all_recognize(members):
            found = Recognized(day, members)
    return found


def recognized_by_silence(matter: Matter, policy: Policy) -> Recognized | None:
    """The recognition of the text by a circulation that closed without objection."""
    for circulation in matter.circulated_by_silence(policy):
        closes = circulation.closes
        members = matter.members.on(closes)
        over = closes < matter.day and members
        if over and not matter.objections(matter.in_force(closes), closes):
            return Recognized(closes + timedelta(1), members, circulation)
    return None
