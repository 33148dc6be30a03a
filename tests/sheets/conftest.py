"""Content and a workbook of it, for tests of spreadsheets."""

import shutil
from pathlib import Path

import pytest

from tests.checkouts import SAMPLE
from tests.content_case import lay_base
from tests.program import Toolkit
from toolkit.cli.main import run


@pytest.fixture
def sample_docs(docs: Path) -> Path:
    shutil.rmtree(docs)
    shutil.copytree(SAMPLE, docs)
    return docs


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A workbook with the entries of the small content."""
    folder = tmp_path_factory.mktemp("exported")
    book, docs = folder / "list.xlsx", lay_base(folder)
    assert run(["sheet", "export", str(book), "--docs", str(docs)]) == 0
    return book.read_bytes()


@pytest.fixture
def book(toolkit: Toolkit, exported: bytes) -> Path:
    """That workbook in the working directory."""
    book = Path("list.xlsx")
    book.write_bytes(exported)
    return book
