"""The proof that no problem is outdated or missing: with the cache, checks find the same."""

import io
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from typing import Final

from tests.cache.changes import carry_out
from tests.cache.content_changes import CONTENT
from tests.cache.content_mistakes import MISTAKES
from tests.cache.program_changes import damaged_cache
from tests.checkouts import ROOT, make_checkout, program_of
from tests.program import Outcome
from toolkit.cli.main import run

DAYS: Final = ("2026-11-25", "2026-11-26", "2028-03-01")
CHANGES: Final = tuple(change.__name__ for change in (*CONTENT, *MISTAKES, damaged_cache))
# Steps other than changing a file.
OTHERS: Final = ("day", "back", "nothing")
FORMATS: Final = ("text", "sarif", "github")

Step = tuple[str, int]


class ChecksProof:
    """A checkout whose content is checked after each step, with the cache and without."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.day = 0
        self.skipped = 0  # changes that an earlier one had left nothing for
        make_checkout(folder, languages=("en", "fr"))
        self._kept = folder / "states"
        self._states = 0

    def step(self, steps: Sequence[Step]) -> None:
        """Make some changes, check both ways, and compare the whole output."""
        for name, number in steps:
            chance = Random(number)  # noqa: S311 - not a secret
            if name == "day":
                self.day = number % len(DAYS)
            elif name == "back":
                docs = self.folder / "docs"
                shutil.rmtree(docs)
                shutil.copytree(self._kept / str(number % self._states), docs, symlinks=True)
            elif name in CHANGES:
                self.skipped += not carry_out(name, self.folder, chance)
        self._keep()
        self.compare()

    def compare(self, form: str = "json") -> None:
        """Check with the cache and without, and compare; only this format reports everything."""
        arguments = ("check", "--as-of", DAYS[self.day], "--format", form)
        state = {"XDG_STATE_HOME": str(self.folder / "state")}
        kept = program_of(ROOT).run("toolkit", *arguments, cwd=self.folder, environment=state)
        assert kept == self._fresh(*arguments, "--no-cache")

    def _fresh(self, *arguments: str) -> Outcome:
        """The same in this process, which may have read most files before."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err), chdir(self.folder):
            code = run([*arguments])
        return Outcome(int(code), out.getvalue(), err.getvalue())

    def _keep(self) -> None:
        shutil.copytree(self.folder / "docs", self._kept / str(self._states), symlinks=True)
        self._states += 1


def prove(rounds: Sequence[Sequence[Step]]) -> Iterator[int]:
    """Run rounds of steps; yields the number of skipped changes after each comparison."""
    with tempfile.TemporaryDirectory(prefix="toolkit-proof-") as folder:
        proof = ChecksProof(Path(folder))
        for steps in ((), *rounds):
            proof.step(steps)
            yield proof.skipped
        for form in FORMATS:
            proof.compare(form)
