"""The page on recognition, and the list of the entries in each state."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.recognition_fields import STATES
from toolkit.languages.language import Language
from toolkit.pages.groups import make_parts, one_section
from toolkit.pages.items import Item
from toolkit.pages.links import Link, body_link, entry_link
from toolkit.pages.page import Page
from toolkit.pages.pagination import ListedPage, Whole, pages_of_list
from toolkit.pages.recognition_entry import Voice, voices
from toolkit.pages.recognition_lists import anchor_of, state_links
from toolkit.pages.site import Site
from toolkit.recognition.pending import Pending
from toolkit.recognition.status import State
from toolkit.recognition.words import in_words, state_name

DATA = ("recognition.json", "recognition.schema.json")
_LATELY = 10


@dataclass(frozen=True, slots=True)
class Member:
    """A member as this copy knows it, with links to what it recognized and what awaits it."""

    body: Link
    recognized: Link | None
    awaits: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionPage(Page, template="recognition.html"):
    """The procedure, the states, the members, and what is open.

    The notes of links to entries say what there is to say about each. `complete` if all members
    are known; `data` are files; `joint` are the entries issued in the name of the Group.
    """

    procedure: str
    states: tuple[Link, ...]
    members: tuple[Member, ...]
    complete: bool
    circulating: tuple[Link, ...]
    lately: tuple[Link, ...]
    objections: tuple[tuple[Link, tuple[Voice, ...]], ...]
    lapsed: tuple[Link, ...]
    data: tuple[str, ...]
    joint: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatePage(ListedPage, template="recognition-state.html"):
    """The entries in one state of recognition."""


def pages(site: Site) -> Iterator[Page]:
    """The page on recognition, and one page per state."""
    yield _overview(site)
    for name in STATES:
        yield from _state(State(name), site)


def _overview(site: Site) -> Page:
    catalogue, language = site.catalogue, site.language
    policy = catalogue.ledger.policy
    procedure = policy.on(catalogue.as_of).procedure
    return RecognitionPage(
        path="recognition",
        title=language.text("recognition.title"),
        summary=language.text("recognition.summary"),
        procedure=language.text(f"recognition.procedure.{procedure}"),
        states=state_links(catalogue, language, unused=True),
        members=tuple(_members(catalogue, language)),
        complete=policy.complete,
        circulating=_links(catalogue.by_state[State.CIRCULATING], catalogue, language),
        lately=_lately(catalogue, language),
        objections=tuple(_objections(catalogue, language)),
        lapsed=_links(catalogue.by_state[State.CHANGED], catalogue, language),
        data=DATA,
        joint=site.items(catalogue.by_state[State.JOINT]),
    )


def _members(catalogue: Catalogue, language: Language) -> list[Member]:
    found = []
    for id_ in catalogue.ledger.members.in_order(catalogue.as_of):
        pending = catalogue.all_pending.get(id_, Pending())
        links = (
            Link(str(len(ids)), f"organisations/{id_}", anchor_of(name)) if ids else None
            for name, ids in (("recognized", pending.recognized), ("awaits", pending.awaits))
        )
        found.append(Member(body_link(id_, catalogue, language), *links))
    return sorted(found, key=lambda member: language.sort_key(member.body.text))


def _links(entries: Iterable[Entry], catalogue: Catalogue, language: Language) -> tuple[Link, ...]:
    """Links to entries, with what there is to say about the recognition of each."""
    return tuple(
        entry_link(entry, in_words(catalogue.statuses[entry.id], catalogue.organisations, language))
        for entry in entries
    )


def _lately(catalogue: Catalogue, language: Language) -> tuple[Link, ...]:
    """The texts recognized most recently, newest first."""
    dated = [
        (since, entry)
        for state in (State.RECOGNIZED, State.PARTLY)
        for entry in catalogue.by_state[state]
        if (since := catalogue.statuses[entry.id].since) is not None
    ]
    dated.sort(key=lambda item: (-item[0].toordinal(), item[1].id))
    return _links((entry for _, entry in dated[:_LATELY]), catalogue, language)


def _objections(
    catalogue: Catalogue, language: Language
) -> Iterator[tuple[Link, tuple[Voice, ...]]]:
    for entry in catalogue.entries:
        status = catalogue.statuses[entry.id]
        found = (*status.objections, *status.late_objections)
        if found:
            yield entry_link(entry), voices(found, catalogue, language)


def _state(state: State, site: Site) -> Iterator[Page]:
    language, entries = site.language, site.catalogue.by_state[state]
    name, path = state_name(state, language), f"recognition/{state}"
    breadcrumbs = (Link(language.text("recognition.title"), "recognition"),)
    return pages_of_list(
        StatePage,
        one_section(make_parts(entries, site)),
        Whole(name, path, path, breadcrumbs, lines=True),
        language,
        summary=language.text(f"recognition.about.{state}"),
    )
