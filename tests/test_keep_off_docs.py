"""A test of the program can't read docs/, where entries come and go."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checkouts import ROOT


@pytest.mark.parametrize(
    "read",
    [
        lambda: (ROOT / "docs/index.md").read_text(),
        lambda: list((ROOT / "docs").glob("*/*.md")),
        lambda: os.listdir(ROOT / "docs/vocabularies"),  # noqa: PTH208
        lambda: subprocess.run([sys.executable, "-m", "toolkit", "check"], cwd=ROOT, check=False),
    ],
    ids=["file", "files", "names", "program"],
)
def test_reading_docs_fails(read: Callable[[], object]) -> None:
    with pytest.raises(pytest.fail.Exception, match="not marked as a check of the content"):
        read()


def test_a_folder_elsewhere_may_be_read_and_removed(tmp_path: Path) -> None:
    folder = tmp_path / "other"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("x")
    shutil.rmtree(folder)
    assert not folder.exists()


def test_what_documents_the_program_may_be_read() -> None:
    assert (ROOT / "docs/contribute/architecture.md").read_text(encoding="utf-8")
