"""Exporting and importing again preserves every byte, whatever the text."""

import csv
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from tests.content_case import edit
from tests.files import files_of
from tests.program import Toolkit
from tests.sheets.books import FIRST, GUIDE, changed, columns, forget_rows, put
from toolkit.authoring.yaml_lines import Given, field_lines
from toolkit.cli.main import run
from toolkit.content.markdown_files import document_from
from toolkit.content.schema import Kind
from toolkit.content.tables import fields_of
from toolkit.source import SourceFile

pytestmark = pytest.mark.usefixtures("files_read_once")

TEXTS = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff\ufeff"
    ),
    max_size=60,
)


def test_the_sample_keeps_every_byte_through_a_workbook(
    sample_docs: Path, toolkit: Toolkit
) -> None:
    before = files_of(sample_docs)
    assert toolkit("sheet", "export", "all.xlsx").code == 0
    changed(Path("all.xlsx"), forget_rows)
    done = toolkit("sheet", "import", "all.xlsx")
    assert done.code == 0, done.out
    assert " 0 new, 0 changed, " in f" {done.err.partition('Entries:')[2]}"
    assert files_of(sample_docs) == before


@pytest.mark.parametrize("kind", ["resource", "practice"])
def test_the_sample_keeps_every_byte_through_csv(
    kind: str, sample_docs: Path, toolkit: Toolkit
) -> None:
    before = files_of(sample_docs)
    assert toolkit("sheet", "export", "all.csv", "--kind", kind).code == 0
    text = Path("all.csv").read_text(encoding="utf-8-sig")
    # Without the rows' digests, so that the import looks at every cell.
    rows = re.sub(" [0-9a-f]{64}$", "", text.replace("\r\n", "\n"), flags=re.MULTILINE)
    assert rows.count("\n") < len(rows) < len(text) - 64
    Path("all.csv").write_text(rows, encoding="utf-8")
    done = toolkit("sheet", "import", "all.csv")
    assert done.code == 0, done.out
    assert "0 new, 0 changed" in done.err
    assert files_of(sample_docs) == before


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    texts=st.lists(TEXTS, min_size=4, max_size=4),
    partners=st.lists(TEXTS.filter(str.strip), max_size=3),
)
def test_any_entry_keeps_every_byte(
    texts: list[str], partners: list[str], docs: Path, toolkit: Toolkit
) -> None:
    path = docs / GUIDE
    title, summary, source, body = (json.dumps(text, ensure_ascii=False) for text in texts)
    path.write_text(
        f"---\n# a remark\ntitle: {title}  # another\nsummary:   {summary}\ntype: handbook\n"
        f"partners: {json.dumps(partners, ensure_ascii=False)}\n\n"
        f"sources:\n- {{title: {source}, role: description}}\n\n---\n{body}\n",
        encoding="utf-8",
    )
    before = files_of(docs)
    Path("all.xlsx").unlink(missing_ok=True)  # of the last example, with its rows forgotten
    for file in ("all.xlsx", "all.csv"):
        assert run(["sheet", "export", file, "--kind", "resource"]) == 0
    changed(Path("all.xlsx"), forget_rows)
    for file in ("all.xlsx", "all.csv"):
        run(["sheet", "import", file])
        assert files_of(docs) == before


@settings(max_examples=200)
@given(text=TEXTS.map(lambda text: " ".join(text.split())).filter(bool), more=TEXTS)
@example("0", "description")
def test_any_text_is_read_as_it_was_written(text: str, more: str) -> None:
    rows = fields_of(Kind.RESOURCE)
    more = " ".join(more.split()) or "x"
    values: dict[str, Given] = {
        "title": text,
        "summary": f"{text} {more}" * 3,
        "partners": (text, more),
        "identifiers": {"symbol": text, "isbn": (more, text)},
        "sources": ({"title": text, "role": "description"}, {"title": more}),
        "distinct_from": {"an-entry": text},
    }
    lines = [line for name, value in values.items() for line in field_lines(rows[name], value)]
    source = SourceFile("docs/x.md", "\n".join(["---", *lines, "---", ""]))
    read = document_from(source, "prevention/resources/x.md")
    assert read.front is not None, source.text
    assert read.text("title") == text or read.get("title") is None
    found = [
        leaf.text
        for leaf in read.leaves
        if leaf.top in ("sources", "identifiers") and leaf.field.name != "role"
    ]
    assert found == [one for one in (text, more, text, text, more) if one in found]


def test_a_change_touches_its_lines_alone(sample_docs: Path, toolkit: Toolkit) -> None:
    before = files_of(sample_docs)
    assert toolkit("sheet", "export", "all.xlsx").code == 0

    def correct(book: object) -> None:
        page = book["Practices"]  # type: ignore[index]
        numbers = columns(book, "Practices")  # type: ignore[arg-type]
        row = next(cell.row for cell in page["A"] if cell.value == "mekong-commit")
        put(book, "Practices", row, {"Until": 2020, "Countries": "China; Viet Nam"})  # type: ignore[arg-type]
        results = page.cell(row, numbers["Results"])
        results.value = "=Nothing is known.\n\n- yet"
        results.data_type = "s"

    changed(Path("all.xlsx"), correct)
    done = toolkit("sheet", "import", "all.xlsx")
    assert done.code == 0, done.out
    after = files_of(sample_docs)
    path = "prevention/practices/mekong-commit.md"
    assert [name for name in after if after[name] != before[name]] == [path]
    old, new = (text[path].decode().splitlines() for text in (before, after))
    assert [line for line in new if line not in old] == [
        "until: 2020",
        "countries: [CN, VN]",
        "=Nothing is known.",
        "- yet",
    ]
    assert [line for line in old if line not in new] == [
        "countries: [CN, KH, LA, MM, TH, VN]",
        "Not independently evaluated. Cited by the United Nations as a model; achievement reports "
        "exist for",
        "the plans.",
    ]
    assert toolkit("sheet", "import", "all.xlsx").code == 0
    assert files_of(sample_docs) == after


def test_a_text_too_long_for_a_cell_stays(sample_docs: Path, toolkit: Toolkit) -> None:
    path = sample_docs / "prevention/practices/mekong-commit.md"
    whole = path.read_text(encoding="utf-8") + "\n\nIt is a long text." * 2_000
    path.write_text(whole, encoding="utf-8")
    assert toolkit("sheet", "export", "all.xlsx").code == 0

    def correct(book: Workbook) -> None:
        row = next(cell.row for cell in book["Practices"]["A"] if cell.value == "mekong-commit")
        put(book, "Practices", int(row), {"Until": 2020})

    changed(Path("all.xlsx"), correct)
    assert toolkit("sheet", "import", "all.xlsx").code == 0
    after = path.read_text(encoding="utf-8")
    assert after == re.sub("(?m)^(since: .*)$", r"\1\nuntil: 2020", whole)


def test_a_text_that_a_program_would_cut_off_stays(sample_docs: Path, toolkit: Toolkit) -> None:
    """Excel keeps 32,767 characters of a cell of a CSV file, without a word."""
    path = sample_docs / "prevention/practices/mekong-commit.md"
    whole = path.read_text(encoding="utf-8") + "\n\nIt is a long text." * 2_000
    path.write_text(whole, encoding="utf-8")
    assert toolkit("sheet", "export", "all.csv", "--kind", "practice").code == 0
    with Path("all.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [[cell[:32_767] for cell in row] for row in csv.reader(file)]
    until = rows[0].index("Until")
    next(row for row in rows if row[0] == "mekong-commit")[until] = "2020"
    with Path("all.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    assert toolkit("sheet", "import", "all.csv").code == 0
    after = path.read_text(encoding="utf-8")
    assert after == re.sub("(?m)^(since: .*)$", r"\1\nuntil: 2020", whole)


def test_a_workbook_of_numbers_has_its_sheets_under_longer_names(
    sample_docs: Path, toolkit: Toolkit
) -> None:
    def rename(book: Workbook) -> None:
        for sheet in book.worksheets:
            sheet.title += " - Table 1"
        book.create_sheet("Export Summary", 0).cell(1, 1).value = "Exported from Numbers."

    assert toolkit("sheet", "export", "list.xlsx").code == 0
    changed(Path("list.xlsx"), rename)
    before = files_of(sample_docs)
    done = toolkit("sheet", "import", "list.xlsx")
    assert (done.code, "0 new, 0 changed" in done.err) == (0, True), done.out
    assert files_of(sample_docs) == before


def test_an_old_row_of_a_renamed_entry_is_in_the_way_only_if_it_changed(
    sample_docs: Path, toolkit: Toolkit
) -> None:
    assert toolkit("sheet", "export", "all.csv", "--kind", "resource").code == 0
    assert toolkit("rename", "iom-iris", "iris").code == 0
    assert toolkit("sheet", "import", "all.csv").code == 0
    text = Path("all.csv").read_text(encoding="utf-8-sig")
    Path("all.csv").write_text(text.replace('iom-iris,"', 'iom-iris,"The '), encoding="utf-8")
    found = toolkit("sheet", "import", "all.csv")
    assert found.code == 1
    assert "its name is iris now: export again, and copy your change there." in found.out


def test_a_column_that_was_removed_removes_no_part_of_a_group(docs: Path, toolkit: Toolkit) -> None:
    path = docs / GUIDE
    edit(path, "url:", "identifiers: {symbol: ST/1, isbn: 978-92-2-121321-5}\nurl:")
    toolkit("sheet", "export", "list.xlsx")

    def without_symbols(book: Workbook) -> None:
        put(book, "Resources", FIRST, {"Identifiers: isbn": "978-92-1-130000-0"})
        book["Resources"].delete_cols(columns(book, "Resources")["Identifiers: symbol"])

    changed(Path("list.xlsx"), without_symbols)
    done = toolkit("sheet", "import", "list.xlsx")
    assert "1 changed" in done.err, done.out
    assert 'identifiers: {isbn: 978-92-1-130000-0, symbol: "ST/1"}\n' in path.read_text()


def test_a_number_of_an_article_may_contain_a_semicolon(docs: Path, toolkit: Toolkit) -> None:
    path = docs / GUIDE
    doi = "10.1175/1520-0493(1998)126<0001:TAOTM>2.0.CO;2"
    edit(path, "url:", f'identifiers: {{doi: "{doi}"}}\nurl:')
    toolkit("sheet", "export", "list.xlsx")
    more = {"Identifiers: doi": f"{doi}-A;10.1234/x; doi:10.1234/y"}
    changed(Path("list.xlsx"), lambda book: put(book, "Resources", FIRST, more))
    found = toolkit("sheet", "import", "list.xlsx")
    assert found.code == 1
    assert "write only 10.1234/y" in found.out
    more["Identifiers: doi"] = f"{doi};10.1234/x"
    changed(Path("list.xlsx"), lambda book: put(book, "Resources", FIRST, more))
    assert toolkit("sheet", "import", "list.xlsx").code == 0
    assert f'identifiers: {{doi: ["{doi}", "10.1234/x"]}}\n' in path.read_text()


def test_remarks_within_a_value_are_kept(docs: Path, toolkit: Toolkit) -> None:
    path = docs / GUIDE
    before, after = path.read_text().replace("summary: ", "summary: 'No # remark. ").split("\nurl:")
    path.write_text(
        before.replace("inspection.", "inspection.'")
        + "\npartners: # All.\n  # From the cover.\n  - One # an office\n  - '# Two'  # closed\n"
        f"# About the address.\nurl:{after}"
    )
    toolkit("sheet", "export", "list.xlsx")
    more = {"Partners": "One; # Two; Three", "Summary": "No # remark. It is about inspections."}
    changed(Path("list.xlsx"), lambda book: put(book, "Resources", FIRST, more))
    done = toolkit("sheet", "import", "list.xlsx")
    assert done.code == 0, done.out
    text = path.read_text()
    assert 'summary: "No # remark. It is about inspections."\n' in text
    assert (
        "\n# From the cover.\n# an office\n# closed\n"
        'partners: [One, "# Two", Three] # All.\n# About the address.\nurl:'
    ) in text


def test_lines_that_nobody_changed_keep_their_spaces(docs: Path, toolkit: Toolkit) -> None:
    path = docs / GUIDE
    head = path.read_text().partition("\n---\n")[0]
    body = "    a + b\n\nOne  \ntwo\u00a0percent\n\n-\u00a0Three\nOne\na + b\nLast.\n"
    path.write_text(f"{head}\n---\n\n{body}", encoding="utf-8")
    toolkit("sheet", "export", "list.xlsx")

    def with_more(book: Workbook) -> None:
        text = book["Resources"].cell(FIRST, columns(book, "Resources")["Text"])
        text.value = str(text.value).replace("Last.", "One\nLast, and more.")

    changed(Path("list.xlsx"), with_more)
    assert "1 changed" in toolkit("sheet", "import", "list.xlsx").err
    expected = body.replace("Last.", "One\nLast, and more.")
    assert path.read_text(encoding="utf-8") == f"{head}\n---\n\n{expected}"
