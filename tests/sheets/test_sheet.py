"""`toolkit sheet`: new entries, problems at their cells, and conflicts."""

import io
import os
import zipfile
from pathlib import Path
from time import process_time
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from tests.content_case import DAY, edit
from tests.files import files_of
from tests.program import Toolkit
from tests.sheets.books import FIRST, GUIDE, NEW_RESOURCE, changed, columns, put, row_of
from toolkit.content.reader import read_content
from toolkit.content.schema import Kind
from toolkit.sheets.book import Book, Note, Row, Table
from toolkit.sheets.checking import notes_of
from toolkit.sheets.columns import columns_of
from toolkit.sheets.planning import plan

pytestmark = pytest.mark.usefixtures("files_read_once")


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


# What is in the wrong column, and where it belongs.
MISPLACED = [
    ("themes", "Protection", "move it to pillars: [protection] ({})", "pillars"),
    ("exploitation", "hotlines", "move it to themes: [hotlines] ({})", "themes"),
    ("regions", "Argentina", "write countries: [AR] ({})", "countries"),
    ("countries", "Americas", "write regions: [americas] ({})", "regions"),
]


@pytest.mark.parametrize(("column", "value", "advice", "other"), MISPLACED)
def test_advice_about_another_field_names_its_column(
    docs: Path, toolkit: Toolkit, column: str, value: str, advice: str, other: str
) -> None:
    cells = {**NEW_RESOURCE, column.capitalize(): value}
    toolkit("sheet", "export", "list.xlsx", "--empty")
    changed(Path("list.xlsx"), lambda book: put(book, "Resources", FIRST, cells))
    lines = "".join(f"[{name}] {text}\n" for name, text in cells.items())
    Path("message.txt").write_text(f"[toolkit resource]\n{lines}[end]\n", encoding="utf-8")
    for command, where in (
        (("sheet", "check", "list.xlsx"), f"in the column {other.capitalize()}"),
        (("new", "--from", "message.txt"), f'after "[{other}]"'),
    ):
        done = toolkit(*command)
        assert advice.format(where) in done.out, done.out


@pytest.mark.parametrize("command", ["check", "import"])
@pytest.mark.parametrize("path", ["vocabularies/themes.yml", "registers/organisations.yml"])
def test_values_of_a_list_with_errors_are_not_taken(
    docs: Path, toolkit: Toolkit, command: str, path: str
) -> None:
    """Names would be written for ids, in an entry of which only the summary was corrected, too."""
    new, all_ = Path("new.xlsx"), Path("all.xlsx")
    toolkit("sheet", "export", str(new), "--empty")
    changed(new, lambda book: put(book, "Resources", FIRST, NEW_RESOURCE))
    toolkit("sheet", "export", str(all_))
    said = {"Summary": "It explains how to plan an inspection."}
    changed(all_, lambda book: put(book, "Resources", row_of(book, "Resources", "guide"), said))
    with (docs / path).open("a", encoding="utf-8") as file:
        file.write("- id: [\n")
    before = files_of(docs.parent)
    for one in (new, all_):
        refused = toolkit("sheet", command, str(one))
        assert (refused.code, refused.out) == (2, "")
        assert refused.err.startswith(f"error: docs/{path} has errors, so ")
    assert files_of(docs.parent) == before


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


@pytest.mark.parametrize("is_new", [False, True])
def test_what_somebody_writes_while_rows_are_checked_is_kept(
    book: Path, docs: Path, toolkit: Toolkit, monkeypatch: pytest.MonkeyPatch, *, is_new: bool
) -> None:
    def fill_in(opened: Workbook) -> None:
        put(opened, "Resources", row_of(opened, "Resources", "guide"), {"Year": 2020})
        put(opened, "Resources", row_of(opened, "Resources", "manual"), {"Year": 2020})
        put(opened, "Resources", 9, {**NEW_RESOURCE, "Id": "farms"})

    changed(book, fill_in)
    path = docs / ("prosecution/resources/farms.md" if is_new else GUIDE)
    before = files_of(docs)

    def check(*given: Any) -> list[Note]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Typed meanwhile.", encoding="utf-8")
        return notes_of(*given)

    monkeypatch.setattr("toolkit.cli.sheet.notes_of", check)
    refused = toolkit("sheet", "import", "list.xlsx")
    assert refused.code == 2
    said = "already exists; nothing was written" if is_new else "was changed while"
    assert f'{path.name}" {said}' in refused.err
    name = path.relative_to(docs).as_posix()
    assert files_of(docs) == {**before, name: b"Typed meanwhile."}


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


@pytest.mark.parametrize("sheet", ["Resources", "Read me"])
def test_a_copy_with_comments_of_people_is_kept(book: Path, toolkit: Toolkit, sheet: str) -> None:
    def comment(opened: Workbook) -> None:
        # Somebody answers the note of the program, or writes a comment of their own.
        cell = opened[sheet]["E3"]
        said = cell.comment.text if cell.comment else ""
        cell.comment = Comment(f"{said} Ana knows the year.", "toolkit")

    changed(
        book,
        lambda opened: put(opened, "Resources", FIRST, {"Year": 'in "<2020>" & _x0041_ later'}),
    )
    copy, second = Path("list-checked.xlsx"), Path("list-checked-2.xlsx")
    assert toolkit("sheet", "check", "list.xlsx").code == 1
    changed(copy, lambda _: None)  # saved by another program, with all notes as they were
    toolkit("sheet", "check", "list.xlsx")
    assert not second.exists()
    changed(copy, comment)
    answered = copy.read_bytes()
    toolkit("sheet", "check", "list.xlsx")
    assert (copy.read_bytes(), second.exists()) == (answered, True)
    for command, not_done in (("check", "checked or copied"), ("import", "imported")):
        assert f"they are not {not_done}, so read" in toolkit("sheet", command, str(copy)).err
        assert "comments" not in toolkit("sheet", command, str(second)).err


@pytest.mark.parametrize("file", ["list.xlsx", "list.csv"])
def test_an_entry_whose_file_name_is_not_text_is_named(
    docs: Path, toolkit: Toolkit, file: str
) -> None:
    odd = docs / "prevention/resources" / os.fsdecode(b"caf\xe9.md")
    odd.write_bytes((docs / "prevention/resources/guide.md").read_bytes())
    done = toolkit("sheet", "export", file, *(["--kind", "resource"] if "csv" in file else []))
    assert done.code == 0
    said = "docs/prevention/resources/caf<U+DCE9>.md has a name that is not text, so it is not in"
    assert said in done.err


def test_an_entry_that_can_not_be_read_is_named_whoever_is_asked_for(
    docs: Path, toolkit: Toolkit
) -> None:
    edit(docs / "prevention/resources/guide.md", "type:", "<<<<<<< HEAD\ntype:")
    done = toolkit("sheet", "export", "list.xlsx", "--organisation", "unodc")
    assert "docs/prevention/resources/guide.md can't be read, so it is not in" in done.err
