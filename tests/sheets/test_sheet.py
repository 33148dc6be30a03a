"""`toolkit sheet`: new entries, problems at their cells, conflicts, and what is refused."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from time import process_time

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH
from openpyxl.workbook import Workbook

from tests.content_case import edit
from tests.files import files_of
from tests.program import Toolkit
from tests.sheets.books import NEW_RESOURCE, changed, columns, put
from toolkit.content.reader import read_content
from toolkit.content.schema import Kind
from toolkit.content.tables import fields_of
from toolkit.sheets.cells import Cells

pytestmark = pytest.mark.usefixtures("files_read_once")

GUIDE = "prevention/resources/guide.md"
FIRST = 3


@pytest.fixture
def book(docs: Path, toolkit: Toolkit) -> Path:
    """A workbook with the entries of the small content, in the working directory."""
    assert toolkit("sheet", "export", "list.xlsx").code == 0
    return Path("list.xlsx")


def row_of(book: Workbook, sheet: str, id_: str) -> int:
    return next(int(cell.row) for cell in book[sheet]["A"] if cell.value == id_)


def test_new_rows_become_files_once(docs: Path, toolkit: Toolkit) -> None:
    toolkit("sheet", "export", "list.xlsx", "--empty")
    changed(Path("list.xlsx"), lambda book: put(book, "Resources", FIRST, NEW_RESOURCE))
    done = toolkit("sheet", "import", "list.xlsx", "--as-of", "2026-11-26")
    assert done.code == 0, done.out
    path = "prosecution/resources/how-inspectors-recognize-forced-labour-farms-2021.md"
    assert (docs / path).read_text(encoding="utf-8") == (
        "---\n"
        "title: How inspectors recognize forced labour on farms\n"
        "summary: A short guide to signs of forced labour on farms, and to first steps.\n"
        "type: training\n"
        "year: 2021\n"
        "pillars: [prosecution]\n"
        "themes: [investigation]\n"
        "audiences: [law-enforcement]\n"
        "level: global\n"
        "regions: [world]\n"
        "languages: [en, fr]\n"
        "organisations: [unodc, iom]\n"
        "added: 2026-11-26\n"
        "---\n"
    )
    before = files_of(docs)
    again = toolkit("sheet", "import", "list.xlsx", "--as-of", "2026-12-24")
    assert (again.code, files_of(docs)) == (0, before), again.out
    assert "0 new, 0 changed, 1 unchanged" in again.err


def test_titles_without_latin_letters_get_different_names(docs: Path, toolkit: Toolkit) -> None:
    toolkit("sheet", "export", "list.xlsx", "--empty")
    first = {"Title": "农场强迫劳动检查指南", "Summary": "帮助检查员识别农场中的强迫劳动。"}
    second = {"Title": "保护海上渔民的手册", "Summary": "说明如何登船并与船员交谈。"}

    def write(opened: Workbook) -> None:
        put(opened, "Resources", FIRST, {**NEW_RESOURCE, **first})
        put(opened, "Resources", FIRST + 1, {**NEW_RESOURCE, **second})

    changed(Path("list.xlsx"), write)
    done = toolkit("sheet", "import", "list.xlsx")
    assert done.code == 0, done.out
    assert "2 new" in done.err
    assert (docs / "prosecution/resources/entry.md").is_file()
    assert (docs / "prosecution/resources/entry-2.md").is_file()


def test_problems_are_at_their_cells_and_nothing_is_imported(
    book: Path, docs: Path, toolkit: Toolkit
) -> None:
    before = files_of(docs)

    def spoil(opened: Workbook) -> None:
        put(
            opened, "Resources", 7, {**NEW_RESOURCE, "Themes": "investigatoin", "Year": "last year"}
        )
        put(opened, "Resources", 8, {**NEW_RESOURCE, "Title": "Another handbook about shelters"})

    changed(book, spoil)
    found = toolkit("sheet", "check", "list.xlsx")
    numbers = columns(openpyxl.load_workbook(book), "Resources")
    theme = get_column_letter(numbers["Themes"])
    assert found.code == 1
    assert f"--> list.xlsx Resources!{theme}7" in found.out
    assert 'did you mean "investigation"?' in found.out
    checked = openpyxl.load_workbook("list-checked.xlsx")
    cell = checked["Resources"][f"{theme}7"]
    assert cell.value == "investigatoin"
    assert "not a term" in cell.comment.text
    assert checked.sheetnames[0] == "Problems"
    refused = toolkit("sheet", "import", "list.xlsx")
    assert refused.code == 1
    assert "Nothing was imported." in refused.err
    assert files_of(docs) == before


def test_a_look_alike_is_refused_until_it_says_how_it_differs(
    book: Path, docs: Path, toolkit: Toolkit
) -> None:
    twin = {**NEW_RESOURCE, "Title": "Guide for labour inspectors", "Year": 2019}
    changed(book, lambda opened: put(opened, "Resources", 9, twin))
    found = toolkit("sheet", "import", "list.xlsx")
    assert found.code == 1
    assert f"error[near-duplicate]: This looks like a duplicate of docs/{GUIDE}" in found.out
    reason = {"Distinct from": "guide: It is for farms alone."}
    changed(book, lambda opened: put(opened, "Resources", 9, reason))
    assert toolkit("sheet", "import", "list.xlsx").code == 0
    written = (docs / "prosecution/resources/guide-labour-inspectors-2019.md").read_text()
    assert "distinct_from:\n  guide: It is for farms alone" in written.replace('"', "")


def test_what_is_missing_is_written_where_the_note_says(
    book: Path, docs: Path, toolkit: Toolkit
) -> None:
    row = {**NEW_RESOURCE, "Year": None, "Level": None, "Status": "Withdrawn"}
    changed(book, lambda opened: put(opened, "Resources", 9, row))
    found = toolkit("sheet", "check", "list.xlsx")
    assert "= help: write it in the column Level.\n" in found.out
    unknown = 'if nobody knows it, write "year" in the column Unverified.\n'
    assert f"= help: write it in the column Year; {unknown}" in found.out
    reason = "the reason in the column Withdrawn: reason, or none of the three.\n"
    withdrawn = f"Status, the day in the column Withdrawn: on and {reason}"
    assert f'= help: write "withdrawn" in the column {withdrawn}' in found.out
    dated = {"Withdrawn: on": "2026-11-25", "Withdrawn: reason": "Taken back."}
    told = {"Level": "global", "Unverified": "year", "Status": "withdrawn", **dated}
    changed(book, lambda opened: put(opened, "Resources", 9, told))
    assert toolkit("sheet", "import", "list.xlsx").code == 0
    changed(book, lambda opened: put(opened, "Resources", 9, {"Year": "unknown"}))
    found = toolkit("sheet", "check", "list.xlsx")
    assert 'remove this, and write "year" in the column Unverified.' in found.out


@pytest.mark.parametrize(
    ("column", "cell", "lines"),
    [
        (
            "Sources",
            f"{words}https://www.iom.int/x{end}",
            "  - url: https://www.iom.int/x\n    title: A report of 2019",
        )
        for words, end in (
            ("A report of 2019 ", ""),
            ("A report of 2019: ", ""),
            ("A report of 2019 – ", ""),
            ("A report of 2019 (", ")"),
        )
    ]
    + [
        (
            "Files",
            f"French{sign}https://www.unodc.org/x",
            "  - language: fr\n    url: https://www.un",
        )
        for sign in (" ", ": ", ", ")
    ],
)
def test_an_address_after_words_is_a_part_of_its_own(
    column: str, cell: str, lines: str, book: Path, docs: Path, toolkit: Toolkit
) -> None:
    changed(book, lambda opened: put(opened, "Resources", 9, {**NEW_RESOURCE, column: cell}))
    done = toolkit("sheet", "import", "list.xlsx")
    assert done.code == 0, done.out
    [path] = (docs / "prosecution/resources").glob("how-inspectors*.md")
    assert lines in path.read_text(encoding="utf-8")


def test_entries_and_countries_go_by_their_names(docs: Path, toolkit: Toolkit) -> None:
    """A title may contain the characters that separate values."""
    title = "Inspecting farms: a manual; second edition"
    path = docs / "prevention/resources/manual.md"
    text = re.sub("^title: .*$", f'title: "{title}"', path.read_text(), flags=re.M)
    path.write_text(text)
    toolkit("sheet", "export", "list.xlsx")
    row = {
        **NEW_RESOURCE,
        "Related": title,
        "Supersedes": title.replace(";", "\\;") + "; guide for LABOUR inspectors",
        "Distinct from": f"{title}: It is for all: farms too.\nGuide for labour inspectors: Older.",
        "Countries": "Tanzania; UK; Bolivia",
    }
    changed(Path("list.xlsx"), lambda book: put(book, "Resources", 9, row))
    done = toolkit("sheet", "check", "list.xlsx")
    assert "error" not in done.out, done.out
    assert toolkit("sheet", "import", "list.xlsx").code == 0
    written = (docs / "prosecution/resources").glob("*farms-2021.md")
    text = next(iter(written)).read_text()
    assert "related: [manual]\n" in text
    assert "supersedes: [manual, guide]\n" in text
    assert "countries: [TZ, GB, BO]\n" in text
    assert '  manual: "It is for all: farms too."\n  guide: Older.\n' in text


def test_an_entry_that_changed_meanwhile_is_refused_by_name(
    book: Path, docs: Path, toolkit: Toolkit
) -> None:
    path = docs / GUIDE
    edit(path, "2019", "2018")
    assert toolkit("sheet", "import", "list.xlsx").code == 0  # no one changed its row
    changed(
        book, lambda one: put(one, "Resources", row_of(one, "Resources", "guide"), {"Year": 2020})
    )
    before = files_of(docs)
    refused = toolkit("sheet", "import", "list.xlsx")
    assert refused.code == 1
    assert '"guide" was changed in the toolkit since this file was exported' in refused.out
    assert files_of(docs) == before


@pytest.mark.parametrize("column", ["Id", "Title", "Summary"])
def test_a_column_that_was_sorted_by_itself_is_refused(
    column: str, book: Path, docs: Path, toolkit: Toolkit
) -> None:
    before = files_of(docs)

    def swap(opened: Workbook) -> None:
        sheet, number = opened["Resources"], columns(opened, "Resources")[column]
        one, other = (
            sheet.cell(row_of(opened, "Resources", id_), number) for id_ in ("guide", "manual")
        )
        one.value, other.value = other.value, one.value

    changed(book, swap)
    refused = toolkit("sheet", "import", "list.xlsx")
    assert refused.code == 1
    what = "summary" if column == "Summary" else "title"
    assert f'This is the {what} of "manual", in the row of "guide".' in refused.out
    assert refused.out.count("error[") == 2
    assert files_of(docs) == before


def test_texts_that_look_like_formulas_stay_texts(docs: Path, toolkit: Toolkit) -> None:
    path = docs / GUIDE
    path.write_text(
        path.read_text()
        .replace("title: Guide for labour", 'title: "=cmd|\' /C calc\'!A0"\nsummary_: "')
        .replace("summary_", "#")
    )
    path.write_text("\n".join(line for line in path.read_text().split("\n") if line[:2] != "#:"))
    toolkit("sheet", "export", "list.csv", "--kind", "resource")
    toolkit("sheet", "export", "list.xlsx")
    assert ",'=cmd|' /C calc'!A0," in Path("list.csv").read_text(encoding="utf-8-sig")
    opened = openpyxl.load_workbook("list.xlsx")
    cell = opened["Resources"].cell(row_of(opened, "Resources", "guide"), 2)
    assert (cell.value, cell.data_type) == ("=cmd|' /C calc'!A0", "s")
    table = Path("list.csv").read_text(encoding="utf-8-sig")
    # As some programs write it, and as people write headings.
    Path("told.csv").write_text(f"sep=,\n{table.replace('Title', 'Title:', 1)}", encoding="utf-8")
    before = files_of(docs)
    for file in ("list.csv", "told.csv", "list.xlsx"):
        done = toolkit("sheet", "import", file)
        assert (done.code, files_of(docs)) == (0, before), done.out


def formula(book: Workbook) -> None:
    book["Resources"].cell(5, 2).value = "=A1&A2"


def command(book: Workbook) -> None:
    book["Resources"].cell(5, 2).value = "=cmd|' /C calc'!A0"


def merged(book: Workbook) -> None:
    book["Resources"].merge_cells("A5:XFD90000")


def hidden_row(book: Workbook) -> None:
    put(book, "Resources", 5, NEW_RESOURCE)
    book["Resources"].row_dimensions[5].hidden = True


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


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (formula, "Resources!B5", "This is a formula: =A1&A2"),
        (command, "Resources!B5", "This is a formula: =cmd|' /C calc'!A0"),
        (merged, "Resources!A5", "The cells A5:XFD90000 are merged."),
        (hidden_row, "Resources!A5", "This row is hidden."),
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
        (unclear, "Practices!", "It is not clear which part of sources"),
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


def rewrite(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """Replace a part of a zip, or add it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def bomb(path: Path) -> None:
    rewrite(path, "xl/media/bomb.bin", lambda _: bytes(300 * 1024 * 1024))


def lying_bomb(path: Path) -> None:
    bomb(path)
    data = path.read_bytes()
    size = (300 * 1024 * 1024).to_bytes(4, "little")
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
        (csv, "if it is a CSV file, give it the ending .csv"),
        (cut, "list.xlsx is not a workbook, or is damaged."),
        (old, "in the old format of Excel, or has a password"),
        (broken, "list.xlsx is damaged"),
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


def test_other_spaces_dates_and_numbers_are_understood(
    book: Path, docs: Path, toolkit: Toolkit
) -> None:
    def write(opened: Workbook) -> None:
        row = {
            **NEW_RESOURCE,
            "Title": "Re\u0301sume\u0301\u00a0of forced\u200b labour on boats",
            "Year": 2021.0,
            "Review by": date(2027, 6, 1),
            "Languages": 'english\n“French”; "Arabic"',
            "Themes": "Investigation, shelters",
            "Organisations": "UNODC and IOM",
            "Provisions": "Trafficking in Persons Protocol, articles 6(3) and 9\nc029:1, sdg-8",
            "Partners": "Fishers, sailors and others",
            "Files": "fr | https://www.unodc.org/guide.pdf",
            "Helplines": "116 | KE | Childline Kenya | 2026-11-20",
            "Identifiers: isbn": 9789221213215,
        }
        put(opened, "Resources", 9, row)

    changed(book, write)
    done = toolkit("sheet", "import", "list.xlsx")
    assert done.code == 0, done.out
    text = next(docs.rglob("*boats*.md")).read_text(encoding="utf-8")
    assert "title: R\u00e9sum\u00e9 of forced labour on boats\n" in text
    assert "year: 2021\n" in text
    assert "review_by: 2027-06\n" in text
    assert "languages: [en, fr, ar]\n" in text
    assert "themes: [investigation, shelters]\n" in text
    assert "organisations: [unodc, iom]\n" in text
    assert 'provisions: ["tip-protocol:6(3)", "tip-protocol:9", "c029:1", sdg-8]\n' in text
    assert 'partners: ["Fishers, sailors and others"]\n' in text
    assert "files:\n  - language: fr\n    url: https://www.unodc.org/guide.pdf\n" in text
    assert "  - number: 116\n    country: KE\n    body: Childline Kenya\n" in text
    assert "identifiers: {isbn: 9789221213215}\n" in text


@pytest.mark.parametrize(
    ("epoch", "column", "day", "said"),
    [
        (WINDOWS_EPOCH, "Year", date(1905, 7, 13), ": new"),
        (MAC_EPOCH, "Year", date(1909, 7, 14), ": new"),
        (WINDOWS_EPOCH, "Year", date(2021, 5, 1), 'error[invalid-year]: "2021-05-01"'),
        (WINDOWS_EPOCH, "Added", date(1905, 7, 13), '"2021" is not written as year, month and day'),
        (WINDOWS_EPOCH, "Review by", date(1905, 7, 19), '"2027" is not written as year and month'),
    ],
)
def test_a_year_in_a_cell_with_the_format_of_a_date_is_that_year(
    epoch: datetime, column: str, day: date, said: str, book: Path, docs: Path, toolkit: Toolkit
) -> None:
    def write(opened: Workbook) -> None:
        opened.epoch = epoch
        put(opened, "Resources", 9, {**NEW_RESOURCE, column: day})

    changed(book, write)
    done = toolkit("sheet", "import", "list.xlsx")
    assert said in done.out
    made = [path.read_text(encoding="utf-8") for path in docs.rglob("how-inspectors*.md")]
    assert [text for text in made if "year: 2021\n" not in text] == []
    assert bool(made) == (done.code == 0)


def test_the_same_entries_make_the_same_workbook(book: Path, toolkit: Toolkit) -> None:
    first = book.read_bytes()
    toolkit("sheet", "export", "list.xlsx", "--as-of", "2026-11-26")
    second = book.read_bytes()
    toolkit("sheet", "export", "list.xlsx", "--as-of", "2026-11-26")
    assert book.read_bytes() == second
    assert zipfile.ZipFile(io.BytesIO(first)).namelist() == zipfile.ZipFile(book).namelist()


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


def test_only_the_entries_of_an_organization(docs: Path, toolkit: Toolkit) -> None:
    toolkit("sheet", "export", "list.xlsx", "--organisation", "iom")
    opened = openpyxl.load_workbook("list.xlsx")
    assert [cell.value for cell in opened["Practices"]["A"]][2:] == ["shelter"]
    unknown = toolkit("sheet", "export", "list.xlsx", "--organisation", "iomm")
    assert (unknown.code, 'did you mean "iom"?' in unknown.err) == (2, True)


def test_remarks_between_fields_stay(docs: Path, toolkit: Toolkit) -> None:
    path = docs / GUIDE
    text = path.read_text().replace("themes:", "# about themes\n\nthemes:")
    path.write_text(text)
    toolkit("sheet", "export", "list.xlsx")
    more = {"Pillars": "Prevention; Protection", "Year": 2020}
    changed(Path("list.xlsx"), lambda one: put(one, "Resources", FIRST, more))
    done = toolkit("sheet", "import", "list.xlsx")
    assert done.code == 0, done.out
    expected = text.replace("[prevention]", "[prevention, protection]").replace("2019", "2020")
    assert path.read_text() == expected


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


def test_columns_in_another_order_are_the_same(book: Path, docs: Path, toolkit: Toolkit) -> None:
    def swap(opened: Workbook) -> None:
        for row in opened["Resources"].iter_rows():
            row[1].value, row[2].value = row[2].value, row[1].value

    changed(book, swap)
    before = files_of(docs)
    done = toolkit("sheet", "import", "list.xlsx")
    assert (done.code, files_of(docs)) == (0, before), done.out


def test_a_copy_that_somebody_corrected_is_kept(book: Path, toolkit: Toolkit) -> None:
    changed(book, lambda opened: put(opened, "Resources", 7, {**NEW_RESOURCE, "Year": "last year"}))
    names = ["list-checked.xlsx", "list-checked-2.xlsx"]
    for _ in range(2):
        assert names[0] in toolkit("sheet", "check", "list.xlsx").out
    changed(Path(names[0]), lambda opened: put(opened, "Resources", 7, {"Year": "2021"}))
    corrected = Path(names[0]).read_bytes()
    for _ in range(2):
        found = toolkit("sheet", "check", "list.xlsx")
        assert f"{names[1]} has a note in each of these cells." in found.out
        assert f"{names[0]} was changed since it was written, so it is kept." in found.err
    assert Path(names[0]).read_bytes() == corrected
    assert sorted(map(str, Path().glob("list-*"))) == sorted(names)
    assert toolkit("sheet", "import", names[0]).code == 0


def test_one_sheet_alone_is_enough(book: Path, docs: Path, toolkit: Toolkit) -> None:
    changed(book, lambda opened: opened.remove(opened["Practices"]))
    before = files_of(docs)
    done = toolkit("sheet", "import", "list.xlsx")
    assert (done.code, files_of(docs)) == (0, before), done.out


def test_a_sheet_may_be_named_in_any_case(book: Path, docs: Path, toolkit: Toolkit) -> None:
    def spoil(opened: Workbook) -> None:
        opened["Resources"].cell(FIRST, columns(opened, "Resources")["Year"]).value = "last year"
        sheet = opened["Resources"]
        sheet.title = "Other"  # openpyxl adds a number to the same name in another case
        sheet.title = "resources"

    changed(book, spoil)
    found = toolkit("sheet", "check", "list.xlsx")
    year = get_column_letter(columns(openpyxl.load_workbook(book), "resources")["Year"])
    assert f"--> list.xlsx resources!{year}{FIRST}" in found.out
    checked = openpyxl.load_workbook("list-checked.xlsx")
    assert checked["Resources"][f"{year}{FIRST}"].comment is not None


def test_a_second_sheet_of_a_kind_is_refused(book: Path, docs: Path, toolkit: Toolkit) -> None:
    def double(opened: Workbook) -> None:
        opened.copy_worksheet(opened["Resources"]).title = "Resources "

    changed(book, double)
    found = toolkit("sheet", "check", "list.xlsx")
    assert found.code == 1, found.err
    assert "error[sheet]: This is not one of the toolkit's sheets." in found.out


def test_many_colons_take_no_time(docs: Path) -> None:
    cells = Cells(Kind.RESOURCE, read_content(docs))
    field = fields_of(Kind.RESOURCE)["distinct_from"]
    begun = process_time()
    assert cells.read(field, "a:" * 8_000) == {"a": "a:" * 7_999}
    assert process_time() - begun < 1
