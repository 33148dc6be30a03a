"""Pages: everything that the site shows, made from the catalogue and not yet rendered."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from toolkit.pages import (
    check_pages,
    coverage_pages,
    data_page,
    download_page,
    due_page,
    entry_pages,
    facet_pages,
    field_pages,
    home_pages,
    instrument_pages,
    list_pages,
    opportunity_pages,
    organisation_pages,
    recognition_pages,
    recognition_text_pages,
    task_pages,
    write_page,
    written_pages,
)
from toolkit.pages.page import LatePage, Page, Pages
from toolkit.pages.site import Site
from toolkit.problems import ToolkitError


class Family(Protocol):
    """The contract of a module of pages."""

    def pages(self, site: Site, /) -> Iterator[Page | LatePage]:
        """The pages of this family."""


# A family of pages is a module and a line here.
FAMILIES: tuple[Family, ...] = (
    home_pages,
    written_pages,
    check_pages,
    due_page,
    coverage_pages,
    opportunity_pages,
    entry_pages,
    task_pages,
    facet_pages,
    field_pages,
    organisation_pages,
    instrument_pages,
    list_pages,
    recognition_pages,
    recognition_text_pages,
    download_page,
    data_page,
    write_page,
)


# The pages that state the date of the copy. All others get it from a script, or link to it.
_DATED = frozenset({"index", "about/index", "downloads"})


def make_pages(site: Site) -> Pages:
    """Every page that the site's links may lead to, by path.

    A copy of part of the toolkit is for readers, so it leaves out the reference for contributors.
    Raises ToolkitError if two pages would have the same path.
    """
    is_part = bool(site.catalogue.outside)
    pages = (page for family in FAMILIES for page in family.pages(site))
    found = by_path(page for page in pages if not is_part or _for_readers(page.path))
    day = site.language.date(site.catalogue.as_of)
    dated = {path: replace(found[path], copy_date=day) for path in _DATED & found.keys()}
    return Pages({**found.known, **dated})


def by_path(pages: Iterable[Page | LatePage]) -> Pages:
    """Pages by path; raises ToolkitError if two would have the same one."""
    found: dict[str, Page | LatePage] = {}
    for page in pages:
        other = found.setdefault(page.path, page)
        if other is not page:
            raise ToolkitError(
                f'Two pages would have the address {page.path}.html: "{other.title}" '
                f'({other.template}) and "{page.title}" ({page.template}).',
                "rename the file, the term or the organization that one of them is made of.",
            )
    return Pages(found)


def _for_readers(path: str) -> bool:
    return not path.startswith("contribute/") or path == "contribute/index"
