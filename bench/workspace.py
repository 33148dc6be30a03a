"""The temporary folders of a benchmark: content of each size, and what builds need next to it."""

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench import ours, plain
from bench.generate import ROOT, SEED, generate
from bench.generators import GENERATORS, Generator
from bench.process import Run, empty, run

_LINKED = ("toolkit", "hooks")


@dataclass(frozen=True)
class Limits:
    """How much a benchmark may take."""

    rounds: int | None = None
    seconds: float = 600
    plain_entries: int | None = None

    def rounds_at(self, entries: int) -> int:
        """How many times builds of this size are measured."""
        if self.rounds is not None:
            return self.rounds
        return 3 if entries <= 1_000 else 1


@dataclass
class Workspace:
    """What a measurement works with. All of them share the generated content."""

    folder: Path
    sizes: tuple[int, ...]
    limits: Limits = field(default_factory=Limits)
    seed: int = SEED

    def content(self, entries: int) -> Path:
        """The content folder with this many generated entries, next to a copy of mkdocs.yml."""
        place = self.folder / str(entries)
        if not place.exists():
            tell(f"{entries:,} entries: writing them")
            place.mkdir(parents=True)
            generate(entries, place / "docs", self.seed)
            # What mkdocs.yml refers to next to the content folder.
            shutil.copy2(ROOT / "mkdocs.yml", place)
            for name in _LINKED:
                (place / name).symlink_to(ROOT / name)
            (place / "plain.yml").write_text(plain.CONFIGURATION, encoding="utf-8")
            for generator in GENERATORS:
                generator.write(place / "docs")
        return place / "docs"

    def build(self, entries: int, output: Path, *, cold: bool) -> Run:
        """Build with the toolkit; `cold` without an earlier output and without caches."""
        content = self.content(entries)
        caches = content.parent / ".cache"
        if cold:
            empty(output)
            empty(caches)
        return self.run(
            ours.build_command(content, output),
            content.parent,
            {**ours.ENVIRONMENT, "XDG_STATE_HOME": str(caches)},
        )

    @contextmanager
    def one_changed(self, entries: int) -> Iterator[None]:
        """Give one entry of the content another title, for the time of this block."""
        path = min(self.content(entries).glob("*/resources/*.md"))
        before = path.read_bytes()
        path.write_bytes(before.replace(b"\ntitle: ", b"\ntitle: Changed ", 1))
        try:
            yield
        finally:
            path.write_bytes(before)

    def build_plain(self, entries: int, output: Path) -> Run:
        """Build with plain MkDocs + Material, which has no caches."""
        place = self.content(entries).parent
        empty(output)
        return self.run(plain.command(place / "plain.yml", output), place, plain.ENVIRONMENT)

    def build_other(self, generator: Generator, entries: int, output: Path) -> Run | None:
        """Build with another site generator; None if it is not installed."""
        content = self.content(entries)
        command = generator.command(content, output)
        if command is None:
            return None
        empty(output)
        return self.run(command, generator.folder(content), {})

    def check(self, content: Path, *, cold: bool) -> Run:
        """Check a content folder with the toolkit; `cold` without the cache."""
        command = [*ours.check_command(content), *(["--no-cache"] if cold else [])]
        return self.run(command, self.folder, ours.ENVIRONMENT)

    def run(
        self, command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]
    ) -> Run:
        """Run a command within the time limit."""
        return run(command, folder, environment, self.limits.seconds)


def tell(line: str) -> None:
    """Report progress on standard error, since a benchmark takes minutes."""
    print(line, file=sys.stderr, flush=True)
