"""The EPUB: a package that every reading system accepts, with the copy's book in it.

EpubCheck, which needs Java, reads it in `make readback`.
"""

import json
import posixpath
import re
import uuid
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from tests.content_case import DAY
from tests.editions.hostile import (
    ARABIC,
    TITLE,
    WORDS,
    another_machine,
    drop,
    from_the_right,
    moved,
)
from toolkit.editions.copy import Copy
from toolkit.editions.epub.make import make
from toolkit.editions.files.manifest import read_manifest, sum_of

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
HTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LARGEST = 250_000


@dataclass(frozen=True)
class Made:
    """An unpacked EPUB: its members in order, and its documents by name."""

    path: Path
    files: Mapping[str, bytes]
    package: Element
    documents: Mapping[str, Element]

    def text(self, name: str) -> str:
        return "".join(self.documents[name].itertext())

    def targets(self, name: str) -> Iterator[tuple[str, str]]:
        """The attribute and address of every link and image in a document."""
        for element in self.documents[name].iter():
            for attribute in ("href", "src"):
                if attribute in element.attrib:
                    yield attribute, element.attrib[attribute]


def parsed(data: bytes) -> Element:
    return ElementTree.fromstring(data)  # noqa: S314 - the toolkit made it


def made(copy: Copy, folder: Path) -> Made:
    path = folder / "book.epub"
    make(copy, path)
    with zipfile.ZipFile(path) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    documents = {
        name.removeprefix("EPUB/"): parsed(data)
        for name, data in files.items()
        if name.endswith(".xhtml")
    }
    return Made(path, files, parsed(files["EPUB/content.opf"]), documents)


@pytest.fixture(scope="module")
def whole(hostile_whole: Copy, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made(hostile_whole, tmp_path_factory.mktemp("epub"))


@pytest.fixture(scope="module")
def part(hostile_part: Copy, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made(hostile_part, tmp_path_factory.mktemp("epub"))


@pytest.fixture(scope="module")
def arabic(hostile_whole: Copy, tmp_path_factory: pytest.TempPathFactory) -> Made:
    turned = from_the_right(hostile_whole)
    return made(turned, tmp_path_factory.mktemp("epub"))


def values(book: Made, name: str) -> list[str]:
    """The values of a DC element or property of the package."""
    return [
        one.text or ""
        for one in book.package.iter()
        if one.tag == f"{DC}{name}" or one.get("property") == name
    ]


def items(book: Made) -> dict[str, Element]:
    return {one.attrib["id"]: one for one in book.package.iter(f"{OPF}item")}


def linked(book: Made, kind: str) -> list[str]:
    navs = {nav.get(TYPE): nav for nav in book.documents["contents.xhtml"].iter(f"{HTML}nav")}
    return [link.attrib["href"] for link in navs[kind].iter(f"{HTML}a")]


def test_it_begins_as_reading_systems_know_an_epub(whole: Made) -> None:
    with zipfile.ZipFile(whole.path) as opened:
        first, *rest = opened.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert opened.read(first) == b"application/epub+zip"
        assert whole.path.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"
        assert [one.filename for one in rest] == sorted(one.filename for one in rest)
        assert {one.date_time for one in opened.infolist()} == {(2026, 11, 25, 0, 0, 0)}
    container = parsed(whole.files["META-INF/container.xml"])
    roots = [one.get("full-path") for one in container.iter() if one.get("full-path")]
    assert roots == ["EPUB/content.opf"]


@pytest.mark.parametrize("name", ["whole", "part", "arabic"])
def test_every_file_is_listed_and_every_document_is_read(
    name: str, request: pytest.FixtureRequest
) -> None:
    book: Made = request.getfixturevalue(name)
    listed = [f"EPUB/{one.attrib['href']}" for one in items(book).values()]
    outside = {"mimetype", "META-INF/container.xml", "META-INF/manifest.json", "EPUB/content.opf"}
    assert sorted(listed) == sorted(set(book.files) - outside)
    order = [
        items(book)[one.attrib["idref"]].attrib["href"]
        for one in book.package.iter(f"{OPF}itemref")
    ]
    assert sorted(order) == sorted(book.documents)
    assert order[:3] == ["cover.xhtml", "front.xhtml", "contents.xhtml"]
    contents = linked(book, "toc")
    ncx = parsed(book.files["EPUB/toc.ncx"])
    assert contents == [one.attrib["src"] for one in ncx.iter(f"{NCX}content")]
    read = [one for one in order if not re.search(r"\.\d+\.xhtml$", one)]
    assert contents == [one for one in read if one not in {"cover.xhtml", "contents.xhtml"}]
    assert linked(book, "landmarks")[:2] == ["cover.xhtml", "contents.xhtml"]


@pytest.mark.parametrize("name", ["whole", "part", "arabic"])
def test_every_link_leads_somewhere_and_nothing_is_loaded_from_outside(
    name: str, request: pytest.FixtureRequest
) -> None:
    book: Made = request.getfixturevalue(name)
    ids = {
        name: Counter(one.attrib["id"] for one in root.iter() if "id" in one.attrib)
        for name, root in book.documents.items()
    }
    assert all(count == 1 for found in ids.values() for count in found.values())
    for document in book.documents:
        for attribute, address in book.targets(document):
            parts = urlsplit(address)
            if parts.scheme:
                assert attribute == "href"
                assert parts.scheme in {"http", "https"}, address
                assert re.fullmatch(r"(?:[^%[\]]|%[0-9A-F]{2})+", address)
                assert unquote(address) in unquote(book.text(document))
            elif not parts.path or parts.path in book.documents:
                anchors = ids[parts.path or document]
                assert not parts.fragment or unquote(parts.fragment) in anchors, address
            else:
                assert f"EPUB/{posixpath.normpath(parts.path)}" in book.files, address
    loaded = re.compile(rb"<(?:script|style|iframe|object|embed)\b|url\(|@import")
    assert not [one for one, data in book.files.items() if loaded.search(data)]


@pytest.mark.parametrize("name", ["whole", "part", "arabic"])
def test_the_cover_says_which_copy_it_is(name: str, request: pytest.FixtureRequest) -> None:
    book: Made = request.getfixturevalue(name)
    (picture,) = (one for one in items(book).values() if one.get("properties") == "cover-image")
    shown = [address for kind, address in book.targets("cover.xhtml") if kind == "src"]
    assert shown == [picture.attrib["href"]]
    named = [one.get("content") for one in book.package.iter(f"{OPF}meta") if one.get("name")]
    assert picture.attrib["id"] in named
    (date_of_copy,) = values(book, "date")
    words = book.text("cover.xhtml")
    assert ("Service providers & others" in words) == (name == "part")
    assert date_of_copy[:4] in words


def test_titles_stay_text(whole: Made) -> None:
    for name in ("contents.xhtml", "part--prevention--resources.xhtml", "register--themes.xhtml"):
        assert TITLE in whole.text(name)
        assert ARABIC in whole.text(name)
    page = whole.documents["entry--markup.xhtml"]
    assert page.findtext(f"{HTML}head/{HTML}title") == TITLE
    assert "".join(next(page.iter(f"{HTML}h1")).itertext()) == TITLE
    code = [one.text for one in page.iter(f"{HTML}code")]
    assert code[:2] == ['<a href="#nowhere" id="x" lang="xx">', "]]>"]
    assert code[2] == '<p id="y" rel="z" lang="xx">a & b</p>\n'
    ncx = parsed(whole.files["EPUB/toc.ncx"])
    assert {TITLE, ARABIC} <= {one.text for one in ncx.iter(f"{NCX}text")}


def test_each_document_says_its_language_and_begins_with_its_heading(whole: Made) -> None:
    for name, root in whole.documents.items():
        assert (root.get("lang"), root.get(LANG), root.get("dir")) == ("en", "en", "ltr")
        levels = [int(one.tag[-1]) for one in root.iter() if re.fullmatch(r".*}h[1-6]", one.tag)]
        if not re.search(r"\.\d+\.xhtml$", name):
            assert levels[0] == 1, name
            assert levels.count(1) == 1, name
            assert all(after <= before + 1 for before, after in pairwise(levels))
    title = next(whole.documents["entry--arabic.xhtml"].iter(f"{HTML}bdi"))
    assert (title.get("lang"), title.get(LANG), title.get("dir")) == ("ar", "ar", "rtl")


def test_a_book_from_right_to_left_is_turned_so(arabic: Made) -> None:
    assert arabic.package.get("dir") == "rtl"
    spine = arabic.package.find(f"{OPF}spine")
    assert spine is not None
    assert spine.get("page-progression-direction") == "rtl"
    assert {root.get("dir") for root in arabic.documents.values()} == {"rtl"}
    assert values(arabic, "language") == ["ar"]
    assert values(arabic, "creator") == ["المساهمون في مجموعة الأدوات"]
    assert values(arabic, "publisher") == values(arabic, "creator")
    code = [one for root in arabic.documents.values() for one in root.iter(f"{HTML}code")]
    assert {one.get("dir") for one in code} == {"ltr"}


def test_a_long_work_is_cut_and_nothing_of_it_is_lost(whole: Made) -> None:
    assert max(map(len, whole.files.values())) < LARGEST
    pieces = ["entry--long.xhtml", "entry--long.2.xhtml", "entry--long.3.xhtml"]
    assert {one for one in whole.documents if one.startswith("entry--long")} == set(pieces)
    words = Counter(word for name in pieces for word in whole.text(name).split())
    assert words["слов"] == WORDS // 10
    links = {address for name in pieces for _, address in whole.targets(name) if "-part" in address}
    assert links == {
        f"{pieces[1]}#entry--long--the-first-part",
        f"{pieces[2]}#entry--long--the-last-part",
    }


def test_what_is_not_in_the_copy_is_named(part: Made) -> None:
    assert {"entry--markup.xhtml", "entry--long.xhtml"} <= set(part.documents)
    assert "entry--guide.xhtml" not in part.documents
    assert "Manual for labour inspectors (not in this copy)" in part.text("entry--markup.xhtml")
    assert values(part, "title") == [
        "Technical assistance toolkit against trafficking in persons: Service providers & others"
    ]


def test_images_come_along_under_names_of_their_own(whole: Made, part: Made) -> None:
    pictures = [data for name, data in whole.files.items() if name.startswith("EPUB/images/")]
    assert pictures == [drop()], "as it is, without the note that the file in docs/ has"
    (image,) = whole.documents["entry--rich.xhtml"].iter(f"{HTML}img")
    assert image.get("alt") == "A drop of colour"
    assert values(whole, "schema:accessMode") == ["textual", "visual"]
    assert "alternativeText" in values(whole, "schema:accessibilityFeature")
    assert not [name for name in part.files if name.startswith("EPUB/images/")]
    assert values(part, "schema:accessMode") == ["textual"]
    assert "alternativeText" not in values(part, "schema:accessibilityFeature")


def test_its_metadata_follow_from_the_copy(whole: Made, part: Made) -> None:
    assert values(whole, "dcterms:modified") == ["2026-11-25T00:00:00Z"]
    assert values(whole, "date") == ["2026-11-25"]
    assert values(whole, "schema:accessibilityHazard") == ["none"]
    assert len(values(whole, "schema:accessibilitySummary")) == 1
    assert "CC BY 4.0" in values(whole, "rights")[0]
    (identifier,), (other,) = values(whole, "identifier"), values(part, "identifier")
    assert uuid.UUID(identifier).version == 5
    assert identifier != other


def test_it_is_described_by_a_word_on_readers_or_not_at_all(
    hostile_part: Copy, part: Made, tmp_path: Path
) -> None:
    assert values(part, "description") == ["For those who help victims."]
    edition = replace(hostile_part.edition, summary={})
    assert values(made(replace(hostile_part, edition=edition), tmp_path), "description") == []


def test_the_manifest_names_every_other_file(whole: Made) -> None:
    manifest = read_manifest(whole.files["META-INF/manifest.json"])
    others = {
        name: data for name, data in whole.files.items() if not name.endswith("/manifest.json")
    }
    assert manifest.files == {name: sum_of(data) for name, data in others.items()}
    assert (manifest.as_of, manifest.entries) == (DAY, 7)
    assert json.loads(whole.files["META-INF/manifest.json"])["edition"] == "whole"


def test_the_same_copy_has_the_same_bytes_anywhere(
    whole: Made, hostile_whole: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = tmp_path / "again.epub"
    with another_machine(monkeypatch):
        make(moved(hostile_whole, tmp_path), again)
    assert again.read_bytes() == whole.path.read_bytes()


def test_another_day_is_another_book(hostile_whole: Copy, whole: Made, tmp_path: Path) -> None:
    day = date(2026, 11, 26)
    later = replace(hostile_whole.made_of, catalogue=replace(hostile_whole.catalogue, as_of=day))
    other = made(replace(hostile_whole, made_of=later), tmp_path)
    assert values(other, "identifier") != values(whole, "identifier")
    assert values(other, "dcterms:modified") == ["2026-11-26T00:00:00Z"]
