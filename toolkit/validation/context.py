"""What checks get: the content, the day, and what several of them need, made once a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from toolkit.content.document import Document
from toolkit.content.faults import Fault
from toolkit.content.reader import Content
from toolkit.opportunities import find_opportunities
from toolkit.opportunities.opportunity import Opportunity
from toolkit.recognition.entry_status import all_statuses
from toolkit.recognition.ledger import Ledger, make_ledger
from toolkit.source import Location
from toolkit.translations.source import source_text, words
from toolkit.translations.standing import Standings
from toolkit.validation.hosts import valid_addresses
from toolkit.validation.passages import Numbered, Passage, all_texts, with_numbers
from toolkit.validation.places import paths_to_come


@dataclass(frozen=True)
class Context:
    """The content that is checked, and the `day` that it is judged by.

    `moved` are the paths, without ending, of entries that a change renames, moves or removes, with
    their new ones, empty where an entry is gone: only a comparison with an earlier state tells.

    What more than one check needs is a property here, made when the first one asks for it. Nothing
    of a run outlives its context.
    """

    content: Content
    day: date
    moved: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def ledger(self) -> Ledger:
        """All acts of recognition."""
        return make_ledger(self.content)

    @cached_property
    def opportunities(self) -> Mapping[str, Opportunity]:
        """What organizations could do together, by id."""
        members = self.ledger.members.on(self.day)
        statuses = all_statuses(self.ledger, self.day)
        return find_opportunities(self.content, statuses, members, self.day)

    @cached_property
    def unread(self) -> frozenset[str]:
        """The paths of the files whose fields could not be read, so that nothing checks them."""
        documents = (one for one in self.content.documents if one.front is None)
        lists = (one for one in self.content.lists if one.faults and not one.leaves)
        return frozenset([one.source.path for one in documents] + [one.path for one in lists])

    @cached_property
    def to_come(self) -> frozenset[str]:
        """The paths of the documents whose files have a wrong ending or folder as yet."""
        return frozenset(paths_to_come(self.content))

    @cached_property
    def ids_to_come(self) -> frozenset[str]:
        """The ids of the documents whose files have a wrong ending or folder as yet."""
        return frozenset(path.rpartition("/")[2] for path in self.to_come)

    @cached_property
    def addresses(self) -> tuple[tuple[str, Location, str], ...]:
        """Every address with which nothing is wrong, its place, and its field or nothing."""
        return tuple(valid_addresses(self.content))

    @cached_property
    def texts(self) -> tuple[Passage, ...]:
        """Everything that readers get to read."""
        return tuple(all_texts(self.content))

    @cached_property
    def numbered(self) -> Numbered:
        """All texts that hold numbers, for the checks of numbers."""
        return with_numbers(self.texts)

    @cached_property
    def standings(self) -> Standings:
        """How the translations stand to their originals."""
        return Standings(self.content)

    @cached_property
    def entry_paths(self) -> frozenset[str]:
        """The paths of all entries."""
        return frozenset(entry.path for entry in self.content.entries)

    def original_text(self, translation: Document) -> str:
        """All words of the original of a translation, as it is and as it was translated."""
        path = translation.of
        if path not in self._words:
            self._words[path] = words(source_text(self.content.by_path[path]))
        kept = self.standings.kept.get(translation.text("source_digest"))
        old = words(kept.text) if kept is not None and kept.text is not None else ""
        return f"{self._words[path]}\n{old}" if old else self._words[path]

    @cached_property
    def _words(self) -> dict[str, str]:
        return {}


def and_the_rest(context: Context, fault: Fault, hint: str) -> str:
    """The hint, with what a reader must know where a fault keeps a whole file from being read."""
    if fault.location.source.path not in context.unread:
        return hint
    return f"{hint} Until this is fixed, the rest of the file is not checked."
