"""Links of a copy that lead to what it leaves out: named in full, and said to be not in it.

A pattern finds them, not a parser: our templates and the cleaner of bodies write attributes in one
way, no link holds another one, and it takes a twentieth of the time over hundreds of pages.
"""

import posixpath
import re
from collections.abc import Iterable
from functools import cached_property
from urllib.parse import urlsplit

from markupsafe import escape

from toolkit.cache.shelf import key_of
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

# The page that "Leave this site quickly" leads to in a copy: a file of the theme, no page of ours.
BLANK = "blank"


class MissingLinks:
    """Rewrites the pages of a copy that holds only `paths`, those of its pages without ending."""

    def __init__(
        self,
        paths: Iterable[str],
        site: Site,
        publication: Publication,
    ) -> None:
        self._paths = frozenset(paths)
        self._works = {
            entry.path: entry.url or entry.described_at for entry in site.catalogue.outside.values()
        }
        self._publication = publication
        self._words = site.language.text("copy.missing")

    @cached_property
    def digest(self) -> bytes:
        """A digest of what decides, but for the setting of the site."""
        return key_of(repr((sorted(self._paths), sorted(self._works.items()))))

    def rewrite(self, page: Page, html: str) -> str:
        """The HTML of a page without a dead link."""
        folder = posixpath.dirname(page.path)
        return _LINK.sub(lambda link: self._rewritten(link, folder), html)

    def _rewritten(self, link: re.Match[str], folder: str) -> str:
        path = target(link["href"], folder)
        if path is None or path in self._paths:
            return link[0]
        return missing_html(link["inner"], self.address(path), self._words)

    def address(self, path: str) -> str:
        """Where a page that is not here can be read: on the site, or else where its work stands."""
        return self._publication.address(f"{path}{_ENDING}") or self._works.get(path, "")


def target(href: str, folder: str) -> str | None:
    """The page of the site that a link on a page in `folder` leads to, without ending.

    None where it leads to no page of the site.
    """
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path.endswith(_ENDING):
        return None
    return posixpath.normpath(posixpath.join(folder, parts.path)).removesuffix(_ENDING)


def missing_html(inner: str, address: str, words: str) -> str:
    """What takes the place of a link: its text, that it is not here, and where it can be read."""
    if not address:
        return f'<span class="missing">{inner} <small>({escape(words)})</small></span>'
    shown = escape(address)
    return (
        f'<span class="missing">{inner} <small>({escape(words)}: <a class="external" '
        f'href="{shown}" rel="noopener noreferrer"><bdi dir="ltr">{shown}</bdi></a>)</small></span>'
    )
