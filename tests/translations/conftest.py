"""Content that is translated."""

from pathlib import Path

import pytest

from tests.translations.packets import lay


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return lay(tmp_path)
