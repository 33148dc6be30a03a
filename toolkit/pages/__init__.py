"""Pages: from the catalogue to everything that the site shows, still without templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from toolkit.catalogue.catalogue import Catalogue
from toolkit.catalogue.downloads import Download
from toolkit.languages.language import Language
from toolkit.pages import (
    check_pages,
    entry_pages,
    facet_pages,
    field_pages,
    home_pages,
    instrument_pages,
    list_pages,
    organisation_pages,
    recognition_pages,
    recognition_text_pages,
    written_pages,
)
from toolkit.pages.download_page import download_page
from toolkit.pages.page import Page
from toolkit.rendering.body import Body


class Family(Protocol):
    """The contract of a module of pages."""

    def pages(
        self, catalogue: Catalogue, language: Language, bodies: Mapping[str, Body], /
    ) -> Iterator[Page]:
        """The pages of this family."""


# A family of pages is a module and a line here.
FAMILIES: tuple[Family, ...] = (
    home_pages,
    written_pages,
    check_pages,
    entry_pages,
    facet_pages,
    field_pages,
    organisation_pages,
    instrument_pages,
    list_pages,
    recognition_pages,
    recognition_text_pages,
    check_pages,
    field_pages,
)


def make_pages(
    catalogue: Catalogue,
    language: Language,
    bodies: Mapping[str, Body],
    downloads: Sequence[Download] | None = (),
) -> dict[str, Page]:
    """Every page of the site by its path, the page for unknown addresses left out.

    `downloads` are those that the site offers; a copy, where they are None, has no page of them. A
    copy of a part of the toolkit is for readers: it does without the reference for contributors.
    """
    pages = [page for family in FAMILIES for page in family.pages(catalogue, language, bodies)]
    if downloads is not None:
        pages.append(download_page(catalogue, language, downloads))
    return {page.path: page for page in pages if not catalogue.outside or _for_readers(page.path)}


def _for_readers(path: str) -> bool:
    return not path.startswith("contribute/") or path == "contribute/index"


def not_found(language: Language) -> Page:
    """The page that a web server shows for an unknown address."""
    return Page(
        "404", "404.html", language.text("not-found.title"), language.text("not-found.summary")
    )
