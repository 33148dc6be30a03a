"""Pages whose text stands in `docs/`: pillars, and those on the toolkit and on contributing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.document import Document
from toolkit.content.schema import PILLARS
from toolkit.languages.language import Language
from toolkit.pages.groups import make_parts
from toolkit.pages.links import Link
from toolkit.pages.page import Page
from toolkit.pages.pagination import Whole, divide_list
from toolkit.pages.recognition_lists import make_sections
from toolkit.rendering.body import Body

_HOME = "index"

# Before the anchors of a page that also has a body: no heading gets two hyphens by itself.
LIST = "list--"


def pages(catalogue: Catalogue, language: Language, bodies: Mapping[str, Body]) -> Iterator[Page]:
    """One page a document that is no entry, the home page left out."""
    for document in catalogue.content.documents:
        if document.is_entry or document.path == _HOME:
            continue
        pillar = document.path.removesuffix("/index")
        context: dict[str, object] = {
            "body": Markup(bodies[document.path].html)  # noqa: S704 - sanitized by toolkit.rendering
        }
        if pillar in PILLARS:
            title = _text(document, "title")
            shown, list_pages = _pillar(pillar, title, catalogue, language)
            yield _page(document, "pillar.html", context | shown)
            yield from list_pages
        else:
            context["breadcrumbs"] = breadcrumbs_above(document.path, catalogue)
            yield _page(document, "page.html", context)


def breadcrumbs_above(path: str, catalogue: Catalogue) -> tuple[Link, ...]:
    """The way back from a page to the written page at the head of its folder."""
    above = catalogue.content.by_path.get(f"{path.rpartition('/')[0]}/index")
    if above is None or above.path == path:
        return ()
    return (Link(_text(above, "title"), above.path),)


def _pillar(
    pillar: str, title: str, catalogue: Catalogue, language: Language
) -> tuple[dict[str, object], tuple[Page, ...]]:
    path, own = f"{pillar}/index", {"pillar": pillar}
    home, also = catalogue.at_home[pillar], catalogue.also_in[pillar]
    shown, list_pages = divide_list(
        make_parts(home, catalogue, language, LIST),
        make_sections(home, catalogue, language, LIST),
        Whole(title, path, f"{pillar}/list", context=own),
        language,
    )
    shown_also, also_pages = divide_list(
        make_parts(also, catalogue, language, "also--"),
        make_sections(also, catalogue, language, "also--"),
        Whole(language.text("pillar.also"), path, f"{pillar}/also", lines=True, context=own),
        language,
    )
    context = {
        **own,
        "count": len(home),
        **shown,
        "also": shown_also["parts"],
        "also_sections": shown_also["sections"],
        "also_count": len(also),
    }
    return context, (*list_pages, *also_pages)


def _page(document: Document, template: str, context: Mapping[str, object]) -> Page:
    return Page(
        document.path, template, _text(document, "title"), _text(document, "summary"), context
    )


def _text(document: Document, field: str) -> str:
    return " ".join(document.text(field).split())
