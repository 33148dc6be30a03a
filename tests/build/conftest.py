"""Checkouts to build: the program and the configuration of this one, content of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EPOCH = "1795564800"  # 25 November 2026


@dataclass(frozen=True)
class Outcome:
    """What a command gave back."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Checkout:
    """A folder with docs/, hooks/, toolkit/ and mkdocs.yml."""

    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def run(self, *command: str, **environment: str) -> Outcome:
        """Run a module of Python in the folder."""
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
            | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def toolkit(self, *arguments: str) -> Outcome:
        return self.run("toolkit", *arguments)

    def mkdocs(self, *arguments: str) -> Outcome:
        return self.run("mkdocs", *arguments)

    def files(self) -> dict[str, bytes]:
        """The built site, by path."""
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in sorted(self.site.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def make_checkout(tmp_path: Path) -> Callable[[str], Checkout]:
    def make(name: str) -> Checkout:
        folder = tmp_path / name
        folder.mkdir()
        for shared in ("toolkit", "hooks"):
            (folder / shared).symlink_to(ROOT / shared)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        shutil.copytree(ROOT / "docs", folder / "docs")
        return Checkout(folder)

    return make


@pytest.fixture
def checkout(make_checkout: Callable[[str], Checkout]) -> Checkout:
    return make_checkout("a checkout")
