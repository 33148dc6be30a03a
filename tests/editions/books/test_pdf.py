"""The PDF: tagged, titled, bookmarked, text in order, with its fonts and manifest embedded."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pypdf
import pypdfium2
import pytest

from tests.checkouts import Checkout
from tests.content_case import edit
from tests.editions.books.conftest import ADDRESS, DAY, Books, lay_book
from toolkit.catalogue.downloads import read_listing
from toolkit.editions import pdf
from toolkit.editions.files.manifest import read_manifest
from toolkit.source import SourceFile


@pytest.fixture(scope="module")
def document(books: Books) -> pypdf.PdfReader:
    return pypdf.PdfReader(books.whole("pdf"), strict=True)


@pytest.fixture(scope="module")
def pages(books: Books) -> list[str]:
    """Each page's text as browsers copy it, with single spaces."""
    document = pypdfium2.PdfDocument(books.whole("pdf"))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_programs_that_read_aloud_get_title_language_and_structure(
    document: pypdf.PdfReader,
) -> None:
    root: Any = document.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Lang"] == "en"
    metadata = document.xmp_metadata
    assert metadata is not None
    assert "<pdfuaid:part>1<" in metadata.rdf_root.toxml()
    assert document.metadata is not None
    assert document.metadata.title == (
        "Technical assistance toolkit against trafficking in persons – The whole toolkit"
    )
    kinds = {str(one["/S"]) for one in elements(root["/StructTreeRoot"]["/K"])}
    assert {"/H1", "/H2", "/H3", "/H4", "/H5", "/Table", "/TH", "/L", "/Link"} <= kinds
    assert figures(document) == ["A drop of colour"]
    # The facts of an entry: the first cell of each row says what it is about.
    marks = [
        [{**cell["/A"][0]} for cell in row["/K"]]
        for table in elements(root["/StructTreeRoot"]["/K"])
        if table["/S"] == "/Table"
        for row in table["/K"]
        if row["/S"] == "/TR"
    ]
    assert len(marks) > 20
    # A list of headers, even an empty one, would come before what follows from the scope.
    in_table = {"/O": "/Table"}
    assert all(row == [{**in_table, "/Scope": "/Row"}, in_table] for row in marks)


def elements(kids: Any) -> Iterator[dict[str, Any]]:
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object()
        if isinstance(found, dict) and "/S" in found:
            yield found
            yield from elements(found.get("/K", []))


def test_every_page_is_named_by_the_tags_of_what_stands_on_it(document: pypdf.PdfReader) -> None:
    root: Any = document.root_object
    tags: list[Any] = list(elements(root["/StructTreeRoot"]["/K"]))
    named = [tag.raw_get("/Pg").idnum for tag in tags if "/Pg" in tag]
    pages = [page.indirect_reference.idnum for page in document.pages if page.indirect_reference]
    assert list(dict.fromkeys(named)) == pages


def figures(document: pypdf.PdfReader) -> list[str]:
    root: Any = document.root_object
    tree = elements(root["/StructTreeRoot"]["/K"])
    return [str(one["/Alt"]) for one in tree if str(one["/S"]) == "/Figure"]


def test_bookmarks_lead_through_parts_groups_and_entries(
    document: pypdf.PdfReader, pages: list[str]
) -> None:
    found = list(bookmarks(document, document.outline))
    names = [(level, title) for level, title, _ in found]
    start = names.index((0, "Prevention"))
    assert names[start : start + 5] == [
        (0, "Prevention"),
        (1, "Recognized in part · Resources"),
        (2, "Guide for labour inspectors"),
        (1, "Proposed · Resources"),
        (2, "A résumé of everything"),
    ]
    for level, title, page in found:
        if level != 1:
            assert title in pages[page], (title, page)


def bookmarks(document: pypdf.PdfReader, outline: Any, level: int = 0) -> Iterator[Any]:
    for item in outline:
        if isinstance(item, list):
            yield from bookmarks(document, item, level + 1)
        else:
            yield level, item.title.strip(), document.get_destination_page_number(item)


def test_text_can_be_copied_out_in_the_order_in_which_it_is_read(pages: list[str]) -> None:
    text = " ".join(pages)
    places = [
        text.index(words)
        for words in (
            "Copy dated 25 November 2026.",
            "How to read this Each entry describes",
            "Inspect a workplace Helps labour inspectors to prepare a visit.",
            "A résumé of everything Tables, footnotes and images.",
            "One 1",
            "A guide in Arabic on children.",
            "لماذا",
            "打击人口贩运手册 A handbook in Chinese & <others>.",
            "Year 2020",
            "Entries by theme What an entry is about.",
            "How evidence is graded The three grades.",
        )
    ]
    assert places == sorted(places)
    assert "حماية الأطفال من الاتجار" in text[text.index("لماذا") :][:80]


def test_contents_and_registers_give_page_numbers(
    document: pypdf.PdfReader, pages: list[str]
) -> None:
    shelter = next(
        number
        for level, title, number in bookmarks(document, document.outline)
        if title == "A shelter for families"
    )
    (contents,) = (page for page in pages if "Contents" in page and ". . . ." in page)
    assert re.search(rf"A shelter for families( \.)* {shelter + 1}\b", contents)
    (register,) = (
        page
        for page in pages
        if "Entries by country What" not in page and "Countries and territories that" in page
    )
    assert f"A shelter for families {shelter + 1}" in register


def test_addresses_can_be_read_on_paper(pages: list[str]) -> None:
    text = "".join(pages).replace(" ", "")
    for address in (
        "https://www.unodc.org/ar",
        "<https://www.iom.int/work>",
        f"{ADDRESS}contribute/checks.html",
    ):
        assert address in text


def test_links_lead_into_the_file_or_to_other_hosts(document: pypdf.PdfReader) -> None:
    pages = {page.indirect_reference: number for number, page in enumerate(document.pages, 1)}
    named = {name: pages[to.raw_get("/Page")] for name, to in document.named_destinations.items()}
    inside = outside = 0
    for page in document.pages:
        for reference in page.get("/Annots", []):
            link = reference.get_object()
            if "/A" in link:
                assert re.match(r"https?:|mailto:", link["/A"]["/URI"])
                outside += 1
            else:
                to = link["/Dest"]
                said = (
                    f"Section, page {named[to]}" if isinstance(to, str) else f"page {pages[to[0]]}"
                )
                assert link["/Contents"] == said
                inside += 1
    assert inside > 50
    assert outside > 10


def test_every_font_is_embedded(document: pypdf.PdfReader) -> None:
    fonts = {}
    for page in document.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            described = inner["/FontDescriptor"].get_object()
            fonts[str(described["/FontName"])] = {"/FontFile2", "/FontFile3"} & set(described)
    assert all(fonts.values())
    for family in ("NotoSans-", "NotoNaskhArabic-", "NotoSansCJKsc-"):
        assert any(family in name for name in fonts), fonts


def test_letters_with_vowel_marks_are_copied_once(pages: list[str]) -> None:
    """Otherwise screen readers would say each of them twice."""
    text = "".join(one for one in "".join(pages) if not unicodedata.combining(one))
    assert "الكتاب ومن يعلم" in text


def test_no_sign_stands_for_lam_and_alef_together(document: pypdf.PdfReader) -> None:
    """Programs that read from right to left swap the two letters of such a ligature."""
    maps = {
        font.get_object()["/ToUnicode"].get_object().get_data()
        for page in document.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert any(b"<0644>" in one for one in maps)
    assert [one for one in maps if re.search(rb"<0644062[2357]>", one)] == []


def test_the_manifest_is_in_the_file(document: pypdf.PdfReader, books: Books) -> None:
    (data,) = document.attachments["manifest.json"]
    manifest = read_manifest(data)
    (listed,) = (one for one in read_listing(books.folder) if one.format == "pdf")
    assert (manifest.entries, manifest.input_digest) == (6, listed.input_digest)


def text_in(checkout: Checkout) -> str:
    """The text of a small PDF of this content."""
    made = checkout.toolkit("bundle", "--format", "pdf", "--theme", "investigation")
    assert made.code == 0, made.err
    (path,) = (checkout.folder / "editions").glob("*.pdf")
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_a_character_without_a_font_is_named_instead_of_shown_as_a_box(
    tmp_path: Any,
) -> None:
    checkout = lay_book(tmp_path / "one")
    entry = checkout.folder / "docs/prevention/resources/guide.md"
    edit(entry, "Guide for", "Guide \U00050000 for")
    made = checkout.toolkit("bundle", "--format", "pdf", "--theme", "investigation")
    assert made.code == 2, made.err
    assert "(U+50000, docs/prevention/resources/guide.md:2)" in made.err
    assert ' for labour inspectors"' in made.err
    assert "fonts-noto-core" in made.err
    assert [path for path in (checkout.folder / "editions").glob("*") if path.is_file()] == []


def test_a_pictogram_without_a_font_is_left_out_with_a_warning(tmp_path: Path) -> None:
    """In a title, in a text, alone in a heading, and in a vocabulary."""
    checkout = lay_book(tmp_path / "one")
    entry = checkout.folder / "docs/prevention/resources/guide.md"
    sign, joined = "\U0001faff", "\U0001fafe\u200d\U0001fafc\ufe0f"
    edit(entry, "Guide for", f"Guide {sign} for")
    edit(entry, "## Contents\n", f"## Contents\n\nUp {joined} down.\n\n## {sign}{sign}\n\nEnd.\n")
    edit(checkout.folder / "docs/vocabularies/themes.yml", "Shelters}", "Shelters \U0001fafd}")
    command = ("bundle", "--format", "pdf", "--format", "epub")
    for _ in range(2):  # made, and from the cache
        made = checkout.toolkit(*command)
        assert made.code == 0, made.err
        assert made.err.count("warning: ") == 1
        assert f"{sign} (U+1FAFF, docs/prevention/resources/guide.md:2)" in made.err
        assert "(U+1FAFE, docs/prevention/resources/guide.md:18)" in made.err
        assert "(U+1FAFD, docs/vocabularies/themes.yml:10)" in made.err
    (path,) = (checkout.folder / "editions").glob("*.pdf")
    text = "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    assert "Guide for labour inspectors" in text
    assert "Up down." in text
    assert "•\nEnd." in text
    assert not re.search("[\U0001faf0-\U0001faff\u200d\ufe0f]", text)


@pytest.mark.parametrize("written", ["&#x1FAFE;&#x200D;&#129788;", "\U0001fafe\u200d\U0001fafc"])
def test_a_sign_without_a_font_is_found_however_it_is_written(written: str) -> None:
    text = SourceFile("docs/about/safety.md", f"First\n\nUp {written} down.\n")
    document = SimpleNamespace(path="about/safety.md", body_source=text, source=text)
    content = SimpleNamespace(documents=[document], lists=[])
    copy: Any = SimpleNamespace(catalogue=SimpleNamespace(content=content), pages=[])
    signs = ["\U0001fafe\u200d\U0001fafc"]
    assert pdf._named(signs, copy).endswith(" (U+1FAFE, docs/about/safety.md:3)")


def test_what_typst_can_not_count_is_no_fault_of_a_copy(tmp_path: Path) -> None:
    """Digits of other scripts, numbers of many digits, and heaps of marks on a letter."""
    checkout = lay_book(tmp_path / "one")
    entry = checkout.folder / "docs/prevention/resources/guide.md"
    marks = "\u093f" * 300
    lists = f"٣. Third\n٤. Fourth\n\nThen \u0915{marks}:\n\n{'9' * 5000}. Last"
    edit(entry, "## Contents\n", f"## Contents\n\n{lists}\n")
    text = text_in(checkout)
    assert "3. Third" in text
    assert "1. Last" in text


def test_a_text_at_which_typst_panics_is_an_error(tmp_path: Path) -> None:
    checkout = lay_book(tmp_path / "one")
    entry = checkout.folder / "docs/prevention/resources/guide.md"
    heap = "\u0915\u094d" * 300
    edit(entry, "## Contents\n", f"## Contents\n\n{heap}\n")
    made = checkout.toolkit("bundle", "--format", "pdf", "--theme", "investigation")
    assert made.code == 2, made.err
    assert "error: The PDF can't be laid out: " in made.err
    assert "name the entries that changed last" in made.err


def test_what_the_site_folds_is_shown(tmp_path: Path) -> None:
    checkout = lay_book(tmp_path / "one")
    with (checkout.folder / "docs/registers/organisations.yml").open("a") as register:
        for one in "abcdef":
            member = "kind: other, membership: {status: member, verified: true}"
            register.write(f"- {{id: {one}, name: Body {one}, {member}}}\n")
    text = text_in(checkout)
    assert "Not yet recognized by\n• Body a" in text


def test_lines_of_contents_end_with_pages_and_texts_say_their_language(tmp_path: Path) -> None:
    """Also after letters of the other direction, and where the title leaves no room for it."""
    checkout = lay_book(tmp_path / "one", languages=("en", "ar"))
    entry = checkout.folder / "docs/prevention/resources/chinese.md"
    for length in range(76, 94):
        text = re.sub("title: .*", f"title: '{'nnnn ' * 20:.{length}}n'", entry.read_text("utf-8"))
        entry.with_stem(f"long-{length}").write_text(text, "utf-8")
    made = checkout.toolkit("bundle", "--format", "pdf", "--language", "ar", "--as-of", DAY)
    assert made.code == 0, made.err
    path = checkout.folder / f"editions/toolkit-ar-{DAY}.pdf"
    reader, shown = pypdf.PdfReader(path), pypdfium2.PdfDocument(path)
    lines = set()
    at_end = []
    for page, on_paper in zip(reader.pages, shown, strict=True):
        text = on_paper.get_textpage()
        if ". . . ." in text.get_text_range():
            lines |= {str(link.get_object()["/Dest"]) for link in page["/Annots"]}  # type: ignore[attr-defined]
            end = text.get_text_bounded(left=0, right=80, bottom=80)
            at_end += re.findall(r"^[. ]*\d+\s*$", end, re.MULTILINE)
    assert len(at_end) == len(lines) > 30
    marks = b"".join(page.get_contents().get_data() for page in reader.pages)  # type: ignore[union-attr]
    assert {b"ar", b"en", b"zh"} == set(re.findall(rb"/Lang\((\w+)\)", marks))
