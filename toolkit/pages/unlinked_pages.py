"""The pages that no other page links to: at unknown and former addresses, and for leaving."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from toolkit.content.entry import Entry
from toolkit.content.task import Task
from toolkit.languages.language import Language
from toolkit.pages.links import Link, entry_link
from toolkit.pages.page import Page
from toolkit.pages.site import Site


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage(Page, template="moved.html"):
    """What readers at a former address see if their browser doesn't redirect them at once."""

    target: Link


def unlinked_pages(language: Language, site_url: str) -> tuple[Page, ...]:
    """The pages for unknown addresses and for leaving.

    `site_url` is the public address of the site, or its path on a server.
    """
    return (
        NotFoundPage(
            path="404",
            title=language.text("not-found.title"),
            summary=language.text("not-found.summary"),
            base=f"{urlsplit(site_url).path.rstrip('/')}/",
        ),
        BlankPage(path="blank", title=language.text("blank.title"), summary=""),
    )


def moved_pages(site: Site) -> Iterator[Page]:
    """A page at each former address of an entry or task, which redirects without a script."""
    kept: tuple[Entry | Task, ...] = (*site.catalogue.entries, *site.catalogue.tasks)
    for one in kept:
        for path in one.aliases:
            yield MovedPage(
                path=path,
                title=site.language.text("moved.title"),
                summary=one.title,
                pillar=one.pillars[0],
                target=entry_link(one) if isinstance(one, Entry) else Link(one.title, one.path),
            )
