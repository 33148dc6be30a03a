"""Copies of the sample, made once per worker by the command line."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.checkouts import SAMPLE, Checkout, entry_files, made_once, make_checkout
from tests.content_case import lay_base
from tests.editions.hostile import PART, WHOLE, make_copy
from toolkit.editions.copy import Copy

DAY = "2026-11-25"
ADDRESS = "https://toolkit.example.org/"
ROLE = "labour-inspectors"


@dataclass(frozen=True)
class Copies:
    """Zips in a checkout, and the folders they were unpacked to."""

    checkout: Checkout
    whole: Path
    role: Path

    @property
    def folder(self) -> Path:
        return self.checkout.folder / "editions"

    def zip(self, choice: str = "") -> Path:
        return self.folder / f"toolkit-en-{choice}{choice and '-'}{DAY}.zip"


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """The whole toolkit and a part of it, by a publisher whose site has an address.

    Unpacked as readers may do it: to folders with spaces and letters of other scripts.
    """
    folder = made_once(tmp_path_factory, "copies", make_copies)
    return copies_in(folder)


def copies_in(folder: Path) -> Copies:
    checkout = Checkout(folder / "a checkout")
    return Copies(checkout, folder / "Toolkit копия", folder / "mon dossier à moi نسخة")


def make_copies(folder: Path) -> None:
    checkout = make_checkout(folder / "a checkout", site_url=ADDRESS.rstrip("/"))
    made = checkout.toolkit(
        *("bundle", "--edition", "whole", "--edition", ROLE, "--format", "zip", "--as-of", DAY)
    )
    assert made.code == 0, made.err
    copies = copies_in(folder)
    for choice, place in (("", copies.whole), (ROLE, copies.role)):
        with zipfile.ZipFile(copies.zip(choice)) as packed:
            packed.extractall(place)


def entries_of() -> dict[str, dict[str, object]]:
    """The front matter of every entry by path without extension, read without the program."""
    found = {}
    for path in entry_files(SAMPLE):
        front = path.read_text(encoding="utf-8").split("---\n")[1]
        found[path.relative_to(SAMPLE).with_suffix("").as_posix()] = yaml.safe_load(front)
    return found


@pytest.fixture(scope="session")
def hostile_whole(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return make_copy(tmp_path_factory.mktemp("hostile"), WHOLE)


@pytest.fixture(scope="session")
def hostile_part(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return make_copy(tmp_path_factory.mktemp("hostile"), PART)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A checkout of the small content, for runs whose end is all that matters."""
    lay_base(tmp_path / "small")
    return make_checkout(tmp_path / "small").folder
