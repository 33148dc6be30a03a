"""The home page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.schema import PILLARS, Kind
from toolkit.pages.items import Item
from toolkit.pages.links import Link, counted_link, counted_pillar_link, listed_terms
from toolkit.pages.list_pages import added_lately
from toolkit.pages.page import Page
from toolkit.pages.site import Site
from toolkit.pages.task_pages import TaskGroup, tasks_by_audience
from toolkit.pages.terms import TermGroup, term_groups
from toolkit.pages.written_pages import written
from toolkit.recognition.acts import ActKind
from toolkit.recognition.status import State

_NEWEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Page, template="home.html"):
    """The home page: `pillars` with their ids, `counts` in words."""

    body: Markup
    pillars: tuple[tuple[str, Link], ...]
    counts: str
    any_recognized: bool
    tasks: tuple[TaskGroup, ...]
    audiences: tuple[Link, ...]
    themes: tuple[TermGroup, ...]
    newest: tuple[Item, ...]
    added: tuple[Item, ...]


def pages(site: Site) -> Iterator[Page]:
    """The home page: search, pillars, audiences, themes, what is new.

    Where nobody has written its text, it says what the toolkit is called and how much it holds.
    """
    catalogue, language = site.catalogue, site.language
    counts = (
        language.text(
            "home.counts",
            practices=language.text("count.practices", n=len(catalogue.of_kind(Kind.PRACTICE))),
            resources=language.text("count.resources", n=len(catalogue.of_kind(Kind.RESOURCE))),
        )
        if catalogue.entries
        else language.text("term.empty")
    )
    audiences = catalogue.facets["audiences"]
    yield HomePage(
        **written("index", site, language.text("site.name"), counts),
        pillars=tuple(
            (pillar, counted_pillar_link(catalogue, pillar, language)) for pillar in PILLARS
        ),
        counts=counts,
        any_recognized=_any_recognized(catalogue),
        tasks=tasks_by_audience(site),
        audiences=tuple(
            counted_link(audiences, term, language) for term in listed_terms(audiences)
        ),
        themes=term_groups(catalogue.facets["themes"], language),
        newest=site.items(catalogue.entries[:_NEWEST]),
        added=site.items(added_lately(catalogue)[:_NEWEST]),
    )


def _any_recognized(catalogue: Catalogue) -> bool:
    """Whether an organization has recognized an entry, or all have by not objecting."""
    acts = chain.from_iterable(catalogue.ledger.acts.values())
    return bool(catalogue.by_state[State.RECOGNIZED]) or any(
        act.kind is ActKind.RECOGNITION and act.on <= catalogue.as_of for act in acts
    )
