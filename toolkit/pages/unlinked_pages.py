"""The pages that no other page links to: for unknown addresses, and for leaving the site."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from toolkit.languages.language import Language
from toolkit.pages.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage(Page, template="404.html"):
    """The page that a web server shows for an unknown address. That may be anywhere, so its links
    begin with `base`, the path of the site on its server.
    """

    base: str

    @property
    def root(self) -> str:
        """The path to the site's root from anywhere."""
        return self.base


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankPage(Page, template="blank.html"):
    """The empty page that "Leave this site quickly" leads to in a copy."""


def unlinked_pages(language: Language, site_url: str) -> tuple[Page, ...]:
    """Both pages; `site_url` is the public address of the site, or its path on a server."""
    return (
        NotFoundPage(
            path="404",
            title=language.text("not-found.title"),
            summary=language.text("not-found.summary"),
            base=f"{urlsplit(site_url).path.rstrip('/')}/",
        ),
        BlankPage(path="blank", title=language.text("blank.title"), summary=""),
    )
