"""`toolkit build --editions`: it warns once of copies that readers of the site would not want."""

import shutil
from pathlib import Path

import pytest

from tests.checkouts import Checkout, make_checkout
from tests.content_case import edit, lay_base
from tests.editions.conftest import DAY


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A site in English and French, with copies in both and in Spanish."""
    folder = tmp_path_factory.mktemp("offered") / "site"
    lay_base(folder)
    checkout = make_checkout(folder, languages=("en", "fr"))
    for tag in ("en", "fr", "es"):
        made = checkout.toolkit("bundle", "--language", tag, "--output", tag)
        assert made.code == 0, made.err
    return checkout


def warnings(site: Checkout, copies: str, *arguments: str) -> list[str]:
    """What a build says about the copies that it offers."""
    built = site.toolkit("build", "--no-cache", "--editions", copies, *arguments)
    assert built.code == 0, built.err
    return [
        one.removeprefix("warning: ")
        for one in built.err.splitlines()
        if one.startswith("warning: ") and "contact_url" not in one
    ]


def test_nothing_is_said_about_new_copies(site: Checkout) -> None:
    assert warnings(site, "en") == []
    assert warnings(site, "fr", "--language", "fr") == []


@pytest.mark.parametrize(
    ("tag", "language", "words"),
    [
        ("es", "en", "es has no copy in en, only in es: "),
        ("fr", "en", "fr has no copy in en, only in fr: "),
        ("en", "fr", "en has no copy in fr, only in en: "),
    ],
)
def test_copies_only_in_other_languages(
    site: Checkout, tag: str, language: str, words: str
) -> None:
    languages = ("--language", "fr") if language == "fr" else ()
    (said,) = warnings(site, tag, *languages)
    assert said.startswith(words)


def test_no_copies(site: Checkout, tmp_path: Path) -> None:
    (tmp_path / "editions.json").write_text("[]")
    (said,) = warnings(site, str(tmp_path))
    assert "has no copy in en: " in said


def test_copies_of_other_content_until_newer_ones_are_made(tmp_path: Path) -> None:
    docs = lay_base(tmp_path / "site")
    site = make_checkout(tmp_path / "site")
    command = ("bundle", "--format", "zip", "--format", "html", "--as-of")
    assert site.toolkit(*command, "2026-01-05").code == 0
    edit(docs / "prevention/resources/guide.md", "title: ", "title: New ")
    (said,) = warnings(site, "editions")
    assert said.endswith(" for another site: toolkit-en-2026-01-05.html and 1 more.")
    old = tmp_path / "old"
    shutil.copytree(site.folder / "editions", old)
    assert site.toolkit(*command, DAY).code == 0
    assert warnings(site, "editions") == []
    edit(docs / "prevention/resources/guide.md", "title: New ", "title: ")
    assert warnings(site, str(old)) == []
