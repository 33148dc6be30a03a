"""Forty works from someone's list: one command imports them, and a second import changes nothing.

`forty.csv` has facts about published works, as given by their publishers.
"""

import csv
from pathlib import Path

import pytest

from tests.checkouts import entry_files
from tests.files import files_of
from tests.program import Toolkit
from tests.sheets.books import changed, put

pytestmark = pytest.mark.usefixtures("files_read_once")

FORTY = Path(__file__).parent / "forty.csv"
DAY = "2026-11-26"


@pytest.fixture
def workbook(sample_docs: Path, toolkit: Toolkit) -> Path:
    """A workbook that someone filled in from a list, with names instead of ids."""
    assert toolkit("sheet", "export", "list.xlsx", "--empty").code == 0
    with FORTY.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 40

    def fill(book: object) -> None:
        for number, row in enumerate(rows, 3):
            texts = {name: text for name, text in row.items() if text}
            put(book, "Resources", number, texts)  # type: ignore[arg-type]

    changed(Path("list.xlsx"), fill)
    return Path("list.xlsx")


def test_forty_works_by_one_command(workbook: Path, sample_docs: Path, toolkit: Toolkit) -> None:
    before = len(entry_files(sample_docs))
    done = toolkit("sheet", "import", str(workbook), "--as-of", DAY)
    assert done.code == 0, done.out
    assert "40 new, 0 changed, 0 unchanged" in done.err
    assert len(entry_files(sample_docs)) == before + 40
    assert toolkit("check", "--as-of", DAY).code == 0
    after = files_of(sample_docs)
    again = toolkit("sheet", "import", str(workbook), "--as-of", "2027-01-01")
    assert (again.code, files_of(sample_docs)) == (0, after)
    assert "0 new, 0 changed, 40 unchanged" in again.err


def test_forty_works_as_csv(sample_docs: Path, toolkit: Toolkit) -> None:
    done = toolkit("sheet", "import", str(FORTY), "--as-of", DAY)
    assert done.code == 0, done.out
    assert "40 new" in done.err
