"""The publisher's settings: the way out of the site, and where suggestions go."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.small import ENGLISH, catalogue_of, pages_of
from tests.site.test_rendering import EXIT, renderer
from toolkit.problems import ToolkitError
from toolkit.site.publication import Publication, publication_of

GUIDE = "prevention/resources/guide"


@pytest.mark.parametrize(
    "exit_url",
    [
        None,
        "",
        "http://www.example.org/",
        "//www.example.org/",
        "javascript:alert(1)",
        "https://",
        "https://name:word@www.example.org/",
        "https://[",
        'https://www.example.org/"onclick="',
        "blank.html",
    ],
)
def test_a_way_out_that_is_missing_or_unsafe_stops_the_build(exit_url: str | None) -> None:
    with pytest.raises(ToolkitError, match=r"extra\.exit_url of mkdocs\.yml"):
        publication_of({"exit_url": exit_url})


@pytest.mark.parametrize(
    "contact", ["http://example.org/form", "tel:+100", "mailto:nobody", "javascript:alert(1)"]
)
def test_a_contact_is_a_mail_or_an_encrypted_form(contact: str) -> None:
    with pytest.raises(ToolkitError, match=r"extra\.contact_url of mkdocs\.yml"):
        publication_of({"exit_url": EXIT, "contact_url": contact})


@pytest.mark.parametrize("contact", ["mailto:toolkit@example.org", "https://example.org/form"])
def test_a_contact_that_is_set_is_offered(docs: Path, contact: str) -> None:
    publication = publication_of({"exit_url": EXIT, "contact_url": contact})
    html = page_html(docs, publication)
    assert f'href="{contact}"' in html
    assert "Suggest a change without an account" in html
    assert "how to contribute" not in html


def test_with_a_repository_a_page_leads_to_its_file(docs: Path) -> None:
    publication = publication_of(
        {"exit_url": EXIT}, "", "https://example.org/group/toolkit/", "edit/main/docs/"
    )
    html = page_html(docs, publication)
    assert f'href="https://example.org/group/toolkit/edit/main/docs/{GUIDE}.md"' in html
    assert "without an account" not in html


def test_nothing_is_made_up_where_nothing_is_set(docs: Path) -> None:
    html = page_html(docs, Publication(EXIT))
    assert "Suggest a change: how to contribute" in html
    assert "mailto:" not in html


def page_html(docs: Path, publication: Publication) -> str:
    catalogue = catalogue_of(docs)
    return renderer(catalogue, publication, ENGLISH)(pages_of(catalogue)[GUIDE])
