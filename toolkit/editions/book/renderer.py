"""What every chapter of a book is made with: templates and places."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from toolkit.editions.book.html_rewriting import Origin, Places, weave
from toolkit.editions.copy import Copy
from toolkit.pages.page import Page
from toolkit.site.gaps import with_gaps
from toolkit.site.language_attributes import foreign


@dataclass(frozen=True)
class Renderer:
    """Makes the HTML of chapters."""

    copy: Copy
    environment: Environment
    places: Places

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
        raw = with_gaps(raw, self.copy.language)
        return weave(raw, origin, self.places).strip()
