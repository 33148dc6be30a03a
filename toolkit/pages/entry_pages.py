"""The page of each entry."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.records import Withdrawn
from toolkit.content.schema import Kind
from toolkit.exports.schema_org import in_page
from toolkit.exports.tags import tags
from toolkit.languages.language import Language
from toolkit.pages.address_notes import AddressNote, address_notes, library_search, source_notes
from toolkit.pages.dates import date_text
from toolkit.pages.entry_access import (
    Address,
    ShownSource,
    Way,
    address,
    body_names,
    citation,
    files,
    has_own_address,
    identifier_texts,
    shown_sources,
    way,
)
from toolkit.pages.entry_facts import Row, fact_rows, unverified_names
from toolkit.pages.items import Item
from toolkit.pages.links import Link, entry_link, full_name, kind_name, term_link
from toolkit.pages.notices import notice_of, original_title
from toolkit.pages.page import LatePage, Page
from toolkit.pages.provision_names import ProvisionGroup, provision_groups
from toolkit.pages.recognition_entry import Recognition, shown_recognition
from toolkit.pages.related import breadcrumbs_to, first_related, related_page
from toolkit.pages.sentences import facts_sentence, named_bodies
from toolkit.pages.site import Site
from toolkit.recognition.digest import shortened
from toolkit.recognition.entry_status import is_joint


@dataclass(frozen=True, slots=True)
class Access:
    """Where to get a work: its files by language, and the address given for it.

    `is_direct` if one of these is the work or the publisher's page about it; `whom` names the
    bodies to ask if it is nowhere.
    """

    restricted: bool
    files: tuple[Way, ...]
    way: Way | None
    is_direct: bool
    described_at: Address | None
    identifiers: tuple[str, ...]
    whom: tuple[str, ...]
    notes: tuple[AddressNote, ...]
    library: Address | None


@dataclass(frozen=True, slots=True)
class Trust:
    """Who checked an entry and when; both are empty if nobody did.

    `unverified` names the fields that nobody checked against the work; `overdue` is the month by
    which the entry should have been reviewed, or empty if that has not passed.
    """

    verified_by: str
    verified_on: str
    unverified: str
    overdue: str


@dataclass(frozen=True, slots=True)
class Relations:
    """The entries connected with another.

    `similar` are found by what they have in common if none is named as related. If many are
    `related`, the page shows the `first` ones and a link to `all`.
    """

    superseded_by: tuple[Link, ...]
    supersedes: tuple[Link, ...]
    distinct_from: tuple[Link, ...]
    related: tuple[Item, ...]
    similar: tuple[Item, ...]
    first: tuple[Link, ...]
    all: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage(Page, template="entry.html"):
    """An entry. `languages` are those of the work, `unverified` the names of unchecked fields.
    `original_title` is empty if it is also the title of the page.

    `identifier` is the address of the entry or a URN, `digest` the beginning of its text's digest,
    `day` the date of the last event in its history, in words, or empty if none is recorded;
    `tags` and `data` tell other programs what the work is.

    `facts` are a sentence, in which the bodies `named` stand; `joint` where it is issued in the
    name of the Group; `citation` is empty for a practice. `first_letter` is that of the body, by
    whose script its direction is known.
    """

    languages: tuple[str, ...]
    original_title: str
    is_practice: bool
    unverified: tuple[str, ...]
    withdrawn: Withdrawn | None
    kind: Link
    facts: str
    named: tuple[str, ...]
    joint: bool
    access: Access
    trust: Trust
    recognition: Recognition
    rows: tuple[Row, ...]
    body: Markup
    first_letter: str
    provisions: tuple[ProvisionGroup, ...]
    sources: tuple[ShownSource, ...]
    source_notes: tuple[AddressNote, ...]
    relations: Relations
    citation: str
    identifier: str
    digest: str
    day: str
    tags: tuple[tuple[str, str], ...]
    data: Markup
    used_for: tuple[Link, ...]


def pages(site: Site) -> Iterator[Page | LatePage]:
    """One page per entry, and another if many entries are related to it."""
    for entry in site.catalogue.entries:
        make, made_from = partial(_page, entry, site), partial(_made_from, entry, site)
        yield LatePage(entry.path, entry.title, EntryPage.template, make, made_from)
        yield from related_page(entry, site)
    # Fill the caches that all pages need here, not in each process that makes some of the pages.
    for entry in site.catalogue.entries[:1]:
        _page(entry, site)


def pages_of(entry: Entry, site: Site) -> Iterator[Page]:
    """The pages of one entry."""
    yield _page(entry, site)
    yield from related_page(entry, site)


def _made_from(entry: Entry, site: Site) -> tuple[object, ...]:
    """All that the page of an entry is made from; nothing in a copy of a part of the toolkit."""
    catalogue = site.catalogue
    if not site.lists or catalogue.outside:
        return ()
    document = catalogue.content.by_id[entry.id]
    texts = document.source.digest, document.body_source.digest
    return (site.lists, catalogue.as_of, *texts, *_others(entry, site).values())


def _others(entry: Entry, site: Site) -> dict[str, Any]:
    """What the page of an entry shows that also depends on other texts, by the names of fields."""
    catalogue, language = site.catalogue, site.language
    return {
        "breadcrumbs": breadcrumbs_to(entry, catalogue, language),
        "notice": notice_of(entry.path, site),
        "recognition": shown_recognition(entry, catalogue, language),
        "relations": _relations(entry, site),
        "used_for": tuple(
            Link(task.title, task.path, note=choice.use)
            for task, choice in catalogue.used_for.get(entry.id, ())
        ),
    }


def _page(entry: Entry, site: Site) -> EntryPage:
    catalogue, language = site.catalogue, site.language
    work = site.exports.work(entry)
    facet = catalogue.facets["types" if entry.type else "evidence"]
    kind = term_link(facet, entry.type or entry.evidence, language)
    is_practice = entry.kind is Kind.PRACTICE
    original = "" if is_practice else original_title(entry.path, entry.title, site)
    withdrawn = entry.withdrawn
    if withdrawn:
        withdrawn = replace(withdrawn, on=date_text(withdrawn.on, language))
    return EntryPage(
        **_others(entry, site),
        path=entry.path,
        title=entry.title,
        summary=entry.summary,
        pillar=entry.pillar,
        languages=entry.languages,
        original_title=original,
        is_practice=is_practice,
        unverified=entry.unverified,
        withdrawn=withdrawn,
        kind=Link(kind_name(entry, catalogue, language), kind.path),
        facts=facts_sentence(entry, catalogue, language),
        named=named_bodies(entry, catalogue, language),
        joint=is_joint(catalogue.content.by_id[entry.id]),
        access=_access(entry, catalogue, language, original or entry.title),
        trust=_trust(entry, catalogue, language),
        rows=fact_rows(entry, catalogue, language),
        body=site.bodies[entry.path].html,
        first_letter=next(filter(str.isalpha, entry.body), ""),
        provisions=provision_groups(entry.provisions, catalogue, language),
        sources=shown_sources(entry, catalogue, language),
        source_notes=source_notes(entry, catalogue, language),
        citation=citation(entry, catalogue, language, original),
        identifier=work.identifier,
        digest=shortened(work.digest),
        day=language.date(work.day) if work.day else "",
        tags=tuple(tags(work, language.tag)),
        data=Markup(in_page(work)),  # noqa: S704 - escaped for this place
    )


def _access(entry: Entry, catalogue: Catalogue, language: Language, own_title: str) -> Access:
    return Access(
        entry.access == "restricted",
        files(entry, language),
        way(entry, language),
        has_own_address(entry),
        address(entry.described_at),
        identifier_texts(entry, language),
        tuple(body_names(entry, catalogue, language)),
        address_notes(entry, catalogue, language),
        library_search(entry, own_title, catalogue),
    )


def _relations(entry: Entry, site: Site) -> Relations:
    by_id, withdrawn = site.catalogue.by_id, site.language.text("state.withdrawn")
    newer = site.catalogue.superseded_by.get(entry.id, ())
    related = site.catalogue.related.get(entry.id, ())
    first, all_of_them = first_related(entry, related, site.language)
    return Relations(
        tuple(entry_link(one, withdrawn if one.withdrawn else "") for one in newer),
        tuple(entry_link(by_id[id_]) for id_ in entry.supersedes),
        tuple(entry_link(by_id[id_], reason) for id_, reason in entry.distinct_from),
        site.items(related),
        site.items(site.catalogue.similar.get(entry.id, ())),
        first,
        all_of_them,
    )


def _trust(entry: Entry, catalogue: Catalogue, language: Language) -> Trust:
    verified_by = verified_on = ""
    if entry.verified:
        verified_by = full_name(catalogue.organisations[entry.verified.by], language)
        verified_on = date_text(entry.verified.on, language)
    unverified = language.joined(unverified_names(entry, language))
    overdue = entry.review_by if entry.review_by < f"{catalogue.as_of:%Y-%m}" else ""
    return Trust(verified_by, verified_on, unverified, date_text(overdue, language))
