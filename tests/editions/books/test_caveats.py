"""What a page says before one relies on it is said in a book, too."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.content_case import DAY, lay_case
from tests.editions.hostile import WHOLE
from toolkit.bundling import copy_of
from toolkit.editions import one_html
from toolkit.editions.book.book import make_book
from toolkit.editions.book.chapters import title_html
from toolkit.editions.copy import Copy
from toolkit.pipeline import build_site

pytestmark = pytest.mark.slow

CONTENT = Path(__file__).with_name("caveats.txt")
BY_MACHINE = "Cette page a été traduite par une machine et personne n’a relu la traduction."
UNTRANSLATED = "Ce texte n’a pas encore été traduit. Il est affiché en anglais."
OF_ORIGINAL = (
    "Les organisations reconnaissent le texte original en anglais, et non cette traduction."
)


@pytest.fixture(scope="module", params=["en", "fr"])
def copy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    folder = tmp_path_factory.mktemp("caveats")
    docs, site = lay_case(CONTENT, folder), folder / "site"
    return copy_of(build_site(docs, site, DAY, (request.param,), WHOLE), WHOLE, site)


@pytest.fixture(scope="module")
def chapters(copy: Copy) -> object:
    book = make_book(copy)
    titles = "\n".join(map(title_html, book.walk()))
    return {chapter.id: chapter.html for chapter in book.walk()} | {"titles": titles}


@pytest.mark.parametrize("copy", ["fr"], indirect=True)
def test_a_book_says_who_translated_it(chapters: Mapping[str, str]) -> None:
    guide, manual = chapters["entry--guide"], chapters["entry--manual"]
    assert BY_MACHINE in guide
    assert OF_ORIGINAL in guide
    assert UNTRANSLATED in manual
    assert OF_ORIGINAL not in manual
    assert '<bdi lang="en" dir="ltr">Manual for labour inspectors</bdi>' in chapters["titles"]
    for id_ in ("tasks--inspect-a-workplace", "part--prevention", "about--evidence"):
        assert UNTRANSLATED in chapters[id_]
    assert "Les textes de ce site ont été traduits par une machine" in chapters["reading"]


@pytest.mark.parametrize("copy", ["en"], indirect=True)
def test_the_original_speaks_of_no_translation(chapters: Mapping[str, str]) -> None:
    assert [id_ for id_, html in chapters.items() if "translat" in html] == []


@pytest.mark.parametrize("copy", ["en"], indirect=True)
def test_a_task_says_that_no_specialist_has_read_it(chapters: Mapping[str, str]) -> None:
    assert "No specialist has read this page yet." in chapters["tasks--inspect-a-workplace"]


@pytest.mark.parametrize("copy", ["en"], indirect=True)
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


@pytest.mark.parametrize("copy", ["fr"], indirect=True)
def test_a_work_is_found_by_its_own_title(chapters: Mapping[str, str]) -> None:
    leaflet = chapters["entry--leaflet"]
    own = "Leaflet for labour inspectors"
    assert (
        f'Titre original\xa0: <bdi lang="en" dir="ltr">{own}</bdi>' in leaflet.partition("<dl")[0]
    )
    assert f'href="https://digitallibrary.un.org/search?p={quote(own)}"' in leaflet
    assert "Titre original" not in chapters["entry--manual"]


@pytest.mark.parametrize("copy", ["ar"], indirect=True)
def test_kind_and_sources_of_an_entry_are_marked(chapters: Mapping[str, str]) -> None:
    kind = '<p class="kind sign"><bdi lang="en" dir="ltr">Reported</bdi></p>'
    assert kind in chapters["entry--shelter"]
    marked = [f'<bdi lang="en" dir="ltr">{text}</bdi>' for text in ("One", "Two")]
    assert ". ".join(marked) in chapters["entry--shelter"]


@pytest.mark.parametrize("copy", ["fr"], indirect=True)
def test_no_line_of_the_contents_begins_with_a_colon(chapters: Mapping[str, str]) -> None:
    assert "Dépliant\u00a0: signes" in chapters["titles"]


@pytest.mark.parametrize("copy", ["zh"], indirect=True)
def test_a_chinese_source_has_chinese_full_stops(chapters: Mapping[str, str]) -> None:
    one, two = ('<bdi lang="en" dir="ltr">' + name + "</bdi>" for name in ("One", "Two"))
    assert f"{one}。{two}" in chapters["entry--shelter"]


@pytest.mark.parametrize("copy", ["ar"], indirect=True)
@pytest.mark.parametrize(
    ("chapter", "name", "times"),
    [
        ("tasks--inspect-a-workplace", "UNODC", 2),
        ("entry--manual", "United Nations Office on Drugs and Crime (UNODC)", 2),  # also in a table
        ("entry--shelter", "International Organization for Migration (IOM)", 2),
        ("register--organisations", "International Organization for Migration (IOM)", 1),
        ("register--organisations", "Handbook", 3),
    ],
)
def test_names_are_marked_in_facts_and_headings(
    chapters: Mapping[str, str], chapter: str, name: str, times: int
) -> None:
    html = chapters[chapter].partition('class="cite"')[0]
    assert html.count(f'<bdi lang="en" dir="ltr">{name}</bdi>') == html.count(name) == times


@pytest.mark.parametrize("copy", ["en"], indirect=True)
def test_what_the_publisher_has_not_checked(chapters: Mapping[str, str]) -> None:
    said = {id_ for id_, html in chapters.items() if "Summary in our own words." in html}
    assert said == {"entry--guide"}
    described = chapters["entry--leaflet"].partition("Described at")[2].partition("</dd>")[0]
    assert "not checked" in described


@pytest.mark.parametrize("copy", ["en"], indirect=True)
def test_articles_are_to_be_looked_up_in_the_official_text(chapters: Mapping[str, str]) -> None:
    caveat = "Check the official text before you quote it."
    assert [id_ for id_, html in chapters.items() if caveat in html] == ["register--instruments"]


@pytest.mark.browser
@pytest.mark.unpainted
@pytest.mark.parametrize("copy", ["fr"], indirect=True)
def test_the_search_of_a_single_page_knows_the_own_title(
    copy: Copy, tmp_path: Path, window: Page
) -> None:
    book = tmp_path / "book.html"
    one_html.make(copy, book)
    window.goto(book.as_uri())
    window.locator("[data-find] input").fill("guide labour")
    found = window.locator("[data-find] li a")
    expect(found).to_have_text(["Guide pour les inspecteurs du travail"])
