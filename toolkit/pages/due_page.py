"""What is due, for editors and organizations."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from toolkit.catalogue.due import Due
from toolkit.catalogue.years import when_text
from toolkit.content.entry import Entry
from toolkit.grouping import grouped
from toolkit.languages.language import Language
from toolkit.pages.entry_facts import unverified_names
from toolkit.pages.groups import Group, Part, one_section
from toolkit.pages.items import with_brief
from toolkit.pages.links import Link, entry_link, full_name
from toolkit.pages.page import Page
from toolkit.pages.pagination import ListedPage, Whole, pages_of_list
from toolkit.pages.site import Site
from toolkit.pages.written_pages import breadcrumbs_above


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePage(ListedPage, template="due.html"):
    """What is due, by organization; an entry of several is listed under the first.

    `pairs` look alike: an entry, and the other one with how the first says that they differ.
    """

    pairs: tuple[tuple[Link, Link], ...]


def pages(site: Site) -> Iterator[Page]:
    """One page, and further ones if much is due."""
    path, language = "contribute/due", site.language
    breadcrumbs = breadcrumbs_above(path, site.catalogue)
    yield from pages_of_list(
        DuePage,
        one_section(_parts(site)),
        Whole(language.text("due.title"), path, path, breadcrumbs, lines=True),
        language,
        summary=language.text("due.summary"),
        pairs=tuple(
            _pair(entry, site.catalogue.by_id[other], reason, language)
            for entry in site.catalogue.by_id.values()
            for other, reason in entry.distinct_from
        ),
    )


def _pair(entry: Entry, other: Entry, reason: str, language: Language) -> tuple[Link, Link]:
    """The links to two entries; with their years if they have the same title."""
    pair = entry_link(entry), entry_link(other, reason)
    if entry.title != other.title:
        return pair
    years = when_text(entry, language), when_text(other, language)
    one, two = (language.text("facts.year", what=entry.title, year=year) for year in years)
    return replace(pair[0], text=one), replace(pair[1], text=two)


def _parts(site: Site) -> Iterator[Part]:
    """A part for each organization, with the reasons beside each entry."""
    catalogue, language = site.catalogue, site.language
    found = [one for one in site.due if catalogue.holds(one.entry)]
    by_body = grouped((next(iter(one.organisations), ""), one) for one in found)
    names = {
        id_: full_name(catalogue.organisations[id_], language) if id_ else "" for id_ in by_body
    }
    # The editors, who have no name, come last.
    for id_ in sorted(names, key=lambda id_: (not id_, language.sort_key(names[id_]))):
        items = tuple(
            with_brief(
                site.item(catalogue.by_id[entry]), " ".join(_words(one, site) for one in reasons)
            )
            for entry, reasons in groupby(by_body[id_], key=lambda one: one.entry)
        )
        anchor = f"for--{id_ or 'editors'}"
        yield Part(names[id_] or language.text("due.editors"), anchor, (Group("", anchor, items),))


def _words(one: Due, site: Site) -> str:
    value = one.value
    if one.kind == "unverified":
        entry = site.catalogue.by_id[one.entry]
        value = site.language.joined(unverified_names(entry, site.language))
    if one.kind == "helpline":
        value = site.language.in_order(value)
    return site.language.text(f"due.{one.kind}", value=value)
