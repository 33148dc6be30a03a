"""`toolkit sheet`: what people and other programs write, and what it is taken for."""

import csv
import re
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
from tests.sheets.books import (
    FIRST,
    GUIDE,
    NEW_RESOURCE,
    changed,
    columns,
    forget_rows,
    put,
    row_of,
)
from toolkit.content.reader import read_content
from toolkit.content.schema import Kind
from toolkit.content.tables import fields_of
from toolkit.sheets.cells import Cells

pytestmark = pytest.mark.usefixtures("files_read_once")
IOM = "International Organization for Migration"
UNODC = "United Nations Office on Drugs and Crime"


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
        "Countries": "Tanzania; UK; Bolivia; St Helena",
    }
    changed(Path("list.xlsx"), lambda book: put(book, "Resources", 9, row))
    done = toolkit("sheet", "check", "list.xlsx")
    assert "error" not in done.out, done.out
    assert toolkit("sheet", "import", "list.xlsx").code == 0
    written = (docs / "prosecution/resources").glob("*farms-2021.md")
    text = next(iter(written)).read_text()
    assert "related: [manual]\n" in text
    assert "supersedes: [manual, guide]\n" in text
    assert "countries: [TZ, GB, BO, SH]\n" in text
    assert '  manual: "It is for all: farms too."\n  guide: Older.\n' in text


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
    # As some programs write it, and as people and the site write headings.
    told = table.replace("Title", "Title:", 1).replace("Organisations,", "Organizations,", 1)
    told = told.replace("Audiences,", "For,", 1).replace("Partners,", "Other organizations,", 1)
    Path("told.csv").write_text(f"sep=,\n{told}", encoding="utf-8")
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
            "Languages": 'english\n“French”; "Arabic"; Brazilian Portuguese, Dari',
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
    assert "languages: [en, fr, ar, pt-BR, prs]\n" in text
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
