"""Who is a member of the Group on a day, according to the register of organizations."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import chain

from toolkit.content.matching import Leaf, by_item
from toolkit.content.registers import Organisation, Register
from toolkit.content.schema import Form
from toolkit.recognition.partial_dates import first_day, last_day

# The Group itself: works published only in its name are joint works.
GROUP = "icat"
ALWAYS = date.min
STILL = date.max


@dataclass(frozen=True, slots=True)
class Term:
    """The period of an organization's membership, including both days."""

    joined: date
    left: date

    def holds(self, day: date) -> bool:
        """Whether the organization is a member on a day."""
        return self.joined <= day <= self.left


@dataclass(frozen=True)
class Members:
    """The terms of all verified members, by organization, each as far as it is known.

    `doubtful` are organizations whose dates can't be read or contradict each other.
    """

    terms: Mapping[str, tuple[Term, ...]]
    doubtful: tuple[str, ...] = ()

    @cached_property
    def on(self) -> Callable[[date], frozenset[str]]:
        """The members of a day."""
        return cache(lambda day: frozenset(id_ for id_ in self.terms if self.is_member(id_, day)))

    @cached_property
    def in_order(self) -> Callable[[date], tuple[str, ...]]:
        """The members of a day, sorted."""
        return cache(lambda day: tuple(sorted(self.on(day))))

    def is_member(self, organisation: str, day: date) -> bool:
        """Whether an organization is a verified member on a day."""
        return any(term.holds(day) for term in self.terms.get(organisation, ()))

    @cached_property
    def turns(self) -> tuple[date, ...]:
        """The days on which the membership differs from that of the day before."""
        terms = [*chain(*self.terms.values())]
        days = {term.joined for term in terms if term.joined != ALWAYS}
        days |= {term.left + timedelta(1) for term in terms if term.left != STILL}
        return tuple(sorted(days))


def read_members(register: Register[Organisation]) -> Members:
    """The verified members.

    Without a joining date, a member has always been one; a former member without a leaving date is
    left out.
    """
    terms = {}
    doubtful = []
    for organisation in register.items.values():
        membership = organisation.membership
        if membership is None or not membership.verified or membership.status == "partner":
            continue
        known = []
        for period in membership.periods:
            joined = first_day(period.joined) if period.joined else ALWAYS
            left = last_day(period.left) if period.left else STILL
            if joined is None or left is None or joined > left:
                doubtful.append(organisation.id)
                break
            if period.left or (period is membership and membership.status == "member"):
                known.append(Term(joined, left))
        else:
            terms[organisation.id] = tuple(known)
    return Members({id_: known for id_, known in terms.items() if known}, tuple(doubtful))


def misspelt(register: Register[Organisation]) -> Iterator[tuple[str, Leaf]]:
    """The words of memberships that are no choice, each with the id of its organization."""
    for id_, leaf in by_item(register.leaves):
        is_choice = leaf.top == "membership" and leaf.field.form is Form.CHOICE
        if is_choice and leaf.text not in leaf.field.choices:
            yield id_, leaf
