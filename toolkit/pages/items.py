"""An entry as lists of entries show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.languages.language import Language
from toolkit.pages.links import kind_name, lowered, short_names
from toolkit.pages.sentences import marked, when_text

_MOST_BODIES: Final = 2


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list.

    `facts` go with its summary, the shorter `brief` with its title alone. `state` says that it is
    withdrawn or superseded, and is empty otherwise. `languages` are those of the work.
    """

    id: str
    path: str
    pillar: str
    title: str
    languages: tuple[str, ...]
    summary: str
    facts: str
    brief: str
    state: str


def make_item(entry: Entry, catalogue: Catalogue, language: Language) -> Item:
    """The item of an entry."""
    names = short_names(entry, catalogue, language, _MOST_BODIES)
    bodies = language.joined(names)
    finding = entry.value("finding")
    brief = (
        kind_name(entry, catalogue, language),
        lowered(language.text(f"finding.{finding}")) if finding else "",
        when_text(entry, language),
        marked("organisations", bodies, entry, language) if bodies else "",
    )
    pillar = catalogue.vocabularies["pillars"].terms[entry.pillar].label(language.tag)
    level = catalogue.facets["levels"].label(entry.level, language)
    dot = language.text("facts.dot")
    return Item(
        entry.id,
        entry.path,
        entry.pillar,
        entry.title,
        entry.languages,
        entry.summary,
        dot.join(filter(None, (pillar, *brief, level))),
        dot.join(filter(None, brief)),
        _state(entry, catalogue, language),
    )


def _state(entry: Entry, catalogue: Catalogue, language: Language) -> str:
    if entry.withdrawn:
        return language.text("state.withdrawn")
    if entry.id in catalogue.superseded_by:
        return language.text("state.superseded")
    return ""
