"""A page at each former address of an entry, which leads on without script; nothing lists it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.pages.links import Link, entry_link
from toolkit.pages.page import Page
from toolkit.pages.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage(Page, template="moved.html"):
    """What readers with a former address see, if their browser does not lead them on at once."""

    entry: Link


def moved_pages(site: Site) -> Iterator[Page]:
    """One page for each alias of the entries that the site holds."""
    for entry in site.catalogue.entries:
        for path in entry.aliases:
            yield MovedPage(
                path=path,
                title=site.language.text("moved.title"),
                summary=entry.title,
                pillar=entry.pillar,
                entry=entry_link(entry),
            )
