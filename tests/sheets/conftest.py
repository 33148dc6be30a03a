"""The sample as content, for tests of spreadsheets."""

import shutil
from pathlib import Path

import pytest

from tests.checkouts import SAMPLE


@pytest.fixture
def sample_docs(docs: Path) -> Path:
    shutil.rmtree(docs)
    shutil.copytree(SAMPLE, docs)
    return docs
