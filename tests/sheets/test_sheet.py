"""`toolkit sheet`: new entries, problems at their cells, and conflicts."""

import csv
import io
import re
import zipfile
from datetime import date, datetime
from pathlib import Path
from time import process_time

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH
from openpyxl.workbook import Workbook

from tests.content_case import DAY, edit
from tests.files import files_of
from tests.program import Toolkit
from tests.sheets.books import FIRST, GUIDE, NEW_RESOURCE, changed, columns, forget_rows, put
from toolkit.content.reader import read_content
from toolkit.content.schema import Kind
from toolkit.content.tables import fields_of
from toolkit.sheets.book import Book, Row, Table
from toolkit.sheets.cells import Cells
from toolkit.sheets.columns import columns_of
from toolkit.sheets.planning import plan

pytestmark = pytest.mark.usefixtures("files_read_once")

IOM, UNODC = "International Organization for Migration", "United Nations Office on Drugs and Crime"


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

    third = {"Title": "渔船", "Summary": "渔船上的劳动合同样本。", "Url": "https://a.example/3"}

    def write(*texts: dict[str, str]) -> None:
        def fill(opened: Workbook) -> None:
            for row, text in enumerate(texts, FIRST):
                put(opened, "Resources", row, {**NEW_RESOURCE, "Url": "", **text})

        changed(Path("list.xlsx"), fill)

    write(first, second)
    done = toolkit("sheet", "import", "list.xlsx")
    assert done.code == 0, done.out
    assert "2 new" in done.err
    assert (docs / "prosecution/resources/entry.md").is_file()
    assert (docs / "prosecution/resources/entry-2.md").is_file()
    write(third, second, first)
    assert "1 new, 0 changed, 2 unchanged" in toolkit("sheet", "import", "list.xlsx").err
    assert (docs / "prosecution/resources/entry-3.md").is_file()


def test_a_thousand_titles_without_a_latin_letter_get_ids_at_once(docs: Path) -> None:
    """Each looked at the ids of all rows before it, once for each of them: hours for 5,000."""
    named = dict(enumerate(columns_of(Kind.RESOURCE), 1))
    rows = [
        Row(n, {"title": f"年度报告{chr(0x4E00 + n)}", "level": "global", "regions": "world"})
        for n in range(3, 1_003)
    ]
    started = process_time()
    made = plan(Book([Table(Kind.RESOURCE, "", named, rows)]), docs, read_content(docs), DAY)
    assert [one.document.id for one in made.changes] == [
        "entry",
        *(f"entry-{n}" for n in range(2, 1_001)),
    ]
    assert process_time() - started < 5


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


def test_a_look_alike_in_another_row_is_named_by_its_cell(book: Path, toolkit: Toolkit) -> None:
    def write(opened: Workbook) -> None:
        put(opened, "Resources", 9, {**NEW_RESOURCE, "Id": "one"})
        put(opened, "Resources", 10, {**NEW_RESOURCE, "Id": "two"})

    changed(book, write)
    found = toolkit("sheet", "check", "list.xlsx").out
    column = get_column_letter(columns(openpyxl.load_workbook(book), "Resources")["Title"])
    assert f"This looks like a duplicate of Resources!{column}9: " in found
    assert "how it differs: one: ...\n" in found


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


def test_an_entry_that_was_only_saved_with_other_line_ends_is_changed(
    book: Path, docs: Path, toolkit: Toolkit
) -> None:
    path = docs / GUIDE
    before = path.read_text(encoding="utf-8")
    path.write_text(before, encoding="utf-8", newline="\r\n")
    changed(
        book, lambda one: put(one, "Resources", row_of(one, "Resources", "guide"), {"Year": 2020})
    )
    assert toolkit("sheet", "import", "list.xlsx").code == 0
    after = before.replace("year: 2019", "year: 2020").replace("\n", "\r\n").encode()
    assert path.read_bytes() == after


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


def test_codes_of_characters_are_read_only_for_line_ends(docs: Path, toolkit: Toolkit) -> None:
    edit(docs / GUIDE, "unodc.org/guide", "unodc.org/All_x0020_guides/a.pdf")
    edit(docs / GUIDE, "It explains how", "It explains _xD83D_ how")  # half of a character
    before = files_of(docs)
    toolkit("sheet", "export", "list.xlsx")
    changed(Path("list.xlsx"), forget_rows)
    done = toolkit("sheet", "import", "list.xlsx")
    assert (done.code, files_of(docs)) == (0, before), done.out

    def write(opened: Workbook) -> None:
        row = row_of(opened, "Resources", "guide")
        put(opened, "Resources", row, {"Title": "Guide_x000D_\nfor boats"})

    changed(Path("list.xlsx"), write)
    assert toolkit("sheet", "import", "list.xlsx").code == 0
    assert "title: Guide for boats\n" in (docs / GUIDE).read_text(encoding="utf-8")


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


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_csv_file_may_have_any_usual_separator(
    separator: str, docs: Path, toolkit: Toolkit
) -> None:
    with docs.with_name("list.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=separator).writerows([NEW_RESOURCE, NEW_RESOURCE.values()])
    done = toolkit("sheet", "import", "list.csv")
    assert (done.code, "1 new" in done.err) == (0, True), done.out


def test_the_same_entries_make_the_same_workbook(book: Path, toolkit: Toolkit) -> None:
    first = book.read_bytes()
    toolkit("sheet", "export", "list.xlsx", "--as-of", "2026-11-26")
    second = book.read_bytes()
    toolkit("sheet", "export", "list.xlsx", "--as-of", "2026-11-26")
    assert book.read_bytes() == second
    assert zipfile.ZipFile(io.BytesIO(first)).namelist() == zipfile.ZipFile(book).namelist()


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


def test_columns_in_another_order_are_the_same(book: Path, docs: Path, toolkit: Toolkit) -> None:
    def swap(opened: Workbook) -> None:
        for row in opened["Resources"].iter_rows():
            row[1].value, row[2].value = row[2].value, row[1].value

    changed(book, swap)
    before = files_of(docs)
    done = toolkit("sheet", "import", "list.xlsx")
    assert (done.code, files_of(docs)) == (0, before), done.out


def test_explanations_of_another_version_and_repeated_headings_are_no_entries(
    book: Path, docs: Path, toolkit: Toolkit
) -> None:
    def change(opened: Workbook) -> None:
        sheet = opened["Resources"]
        sheet.cell(2, columns(opened, "Resources")["Files"]).value = "An earlier explanation."
        sheet.insert_rows(FIRST + 1)
        for cell in sheet[1]:
            sheet.cell(FIRST + 1, int(cell.column or 0)).value = cell.value

    changed(book, change)
    before = files_of(docs)
    done = toolkit("sheet", "import", "list.xlsx")
    assert (done.code, files_of(docs)) == (0, before), done.out


@pytest.mark.parametrize(
    ("name", "text", "read"),
    [
        ("files", "https://a.example/x\nlanguage: en", [{"language": "en", "url": "*x"}]),
        ("files", "https://a.example/x language: en", [{"language": "en", "url": "*x"}]),
        ("files", "https://a.example/x (French)", [{"language": "fr", "url": "*x"}]),
        (
            "files",
            "French\nhttps://a.example/x\nen | https://a.example/y",
            [{"language": "fr", "url": "*x"}, {"language": "en", "url": "*y"}],
        ),
        ("files", "https://a.example/x y", [{"url": "*x y"}]),  # a space in an address
        ("sources", "https://a.example/x; https://a.example/y", [{"url": "*x"}, {"url": "*y"}]),
        (
            "sources",
            "url: https://a.example/x, url: https://a.example/y; ",
            [{"url": "*x"}, {"url": "*y"}],
        ),
        ("sources", "https://a.example/x https://a.example/y", [{"url": "*x"}, {"url": "*y"}]),
        ("sources", "url: https://a.example/x\ntitle: Y", [{"url": "*x"}, {"title": "Y"}]),
        ("sources", "https://a.example/x, p. 5", [{"url": "*x", "title": "p. 5"}]),
        ("countries", "countries: [AR, 'BO']", ["AR", "BO"]),
        ("partners", "[A ministry, Police]", ["A ministry", "Police"]),
        ("partners", "[Several ministries]", ["[Several ministries]"]),
        ("organisations", f"{IOM} (IOM)", ["iom"]),
        ("organisations", f"{IOM} (UNODC)", ["*"]),
        ("organisations", f"{UNODC}, {IOM}", ["unodc", "iom"]),
    ],
)
def test_a_cell_says_what_advice_on_files_shows(
    name: str, text: str, read: list[object], docs: Path
) -> None:
    value = Cells(Kind.RESOURCE, read_content(docs)).read(fields_of(Kind.RESOURCE)[name], text)
    whole = text if read == ["*"] else "https://a.example/"
    assert str(value) == str(tuple(read)).replace("*", whole)


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
