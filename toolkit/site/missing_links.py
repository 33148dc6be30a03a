"""Rewrites a copy's links to what it leaves out: in full, saying that the target isn't in the copy.

A pattern finds them, not a parser: our templates and the cleaner of bodies always write attributes
in the same way, links don't nest, and over hundreds of pages it takes a twentieth of the time.
"""

import posixpath
import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from toolkit.cache.shelf import key_of
from toolkit.languages.language import Language
from toolkit.pages.page import Page
from toolkit.pages.site import Site
from toolkit.site.publication import Publication

# A link as our templates and the cleaner of bodies write it: attributes in double quotes.
_LINK = re.compile(
    r'<a(?P<before>(?: [\w-]+(?:="[^"]*")?)*?) href="(?P<href>[^"]*)"'
    r'(?P<after>(?: [\w-]+(?:="[^"]*")?)*)>(?P<inner>.*?)</a>',
    re.DOTALL,
)
_ENDING = ".html"

# Where "Leave this site quickly" leads in a copy: one of toolkit.pages.unlinked_pages.
BLANK = "blank"


class MissingLinks:
    """Rewrites the pages of a copy that has only the pages at `paths`, given without extension."""

    def __init__(self, paths: Iterable[str], site: Site, publication: Publication) -> None:
        self._paths = frozenset(paths)
        self._works = {
            entry.path: entry.url or entry.described_at for entry in site.catalogue.outside.values()
        }
        self._publication = publication
        self._language = site.language
        # Pages in one folder have many links in common.
        self._rewritten = lru_cache(1000)(self._rewrite)

    @cached_property
    def digest(self) -> bytes:
        """A digest of everything that the result depends on, except the setting of the site."""
        return key_of(repr((sorted(self._paths), sorted(self._works.items()))))

    def rewrite(self, page: Page, html: str) -> str:
        """The HTML of a page without a dead link."""
        folder = posixpath.dirname(page.path)
        parts = 0, "href", "inner"
        return _LINK.sub(lambda link: self._rewritten(folder, *link.group(*parts)), html)

    def _rewrite(self, folder: str, link: str, href: str, inner: str) -> str:
        path = target(href, folder)
        if path is None or path in self._paths:
            return link
        return missing_html(inner, self.address(path), self._language)

    def address(self, path: str) -> str:
        """Where to read a page that is not in the copy: on the site, else at the work's address."""
        return self._publication.address(f"{path}{_ENDING}") or self._works.get(path, "")


def target(href: str, folder: str) -> str | None:
    """The page of the site that a link on a page in `folder` leads to, without extension.

    None if it leads elsewhere.
    """
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path.endswith(_ENDING):
        return None
    return posixpath.normpath(posixpath.join(folder, parts.path)).removesuffix(_ENDING)


_ADDRESS = Markup(
    '<a class="external" href="{0}" rel="noopener noreferrer"><bdi dir="ltr">{0}</bdi></a>'
)


def missing_html(inner: str, address: str, language: Language) -> str:
    """The HTML that replaces a link: its text, a note that it is missing, and where to read it."""
    note = escape(language.strings["copy.missing-at" if address else "copy.missing"])
    note = note.format(address=_ADDRESS.format(address))
    return f'<span class="missing">{inner} <small>{note}</small></span>'
