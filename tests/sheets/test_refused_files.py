"""Files that can't be read as sheets, or mustn't be replaced by one."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from tests.content_case import edit
from tests.files import files_of
from tests.program import Toolkit
from tests.sheets.books import GUIDE, changed, put, rewrite
from toolkit.content.reader import Content, read_content

pytestmark = pytest.mark.usefixtures("files_read_once")
# Bytes: a little more than any workbook may unpack to.
BOMB = 41 * 1024 * 1024


def bomb(path: Path) -> None:
    rewrite(path, "xl/media/bomb.bin", lambda _: bytes(BOMB))


def lying_bomb(path: Path) -> None:
    bomb(path)
    data = path.read_bytes()
    size = BOMB.to_bytes(4, "little")
    path.write_bytes(data.replace(size, (9).to_bytes(4, "little")))


def empty_rows(path: Path) -> None:
    rows = b"".join(
        b'<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (row, row, row)
        for row in range(900, 100_900)
    )
    rewrite(
        path,
        "xl/worksheets/sheet2.xml",
        lambda text: text.replace(b"</sheetData>", rows + b"</sheetData>"),
    )


def macros(path: Path) -> None:
    rewrite(path, "xl/vbaProject.bin", lambda _: b"x")


def external(path: Path) -> None:
    rewrite(path, "xl/externalLinks/externalLink1.xml", lambda _: b"<x/>")


def entities(path: Path) -> None:
    rewrite(
        path,
        "xl/worksheets/sheet2.xml",
        lambda text: text.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "bb">]><worksheet', 1),
    )


def csv(path: Path) -> None:
    path.write_text("Id,Title\n,A title\n")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000])


def old(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))


def broken(path: Path) -> None:
    rewrite(path, "xl/worksheets/sheet2.xml", lambda text: text[: len(text) // 2])


def strict(path: Path) -> None:
    """As Excel saves a "Strict Open XML" workbook, with other names for the same."""
    name = re.compile(rb"schemas.openxmlformats.org/(spreadsheetml|officeDocument)/2006")
    for part in ("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        rewrite(path, part, lambda text: name.sub(rb"purl.oclc.org/ooxml/\1", text))


def no_sheet(path: Path) -> None:
    Workbook().save(path)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (bomb, "list.xlsx is too large: it unpacks to more than 40 MB"),
        (lying_bomb, "list.xlsx is not a workbook, or is damaged."),
        (empty_rows, "has more than 150,000 cells."),
        (macros, "list.xlsx contains macros (xl/vbaProject.bin)."),
        (external, "list.xlsx has links to other workbooks"),
        (entities, "list.xlsx is damaged"),
        (csv, "if it is a CSV file, give it the extension .csv"),
        (cut, "list.xlsx is not a workbook, or is damaged."),
        (old, "in the old format of Excel, or has a password"),
        (broken, "list.xlsx is damaged"),
        (strict, 'save it as "Excel Workbook (*.xlsx)", not as "Strict Open XML".'),
        (no_sheet, 'list.xlsx has no sheet "Resources" or "Practices".'),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_file_that_can_not_be_read_is_refused_in_words(
    spoil: Callable[[Path], None], words: str, book: Path, docs: Path, toolkit: Toolkit
) -> None:
    before = files_of(docs)
    spoil(book)
    found = toolkit("sheet", "import", "list.xlsx")
    assert found.code == 2
    assert words in found.err
    assert "Traceback" not in found.err
    assert files_of(docs) == before


def test_a_workbook_called_csv_is_one(book: Path, toolkit: Toolkit) -> None:
    book.rename("list.csv")
    found = toolkit("sheet", "check", "list.csv")
    assert (found.code, "list.csv is a workbook, not CSV." in found.err) == (2, True)
    assert "error: . can't be read" in toolkit("sheet", "check", ".").err


def test_the_lock_file_of_an_open_list_is_named_as_one(docs: Path, toolkit: Toolkit) -> None:
    docs.with_name("~$list.xlsx").write_bytes(b"\x04UNODC" + b" " * 159)
    found = toolkit("sheet", "check", "~$list.xlsx")
    assert (found.code, "name the list instead, without ~$: list.xlsx" in found.err) == (2, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title\n" + "a," * 150_000, "has more than 150,000 cells."),  # as a workbook
        ('title,url\na,b\n"A "short" guide",c\n', "list.csv:3: it can't be read as CSV"),
        ('sep=,\ntitle,url\n"A guide,c\nd,e\n', "list.csv:4: it can't be read as CSV"),
    ],
)
def test_a_csv_file_that_can_not_be_read(
    text: str, words: str, docs: Path, toolkit: Toolkit
) -> None:
    docs.with_name("list.csv").write_text(text, encoding="utf-8")
    found = toolkit("sheet", "check", "list.csv")
    assert (found.code, words in found.err) == (2, True), found.err


def by_somebody_else(path: Path) -> None:
    Workbook().save(path)


def with_a_row(path: Path) -> None:
    changed(path, lambda book: put(book, "Practices", 20, {"Title": "A shelter"}))


def with_a_word(path: Path) -> None:
    changed(path, lambda book: put(book, "Resources", 4, {"Summary": "New"}))


def with_a_comment(path: Path) -> None:
    def comment(book: Workbook) -> None:
        book["Resources"]["B3"].comment = Comment("Is this its title?", "A reader")

    changed(path, comment)


@pytest.mark.parametrize("spoil", [by_somebody_else, with_a_row, with_a_word, with_a_comment, old])
def test_an_export_replaces_no_file_that_somebody_filled_in(
    spoil: Callable[[Path], None], book: Path, docs: Path, toolkit: Toolkit
) -> None:
    again = ("sheet", "export", "list.xlsx")
    edit(docs / GUIDE, "2019", "2018")
    assert toolkit(*again).code == 0
    fresh = book.read_bytes()
    spoil(book)
    filled_in = book.read_bytes()
    refused = toolkit(*again)
    assert refused.code == 2
    assert "somebody may have filled it in" in refused.err
    assert book.read_bytes() == filled_in
    assert toolkit(*again, "--overwrite").code == 0
    assert book.read_bytes() == fresh


def test_comments_that_no_import_takes_are_named(book: Path, toolkit: Toolkit) -> None:
    named = "list.xlsx has comments on cells"
    assert named not in toolkit("sheet", "import", "list.xlsx").err
    with_a_comment(book)
    assert named in toolkit("sheet", "import", "list.xlsx").err
    changed(book, lambda one: put(one, "Resources", 4, {"Year": "last year"}))
    toolkit("sheet", "check", "list.xlsx")  # whose copy has the program's own
    assert "comments" not in toolkit("sheet", "import", "list-checked.xlsx").err


def test_a_file_that_somebody_fills_in_while_entries_are_read_is_kept(
    book: Path, toolkit: Toolkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled_in = b""

    def read(folder: Path) -> Content:
        nonlocal filled_in
        with_a_word(book)
        filled_in = book.read_bytes()
        return read_content(folder)

    monkeypatch.setattr("toolkit.cli.sheet.content_of", read)
    refused = toolkit("sheet", "export", "list.xlsx")
    assert (refused.code, refused.out) == (2, "")
    assert "somebody may have filled it in" in refused.err
    assert book.read_bytes() == filled_in
