"""Browse, new, available now, and search: the lists of everything."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.schema import PILLARS
from toolkit.exports.feeds import DATA, WHOLE, has_feed
from toolkit.grouping import grouped
from toolkit.pages.dates import date_forms
from toolkit.pages.groups import Group, Part, Section, make_parts, one_section
from toolkit.pages.links import Link, counted_pillar_link
from toolkit.pages.page import Page
from toolkit.pages.pagination import ListedPage, Whole, pages_of_list
from toolkit.pages.recognition_lists import make_sections, state_links
from toolkit.pages.site import Site
from toolkit.pages.task_pages import INDEX as TASKS
from toolkit.pages.terms import TermGroup, term_groups

_YEARS = 5
_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowsePage(ListedPage, template="browse.html"):
    """All ways to narrow down, and all entries by the first letter of their titles.

    `facets` are the tasks and the facets with used terms, and these terms. `dates` are the forms of
    days in words.
    """

    pillars: tuple[Link, ...]
    facets: tuple[tuple[Link, tuple[TermGroup, ...]], ...]
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPage(ListedPage, template="new.html"):
    """What was added lately, if anything, and works by year, from `first` to `last`; `older` says
    whether there are works of earlier years.

    `feed` is the path of the feed of everything, empty if there is none.
    """

    added: bool
    feed: str
    first: int
    last: int
    older: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailablePage(ListedPage, template="available.html"):
    """The works that are available now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page, template="search.html"):
    """The search page; `ways` are the ways in without it, each with what it is."""

    ways: tuple[Link, ...]


def pages(site: Site) -> Iterator[Page]:
    """The four pages."""
    yield from _browse(site)
    yield from _new(site)
    yield from _available(site)
    yield _search(site)


def _browse(site: Site) -> Iterator[Page]:
    catalogue, language = site.catalogue, site.language
    facets = tuple(
        (Link(language.text(f"facet.{facet.name}"), f"{facet.name}/index", facet.name), groups)
        for facet in catalogue.facets.values()
        if (groups := _used(term_groups(facet, language)))
    )
    all_tasks = Link(language.text("home.tasks-all"), TASKS, count=len(catalogue.tasks))
    tasks = (
        Link(language.text("tasks.title"), TASKS, "tasks"),
        (TermGroup("", None, (all_tasks,)),),
    )
    states = state_links(catalogue, language)
    recognition = (
        Link(language.text("recognition.title"), "recognition", "recognition"),
        (TermGroup("", None, states),),
    )
    now = Link(language.text("available.title"), "available", count=len(catalogue.available))
    available = (
        Link(language.text("field.access"), "available", "available"),
        (TermGroup("", None, (now,)),),
    )
    title = language.text("nav.browse")
    return pages_of_list(
        BrowsePage,
        one_section(_letters(site)),
        Whole(language.text("browse.all"), "browse", "browse", page_title=title, lines=True),
        language,
        summary=language.text("browse.summary"),
        pillars=tuple(counted_pillar_link(catalogue, pillar, language) for pillar in PILLARS),
        facets=(
            *((tasks,) if catalogue.tasks else ()),
            *facets,
            available,
            *((recognition,) if states else ()),
        ),
        dates=date_forms(language),
    )


def _used(groups: tuple[TermGroup, ...]) -> tuple[TermGroup, ...]:
    """The groups without unused terms."""
    kept = (
        TermGroup(group.heading, group.broader, tuple(link for link in group.terms if link.count))
        for group in groups
    )
    return tuple(group for group in kept if group.terms or (group.broader and group.broader.count))


def _letters(site: Site) -> Iterator[Part]:
    """All entries by the first letter of their titles."""
    language = site.language

    def order(entry: Entry) -> tuple[object, ...]:
        return language.sort_key(entry.title), entry.id

    by_letter = grouped((language.initial(entry.title), entry) for entry in site.catalogue.entries)
    for letter in sorted(by_letter):
        members = sorted(by_letter[letter], key=order)
        heading = letter if letter.isalpha() else language.text("browse.digits")
        anchor = f"letter-{letter.lower()}"
        yield Part(heading, anchor, (Group("", anchor, site.items(members)),))


def _new(site: Site) -> Iterator[Page]:
    catalogue, language = site.catalogue, site.language
    now = catalogue.as_of.year
    dated = [(one.began, one) for one in catalogue.entries if one.began and one.began <= now]
    # If the last years brought nothing, the list ends with the year of the newest work.
    newest = max((year for year, _entry in dated), default=now)
    last = now if newest > now - _YEARS else newest
    by_year = grouped(one for one in dated if one[0] > last - _YEARS)
    lately = added_lately(catalogue)
    parts = make_parts(lately, site, "added-")
    heading = language.text("new.added", n=_DAYS)
    added = (Section(heading, "added", parts),) if lately else ()
    of_years = (
        Section(str(year), f"year-{year}", make_parts(its, site, f"year-{year}-"))
        for year, its in sorted(by_year.items(), reverse=True)
    )
    return pages_of_list(
        NewPage,
        (*added, *of_years),
        Whole(language.text("new.title"), "new", "new"),
        language,
        summary=language.text("new.summary"),
        added=bool(added),
        feed=f"{DATA}/{WHOLE}" if has_feed(catalogue.entries, site.exports) else "",
        first=last - _YEARS + 1,
        last=last,
        older=len(dated) > sum(map(len, by_year.values())),
    )


def added_lately(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Recent additions, newest first; those of one day in the order of all lists.

    What the toolkit began with isn't an addition.
    """
    every = [(day, entry) for entry in catalogue.by_id.values() if (day := catalogue.added(entry))]
    first = min((day for day, _entry in every), default=catalogue.as_of)
    since = max(first, catalogue.as_of - timedelta(days=_DAYS))
    lately = [one for one in every if one[0] > since and catalogue.holds(one[1].id)]
    lately.sort(key=lambda one: one[0], reverse=True)
    return tuple(entry for _day, entry in lately)


def _available(site: Site) -> Iterator[Page]:
    language = site.language
    return pages_of_list(
        AvailablePage,
        make_sections(site.catalogue.available, site),
        Whole(language.text("available.title"), "available", "available"),
        language,
        summary=language.text("available.summary"),
    )


def _search(site: Site) -> Page:
    text, tasks = site.language.text, site.catalogue.tasks
    return SearchPage(
        path="search",
        title=text("nav.search"),
        summary=text("search.summary"),
        ways=(
            *((Link(text("tasks.title"), TASKS, note=text("tasks.summary")),) if tasks else ()),
            *(
                Link(text(f"facet.{name}"), f"{name}/index", note=text(f"facet.{name}.about"))
                for name in site.catalogue.facets
            ),
        ),
    )
