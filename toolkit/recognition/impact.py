"""What a change of the content does to recognition: two ledgers, before and after, compared."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import chain
from typing import Generic, TypeVar

from toolkit.content.recognition import Row
from toolkit.content.registers import Organisation
from toolkit.recognition.acts import Act, Circulation, EditorialLink, Policy
from toolkit.recognition.beside import Beside, changes_beside, host
from toolkit.recognition.digest import canonical_form
from toolkit.recognition.entry_status import is_joint, status_of
from toolkit.recognition.ledger import Ledger
from toolkit.recognition.reviewed import Reviewed, newly_reviewed, signed
from toolkit.recognition.status import State, Status

T = TypeVar("T", Act, Circulation, EditorialLink)
# An entry, its id before the change, and its status before and after it.
_Pair = tuple[str, str, Status | None, Status | None]


@dataclass(frozen=True, slots=True)
class SetBack:
    """An entry whose text changed after it was recognized by `bodies`, or `silent`ly by all.

    `was` is its id before the change, `digest` that of the recognized text. `gone` means that the
    entry no longer exists.
    """

    entry: str
    was: str
    bodies: tuple[str, ...]
    silent: bool
    digest: str
    gone: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """An entry whose state differs after the change, or a new one in the name of the Group.

    `was` is its id before the change; several entries can have become one. `bodies` are the
    organizations whose recognition it had and, unless set back, still has.
    """

    entry: str
    was: str
    before: State | None
    after: State
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delta(Generic[T]):
    """The rows that a change adds to registers or removes from them."""

    added: tuple[T, ...]
    removed: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """An entry that says that an organization checked it, `on` a day.

    `before` means that it said so before the change, of another text.
    """

    entry: str
    organisation: str
    on: str
    before: bool


@dataclass(frozen=True, slots=True)
class Keepers:
    """A change in who may make an organization's statements, as handles."""

    organisation: str
    gone: tuple[str, ...]
    come: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Power:
    """How a change affects who decides.

    `members` are the organizations whose membership changes, `names` those that readers will know
    by other names, and `sites` those whose pages lead to another host, with the address; `policy`
    are the fields of the policy and `rules` the CODEOWNERS files and parts of the program that
    change. `stale_rules` is the CODEOWNERS file in force if it doesn't, though maintainers do.
    """

    keepers: tuple[Keepers, ...]
    members: tuple[str, ...]
    names: tuple[str, ...]
    sites: tuple[tuple[str, str], ...]
    policy: tuple[str, ...]
    rules: tuple[str, ...]
    stale_rules: str

    @property
    def is_nothing(self) -> bool:
        """Whether the same people decide as before."""
        changes = (self.keepers, self.members, self.names, self.sites, self.policy, self.rules)
        return not any(changes)


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that a change does to recognition."""

    power: Power
    set_back: tuple[SetBack, ...]
    statements: Delta[Act]
    checked: tuple[Checked, ...]
    reviewed: tuple[Reviewed, ...]
    circulations: Delta[Circulation]
    links: Delta[EditorialLink]
    turns: tuple[Turn, ...]
    beside: tuple[Beside, ...]
    undetermined: bool

    @property
    def is_nothing(self) -> bool:
        """Whether recognition stays as it was."""
        deltas = (self.statements, self.circulations, self.links)
        rows = any(delta.added or delta.removed for delta in deltas)
        said = (self.checked, self.reviewed, self.beside)
        others = (self.set_back, rows, self.turns, self.undetermined)
        return self.power.is_nothing and not any((*said, *others))


def impact_of(
    before: Ledger,
    after: Ledger,
    day: date,
    changed_rules: tuple[str, ...] = (),
    kept_rules: str = "",
    digests: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {}),
) -> Impact:
    """Compare two ledgers as of a day.

    `changed_rules` are the CODEOWNERS files and parts of the program that differ, `kept_rules` the
    file that holds, if it is the same. `digests` are those of the files of both, by path.
    """
    renamed = after.content.renamed
    known = before.content.by_id
    former = {renamed.get(id_, id_): id_ for id_ in known}
    former |= {id_: id_ for id_ in after.content.by_id if id_ in known}  # others joined it
    ends = {(renamed.get(id_, id_), id_) for id_ in _concerned(before)}
    concerned = {*_concerned(after), *(now for now, _ in ends)}
    ends |= {(now, former.get(now, now)) for now in concerned}
    pairs = [
        (now, was, _status(before, was, day), _status(after, now, day)) for now, was in sorted(ends)
    ]
    set_back = tuple(_set_back(pairs))
    lost = {(item.entry, item.was) for item in set_back}
    stays = [(now, was) for now, was, old, new in pairs if _is_recognized(old, new)]
    written = {
        _as_written(row) for file in after.content.recognition.row_files for row in file.rows
    }
    return Impact(
        _power(before, after, changed_rules, kept_rules),
        set_back,
        _delta(before.acts, after.acts, renamed, written),
        tuple(_checked(before, after, former)),
        tuple(newly_reviewed(before.content, after.content, former)),
        _delta(before.circulations, after.circulations, renamed, written),
        _delta(before.links, after.links, renamed, written),
        tuple(_turns(pairs, lost)),
        tuple(changes_beside(before.content, after.content, stays, digests)),
        bool(after.doubts),
    )


def _power(before: Ledger, after: Ledger, changed_rules: tuple[str, ...], kept_rules: str) -> Power:
    old, new = _maintainers(before), _maintainers(after)
    keepers = tuple(
        Keepers(id_, tuple(sorted(old[id_] - new[id_])), tuple(sorted(new[id_] - old[id_])))
        # Those that were there already come first: nobody can hide one behind a thousand new ones.
        for id_ in sorted(old.keys() | new.keys(), key=lambda id_: (id_ not in old, id_))
        if old[id_] != new[id_]
    )
    terms, later = before.members.terms, after.members.terms
    members = {id_ for id_ in terms.keys() | later.keys() if terms.get(id_) != later.get(id_)}
    known = tuple(_before_and_after(before, after))
    policy = [one.name for one in fields(Policy)]
    changed = (
        name for name in policy if getattr(before.policy, name) != getattr(after.policy, name)
    )
    return Power(
        keepers,
        tuple(sorted(members)),
        tuple(new.id for old, new in known if old.every_name != new.every_name),
        tuple((new.id, new.url) for old, new in known if host(new.url) not in ("", host(old.url))),
        tuple("membership_complete" if name == "complete" else name for name in changed),
        changed_rules,
        kept_rules if keepers else "",
    )


def _before_and_after(before: Ledger, after: Ledger) -> Iterator[tuple[Organisation, Organisation]]:
    """The members, and others with statements, in both registers."""
    items, later = (ledger.content.organisations.items for ledger in (before, after))
    acts = chain.from_iterable((*before.acts.values(), *after.acts.values()))
    seen = {act.organisation for act in acts} | before.members.terms.keys()
    return ((items[id_], later[id_]) for id_ in sorted(seen & items.keys() & later.keys()))


def _bodies(acts: Iterable[Act]) -> tuple[str, ...]:
    return tuple(sorted({act.organisation for act in acts}))


def _maintainers(ledger: Ledger) -> defaultdict[str, set[str]]:
    items = ledger.content.organisations.items.values()
    return defaultdict(set, {one.id: set(one.maintainers) for one in items})


def _concerned(ledger: Ledger) -> Iterator[str]:
    """The entries that registers mention, and those that name the Group alone."""
    joint = (id_ for id_, entry in ledger.content.by_id.items() if is_joint(entry))
    yield from chain(ledger.acts, ledger.circulations, ledger.links, joint)


def _turns(pairs: Iterable[_Pair], lost: Collection[tuple[str, str]]) -> Iterator[Turn]:
    for entry, was, old, new in pairs:
        if old is None and new is not None and new.state is State.JOINT:
            yield Turn(entry, was, None, new.state, ())
        elif old is not None and new is not None and old.state is not new.state:
            bodies = () if (entry, was) in lost else _bodies(old.by)
            yield Turn(entry, was, old.state, new.state, bodies)


def _checked(before: Ledger, after: Ledger, former: Mapping[str, str]) -> Iterator[Checked]:
    """What pages will say in the name of organizations that wrote none of it themselves."""
    for id_, entry in after.content.by_id.items():
        if not (said := signed(entry, "verified")):
            continue
        old = before.content.by_id.get(former.get(id_, id_))
        if old is None or signed(old, "verified") != said:
            yield Checked(id_, *said, before=False)
        elif canonical_form(old, id_) != canonical_form(entry):
            yield Checked(id_, *said, before=True)


def _status(ledger: Ledger, entry: str, day: date) -> Status | None:
    return status_of(ledger, entry, day) if entry in ledger.content.by_id else None


def _is_recognized(*statuses: Status | None) -> bool:
    return all(one is not None and (one.by or one.silent) for one in statuses)


def _set_back(pairs: Iterable[_Pair]) -> Iterator[SetBack]:
    for entry, was, old, new in pairs:
        if old is None:
            continue
        by = {act.organisation: act.digest for act in old.by}
        left = {act.organisation for act in new.former} if new is not None else by.keys()
        bodies = tuple(sorted(by.keys() & left))
        silent = old.silent and (new is None or new.formerly_silent is not None)
        if bodies or silent:
            digest = by[bodies[-1]] if bodies else old.digest
            yield SetBack(entry, was, bodies, silent, digest, gone=new is None)


def _delta(
    before: Mapping[str, tuple[T, ...]],
    after: Mapping[str, tuple[T, ...]],
    renamed: Mapping[str, str],
    written: Collection[tuple[str, ...]],
) -> Delta[T]:
    rows = chain(*before.values())
    old = Counter(replace(row, entry=renamed.get(row.entry, row.entry)) for row in rows)
    new = Counter(chain(*after.values()))
    # A row that is still there but can't be judged because its entry is gone was not removed.
    gone = (one for one in (old - new).elements() if _as_written(one.row) not in written)
    return Delta(_sorted((new - old).elements()), _sorted(gone))


def _as_written(row: Row) -> tuple[str, ...]:
    file = row.location.source.path.rpartition("/")[2]
    texts = sorted(f"{name}: {scalar.text}" for name, scalar in row.scalars.items())
    return (file, row.list, *texts)


def _sorted(rows: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(rows, key=lambda row: (row.location.source.path, row.location.line)))
