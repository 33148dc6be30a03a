"""Lists of entries by recognition: by state, if any organization has spoken about one of them, and
those of an organization.
"""

from collections.abc import Iterable

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.recognition_fields import STATES
from toolkit.grouping import grouped
from toolkit.languages.language import Language
from toolkit.pages.groups import Group, Part, Section, make_parts
from toolkit.pages.links import Link
from toolkit.pages.page import Page
from toolkit.pages.pagination import Listing, Whole, divide, divide_parts
from toolkit.pages.site import Site
from toolkit.recognition.status import State
from toolkit.recognition.words import state_name

# The lists of an organization's page, in their order: fields of `Pending`.
_LISTS = ("awaits", "recognized", "lapsed", "objected")


def make_sections(entries: Iterable[Entry], site: Site, prefix: str = "") -> tuple[Section, ...]:
    """A section for each state that occurs; none if nobody has spoken about any of the entries.

    Their order and look say nothing about evidence. `prefix` keeps anchors on one page distinct.
    """
    entries, catalogue = tuple(entries), site.catalogue
    if not any(entry.id in catalogue.mentioned for entry in entries):
        return ()
    found = grouped((catalogue.statuses[entry.id].state, entry) for entry in entries)
    return tuple(
        Section(
            state_name(state, site.language),
            f"{prefix}{state}",
            make_parts(found[state], site, f"{prefix}{state}-"),
        )
        for state in (*map(State, STATES), State.UNDETERMINED)
        if state in found
    )


def make_listing(
    entries: Iterable[Entry],
    whole: Whole,
    site: Site,
    prefix: str = "",
    *,
    by_evidence: bool = False,
) -> tuple[Listing, tuple[Page, ...]]:
    """A list in sections by state if there are any, otherwise in parts, and its further pages."""
    entries = tuple(entries)
    if sections := make_sections(entries, site, prefix):
        sections, pages = divide(sections, whole, site.language)
        return Listing((), sections, bool(pages)), pages
    parts = make_parts(entries, site, prefix, by_evidence=by_evidence)
    parts, pages = divide_parts(parts, whole, site.language)
    return Listing(parts, (), bool(pages)), pages


def state_links(
    catalogue: Catalogue, language: Language, *, unused: bool = False
) -> tuple[Link, ...]:
    """A link to the page of each state that has entries, or of all, with their number."""
    return tuple(
        Link(
            state_name(State(name), language),
            f"recognition/{name}",
            count=len(catalogue.by_state[State(name)]),
            note=language.text(f"recognition.about.{name}"),
        )
        for name in STATES
        if unused or catalogue.by_state[State(name)]
    )


def anchor_of(name: str) -> str:
    """The anchor of one of the lists on the page of an organization."""
    return f"page--{name}"


def body_lists(id_: str, site: Site) -> tuple[Part, ...]:
    """The lists of one organization that aren't empty."""
    pending = site.catalogue.all_pending.get(id_)
    return tuple(
        Part(
            site.language.text(f"recognition.body.{name}"),
            anchor_of(name),
            (Group("", anchor_of(name), site.items(map(site.catalogue.by_id.__getitem__, ids))),),
        )
        for name in _LISTS
        if (ids := getattr(pending, name, ()))
    )
