"""What every chapter of a book is made with: templates, places, images."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from jinja2 import Environment
from markupsafe import Markup

from toolkit.content.entry import Entry
from toolkit.editions.book.html_rewriting import Origin, Places, weave
from toolkit.editions.book.media import Media
from toolkit.editions.copy import Copy
from toolkit.pages.page import Page
from toolkit.site.cards import Cards
from toolkit.site.language_attributes import foreign


@dataclass(frozen=True)
class Renderer:
    """Makes the HTML of chapters."""

    copy: Copy
    environment: Environment
    places: Places
    media: Media

    def words(self, key: str, /, **values: object) -> str:
        """A string in the language of the copy."""
        return self.copy.language.text(key, **values)

    def marks(self, text: str, *tags: str) -> Markup:
        """Language and direction of a text as attributes, empty where they are the book's."""
        return foreign(text, self.copy.language, tags)

    def page(self, path: str) -> Page:
        """A page of the copy's site."""
        return self.copy.pages[path]

    def print(self, template: str, origin: Origin, **context: object) -> str:
        """The HTML that a template makes, as if it stood on the page `origin.path`."""
        root = "../" * origin.path.count("/")
        raw = self.environment.get_template(template).render(root=root, **context)
        return weave(raw, origin, self.places, self.media).strip()

    @cached_property
    def _lines(self) -> dict[str, Markup]:
        cards, origin = Cards(self.copy.catalogue, self.copy.language), Origin("index", "line")
        return {
            entry.id: Markup(  # noqa: S704 - made by Cards, and escaped again
                weave(cards.lines((entry,), ""), origin, self.places, self.media)
            )
            for entry in self.copy.catalogue.entries
        }

    def lines(self, entries: tuple[Entry, ...]) -> Markup:
        """List items that lead to entries of the book, as the site's long lists have them."""
        return Markup("").join(self._lines[entry.id] for entry in entries)
