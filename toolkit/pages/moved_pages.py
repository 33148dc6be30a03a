"""A page at each former address of an entry or task, which redirects without a script.

No list contains these pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.content.entry import Entry
from toolkit.content.task import Task
from toolkit.pages.links import Link
from toolkit.pages.page import Page
from toolkit.pages.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage(Page, template="moved.html"):
    """What readers at a former address see if their browser doesn't redirect them at once."""

    target: Link


def moved_pages(site: Site) -> Iterator[Page]:
    """One page for each alias of the entries and tasks that the site holds."""
    kept: tuple[Entry | Task, ...] = (*site.catalogue.entries, *site.catalogue.tasks)
    for one in kept:
        for path in one.aliases:
            yield MovedPage(
                path=path,
                title=site.language.text("moved.title"),
                summary=one.title,
                pillar=one.pillars[0],
                target=Link(one.title, one.path),
            )
