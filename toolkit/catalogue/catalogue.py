"""Look-ups over all valid entries, as of a date."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from toolkit.catalogue.choice import Choice, takes
from toolkit.catalogue.facets import Facet, make_facets
from toolkit.catalogue.similar import similar
from toolkit.content.entry import Entry, to_entry
from toolkit.content.reader import Content
from toolkit.content.records import TaskChoice
from toolkit.content.registers import Instrument, Organisation
from toolkit.content.schema import PILLARS, Kind
from toolkit.content.task import Task, to_task
from toolkit.content.vocabularies import Vocabulary
from toolkit.grouping import grouped
from toolkit.languages import LANGUAGES
from toolkit.problems import ToolkitError
from toolkit.recognition.entry_status import all_statuses
from toolkit.recognition.ledger import Ledger, make_ledger
from toolkit.recognition.partial_dates import full_date
from toolkit.recognition.pending import Pending, all_pending
from toolkit.recognition.status import QUIET, State, Status


@dataclass(frozen=True)
class Catalogue:
    """The collection that every page, index and export is made from.

    `entries` are in the order of all lists: those in force before superseded and withdrawn ones,
    then the newest first, then by title. `as_of` is the date by which the content is judged.
    `ledger` holds all acts of recognition, `every_status` what follows for all entries, by id.
    `outside` are the entries that a copy of a part of the toolkit leaves out, by id. `by_title`
    returns the sort key of a title.
    """

    content: Content
    as_of: date
    entries: tuple[Entry, ...]
    superseded_by: Mapping[str, tuple[Entry, ...]]
    facets: Mapping[str, Facet]
    ledger: Ledger
    every_status: Mapping[str, Status]
    outside: Mapping[str, Entry] = field(default_factory=dict)
    by_title: Callable[[str], Any] = LANGUAGES["en"].sort_key

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Entries by id, those outside this copy after the others."""
        return {entry.id: entry for entry in self.entries} | dict(self.outside)

    def holds(self, id_: str) -> bool:
        """Whether an entry is in this copy."""
        return id_ in self.by_id and id_ not in self.outside

    @property
    def vocabularies(self) -> Mapping[str, Vocabulary]:
        """Controlled vocabularies by name."""
        return self.content.vocabularies

    @property
    def organisations(self) -> Mapping[str, Organisation]:
        """Organizations by id."""
        return self.content.organisations.items

    @property
    def instruments(self) -> Mapping[str, Instrument]:
        """Instruments by id."""
        return self.content.instruments.items

    @cached_property
    def at_home(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by home pillar."""
        return grouped(((entry.pillar, entry) for entry in self.entries), PILLARS)

    @cached_property
    def also_in(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by the pillars that they serve besides their home pillar."""
        others = ((entry, {*entry.pillars} - {entry.pillar}) for entry in self.entries)
        return grouped(
            ((pillar, entry) for entry, pillars in others for pillar in pillars), PILLARS
        )

    @cached_property
    def available(self) -> tuple[Entry, ...]:
        """The resources that a reader can have now: a facet that follows from several fields.

        Those of which every address is gone are not among them.
        """
        states = self.content.links.items
        gone = {address for address, state in states.items() if state.state == "gone"}
        return tuple(entry for entry in self.entries if not gone.issuperset(entry.ways))

    @cached_property
    def by_provision(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by the key of an article (`tip-protocol:6`) or of a whole instrument."""
        return grouped(
            (key, entry)
            for entry in self.entries
            for key in dict.fromkeys(provision.key for provision in entry.provisions)
        )

    @cached_property
    def related(self) -> Mapping[str, tuple[Entry, ...]]:
        """Related entries by id, in both directions, each once."""
        named = {(entry.id, id_) for entry in self.by_id.values() for id_ in entry.related}
        either = named | {(id_, by) for by, id_ in named}
        rank = {id_: position for position, id_ in enumerate(self.by_id)}
        order = sorted(either, key=lambda pair: rank[pair[1]])
        return grouped((id_, self.by_id[other]) for id_, other in order)

    @cached_property
    def similar(self) -> Mapping[str, tuple[Entry, ...]]:
        """For entries without related ones, those with the most in common, by id."""
        found = similar(tuple(self.by_id.values()), self.related)
        return {id_: tuple(self.by_id[other] for other in ids) for id_, ids in found.items()}

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        """The status of recognition of each entry, by id."""
        if not self.outside:
            return self.every_status
        return {id_: one for id_, one in self.every_status.items() if self.holds(id_)}

    @cached_property
    def by_state(self) -> Mapping[State, tuple[Entry, ...]]:
        """Entries by state of recognition: a facet derived from registers, not from a field.

        Each state has a page, `recognition/<state>`.
        """
        return grouped(((self.statuses[entry.id].state, entry) for entry in self.entries), State)

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """The entries whose state comes from what organizations or the secretariat did."""
        return frozenset(id_ for id_, one in self.statuses.items() if one.state not in QUIET)

    @cached_property
    def mentioned_pillars(self) -> frozenset[str]:
        """Their home pillars, whose lists are therefore divided by state."""
        return frozenset(entry.pillar for entry in self.entries if entry.id in self.mentioned)

    @cached_property
    def all_pending(self) -> Mapping[str, Pending]:
        """What each organization has recognized, and what is still open for it."""
        return all_pending(self.statuses.values())

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """Tasks by title; in a copy of a part, those that choose one of its entries."""
        found = map(to_task, self.content.tasks)
        held = (task for task in found if any(self.holds(choice.entry) for choice in task.choices))
        return tuple(sorted(held, key=lambda task: (self.by_title(task.title), task.id)))

    @cached_property
    def used_for(self) -> Mapping[str, tuple[tuple[Task, TaskChoice], ...]]:
        """The tasks that choose each entry, by entry id, with what each task says about it."""
        return grouped(
            (choice.entry, (task, choice)) for task in self.tasks for choice in task.choices
        )

    def added(self, entry: Entry) -> date | None:
        """The day on which an entry came into the toolkit; None if unknown or in the future.

        A day after `as_of` is ignored, as are acts of recognition.
        """
        day = full_date(entry.added)
        return day if day and day <= self.as_of else None

    def of_kind(self, kind: Kind) -> tuple[Entry, ...]:
        """Entries of one kind."""
        return tuple(entry for entry in self.entries if entry.kind is kind)


def make_catalogue(
    content: Content,
    as_of: date,
    choice: Choice = MappingProxyType({}),
    ledger: Ledger | None = None,
    statuses: Mapping[str, Status] | None = None,
    by_title: Callable[[str], Any] = LANGUAGES["en"].sort_key,
) -> Catalogue:
    """Index the content, which must be checked and without errors, or its chosen entries.

    `ledger` is that of the content, and `statuses` are all that follow from it, if already made;
    `by_title` returns the sort key of a title.
    Raises ToolkitError if no entry fits the choice.
    """
    ledger = ledger or make_ledger(content)
    statuses = statuses if statuses is not None else all_statuses(ledger, as_of)
    found = [to_entry(document) for document in content.entries]
    by_id = sorted(found, key=lambda entry: entry.id)
    successors = grouped((older, entry) for entry in by_id for older in entry.supersedes)
    found.sort(key=lambda entry: _order(entry, successors, by_title))
    entries = tuple(entry for entry in found if takes(choice, entry, content))
    if choice and not entries:
        said = "; ".join(f"{name}: {', '.join(terms)}" for name, terms in choice.items())
        raise ToolkitError(f"No entry matches {said}.", "choose fewer or other terms.")
    outside = {entry.id: entry for entry in found if not takes(choice, entry, content)}
    facets = make_facets(content, entries, whole=not choice)
    return Catalogue(
        content, as_of, entries, successors, facets, ledger, statuses, outside, by_title
    )


def _order(
    entry: Entry, successors: Mapping[str, tuple[Entry, ...]], by_title: Callable[[str], Any]
) -> tuple[object, ...]:
    in_force = not (entry.withdrawn or entry.id in successors)
    return (not in_force, -(entry.began or 0), by_title(entry.title), entry.id)
