"""The content that tests of the program read, and folders to build it in.

`SAMPLE` is a small toolkit with entries of every kind, and a page of every type that the program
makes. It is frozen: changes to docs/ can't break a test of the program, and no test of the program
reads docs/ (enforced by tests/conftest.py; checks of the content do, and are marked as such).
"""

import fcntl
import functools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.files import files_of
from tests.program import Outcome, Program

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests/sites/sample/docs"
EPOCH = "1795564800"  # 25 November 2026
_ENVIRONMENT = {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True)
class Checkout:
    """A folder with docs/, hooks/, toolkit/ and mkdocs.yml."""

    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def run(self, *command: str, **environment: str) -> Outcome:
        """Run a Python module in the folder, in a fresh process."""
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.folder,
            env={**os.environ, **_ENVIRONMENT, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def toolkit(self, *arguments: str) -> Outcome:
        return self._fork("toolkit", *arguments)

    def build(self, *arguments: str) -> None:
        """Build the site, without a fault."""
        built = self.toolkit("build", *arguments)
        assert built.code == 0, built.out + built.err

    def mkdocs(self, *arguments: str) -> Outcome:
        return self._fork("mkdocs", *arguments)

    def _fork(self, *command: str) -> Outcome:
        program = program_of((self.folder / "toolkit").resolve().parent)
        return program.run(*command, cwd=self.folder, environment=_ENVIRONMENT)

    def files(self) -> dict[str, bytes]:
        """The built site, by path."""
        return files_of(self.site)


@functools.cache
def program_of(folder: Path) -> Program:
    """The program of a folder, which must not change any more."""
    return Program(folder)


def make_checkout(
    folder: Path, *, site_url: str = "", languages: Sequence[str] = ("en",)
) -> Checkout:
    """The program and its configuration in a folder, with the sample if it has no docs/ yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for shared in ("toolkit", "hooks"):
        (folder / shared).symlink_to(ROOT / shared)
    if not (folder / "docs").exists():
        shutil.copytree(SAMPLE, folder / "docs")
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"(?<=  languages: ).*", f"[{', '.join(languages)}]", text)
    if site_url:
        text += f"\nsite_url: {site_url}\n"
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return Checkout(folder)


def entry_files(docs: Path = SAMPLE, kind: str = "*") -> list[Path]:
    """The files of `practices`, `resources` or both, without their translations."""
    files = (path for path in docs.glob(f"*/{kind}/*.md") if "." not in path.stem)
    return sorted(path for path in files if path.parent.name in {"practices", "resources"})


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder made by the first worker that needs it, and shared by all workers of a run."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    done = base / f"{name} is made"
    with (base / f"{name} is being made").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(base / name, ignore_errors=True)  # what a failed attempt left
            make(base / name)
            done.touch()
    return base / name
