import json
import shutil
from pathlib import Path

import pytest

from tests.files import write_files
from tests.program import Toolkit
from tests.search.sample import lay_sample
from toolkit.catalogue.catalogue import make_catalogue
from toolkit.clock import as_of
from toolkit.content.reader import read_content
from toolkit.languages import LANGUAGES
from toolkit.rendering.bodies import Rendering
from toolkit.search.files import each_search_file


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    catalogue = make_catalogue(read_content(lay_sample(folder)), as_of("2026-11-25"))
    bodies = Rendering(catalogue.content.documents, LANGUAGES["en"]).result()
    return write_files(folder, dict(each_search_file(catalogue, LANGUAGES["en"], bodies)))


def test_json_lists_results(toolkit: Toolkit, site: Path) -> None:
    found = toolkit(
        "search", "labour inspection", "--site", str(site), "--format", "json", "--limit", "3"
    )
    assert (found.code, found.err) == (0, "")
    rows = json.loads(found.out)
    assert len(rows) == 3
    in_two = toolkit("search", "labour", "inspection", "--site", str(site), "--limit", "3")
    assert [row["title"] for row in rows] == in_two.out.splitlines()[::2]
    assert [list(row) for row in rows] == [["id", "title", "score", "url"]] * 3
    assert f"/{rows[0]['url']}".endswith(f"/{rows[0]['id']}.html")
    assert rows[0]["score"] >= rows[1]["score"] >= rows[2]["score"]


def test_text_and_what_was_understood(toolkit: Toolkit, site: Path) -> None:
    found = toolkit("search", "labour inspecion", "--site", str(site), "--pillar", "prosecution")
    assert found.code == 0
    assert found.err == "Showing results for: labour inspection\n"
    assert "prosecution/" in found.out


def test_nothing_found(toolkit: Toolkit, site: Path) -> None:
    found = toolkit("search", "qwxzvb", "--site", str(site), "--format", "json")
    assert (found.code, json.loads(found.out), found.err) == (1, [], "Nothing was found.\n")


@pytest.mark.parametrize(("query", "code"), [("\udcff", 1), ("child \udcc3", 0)])
def test_bytes_that_are_no_text(toolkit: Toolkit, site: Path, query: str, code: int) -> None:
    found = toolkit("search", query, "--site", str(site))
    assert found.code == code, found.err


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("--site", "nowhere"), 'There is no search in "nowhere".', "build the site first"),
        (("--language", "fr"), 'There is no search in the language "fr"', "choose one of: en."),
    ],
)
def test_no_index(
    toolkit: Toolkit, site: Path, arguments: tuple[str, str], message: str, hint: str
) -> None:
    found = toolkit("search", "child", "--site", str(site), *arguments)
    assert (found.code, found.out) == (2, "")
    assert message in found.err
    assert hint in found.err


def test_a_site_without_english_is_searched_in_the_language_at_its_root(
    toolkit: Toolkit, site: Path, tmp_path: Path
) -> None:
    for folder, tag in (("", "fr"), ("ar/", "ar")):
        shutil.copytree(site / "assets/search/en", tmp_path / f"{folder}assets/search/{tag}")
    found = toolkit("search", "child", "--site", str(tmp_path))
    assert found == toolkit("search", "child", "--site", str(site))
    assert found.code == 0


def test_a_damaged_index(toolkit: Toolkit, site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "assets/search/en"
    folder.mkdir(parents=True)
    for file in (site / "assets/search/en").iterdir():
        (folder / file.name).write_bytes(file.read_bytes()[:1000])
    found = toolkit("search", "child", "--site", str(tmp_path))
    assert (found.code, found.out) == (2, "")
    assert "damaged" in found.err
