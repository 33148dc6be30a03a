"""What every chapter of a book is rendered with: templates and places."""

from dataclasses import dataclass
from functools import cached_property, partial

from jinja2 import Environment
from markupsafe import Markup

from toolkit.cache.shelf import Shelf, key_of
from toolkit.editions.book.html_rewriting import Origin, Places, rewrite
from toolkit.editions.copy import Copy
from toolkit.pages.page import Page
from toolkit.site.gaps import with_gaps
from toolkit.site.language_attributes import marked
from toolkit.site.page_keys import PageKeys


@dataclass(frozen=True)
class Renderer:
    """Renders chapters; the templates of single pages don't know the copy."""

    copy: Copy
    environment: Environment
    places: Places

    def words(self, key: str, /, **values: object) -> str:
        """A string in the language of the copy."""
        return self.copy.language.text(key, **values)

    def marked(self, text: str, *tags: str) -> Markup:
        """A text as HTML, with its language and direction if they are not the book's."""
        html = marked(text, self.copy.language, tags, self.copy.setting.english)
        return Markup(with_gaps(html, self.copy.language))  # noqa: S704 - changes only spaces

    def page(self, path: str) -> Page:
        """A page of the copy's site."""
        return self.copy.pages[path]

    def print(self, template: str, origin: Origin, **context: object) -> str:
        """The HTML that a template makes, as if it were on the page `origin.path`."""
        root = "../" * origin.path.count("/")
        html = self.environment.get_template(template).render(root=root, **context)
        return rewrite(with_gaps(html, self.copy.language), origin, self.places).strip()

    def print_page(self, template: str, origin: Origin, page: Page) -> str:
        """The HTML that a template makes of one page of the site, cached for the next copy."""
        view = self._keys.of(page)
        key = key_of(self._keys.key(view, ()), template, repr(origin))
        make = partial(self.print, template, origin, view=page)
        return self.shelf.made(key, str, make) if view else make()

    @cached_property
    def shelf(self) -> Shelf:
        """The chapters of single pages."""
        return self.copy.shelf("chapters")

    @cached_property
    def _keys(self) -> PageKeys:
        """Keys of what such chapters depend on: the page, the setting, the date, the places."""
        english = repr(sorted(self.copy.setting.english))
        day = self.copy.catalogue.as_of.isoformat()
        return PageKeys(self.copy.setting, key_of(self.places.digest, day, english))
