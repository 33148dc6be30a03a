"""The publisher's settings: the way out of the site, and where suggestions go."""

from pathlib import Path

import pytest

from tests.pages.small import ENGLISH, catalogue_of, pages_of
from tests.site.test_rendering import EXIT, renderer
from toolkit.problems import ToolkitError
from toolkit.site.publication import Publication, publication_of

GUIDE = "prevention/resources/guide"
WRITTEN = "about/evidence"


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
    "contact",
    ["http://example.org/form", "tel:+100", "mailto:nobody", "javascript:alert(1)", "https://[x/"],
)
def test_a_contact_is_a_mail_or_an_encrypted_form(contact: str) -> None:
    with pytest.raises(ToolkitError, match=r"extra\.contact_url of mkdocs\.yml"):
        publication_of({"exit_url": EXIT, "contact_url": contact})


@pytest.mark.parametrize("contact", ["mailto:toolkit@example.org", "https://example.org/form"])
def test_a_contact_that_is_set_is_offered(docs: Path, contact: str) -> None:
    publication = publication_of({"exit_url": EXIT, "contact_url": contact})
    html = page_html(docs, publication, WRITTEN)
    assert f'href="{contact}"' in html
    assert "Suggest a change without an account" in html
    assert "how to contribute" not in html


def test_with_a_repository_a_page_leads_to_its_file(docs: Path) -> None:
    publication = publication_of(
        {"exit_url": EXIT}, "", "https://example.org/group/toolkit/", "edit/main/docs/"
    )
    for path in (GUIDE, WRITTEN):
        html = page_html(docs, publication, path)
        assert f'href="https://example.org/group/toolkit/edit/main/docs/{path}.md"' in html
    assert "without an account" not in page_html(docs, publication, WRITTEN)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/",
        "javascript://example.org/%0aalert(1)",
        "https://example.org/a b/",
        "https://name:word@example.org/",
        "https://example.org/?to=",
        "https://example.org/#",
    ],
)
def test_what_is_no_website_stops_the_build(address: str) -> None:
    with pytest.raises(ToolkitError, match=r"site_url of mkdocs\.yml"):
        publication_of({"exit_url": EXIT}, address)
    with pytest.raises(ToolkitError, match=r"repo_url of mkdocs\.yml"):
        publication_of({"exit_url": EXIT}, "", address, "edit/main/docs/")


@pytest.mark.parametrize(
    ("written", "encoded"),
    [
        ("https://пример.test:8080", "https://xn--e1afmkfd.test:8080/"),
        ("https://xn--e1afmkfd.test/", "https://xn--e1afmkfd.test/"),
        ("https://Example.org/boîte/%C3%A0(b)/", "https://Example.org/bo%C3%AEte/%C3%A0(b)/"),
    ],
)
def test_the_address_of_a_site_is_what_site_maps_and_identifiers_may_have(
    written: str, encoded: str
) -> None:
    assert publication_of({"exit_url": EXIT}, written).site_url == encoded


def test_a_host_that_browsers_encode_in_another_way() -> None:
    with pytest.raises(ToolkitError, match="has a host in letters that are encoded"):
        publication_of({"exit_url": EXIT}, "https://straße.test/")


@pytest.mark.parametrize("address", ["https://un.org/a/index.html", "https://un.org:port/"])
def test_an_address_below_which_nothing_can_be_is_none_of_a_site(address: str) -> None:
    with pytest.raises(ToolkitError, match=r"site_url of mkdocs\.yml is"):
        publication_of({"exit_url": EXIT}, address)


@pytest.mark.parametrize(
    ("repository", "edit_uri"),
    [
        ("https://github.com/a/b.git", "edit/main/docs/"),
        ("https://github.com/a/b/", "/edit/main/docs/"),
        ("https://github.com/a/b", "https://github.com/a/b/edit/main/docs"),
    ],
)
def test_a_repository_as_people_copy_it(repository: str, edit_uri: str) -> None:
    publication = publication_of({"exit_url": EXIT}, "", repository, edit_uri)
    assert publication.edit_url == "https://github.com/a/b/edit/main/docs/"


def test_a_website_of_a_closed_network() -> None:
    publication = publication_of({"exit_url": EXIT}, "http://toolkit/a")
    assert publication.site_url == "http://toolkit/a/"


def test_nothing_is_made_up_where_nothing_is_set(docs: Path) -> None:
    html = page_html(docs, Publication(EXIT), WRITTEN)
    assert "Suggest a change: how to contribute" in html
    assert "mailto:" not in html


def test_an_entry_leads_to_the_form_that_opens_with_it(docs: Path) -> None:
    html = page_html(docs, Publication(EXIT), GUIDE)
    assert 'href="../../contribute/write.html#correct=guide"' in html


@pytest.mark.parametrize(
    ("extra", "repository", "words"),
    [
        ({}, "", "sets neither extra.contact_url nor repo_url"),
        ({"contact_url": "mailto:toolkit@example.org"}, "", "toolkit@example.org is an example"),
        ({"contact_url": "https://form.example/x"}, "", "form.example/x is an example"),
        ({}, "https://example.com/group/toolkit", "example.com/group/toolkit"),
        ({}, "https://github.com/...", "github.com/.../edit/main/docs/ is an example"),
        (
            {"contact_url": "mailto:toolkit@example.org"},
            "https://github.com/group/toolkit",
            "toolkit@example.org is an example",
        ),
    ],
)
def test_without_a_way_in_nobody_can_contribute(
    extra: dict[str, str], repository: str, words: str
) -> None:
    publication = publication_of({"exit_url": EXIT, **extra}, "", repository, "edit/main/docs/")
    assert words in publication.why_no_contact


def test_a_repository_of_whose_files_nobody_knows_the_addresses_is_no_way_in() -> None:
    repository = "https://codeberg.org/group/toolkit"  # MkDocs knows no edit_uri there
    by_repository = publication_of({"exit_url": EXIT}, "", repository, None)
    assert "sets repo_url without edit_uri" in by_repository.why_no_contact
    mail = {"exit_url": EXIT, "contact_url": "mailto:office@un.org"}
    assert publication_of(mail, "", repository, None).why_no_contact == ""


def test_one_way_in_is_enough() -> None:
    mail = {"exit_url": EXIT, "contact_url": "mailto:office@un.org"}
    assert publication_of(mail).why_no_contact == ""
    by_repository = publication_of({"exit_url": EXIT}, "", "https://github.com/a/b", "edit/main/")
    assert by_repository.why_no_contact == ""


def page_html(docs: Path, publication: Publication, path: str) -> str:
    catalogue = catalogue_of(docs)
    return renderer(publication, ENGLISH)(pages_of(catalogue)[path])
