"""What all pages of a site in one language are made from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from toolkit.catalogue.catalogue import Catalogue
from toolkit.catalogue.downloads import NOTHING_OFFERED, Offer
from toolkit.catalogue.due import Due, due
from toolkit.content.entry import Entry
from toolkit.content.opportunities import Answer
from toolkit.coverage.gaps import Gaps, gaps_of
from toolkit.coverage.tables import Table, make_tables
from toolkit.exports.record import Maker
from toolkit.grouping import grouped
from toolkit.languages import TARGETS
from toolkit.languages.language import Language
from toolkit.opportunities import find_opportunities
from toolkit.opportunities.opportunity import Opportunity, OpportunityKind
from toolkit.pages.items import Item, make_item
from toolkit.rendering.body import Body
from toolkit.translations.localized import Localized
from toolkit.translations.status import TranslationStatuses


@dataclass(frozen=True)
class Site:
    """The catalogue, the language of the site, and the rendered bodies by path.

    `downloads` are what the site offers; None in a copy, which has no downloads page.
    `local` says how its texts relate to their originals, `translation_statuses` the same for all
    languages; both are None if nothing is known about translations. `translated` are the languages
    of which the site says what is translated. `site_url` is the public
    address of the whole site, `publisher` its publisher, and `email` the address of its
    administrators; all may be empty. `found` are the opportunities, and `found_due` what is due,
    the same in all languages, if already known. `lists` is a digest of all content but the texts,
    empty if unknown.
    """

    catalogue: Catalogue
    language: Language
    bodies: Mapping[str, Body]
    downloads: Offer | None = NOTHING_OFFERED
    local: Localized | None = None
    translation_statuses: TranslationStatuses | None = None
    site_url: str = ""
    publisher: str = ""
    email: str = ""
    found: Mapping[str, Opportunity] | None = None
    found_due: tuple[Due, ...] | None = None
    lists: bytes = b""
    translated: tuple[str, ...] = TARGETS

    @cached_property
    def exports(self) -> Maker:
        """The records of the works, from which the exports are made."""
        titles = self.local.original_titles if self.local is not None else {}
        return Maker(
            self.catalogue, self.language, self.site_url, self.publisher, self.email, titles
        )

    def item(self, entry: Entry) -> Item:
        """An entry as lists show it."""
        return self._items[entry.id]

    def items(self, entries: Iterable[Entry]) -> tuple[Item, ...]:
        """Entries as lists show them; each is made once, however many lists it is in."""
        items = self._items
        return tuple([items[entry.id] for entry in entries])

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The tables of coverage by name, except those without rows, as the articles of a toolkit
        without treaties; none in a partial copy, whose numbers would mislead.
        """
        if self.catalogue.outside:
            return {}
        tables = make_tables(self.catalogue)
        return {name: table for name, table in tables.items() if table.rows}

    @cached_property
    def gaps(self) -> Mapping[str, Gaps]:
        """What each of the tables leaves open."""
        return {name: gaps_of(table, self.catalogue) for name, table in self.tables.items()}

    @property
    def due(self) -> Iterable[Due]:
        """What is due, its titles in any language."""
        if self.found_due is not None:
            return self.found_due
        return due(self.catalogue.content, self.catalogue.as_of)

    @cached_property
    def opportunities(self) -> Mapping[str, Opportunity]:
        """What organizations could do together, by id; empty in a copy of part of the toolkit."""
        catalogue, day = self.catalogue, self.catalogue.as_of
        if catalogue.outside:
            return {}
        if self.found is not None:
            return self.found
        members = catalogue.ledger.members.on(day)
        return find_opportunities(catalogue.content, catalogue.statuses, members, day)

    @cached_property
    def open_opportunities(self) -> Mapping[OpportunityKind, tuple[Opportunity, ...]]:
        """Those that nobody has answered, by kind."""
        every = self.opportunities.items()
        return grouped((one.kind, one) for id_, one in every if id_ not in self.answers)

    @cached_property
    def answers(self) -> Mapping[str, Answer]:
        """The answers in force on the site's date, by the id of what they answer."""
        kept = self.catalogue.content.answers.items.values()
        return {one.id: one for one in kept if one.holds(self.catalogue.as_of)}

    @cached_property
    def _items(self) -> Mapping[str, Item]:
        entries = self.catalogue.by_id.values()
        return {entry.id: make_item(entry, self.catalogue, self.language) for entry in entries}
