"""The page on recognition, and the list of the entries in each state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.recognition_fields import STATES
from toolkit.languages.language import Language
from toolkit.pages.groups import make_parts
from toolkit.pages.links import Link, entry_link
from toolkit.pages.page import Page
from toolkit.pages.pagination import Whole, divide_parts
from toolkit.pages.recognition_bodies import LISTS
from toolkit.pages.recognition_entry import Voice, body_link, voices
from toolkit.pages.recognition_lists import state_links
from toolkit.recognition.status import State
from toolkit.recognition.words import in_words, state_name
from toolkit.rendering.body import Body

DATA = ("recognition.json", "recognition.schema.json")
_LATELY = 10


@dataclass(frozen=True, slots=True)
class Member:
    """A member as this copy knows it, with links to what it recognized and what awaits it."""

    body: Link
    recognized: Link | None
    awaits: Link | None


def pages(catalogue: Catalogue, language: Language, _bodies: Mapping[str, Body]) -> Iterator[Page]:
    """The page on recognition, and one page a state."""
    yield _overview(catalogue, language)
    for name in STATES:
        yield from _state(State(name), catalogue, language)


def _overview(catalogue: Catalogue, language: Language) -> Page:
    ledger = catalogue.ledger
    return Page(
        "recognition",
        "recognition.html",
        language.text("recognition.title"),
        language.text("recognition.summary"),
        {
            "procedure": language.text(f"recognition.procedure.{ledger.policy.procedure}"),
            "states": state_links(catalogue, language, unused=True),
            "members": tuple(_members(catalogue, language)),
            "complete": ledger.policy.complete,
            "circulating": _told(State.CIRCULATING, catalogue, language),
            "lately": _lately(catalogue, language),
            "objections": tuple(_objections(catalogue, language)),
            "lapsed": _told(State.CHANGED, catalogue, language),
            "data": DATA,
            "joint": catalogue.by_state[State.JOINT],
        },
    )


def _members(catalogue: Catalogue, language: Language) -> Iterator[Member]:
    found = []
    for id_ in catalogue.ledger.members.in_order(catalogue.as_of):
        pending = catalogue.all_pending.get(id_)
        counts = {
            "recognized": len(pending.recognized) if pending else 0,
            "awaits": len(pending.awaits) if pending else 0,
        }
        links = {
            name: Link(str(count), f"organisations/{id_}", LISTS[name]) if count else None
            for name, count in counts.items()
        }
        found.append(Member(body_link(id_, catalogue, language), **links))
    yield from sorted(found, key=lambda member: member.body.text.casefold())


def _told(state: State, catalogue: Catalogue, language: Language) -> tuple[Link, ...]:
    """The entries of a state, with what is to be said of each."""
    return tuple(
        entry_link(entry, in_words(catalogue.statuses[entry.id], catalogue.organisations, language))
        for entry in catalogue.by_state[state]
    )


def _lately(catalogue: Catalogue, language: Language) -> tuple[Link, ...]:
    """The texts recognized last, the latest first."""
    dated = [
        (since, entry)
        for state in (State.RECOGNIZED, State.PARTLY)
        for entry in catalogue.by_state[state]
        if (since := catalogue.statuses[entry.id].since) is not None
    ]
    dated.sort(key=lambda item: (-item[0].toordinal(), item[1].id))
    return tuple(
        entry_link(entry, in_words(catalogue.statuses[entry.id], catalogue.organisations, language))
        for _, entry in dated[:_LATELY]
    )


def _objections(
    catalogue: Catalogue, language: Language
) -> Iterator[tuple[Link, tuple[Voice, ...]]]:
    for entry in catalogue.entries:
        status = catalogue.statuses[entry.id]
        found = (*status.objections, *status.late_objections)
        if found:
            yield entry_link(entry), voices(found, catalogue, language)


def _state(state: State, catalogue: Catalogue, language: Language) -> Iterator[Page]:
    entries = catalogue.by_state[state]
    name, path = state_name(state, language), f"recognition/{state}"
    breadcrumbs = (Link(language.text("recognition.title"), "recognition"),)
    parts, list_pages = divide_parts(
        make_parts(entries, catalogue, language),
        Whole(name, path, path, breadcrumbs, lines=True),
        language,
    )
    yield Page(
        path,
        "recognition-state.html",
        name,
        language.text(f"recognition.about.{state}"),
        {
            "breadcrumbs": breadcrumbs,
            "count": len(entries),
            "parts": parts,
        },
    )
    yield from list_pages
