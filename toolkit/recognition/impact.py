"""What a change of the content does to recognition: two ledgers, before and after, compared."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import chain
from typing import Generic, TypeVar

from toolkit.content.recognition import Row
from toolkit.recognition.acts import Act, Circulation, EditorialLink, Policy
from toolkit.recognition.entry_status import status_of
from toolkit.recognition.ledger import Ledger
from toolkit.recognition.status import State, Status

T = TypeVar("T", Act, Circulation, EditorialLink)


@dataclass(frozen=True, slots=True)
class SetBack:
    """An entry whose text changed after it was recognized by `bodies`, or `silent`ly by all.

    `digest` is that of the recognized text. `gone` means that the entry no longer exists.
    """

    entry: str
    bodies: tuple[str, ...]
    silent: bool
    digest: str
    gone: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """An entry whose state differs after the change.

    `bodies` are the organizations whose recognition it had and, unless set back, still has.
    """

    entry: str
    before: State
    after: State
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delta(Generic[T]):
    """The rows that a change adds to registers or removes from them."""

    added: tuple[T, ...]
    removed: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Keepers:
    """A change in who may make an organization's statements, as handles."""

    organisation: str
    gone: tuple[str, ...]
    come: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Power:
    """How a change affects who decides.

    `members` are the organizations whose membership changes, and `names` those that readers will
    know by other names; `policy` are the fields of the policy and `rules` the CODEOWNERS files that
    change. `stale_rules` is the one in force if it doesn't, though maintainers do.
    """

    keepers: tuple[Keepers, ...]
    members: tuple[str, ...]
    names: tuple[str, ...]
    policy: tuple[str, ...]
    rules: tuple[str, ...]
    stale_rules: str

    @property
    def is_nothing(self) -> bool:
        """Whether the same people decide as before."""
        return not (self.keepers or self.members or self.names or self.policy or self.rules)


@dataclass(frozen=True, slots=True)
class Impact:
    """Everything that a change does to recognition."""

    power: Power
    set_back: tuple[SetBack, ...]
    statements: Delta[Act]
    circulations: Delta[Circulation]
    links: Delta[EditorialLink]
    turns: tuple[Turn, ...]
    undetermined: bool

    @property
    def is_nothing(self) -> bool:
        """Whether recognition stays as it was."""
        deltas = (self.statements, self.circulations, self.links)
        rows = any(delta.added or delta.removed for delta in deltas)
        others = self.set_back or rows or self.turns or self.undetermined
        return self.power.is_nothing and not others


def impact_of(
    before: Ledger,
    after: Ledger,
    day: date,
    changed_rules: tuple[str, ...] = (),
    kept_rules: str = "",
) -> Impact:
    """Compare two ledgers as of a day.

    `changed_rules` are the CODEOWNERS files that differ, `kept_rules` the one that
    holds, if it is the same.
    """
    renamed = after.content.renamed
    former = {renamed.get(id_, id_): id_ for id_ in _mentioned(before)}
    entries = sorted({*former, *_mentioned(after)})
    pairs = [
        (id_, _status(before, former.get(id_, id_), day), _status(after, id_, day))
        for id_ in entries
    ]
    set_back = tuple(_set_back(pairs))
    lost = {item.entry for item in set_back}
    written = {
        _as_written(row) for file in after.content.recognition.row_files for row in file.rows
    }
    return Impact(
        _power(before, after, changed_rules, kept_rules),
        set_back,
        _delta(before.acts, after.acts, renamed, written),
        _delta(before.circulations, after.circulations, renamed, written),
        _delta(before.links, after.links, renamed, written),
        tuple(
            Turn(id_, old.state, new.state, () if id_ in lost else _bodies(old.by))
            for id_, old, new in pairs
            if old is not None and new is not None and old.state is not new.state
        ),
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
    policy = [one.name for one in fields(Policy)]
    changed = (
        name for name in policy if getattr(before.policy, name) != getattr(after.policy, name)
    )
    return Power(
        keepers,
        tuple(sorted(members)),
        tuple(sorted(_renamed(before, after))),
        tuple("membership_complete" if name == "complete" else name for name in changed),
        changed_rules,
        kept_rules if keepers else "",
    )


def _renamed(before: Ledger, after: Ledger) -> Iterator[str]:
    """The members, and others with statements, whose names differ."""
    items, later = (ledger.content.organisations.items for ledger in (before, after))
    acts = chain.from_iterable((*before.acts.values(), *after.acts.values()))
    seen = {act.organisation for act in acts} | before.members.terms.keys()
    for id_ in seen & items.keys() & later.keys():
        if items[id_].every_name != later[id_].every_name:
            yield id_


def _bodies(acts: Iterable[Act]) -> tuple[str, ...]:
    return tuple(sorted({act.organisation for act in acts}))


def _maintainers(ledger: Ledger) -> defaultdict[str, set[str]]:
    items = ledger.content.organisations.items.values()
    return defaultdict(set, {one.id: set(one.maintainers) for one in items})


def _mentioned(ledger: Ledger) -> Iterator[str]:
    yield from chain(ledger.acts, ledger.circulations, ledger.links)


def _status(ledger: Ledger, entry: str, day: date) -> Status | None:
    return status_of(ledger, entry, day) if entry in ledger.content.by_id else None


def _set_back(pairs: Iterable[tuple[str, Status | None, Status | None]]) -> Iterator[SetBack]:
    for entry, old, new in pairs:
        if old is None:
            continue
        by = {act.organisation: act.digest for act in old.by}
        left = {act.organisation for act in new.former} if new is not None else by.keys()
        bodies = tuple(sorted(by.keys() & left))
        silent = old.silent and (new is None or new.formerly_silent is not None)
        if bodies or silent:
            digest = by[bodies[-1]] if bodies else old.digest
            yield SetBack(entry, bodies, silent, digest, gone=new is None)


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
