"""The proof that no page or copy is ever outdated: it is the same with the cache as without.

`make prove` runs it for an hour, or MINUTES=n.
"""

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cache import checks_proof
from tests.cache.changes import CHANGES, carry_out
from tests.checkouts import ROOT, make_checkout
from tests.files import files_of, write_files
from tests.program import Outcome, Program

DAYS = ("2026-11-25", "2026-11-26", "2027-03-01")
# Steps other than changing a file, which need more than the checkout.
OTHERS = ("day", "statement", "back", "interrupted", "nothing")

Step = tuple[str, int]


class Proof:
    """A checkout with its own program, built after each step with the cache and without."""

    command: tuple[str, ...] = ("build",)
    output = "site"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.day = 0
        self.built = 0
        self.skipped = 0  # changes that an earlier one had left nothing for
        make_checkout(folder, languages=("en", "fr"))
        for name in ("toolkit", "hooks"):
            (folder / name).unlink()
            shutil.copytree(ROOT / name, folder / name)  # with its compiled code
        self._states = [files_of(self.folder / "docs")]
        self.program = Program(folder)

    def step(self, steps: Sequence[Step]) -> None:
        """Make some changes, build both ways, and compare everything that results."""
        fatal = 0
        for name, number in steps:
            chance = Random(number)  # noqa: S311 - not a secret
            if name in CHANGES:
                self.skipped += not carry_out(name, self.folder, chance)
                if name in ("code", "library"):
                    self.program.end()
            elif name == "day":
                self.day = number % len(DAYS)
            elif name == "statement":
                entries = sorted((self.folder / "docs/protection/resources").glob("*[a-z0-9].md"))
                ids = [path.stem for path in entries if "." not in path.stem]
                body = chance.choice(("ilo", "iom", "unodc"))
                self.run("recognise", body, chance.choice(ids), "--on", "2026-11-20")
            elif name == "back":
                self._restore(chance.choice(self._states))
            elif name == "interrupted":
                fatal = number % 3_000 + 1
        if fatal:
            self.build(fatal=fatal)
        self.compare()

    def compare(self) -> None:
        """Build with the cache and without, and compare."""
        kept, fresh = self.build(), self.build_fresh()
        assert (kept.code, _bare(kept.out)) == (fresh.code, _bare(fresh.out))
        if kept.code:
            # A change may have removed the edition that copies are made of.
            assert kept.code == 1 or "There is no edition" in kept.out, kept.out
            # With an error, the content would stay as it is in all following steps.
            self._restore(self._states[-1])
            return
        self.built += 1
        assert differences(self.folder / self.output, self.folder / "fresh") == []
        self._states.append(files_of(self.folder / "docs"))

    def build(self, *arguments: str, output: str = "", fatal: int = 0) -> Outcome:
        """Build; killed at file operation number `fatal`, if given."""
        output = output or self.output
        where = ("--as-of", DAYS[self.day], "--output", output)
        done = self.run(*self.command, *where, *arguments, fatal=fatal)
        return Outcome(done.code, done.out.replace(output, self.output), "")

    def build_fresh(self) -> Outcome:
        """Build to another folder, as if nothing had been built before."""
        return self.build("--no-cache", output="fresh")

    def run(self, *arguments: str, fatal: int = 0) -> Outcome:
        """Run a command of the checkout's program."""
        environment = {
            "NO_MKDOCS_2_WARNING": "1",
            "XDG_STATE_HOME": str(self.folder / "state"),
        }
        done = self.program.run(
            "toolkit", *arguments, cwd=self.folder, environment=environment, fatal=fatal
        )
        return Outcome(done.code, done.out + done.err, "")

    def _restore(self, state: dict[str, bytes]) -> None:
        docs = self.folder / "docs"
        shutil.rmtree(docs)
        write_files(docs, state)


class CopiesProof(Proof):
    """The same for copies: they share a site's cache, and the site theirs."""

    output = "copies"
    command = (
        *("bundle", "--edition", "prevention"),
        *("--format=zip", "--format=epub", "--format=html", "--format=pdf", "--format=zim"),
    )

    def build_fresh(self) -> Outcome:
        """Make the copies in another folder, with the cache moved away."""
        cache = self.folder / ".cache"
        away = cache.rename(self.folder / "kept away")
        made = self.build(output="fresh")
        shutil.rmtree(cache, ignore_errors=True)  # there is none if the command was refused
        away.rename(cache)
        return made


def differences(one: Path, other: Path) -> list[str]:
    """The paths that are in one folder alone, or differ."""
    first, second = files_of(one), files_of(other)
    return sorted(path for path in first.keys() | second if first.get(path) != second.get(path))


def _bare(text: str) -> str:
    """A build's output, without how long it took and whether it was needed."""
    ended = re.compile(r" is ready, as of | added to copies/ in ")
    return "\n".join(line for line in text.splitlines() if not ended.search(line))


def prove(kind: type[Proof], rounds: Sequence[Sequence[Step]]) -> Iterator[int]:
    """Run rounds of steps; yields how many results each of them compared."""
    with tempfile.TemporaryDirectory(prefix="toolkit-proof-") as folder:
        proof = kind(Path(folder))
        told = 0
        try:
            for steps in ((), *rounds):
                proof.step(steps)
                yield proof.built - told
                told = proof.built
        finally:
            proof.program.end()


STEP = st.tuples(st.sampled_from((*CHANGES, *OTHERS)), st.integers(0, 9_999))
ROUNDS = st.lists(st.lists(STEP, min_size=1, max_size=4), min_size=8, max_size=8)
CHECKED_STEP = st.tuples(
    st.sampled_from((*checks_proof.CHANGES, *checks_proof.OTHERS)), st.integers(0, 9_999)
)
CHECKED = st.lists(st.lists(CHECKED_STEP, min_size=1, max_size=3), min_size=12, max_size=12)
THOROUGH = settings(
    max_examples=5,
    deadline=None,
    database=None,
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


def main(minutes: float) -> None:
    """Prove until the time is up; stops at the first difference, with the steps that led there.

    Ctrl+C stops it too, and reports what was compared until then.
    """
    begun = time.monotonic()
    end = begun + 60 * minutes
    compared = {Proof: 0, CopiesProof: 0}
    checked = 0

    # All kinds in turn, the shortest first: a few minutes compare some of each.
    @THOROUGH
    @given(CHECKED, ROUNDS)
    def one_example(checks: list[list[Step]], rounds: list[list[Step]]) -> None:
        nonlocal checked
        if time.monotonic() < end:
            for _ in checks_proof.prove(checks):
                checked += 1
        for kind in compared:
            if time.monotonic() < end:
                for number in prove(kind, rounds):
                    compared[kind] += number

    with suppress(KeyboardInterrupt):
        while time.monotonic() < end:
            one_example()
    sys.stdout.write(
        f"{(time.monotonic() - begun) / 60:.0f} minutes, {compared[Proof]:,} sites,"
        f" {compared[CopiesProof]:,} times five copies and {checked:,} checks compared:"
        " no difference.\n"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.cache.proof")
    parser.add_argument("minutes", nargs="?", type=float, default=60)
    main(parser.parse_args().minutes)
