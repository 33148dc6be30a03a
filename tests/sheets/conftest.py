"""Content and a workbook of it, for tests of spreadsheets."""

import shutil
from pathlib import Path

import pytest

from tests.checkouts import SAMPLE
from tests.program import Toolkit


@pytest.fixture
def sample_docs(docs: Path) -> Path:
    shutil.rmtree(docs)
    shutil.copytree(SAMPLE, docs)
    return docs


@pytest.fixture
def book(docs: Path, toolkit: Toolkit) -> Path:
    """A workbook with the entries of the small content, in the working directory."""
    assert toolkit("sheet", "export", "list.xlsx").code == 0
    return Path("list.xlsx")
