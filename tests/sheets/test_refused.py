"""`toolkit sheet`: workbooks and cells that can't be taken, and files that are not replaced."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from tests.content_case import edit
from tests.files import files_of
from tests.program import Toolkit
from tests.sheets.books import FIRST, GUIDE, NEW_RESOURCE, changed, columns, put

pytestmark = pytest.mark.usefixtures("files_read_once")


def formula(book: Workbook) -> None:
    book["Resources"].cell(5, 2).value = "=A1&A2"


def formula_in_an_entry(book: Workbook) -> None:
    put(book, "Resources", 5, NEW_RESOURCE)
    formula(book)


def command(book: Workbook) -> None:
    book["Resources"].cell(5, 2).value = "=cmd|' /C calc'!A0"


def merged(book: Workbook) -> None:
    book["Resources"].merge_cells("A5:XFD90000")


def hidden_row(book: Workbook) -> None:
    put(book, "Resources", 5, NEW_RESOURCE)
    book["Resources"].row_dimensions[5].hidden = True


def filtered(book: Workbook) -> None:
    for row in (5, 6, 8):
        put(book, "Resources", row, NEW_RESOURCE)
        book["Resources"].row_dimensions[row].hidden = True


def hidden_sheet(book: Workbook) -> None:
    book["Practices"].sheet_state = "hidden"


def renamed_sheet(book: Workbook) -> None:
    book["Practices"].title = "Tabelle1"


def doubled_column(book: Workbook) -> None:
    book["Resources"].cell(1, 3).value = "Title"


def vague_article(book: Workbook) -> None:
    put(book, "Resources", 6, {**NEW_RESOURCE, "Provisions": "Article 9; tip-protocol:9"})


def strange_column(book: Workbook) -> None:
    book["Resources"].cell(1, 3).value = "Sumary"


def no_headings(book: Workbook) -> None:
    book["Resources"].delete_rows(1)


def error_value(book: Workbook) -> None:
    book["Resources"].cell(5, 2).value = "#REF!"


def used_id(book: Workbook) -> None:
    put(book, "Resources", 6, {**NEW_RESOURCE, "Id": "../../x"})


def numbered_row(book: Workbook) -> None:
    put(book, "Resources", 6, {**NEW_RESOURCE, "Id": "1"})


def row_above(book: Workbook) -> None:
    book["Resources"].insert_rows(1)
    book["Resources"].cell(1, 1).value = "List of works"


def lost_entry(book: Workbook) -> None:
    page = book["_toolkit"]
    page.cell(9, 1).value = "gone"
    put(book, "Resources", 6, {**NEW_RESOURCE, "Id": "gone"})


def twice(book: Workbook) -> None:
    put(book, "Resources", 6, {**NEW_RESOURCE, "Id": "guide"})


def unclear(book: Workbook) -> None:
    put(
        book,
        "Practices",
        FIRST,
        {"Sources": "https://a.example/x | b | c | evaluation | 2020-01-01"},
    )


def copied_row(book: Workbook) -> None:
    put(book, "Resources", 9, {**NEW_RESOURCE, "Id": "guide"})


def lost_id(book: Workbook) -> None:
    sheet = book["Resources"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "guide")
    sheet.cell(row, 1).value = "GUIDE"


def note_below(book: Workbook) -> None:
    put(book, "Resources", 9, {"Title": "Filled in by the office"})


def rest_of_the_row_above(book: Workbook) -> None:
    put(book, "Resources", 9, {"Organisations": "ILO", "Languages": "Spanish"})


def reason_for_no_entry(book: Workbook) -> None:
    put(book, "Resources", 9, {**NEW_RESOURCE, "Distinct from": "It is for farms."})


def span_of_years(book: Workbook) -> None:
    put(book, "Practices", FIRST, {"Since": "2014-2019"})


def notes_beside(book: Workbook) -> None:
    for row in (3, 4, 5):
        book["Resources"].cell(row, 60).value = "To do"


def first_entry_over_the_help(book: Workbook) -> None:
    put(book, "Resources", 2, NEW_RESOURCE)


def no_summaries(book: Workbook) -> None:
    put(book, "Resources", 9, NEW_RESOURCE)
    book["Resources"].delete_cols(columns(book, "Resources")["Summary"])


def strange_column_of_a_new_row(book: Workbook) -> None:
    put(book, "Resources", 9, NEW_RESOURCE)
    strange_column(book)


def french_column(book: Workbook) -> None:
    put(book, "Resources", 9, NEW_RESOURCE)
    book["Resources"].cell(1, columns(book, "Resources")["Level"]).value = "Niveau"


def column_by_two_names(book: Workbook) -> None:
    book["Resources"].cell(1, 3).value = "Titre"


def formula_as_heading(book: Workbook) -> None:
    put(book, "Resources", 9, NEW_RESOURCE)
    book["Resources"].cell(1, 3).value = "=A1"


def formula_beside(book: Workbook) -> None:
    book["Resources"].cell(5, 60).value = "=A1"


def title_above(book: Workbook) -> None:
    row_above(book)
    book["Resources"].merge_cells("A1:K1")


def figures(book: Workbook) -> None:
    book.create_sheet("Figures").append(["=A5", "=A6"])


def hidden_figures(book: Workbook) -> None:
    book.create_sheet("Figures").cell(1, 1).value = "Five"
    book["Figures"].sheet_state = "veryHidden"


def long_text_of_a_copied_row(book: Workbook) -> None:
    put(book, "Resources", 9, {**NEW_RESOURCE, "Text": "(too long for a cell: edit the file)"})


def long_text_of_a_row_with_another_id(book: Workbook) -> None:
    long_text_of_a_copied_row(book)
    book["Resources"].cell(9, 1).value = "signs-on-farms-2021"


def invisible(book: Workbook) -> None:
    put(book, "Resources", 9, {**NEW_RESOURCE, "Summary": "It says how.\x92 Short."})


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (formula, "Resources!B5", "This is a formula: =A1&A2"),
        (command, "Resources!B5", "This is a formula: =cmd|' /C calc'!A0"),
        (merged, "Resources!A5", "The cells A5:XFD90000 are merged."),
        (hidden_row, "Resources!A5", "This row is hidden."),
        (filtered, "Resources!A5", "This row is hidden. There are 3 hidden rows with texts."),
        (hidden_sheet, "Practices", "This sheet is hidden."),
        (renamed_sheet, "Tabelle1", "This is not one of the toolkit's sheets."),
        (doubled_column, "Resources!C1", 'The column "Title" appears twice.'),
        (vague_article, "Resources!", '"Article 9" is not written as a provision.'),
        (strange_column, "Resources!C1", 'There is no column "Sumary".'),
        (no_headings, "Resources!A1", "The first row has no headings."),
        (error_value, "Resources!B5", "This cell has the error #REF!."),
        (used_id, "Resources!A6", "can't name an entry"),
        (numbered_row, "Resources!A6", "not only digits"),
        (row_above, "Resources!A1", "delete the rows above row 2."),
        (lost_entry, "Resources!A6", '"gone" was exported, but there is no such entry any more.'),
        (twice, "Resources!A6", '"guide" is also in Resources!A'),
        (copied_row, "Resources!A9", "if one is a new entry, clear its Id."),
        (lost_id, "Resources!A", 'the row of "guide", which has lost its Id.\n'),
        (note_below, "Resources!B9", 'hardly anything of an entry: "Filled in by the office".'),
        (rest_of_the_row_above, "Resources!", "into the row of that one, with ; in between"),
        (reason_for_no_entry, "Resources!", 'not clear which entry "It is for farms." is about'),
        (span_of_years, "Practices!", "write 2014 here, and 2019 in the column Until.\n"),
        (notes_beside, "Resources!BH3", "delete the column, or give it a heading of a new exp"),
        (first_entry_over_the_help, "Resources!A2", "move an entry to a row of its own, below"),
        (no_summaries, "Resources!", 'A column is missing for new entries: "Summary".'),
        (unclear, "Practices!", "It is not clear which part of sources"),
        (strange_column_of_a_new_row, "Resources!C1", 'help: did you mean "summary"?'),
        (french_column, "Resources!J1", 'if it is "Level", write that; if not, delete the col'),
        (column_by_two_names, "Resources!C1", 'The columns "Title" and "Titre" are the same.'),
        (formula_as_heading, "Resources!C1", "This is a formula: =A1\n"),
        (formula_beside, "Resources!BH5", "This is a formula: =A1\n"),
        (title_above, "Resources!A1", "delete the rows above row 2."),
        (figures, "Figures", "This is not one of the toolkit's sheets."),
        (hidden_figures, "Figures", 'show it, and name it "Resources" or "Practices", or'),
        (long_text_of_a_copied_row, "Resources!AO9", "The text of this cell was too long."),
        (long_text_of_a_row_with_another_id, "Resources!AO9", "The text of this cell was too lon"),
        (invisible, "Resources!C9", "error[control-character]"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_can_not_be_taken_is_refused_at_its_cell(
    change: Callable[[Workbook], None],
    place: str,
    words: str,
    book: Path,
    docs: Path,
    toolkit: Toolkit,
) -> None:
    before = files_of(docs)
    if change is merged:  # openpyxl itself would make each of the cells
        rewrite(
            book,
            "xl/worksheets/sheet2.xml",
            lambda text: text.replace(
                b"</sheetData>",
                b'</sheetData><mergeCells><mergeCell ref="A5:XFD90000"/></mergeCells>',
            ),
        )
    else:
        changed(book, change)
    found = toolkit("sheet", "import", "list.xlsx")
    assert found.code == 1, found.err
    assert words in found.out
    assert f"--> list.xlsx {place}" in found.out
    assert found.out.count("error[") == 1
    assert files_of(docs) == before


def texts_of(path: Path) -> set[str]:
    pages = [page for page in load_workbook(path) if page.title != "Lists"]  # which are made anew
    return {str(cell) for page in pages for row in page.values for cell in row}


@pytest.mark.parametrize(
    "change",
    [
        formula_in_an_entry,
        formula_as_heading,
        renamed_sheet,
        doubled_column,
        strange_column_of_a_new_row,
        row_above,
        notes_beside,
        first_entry_over_the_help,
    ],
    ids=lambda change: change.__name__,
)
def test_a_copy_with_notes_keeps_what_can_not_be_taken(
    change: Callable[[Workbook], None], book: Path, docs: Path, toolkit: Toolkit
) -> None:
    """People go on in the copy: what it lost was lost, and a formula in it was a text."""
    changed(book, change)
    first, again = (toolkit("sheet", "check", name) for name in ("list.xlsx", "list-checked.xlsx"))
    [place] = re.findall("--> list.xlsx (.*)", first.out)
    assert re.findall("--> list-checked.xlsx (.*)", again.out) == [place]
    lost = texts_of(book) - texts_of(Path("list-checked.xlsx"))
    assert {text for text in lost if text[0] not in "=#"} == set()
    assert "is kept" not in toolkit("sheet", "check", "list.xlsx").err  # nobody has changed it


def rewrite(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """Replace a part of a zip, or add it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


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


def with_a_value(text: bytes) -> bytes:
    """A formula with its value at the time it was saved."""
    cell = b'<row r="90"><c r="B90" t="str"><f>A1</f><v>A title</v></c></row></sheetData>'
    return text.replace(b"</sheetData>", cell)


def test_a_formula_with_a_value_is_refused(book: Path, docs: Path, toolkit: Toolkit) -> None:
    before = files_of(docs)
    rewrite(book, "xl/worksheets/sheet2.xml", with_a_value)
    found = toolkit("sheet", "import", "list.xlsx")
    assert (found.code, files_of(docs)) == (1, before)
    assert "This is a formula: =A1" in found.out
    assert "--> list.xlsx Resources!B90" in found.out


def by_somebody_else(path: Path) -> None:
    Workbook().save(path)


def with_a_row(path: Path) -> None:
    changed(path, lambda book: put(book, "Practices", 20, {"Title": "A shelter"}))


def with_a_word(path: Path) -> None:
    changed(path, lambda book: put(book, "Resources", 4, {"Summary": "New"}))


@pytest.mark.parametrize("spoil", [by_somebody_else, with_a_row, with_a_word, old])
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
