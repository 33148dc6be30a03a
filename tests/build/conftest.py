import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import checkouts
from tests.checkouts import Checkout
from tests.content_case import lay_base


@pytest.fixture
def make_checkout(tmp_path: Path) -> Callable[[str], Checkout]:
    return lambda name: checkouts.make_checkout(tmp_path / name)


@pytest.fixture
def built(sample: Checkout, tmp_path: Path) -> Checkout:
    """A checkout for one test, with the site already built."""
    shutil.copytree(sample.folder, tmp_path / "built", symlinks=True)
    return Checkout(tmp_path / "built")


@pytest.fixture
def checkout(make_checkout: Callable[[str], Checkout], tmp_path: Path) -> Checkout:
    """A checkout with three entries, for tests of runs rather than pages."""
    lay_base(tmp_path / "a checkout")
    return make_checkout("a checkout")
