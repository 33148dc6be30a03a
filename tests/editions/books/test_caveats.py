"""What a page says before one relies on it is said in a book, too."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.content_case import DAY, lay_case
from tests.editions.hostile import WHOLE
from toolkit.bundling import copy_of
from toolkit.editions.book.book import make_book
from toolkit.pipeline import build_site

CONTENT = Path(__file__).with_name("caveats.txt")
BY_MACHINE = "Cette page a été traduite par une machine et personne n’a relu la traduction."
UNTRANSLATED = "Ce texte n’a pas encore été traduit. Il est affiché en anglais."
OF_ORIGINAL = (
    "Les organisations reconnaissent le texte original en anglais, et non cette traduction."
)


@pytest.fixture(scope="module", params=["en", "fr"])
def chapters(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> object:
    folder = tmp_path_factory.mktemp("caveats")
    docs, site = lay_case(CONTENT, folder), folder / "site"
    build = build_site(docs, site, DAY, (request.param,), WHOLE)
    book = make_book(copy_of(build, WHOLE, site))
    return {chapter.id: chapter.html for chapter in book.walk()}


@pytest.mark.parametrize("chapters", ["fr"], indirect=True)
def test_a_book_says_who_translated_it(chapters: Mapping[str, str]) -> None:
    guide, manual = chapters["entry--guide"], chapters["entry--manual"]
    assert BY_MACHINE in guide
    assert OF_ORIGINAL in guide
    assert UNTRANSLATED in manual
    assert OF_ORIGINAL not in manual
    for id_ in ("tasks--inspect-a-workplace", "part--prevention", "about--evidence"):
        assert UNTRANSLATED in chapters[id_]
    assert "Les textes de ce site ont été traduits par une machine" in chapters["reading"]


@pytest.mark.parametrize("chapters", ["en"], indirect=True)
def test_the_original_speaks_of_no_translation(chapters: Mapping[str, str]) -> None:
    assert [id_ for id_, html in chapters.items() if "translat" in html] == []


@pytest.mark.parametrize("chapters", ["en"], indirect=True)
def test_a_task_says_that_no_specialist_has_read_it(chapters: Mapping[str, str]) -> None:
    assert "No specialist has read this page yet." in chapters["tasks--inspect-a-workplace"]


@pytest.mark.parametrize("chapters", ["en"], indirect=True)
@pytest.mark.parametrize(
    ("entry", "host", "url"),
    [
        ("guide", "unodc.org", "https://www.unodc.org/guide"),
        ("shelter", "iom.int", "https://www.iom.int/shelter"),
    ],
)
def test_an_address_that_may_be_gone_is_said_to_be(
    chapters: Mapping[str, str], entry: str, host: str, url: str
) -> None:
    said = chapters[f"entry--{entry}"]
    assert f"The address at {host} may be gone since August 2026." in said
    assert f'href="https://web.archive.org/web/{url}"' in said
