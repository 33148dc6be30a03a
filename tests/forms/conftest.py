"""The small content of the cases, and the form for it."""

from pathlib import Path

import pytest

from tests.content_case import DAY, lay_base
from tests.forms.engine import Form
from tests.validation.again import Laid
from toolkit.content.reader import read_content


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    return Laid(lay_base(tmp_path_factory.mktemp("base")).parent)


@pytest.fixture
def docs(laid: Laid) -> Path:
    return laid.docs()


@pytest.fixture(scope="module")
def form(laid: Laid) -> Form:
    return Form(read_content(laid.docs()), DAY.isoformat())
