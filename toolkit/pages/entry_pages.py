"""The page of each entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.languages.language import Language
from toolkit.pages.entry_access import (
    address,
    body_names,
    citation,
    identifier_texts,
    shown_sources,
)
from toolkit.pages.entry_facts import fact_rows, unverified_names
from toolkit.pages.links import entry_link, full_name, kind_name, term_link
from toolkit.pages.page import Page
from toolkit.pages.provision_names import provision_groups
from toolkit.pages.recognition_entry import shown_recognition
from toolkit.pages.related import breadcrumbs_to, first_related, related_page
from toolkit.pages.sentences import facts_sentence
from toolkit.rendering.body import Body

GROUP = "icat"


def pages(catalogue: Catalogue, language: Language, bodies: Mapping[str, Body]) -> Iterator[Page]:
    """One page an entry, and one more where many are related to it."""
    for entry in catalogue.entries:
        body = Markup(bodies[entry.path].html)  # noqa: S704 - sanitized by toolkit.rendering
        yield Page(
            entry.path,
            "entry.html",
            entry.title,
            entry.summary,
            {
                "entry": entry,
                "body": body,
                **_head(entry, catalogue, language),
                **_access(entry, catalogue, language),
                **_relations(entry, catalogue, language),
                **_trust(entry, catalogue, language),
            },
        )
        yield from related_page(entry, catalogue, language)


def _head(entry: Entry, catalogue: Catalogue, language: Language) -> dict[str, object]:
    facet = catalogue.facets["types" if entry.type else "evidence"]
    return {
        "pillar": entry.pillar,
        "breadcrumbs": breadcrumbs_to(entry, catalogue, language),
        "kind": kind_name(entry, catalogue, language),
        "kind_link": term_link(facet, entry.type or entry.evidence, language),
        "facts": facts_sentence(entry, catalogue, language),
        "rows": fact_rows(entry, catalogue, language),
        "provisions": provision_groups(entry, catalogue, language),
    }


def _access(entry: Entry, catalogue: Catalogue, language: Language) -> dict[str, object]:
    return {
        "address": address(entry.url),
        "described_at": address(entry.described_at),
        "identifiers": identifier_texts(entry, language),
        "bodies": language.joined(body_names(entry, catalogue, language)),
        "sources": shown_sources(entry, language),
        "citation": citation(entry, catalogue, language),
    }


def _relations(entry: Entry, catalogue: Catalogue, language: Language) -> dict[str, object]:
    by_id = catalogue.by_id
    related = catalogue.related.get(entry.id, ())
    first, all_of_them = first_related(entry, related, language)
    return {
        "superseded_by": tuple(map(entry_link, catalogue.superseded_by.get(entry.id, ()))),
        "supersedes": tuple(entry_link(by_id[id_]) for id_ in entry.supersedes),
        "related": related,
        "related_first": first,
        "related_all": all_of_them,
        "distinct_from": tuple(
            entry_link(by_id[id_], reason) for id_, reason in entry.distinct_from
        ),
    }


def _trust(entry: Entry, catalogue: Catalogue, language: Language) -> dict[str, object]:
    verified_by = ""
    if entry.verified:
        verified_by = full_name(catalogue.organisations[entry.verified.by], language)
    return {
        "joint": entry.organisations == (GROUP,),
        "recognition": shown_recognition(entry, catalogue, language),
        "verified_by": verified_by,
        "unverified": language.joined(unverified_names(entry, language)),
        "overdue": bool(entry.review_by) and entry.review_by < f"{catalogue.as_of:%Y-%m}",
    }
