"""LibreOffice opens and saves exported files, and importing them still changes nothing.

Its packages take a minute to install, so `make test` skips these: `make test-libreoffice`.
"""

import csv
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.files import files_of
from tests.program import Toolkit
from tests.sheets.books import changed, put
from tests.sheets.test_forty import DAY, FORTY

pytestmark = pytest.mark.office

OFFICE = Path("/usr/bin/soffice")
XLSX = "xlsx:Calc MS Excel 2007 XML"
# Fields as its dialog offers them, in UTF-8: what looks like a number or date becomes one.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
FROM_CSV = "--infilter=CSV:44,34,76,1"

Saved = Callable[..., Path]


@pytest.fixture
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """Opens a file and saves it in a format, under the same name in another folder."""
    profile = f"-env:UserInstallation={tmp_path_factory.mktemp('profile').as_uri()}"

    def save(path: Path, form: str, *options: str) -> Path:
        folder = tmp_path_factory.mktemp("saved")
        command = [str(OFFICE), profile, "--headless", *options, "--convert-to", form]
        command += ["--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return folder / f"{path.stem}.{form.partition(':')[0]}"

    return save


def changes_nothing(path: Path, docs: Path, toolkit: Toolkit) -> None:
    before = files_of(docs)
    done = toolkit("sheet", "import", str(path))
    assert done.code == 0, done.out
    assert "Entries: 0 new, 0 changed, " in done.err
    assert files_of(docs) == before


def test_a_workbook(sample_docs: Path, toolkit: Toolkit, saved: Saved) -> None:
    assert toolkit("sheet", "export", "all.xlsx").code == 0
    changes_nothing(saved(Path("all.xlsx"), XLSX), sample_docs, toolkit)
    by_way_of_its_own = saved(saved(Path("all.xlsx"), "ods"), XLSX)
    changes_nothing(by_way_of_its_own, sample_docs, toolkit)


@pytest.mark.parametrize("kind", ["resource", "practice"])
def test_a_table(kind: str, sample_docs: Path, toolkit: Toolkit, saved: Saved) -> None:
    assert toolkit("sheet", "export", "all.csv", "--kind", kind).code == 0
    changes_nothing(saved(Path("all.csv"), CSV, FROM_CSV), sample_docs, toolkit)


def test_forty_works_written_into_it(sample_docs: Path, toolkit: Toolkit, saved: Saved) -> None:
    """Written to the empty sheet that it saved, with years as numbers; they equal the list's."""
    assert toolkit("sheet", "export", "list.xlsx", "--empty").code == 0
    path = saved(Path("list.xlsx"), XLSX)
    with FORTY.open(encoding="utf-8", newline="") as file:
        rows = [{name: text for name, text in row.items() if text} for row in csv.DictReader(file)]

    def fill(book: object) -> None:
        for number, row in enumerate(rows, 3):
            put(book, "Resources", number, row)  # type: ignore[arg-type]
        sheet = book["Resources"]  # type: ignore[index]
        for cells in sheet.iter_rows(min_row=3):
            for cell in cells:
                if str(cell.value).isdigit():
                    cell.value = int(cell.value)

    changed(path, fill)
    shutil.copytree(sample_docs, "as-listed/docs")
    done = toolkit("sheet", "import", str(FORTY), "--docs", "as-listed/docs", "--as-of", DAY)
    assert "40 new" in done.err
    done = toolkit("sheet", "import", str(saved(path, XLSX)), "--as-of", DAY)
    assert (done.code, "40 new, 0 changed, 0 unchanged" in done.err) == (0, True), done.out
    assert files_of(sample_docs) == files_of(Path("as-listed/docs"))
