"""The ledger: all acts of recognition, typed, and what leaves a state undetermined."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from toolkit.cache.shelf import Shelf, key_of
from toolkit.cache.store import Store
from toolkit.content.faults import Fault
from toolkit.content.reader import Content
from toolkit.grouping import grouped
from toolkit.recognition.acts import (
    Act,
    AnyLink,
    Circulation,
    Doubt,
    EditorialLink,
    KeptText,
    Policy,
    SameText,
)
from toolkit.recognition.interpretation import Interpretation
from toolkit.recognition.judgement import judge
from toolkit.recognition.links import ancestors
from toolkit.recognition.membership import Members
from toolkit.recognition.present import Present
from toolkit.recognition.texts import Texts
from toolkit.source import Location

# The checks of whether statements that can be used fit together.
_BETWEEN = ("contradictory-statements", "nothing-to-withdraw")


@dataclass(frozen=True)
class Ledger:
    """Acts, circulations and links by entry, with everything that is needed to judge them.

    `now` are the entries' present texts, computed on demand. `faults` are those found while making
    the ledger, not while reading the files.
    """

    content: Content
    policy: Policy
    members: Members
    texts: Texts
    now: Present
    acts: Mapping[str, tuple[Act, ...]]
    circulations: Mapping[str, tuple[Circulation, ...]]
    links: Mapping[str, tuple[EditorialLink, ...]]
    same: Mapping[str, tuple[SameText, ...]]
    faults: tuple[Fault, ...]
    doubts: tuple[Doubt, ...]

    def make_present(self, store: Store | None) -> None:
        """Make the digests of all present texts; the cache has those of unchanged ones."""
        texts = self.content.by_id

        def key(id_: str) -> bytes:
            return key_of(texts[id_].path, texts[id_].source.text)

        self.now.digests.fill(Shelf(store, "digests"), key)

    @cached_property
    def superseded(self) -> frozenset[str]:
        """The ids of entries that others supersede."""
        return frozenset(id_ for entry in self.content.entries for id_ in entry.texts("supersedes"))

    def is_mentioned(self, entry: str) -> bool:
        """Whether a statement, a circulation or an editorial link is about an entry."""
        return entry in self.acts or entry in self.circulations or entry in self.links

    def doubts_about(self, entry: str) -> tuple[Doubt, ...]:
        """The doubts that leave the state of an entry undetermined."""
        return (*self._doubts.get("", ()), *self._doubts.get(entry, ()))

    def links_of(self, entry: str, day: date = date.max) -> tuple[AnyLink, ...]:
        """What makes the statements about one digest of an entry hold for another, by a day."""
        links = (link for link in self.links.get(entry, ()) if link.on <= day)
        return (*self.same.get(entry, ()), *links)

    def texts_of(self, entry: str, links: Iterable[AnyLink]) -> frozenset[str]:
        """The digests of an entry's present text, and of those that links say are the same."""
        texts = (ancestors(digest, links) for digest in self.now.digests_of(entry) or {""})
        return frozenset(chain.from_iterable(texts))

    def faults_of(self, check: str) -> Iterator[Fault]:
        """The faults that the check with this name reports."""
        return (fault for fault in self.faults if fault.check == check)

    @cached_property
    def unclear(self) -> frozenset[str]:
        """The paths of the files with a statement that can't be used: it may be the one that
        another statement withdraws, or the one that withdraws it.
        """
        registers = self.content.recognition.registers
        faults = (doubt.fault for doubt in self.doubts if doubt.fault.check not in _BETWEEN)
        return frozenset(
            (
                *(file.path for file in registers if not file.sound),
                *(fault.location.source.path for fault in faults),
            )
        )

    def form(self, entry: str, digest: str) -> str:
        """The canonical form of an entry's text, present or kept; empty if it is neither."""
        return self.now.form(entry, digest) or self.texts.form(entry, digest)

    def named(self) -> Iterator[tuple[str, str, Location]]:
        """Entry, digest and location of every text that an act, a circulation or a link names."""
        for act in chain(*self.acts.values()):
            yield act.entry, act.digest, act.row.place("digest")
        for found in chain(*self.circulations.values()):
            yield found.entry, found.digest, found.row.place("digest")
        for link in chain(*self.links.values()):
            yield link.entry, link.source, link.row.place("from")
            yield link.entry, link.target, link.row.place("to")

    @cached_property
    def published_texts(self) -> Mapping[str, KeptText]:
        """The kept texts that something names, and those that are present texts, by digest.

        Any other may be nobody's text at all: no check reads what it says.
        """
        named = {(entry, digest) for entry, digest, _ in self.named()}
        return {
            digest: text
            for digest, text in self.texts.sound.items()
            if (text.entry, digest) in named or digest in self.now.digests_of(text.entry)
        }

    @cached_property
    def _doubts(self) -> Mapping[str, tuple[Doubt, ...]]:
        return grouped((doubt.entry, doubt) for doubt in self.doubts)


def make_ledger(content: Content) -> Ledger:
    """Interpret the recognition files, whatever is wrong with them.

    A row that can't be used becomes a doubt about its entry, a file that can't be read a doubt
    about all entries.
    """
    found = Interpretation(content)
    judge(found)
    return Ledger(
        content,
        found.policy,
        found.members,
        found.texts,
        found.now,
        found.acts,
        found.circulations,
        found.links,
        found.same,
        tuple(found.faults),
        tuple(found.doubts),
    )
