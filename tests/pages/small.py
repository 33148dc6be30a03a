"""Pages of the sample, and of the valid content of three entries after a test's changes."""

import functools
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests.checkouts import SAMPLE
from toolkit.catalogue.catalogue import Catalogue, make_catalogue
from toolkit.content.reader import read_content
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.pages import make_pages
from toolkit.pages.page import Page
from toolkit.pages.site import Site
from toolkit.rendering.markdown import render_markdown
from toolkit.validation.runner import run_checks

ENGLISH = LANGUAGES["en"]
DAY = date(2026, 11, 25)


def catalogue_of(folder: Path) -> Catalogue:
    return make_catalogue(read_content(folder), DAY)


def site_of(catalogue: Catalogue, language: Language = ENGLISH) -> Site:
    bodies = {
        document.path: render_markdown(document.body, language)
        for document in catalogue.content.documents
    }
    return Site(catalogue, language, bodies)


def pages_of(catalogue: Catalogue, language: Language = ENGLISH) -> Mapping[str, Page]:
    return make_pages(site_of(catalogue, language))


@functools.cache
def sample_catalogue() -> Catalogue:
    return catalogue_of(SAMPLE)


@functools.cache
def sample_site() -> Site:
    return site_of(sample_catalogue())


@functools.cache
def sample_pages() -> Mapping[str, Page]:
    return make_pages(sample_site())


def shown_of(path: str) -> Any:
    """A page of the sample, whose fields no type knows."""
    return sample_pages()[path]


def add_fields(docs: Path, path: str, fields: str) -> None:
    """Add lines to an entry's front matter."""
    file = docs / f"{path}.md"
    head, mark, rest = file.read_text(encoding="utf-8").removeprefix("---\n").partition("---\n")
    file.write_text(f"---\n{head}{fields.strip()}\n{mark}{rest}", encoding="utf-8")


def errors_of(docs: Path) -> list[str]:
    problems = run_checks(read_content(docs), DAY)
    return [f"{p.id}: {p.finding.message}" for p in problems if p.severity == "error"]
