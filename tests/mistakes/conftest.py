"""One folder for all mistakes of a module, which are made in it one after the other."""

from pathlib import Path

import pytest

from tests.content_case import lay_base
from tests.validation.again import Laid


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    return Laid(lay_base(tmp_path_factory.mktemp("base")).parent)


@pytest.fixture
def docs(laid: Laid, files_read_once: None) -> Path:
    return laid.docs()
