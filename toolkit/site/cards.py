"""Lists of entries as HTML: each entry is written once and joined into many pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from markupsafe import Markup, escape

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.languages.language import Language
from toolkit.pages.links import kind_name, short_names
from toolkit.pages.sentences import marked, when_text
from toolkit.site.language_attributes import foreign

_MOST_BODIES = 2

# An item in two pieces, before and after the way to the site's root: all that differs by page.
_Pieces = tuple[str, str]


class Cards:
    """Cards (with summary) and lines (without) of entries."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self._catalogue = catalogue
        self._language = language

    def cards(self, entries: Iterable[Entry], root: str) -> Markup:
        """List items with title, facts and summary."""
        return _joined(entries, self._cards, root)

    def lines(self, entries: Iterable[Entry], root: str) -> Markup:
        """List items with title and facts, for long lists."""
        return _joined(entries, self._lines, root)

    @cached_property
    def _cards(self) -> Mapping[str, _Pieces]:
        return {entry.id: self._card(entry) for entry in self._catalogue.by_id.values()}

    @cached_property
    def _lines(self) -> Mapping[str, _Pieces]:
        return {entry.id: self._line(entry) for entry in self._catalogue.by_id.values()}

    def _card(self, entry: Entry) -> _Pieces:
        pillar = self._catalogue.vocabularies["pillars"].terms[entry.pillar]
        level = self._catalogue.facets["levels"].label(entry.level, self._language)
        facts = self._facts(pillar.label(self._language.tag), *self._short(entry), level)
        return (
            f'<li class="card {entry.pillar}"><a class="title" href="',
            f'{entry.path}.html">{self._title(entry)}</a>{self._state(entry)}'
            f'<p class="facts sign">{facts}</p>'
            f"<p{foreign(entry.summary, self._language)}>{escape(entry.summary)}</p></li>",
        )

    def _line(self, entry: Entry) -> _Pieces:
        return (
            '<li><a href="',
            f'{entry.path}.html">{self._title(entry)}</a>{self._state(entry)} '
            f'<span class="facts">{self._facts(*self._short(entry))}</span></li>',
        )

    def _title(self, entry: Entry) -> str:
        marks = foreign(entry.title, self._language, entry.languages)
        title = escape(entry.title)
        return f"<bdi{marks}>{title}</bdi>" if marks else str(title)

    def _short(self, entry: Entry) -> tuple[str, ...]:
        names = short_names(entry, self._catalogue, self._language, _MOST_BODIES)
        bodies = self._language.joined(names)
        return (
            kind_name(entry, self._catalogue, self._language),
            when_text(entry, self._language),
            marked("organisations", bodies, entry, self._language) if bodies else "",
        )

    def _facts(self, *facts: str) -> str:
        return str(escape(self._language.text("facts.dot").join(filter(None, facts))))

    def _state(self, entry: Entry) -> str:
        if entry.withdrawn:
            key = "state.withdrawn"
        elif entry.id in self._catalogue.superseded_by:
            key = "state.superseded"
        else:
            return ""
        return f' <span class="mark">{escape(self._language.text(key))}</span>'


def _joined(entries: Iterable[Entry], pieces: Mapping[str, _Pieces], root: str) -> Markup:
    items = (root.join(pieces[entry.id]) for entry in entries)
    return Markup("".join(items))  # noqa: S704 - pieces are escaped, root is made of the path
