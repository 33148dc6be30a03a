"""The ZIM archive, read back by libzim: what Kiwix opens, suggests and finds."""

import posixpath
import re
import resource
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher

from tests.content_case import DAY
from tests.editions.hostile import ARABIC, TITLE, another_machine, from_the_right, moved
from tests.files import files_of
from toolkit.editions.copy import Copy
from toolkit.editions.files.manifest import read_manifest, sum_of
from toolkit.editions.zim.make import make
from toolkit.pages.page import Pages
from toolkit.problems import ToolkitError

pytestmark = pytest.mark.slow

RESOURCES = "prevention/resources"


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in {"href", "src"}]


def archive(copy: Copy, folder: Path) -> Archive:
    path = folder / "archive.zim"
    make(copy, path)
    return Archive(path)


@pytest.fixture(scope="module")
def whole(hostile_whole: Copy, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive(hostile_whole, tmp_path_factory.mktemp("zim"))


@pytest.fixture(scope="module")
def part(hostile_part: Copy, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive(hostile_part, tmp_path_factory.mktemp("zim"))


@pytest.fixture(scope="module")
def arabic(hostile_whole: Copy, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    turned = from_the_right(hostile_whole)
    return archive(turned, tmp_path_factory.mktemp("zim"))


def content(zim: Archive, path: str) -> bytes:
    return bytes(zim.get_entry_by_path(path).get_item().content)


def found(zim: Archive, words: str) -> list[str]:
    return list(Searcher(zim).search(Query().set_query(words)).getResults(0, 50))


def suggested(zim: Archive, words: str) -> list[str]:
    return list(SuggestionSearcher(zim).suggest(words).getResults(0, 50))


def paths(zim: Archive) -> Iterator[str]:
    entries = (zim._get_entry_by_id(number) for number in range(zim.all_entry_count))
    yield from (entry.path for entry in entries if zim.has_entry_by_path(entry.path))


def files(copy: Copy) -> dict[str, bytes]:
    """The files of the copy's site that a reader of the archive can ask for."""
    missing = {"404.html", "assets/not-found.js", "assets/paths.js", "_headers"}
    return {path: data for path, data in files_of(copy.site).items() if path not in missing}


@pytest.mark.parametrize("name", ["whole", "part"])
def test_it_is_sound_and_holds_every_file_of_the_site(
    name: str, request: pytest.FixtureRequest
) -> None:
    zim: Archive = request.getfixturevalue(name)
    expected = files(request.getfixturevalue(f"hostile_{name}"))
    assert zim.check()
    assert zim.main_entry.get_item().path == "index.html"
    manifest = content(zim, "manifest.json")
    held = set(paths(zim)) - {"mainPage"}
    assert {path for path in held if "/" in path or "." in path} == {*expected, "manifest.json"}
    for path, data in expected.items():
        assert content(zim, path) == data, path
    assert read_manifest(manifest).files == {path: sum_of(data) for path, data in expected.items()}


def test_files_are_declared_as_what_they_are(whole: Archive) -> None:
    kinds = {
        "index.html": "text/html",
        "assets/style.css": "text/css",
        "assets/leave.js": "text/javascript",
        "assets/mark.svg": "image/svg+xml",
        "build.json": "application/json",
        f"{RESOURCES}/rich/drop.png": "image/png",
    }
    for path, kind in kinds.items():
        assert whole.get_entry_by_path(path).get_item().mimetype == kind


@pytest.mark.parametrize("name", ["whole", "part"])
def test_every_link_leads_to_a_file_of_the_archive(
    name: str, request: pytest.FixtureRequest
) -> None:
    zim: Archive = request.getfixturevalue(name)
    for path in paths(zim):
        if not path.endswith(".html"):
            continue
        links = _Links()
        links.feed(content(zim, path).decode())
        for link in links.found:
            parts = urlsplit(link)
            if not parts.scheme and parts.path:
                target = posixpath.join(posixpath.dirname(path), unquote(parts.path))
                assert zim.has_entry_by_path(posixpath.normpath(target)), (path, link)


def test_readers_leave_to_the_blank_page_of_the_copy(whole: Archive) -> None:
    page = content(whole, f"{RESOURCES}/guide.html").decode()
    assert 'data-exit="../../blank.html"' in page
    assert 'data-leave href="../../blank.html"' in page


def test_titles_are_suggested(whole: Archive, hostile_whole: Copy) -> None:
    for entry in hostile_whole.catalogue.entries:
        assert f"{entry.path}.html" in suggested(whole, entry.title), entry.title
    assert whole.get_entry_by_path(f"{RESOURCES}/markup.html").title == TITLE
    assert whole.get_entry_by_path(f"{RESOURCES}/arabic.html").title == ARABIC
    assert suggested(whole, "Investigation") == ["themes/investigation.html"]
    assert suggested(whole, "Browse") == []


def test_entries_are_found_by_their_text_and_terms_alone(whole: Archive) -> None:
    assert found(whole, "recognize forced labour") == [f"{RESOURCES}/guide.html"]
    assert found(whole, "footnotes") == [f"{RESOURCES}/rich.html"]
    assert f"{RESOURCES}/arabic.html" in found(whole, "حماية")
    # By a synonym of its theme, by its body and by its publisher's name.
    assert f"{RESOURCES}/rich.html" in found(whole, "IOM")
    assert "organisations/iom.html" in found(whole, "International Organization for Migration")
    assert found(whole, "evidence")[0] == "about/evidence.html"
    # Words in the head and foot of every page.
    assert found(whole, "endorsement") == []
    assert found(whole, "skip to the content") == []


def test_it_says_what_libraries_of_archives_show(whole: Archive, part: Archive) -> None:
    def about(zim: Archive) -> dict[str, str]:
        return {
            name: zim.get_metadata(name).decode()
            for name in zim.metadata_keys
            if not name.startswith("Illustration")
        }

    one, other = about(whole), about(part)
    assert (one["Title"], other["Title"]) == ("Toolkit", "Service providers & others")
    assert (one["Name"], other["Name"]) == ("toolkit_en", "toolkit_en_service-providers")
    assert (one["Date"], one["Language"]) == (DAY.isoformat(), "eng")
    assert "7 entries" in one["LongDescription"]
    assert "_pictures:yes" in one["Tags"]
    assert "_pictures:no" in other["Tags"]
    for found in (one, other):
        assert len(found["Title"]) <= 30
        assert len(found["Description"]) <= 80
        assert {"Creator", "Publisher", "Flavour", "Scraper", "License"} <= set(found)
    picture = bytes(whole.get_illustration_item(48).content)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert picture[16:24] == b"\0\0\0\x30\0\0\0\x30"


def test_a_long_title_is_cut_between_words(hostile_part: Copy, tmp_path: Path) -> None:
    title = {"en": "Those who care for children and for others who were trafficked"}
    edition = replace(hostile_part.edition, title=title)
    zim = archive(replace(hostile_part, edition=edition), tmp_path)
    assert zim.get_metadata("Title").decode() == "Those who care for children…"


def test_a_title_of_one_very_long_word_is_cut(hostile_whole: Copy, tmp_path: Path) -> None:
    path = f"{RESOURCES}/guide"
    # In Thai, nothing stands between words.
    page = replace(hostile_whole.pages[path], title=f"Guide {'การค้ามนุษย์' * 10}")
    pages = Pages({**hostile_whole.pages.known, path: page})
    zim = archive(replace(hostile_whole, pages=pages), tmp_path)
    title = zim.get_entry_by_path(f"{path}.html").title
    assert title.startswith(f"Guide {'การค้ามนุษย์' * 5}")
    assert title.endswith("…")
    assert zim.check()


def test_without_a_word_on_readers_it_begins_with_what_it_holds(
    hostile_part: Copy, tmp_path: Path
) -> None:
    edition = replace(hostile_part.edition, summary={})
    zim = archive(replace(hostile_part, edition=edition), tmp_path)
    about = zim.get_metadata("LongDescription").decode()
    assert re.match(r"\d entr(y|ies) about work against trafficking in persons\. ", about), about


def test_another_language_is_declared_and_found(arabic: Archive) -> None:
    assert arabic.check()
    assert arabic.get_metadata("Language") == b"ara"
    for name in ("Creator", "Publisher"):
        assert arabic.get_metadata(name).decode() == "المساهمون في مجموعة الأدوات"
    assert f"{RESOURCES}/arabic.html" in found(arabic, "الأطفال")
    assert f"{RESOURCES}/guide.html" in found(arabic, "forced labour")


def test_the_same_copy_has_the_same_bytes_anywhere(
    whole: Archive, hostile_whole: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = tmp_path / "again.zim"
    with another_machine(monkeypatch):
        make(moved(hostile_whole, tmp_path), again)
    assert again.read_bytes() == whole.filename.read_bytes()
    assert Archive(again).uuid == whole.uuid


def test_other_copies_have_other_identities(whole: Archive, part: Archive, arabic: Archive) -> None:
    assert len({whole.uuid, part.uuid, arabic.uuid}) == 3


def test_nothing_but_the_archive_is_written(
    hostile_part: Copy, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    make(hostile_part, tmp_path / "copy.zim")
    assert [path.name for path in tmp_path.iterdir()] == ["copy.zim"]
    assert capfd.readouterr() == ("", "")


def test_a_file_of_no_known_kind_is_refused(hostile_part: Copy, tmp_path: Path) -> None:
    other = moved(hostile_part, tmp_path)
    (other.site / "assets/sound.xyz").write_bytes(b"")
    with pytest.raises(ToolkitError, match=r'can\'t contain "assets/sound\.xyz"'):
        make(other, tmp_path / "copy.zim")
    assert not (tmp_path / "copy.zim").exists()


def test_text_of_every_kind_is_compressed(hostile_part: Copy, tmp_path: Path) -> None:
    other = moved(hostile_part, tmp_path)
    for ending in ("html", "js", "xml", "bib", "ris", "jsonld", "ttl", "csv"):
        (other.site / f"assets/long.{ending}").write_bytes(b"The same text. " * 50_000)
    make(other, tmp_path / "copy.zim")
    assert (tmp_path / "copy.zim").stat().st_size < 750_000
    assert Archive(tmp_path / "copy.zim").check()


def test_a_full_disk_leaves_nothing(hostile_part: Copy, tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(ToolkitError, match="the disk may be full"):
            make(hostile_part, tmp_path / "copy.zim")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []
