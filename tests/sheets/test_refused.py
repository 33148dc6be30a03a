"""Cells, rows and sheets that can't be taken: refused at their place, and nothing is imported."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from tests.content_case import edit
from tests.files import files_of
from tests.program import Toolkit
from tests.sheets.books import FIRST, NEW_RESOURCE, changed, columns, put, rewrite

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


def test_a_row_whose_file_can_not_be_changed_is_named_with_its_cell(
    docs: Path, toolkit: Toolkit
) -> None:
    [guide] = docs.rglob("guide.md")
    edit(guide, "---\n", "---\nsummary: Twice.\n", 1)
    assert toolkit("sheet", "export", "list.csv", "--kind", "resource").code == 0
    sheet = Path("list.csv")
    rows = sheet.read_text(encoding="utf-8")
    assert rows.count("Guide") == 1
    sheet.write_text(rows.replace("Guide", "Handbook"), encoding="utf-8")
    before = files_of(docs)
    found = toolkit("sheet", "import", "list.csv")
    assert found.code == 1
    assert (
        "guide.md can't be changed, because a field appears twice.\n  --> list.csv A" in found.out
    )
    assert "help: remove one of the two: toolkit check" in found.out
    assert files_of(docs) == before
