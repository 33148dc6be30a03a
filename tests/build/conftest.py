import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import checkouts
from tests.browsers import serve
from tests.checkouts import Checkout, made_once
from tests.content_case import lay_base

TAGS = ("en", "ar", "zh")


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


@pytest.fixture(scope="session")
def in_languages(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """The sample in three languages, built once: copy it before changing it."""

    def build(folder: Path) -> None:
        checkouts.make_checkout(folder, languages=TAGS).build()

    return Checkout(made_once(tmp_path_factory, "three languages", build))


@pytest.fixture(scope="session")
def served_languages(in_languages: Checkout) -> Iterator[str]:
    """Its address on a server: Chromium starts a process for each page opened from disk."""
    with serve(in_languages.site) as address:
        yield address
