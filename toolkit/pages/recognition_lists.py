"""Lists of entries by recognition: by state, if any organization has spoken about one of them, and
those of an organization.
"""

from collections.abc import Iterable

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.recognition_fields import STATES
from toolkit.grouping import grouped
from toolkit.languages.language import Language
from toolkit.pages.groups import Group, Part, Section, make_parts, one_section
from toolkit.pages.links import Link
from toolkit.pages.site import Site
from toolkit.recognition.status import State
from toolkit.recognition.words import state_name

# The lists of an organization's page, in their order: fields of `Pending`.
_LISTS = ("awaits", "recognized", "lapsed", "objected")


def make_sections(
    entries: Iterable[Entry], site: Site, prefix: str = "", *, by_evidence: bool = False
) -> tuple[Section, ...]:
    """A section for each state that occurs; one without a heading if nobody has spoken about any of
    the entries.

    Their order and look say nothing about evidence. `prefix` and `by_evidence` are those of
    `make_parts`.
    """
    entries, catalogue = tuple(entries), site.catalogue
    if not any(entry.id in catalogue.mentioned for entry in entries):
        return one_section(make_parts(entries, site, prefix, by_evidence=by_evidence))
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
