"""Copies of the sample, made by the command line once for all tests of a worker."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.checkouts import SAMPLE, Checkout, make_checkout
from tests.editions.hostile import PART, WHOLE, make_copy
from toolkit.editions.copy import Copy

DAY = "2026-11-25"
ADDRESS = "https://toolkit.example.org/"
ROLE = "labour-inspectors"


@dataclass(frozen=True)
class Copies:
    """Zips in a checkout, and the folders they were unpacked into."""

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

    They are unpacked where readers may: folders with blanks and letters of other scripts.
    """
    checkout = make_checkout(
        tmp_path_factory.mktemp("editions") / "a checkout", site_url=ADDRESS.rstrip("/")
    )
    made = checkout.toolkit(
        *("bundle", "--edition", "whole", "--edition", ROLE, "--format", "zip", "--as-of", DAY)
    )
    assert made.code == 0, made.err
    stick = tmp_path_factory.mktemp("stick")
    copies = Copies(checkout, stick / "Toolkit копия", stick / "mon dossier à moi نسخة")
    for choice, folder in (("", copies.whole), (ROLE, copies.role)):
        with zipfile.ZipFile(copies.zip(choice)) as packed:
            packed.extractall(folder)
    return copies


def entries_of(docs: Path = SAMPLE) -> dict[str, dict[str, object]]:
    """The front matter of every entry by its path without ending, read without the program."""
    found = {}
    for path in docs.glob("*/*/*.md"):
        if path.parent.name in {"practices", "resources"}:
            front = path.read_text(encoding="utf-8").split("---\n")[1]
            name = path.relative_to(docs).with_suffix("").as_posix()
            found[name] = yaml.safe_load(front)
    return found


@pytest.fixture(scope="session")
def hostile_whole(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return make_copy(tmp_path_factory.mktemp("hostile"), WHOLE)


@pytest.fixture(scope="session")
def hostile_part(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return make_copy(tmp_path_factory.mktemp("hostile"), PART)
