"""Entries related to another: a few on its page, many on their own page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.languages.language import Language
from toolkit.pages.groups import make_parts, one_section
from toolkit.pages.links import Link, entry_link, pillar_link
from toolkit.pages.page import Page
from toolkit.pages.pagination import ListedPage, Whole, pages_of_list
from toolkit.pages.site import Site
from toolkit.pages.written_pages import LIST

# How many an entry's page shows with facts, and how many it names if there are more.
MOST = 4
FIRST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedPage(ListedPage, template="related.html"):
    """Everything related to the entry that `entry` links to."""

    entry: Link


def first_related(
    entry: Entry, related: Sequence[Entry], language: Language
) -> tuple[tuple[Link, ...], Link | None]:
    """Links to the first entries related to another, and one to the page of them all.

    None of these if the entry's own page shows all of them with facts.
    """
    if len(related) <= MOST:
        return (), None
    # Below the entry's own address, so it can't clash with another page or alias.
    path = f"{entry.path}/related"
    return (
        tuple(map(entry_link, related[:FIRST])),
        Link(language.text("entry.related-all", n=len(related)), path),
    )


def related_page(entry: Entry, site: Site) -> Iterator[Page]:
    """The page of everything related to an entry, if its own page names only the first ones, and
    further pages if these are many.
    """
    catalogue, language = site.catalogue, site.language
    related = catalogue.related.get(entry.id, ())
    _first, link = first_related(entry, related, language)
    if link is not None:
        title = language.text("related.title", title=entry.title)
        above = breadcrumbs_to(entry, catalogue, language)
        yield from pages_of_list(
            RelatedPage,
            one_section(make_parts(related, site)),
            Whole(title, link.path, link.path, above, pillar=entry.pillar),
            language,
            summary=language.text("related.summary", title=entry.title),
            pillar=entry.pillar,
            entry=entry_link(entry),
        )


def breadcrumbs_to(entry: Entry, catalogue: Catalogue, language: Language) -> tuple[Link, Link]:
    """Where an entry is: its pillar, and the list of its kind there."""
    kind = entry.kind.value
    divided = entry.pillar in catalogue.mentioned_pillars
    section = f"{catalogue.statuses[entry.id].state}-" if divided else ""
    return (
        pillar_link(catalogue, entry.pillar, language),
        Link(language.text(f"part.{kind}s"), f"{entry.pillar}/index", f"{LIST}{section}{kind}s"),
    )
