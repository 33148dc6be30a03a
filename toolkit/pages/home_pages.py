"""The home page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.schema import PILLARS, Kind
from toolkit.languages.language import Language
from toolkit.pages.links import counted_link, listed_terms, pillar_link
from toolkit.pages.page import Page
from toolkit.pages.terms import term_groups
from toolkit.rendering.body import Body

_NEWEST = 5


def pages(catalogue: Catalogue, language: Language, bodies: Mapping[str, Body]) -> Iterator[Page]:
    """The way in: search, pillars, audiences, themes, what is new."""
    document = catalogue.content.by_path.get("index")
    if document is None:
        return
    audiences = catalogue.facets["audiences"]
    yield Page(
        "index",
        "home.html",
        " ".join(document.text("title").split()),
        " ".join(document.text("summary").split()),
        {
            "body": Markup(bodies["index"].html),  # noqa: S704 - sanitized by toolkit.rendering
            "pillars": tuple(
                (pillar, pillar_link(catalogue, pillar, language)) for pillar in PILLARS
            ),
            "practices": len(catalogue.of_kind(Kind.PRACTICE)),
            "resources": len(catalogue.of_kind(Kind.RESOURCE)),
            "audiences": tuple(
                counted_link(audiences, term, language) for term in listed_terms(audiences)
            ),
            "themes": term_groups(catalogue.facets["themes"], language),
            "newest": catalogue.entries[:_NEWEST],
        },
    )
