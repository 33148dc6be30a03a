"""The temporary folders of a bench: content of each size, and what builds need beside it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench import eleventy, ours, plain
from bench.generate import ROOT, SEED, generate
from bench.process import Run, empty, run

_LINKED = ("toolkit", "hooks")


@dataclass(frozen=True)
class Limits:
    """How much a bench may take."""

    rounds: int | None = None
    seconds: float = 600
    plain_entries: int | None = None

    def rounds_at(self, entries: int) -> int:
        """How often builds of this size are measured."""
        if self.rounds is not None:
            return self.rounds
        return 3 if entries <= 1_000 else 1


@dataclass
class Workspace:
    """What a measurement works with. Generated content is shared by all of them."""

    folder: Path
    sizes: tuple[int, ...]
    limits: Limits = field(default_factory=Limits)
    seed: int = SEED

    def content(self, entries: int) -> Path:
        """The content folder of that many generated entries, beside a copy of mkdocs.yml."""
        place = self.folder / str(entries)
        if not place.exists():
            tell(f"{entries:,} entries: writing them")
            place.mkdir(parents=True)
            generate(entries, place / "docs", self.seed)
            # What mkdocs.yml names beside the content folder.
            shutil.copy2(ROOT / "mkdocs.yml", place)
            for name in _LINKED:
                (place / name).symlink_to(ROOT / name)
            (place / "plain.yml").write_text(plain.CONFIGURATION, encoding="utf-8")
            eleventy.write(place)
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
        """The content with another title of one entry."""
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

    def build_eleventy(self, entries: int, output: Path) -> Run | None:
        """Build with Eleventy; None where it is not installed."""
        content = self.content(entries)
        command = eleventy.command(content, output)
        if command is None:
            return None
        empty(output)
        return self.run(command, content.parent, {})

    def check(self, content: Path, *, cold: bool) -> Run:
        """Check a content folder with the toolkit; `cold` without the cache."""
        command = [*ours.check_command(content), *(["--no-cache"] if cold else [])]
        return self.run(command, self.folder, ours.ENVIRONMENT)

    def run(self, command: list[str | Path], folder: Path, environment: Mapping[str, str]) -> Run:
        """Run a command within the limit of time."""
        return run(command, folder, environment, self.limits.seconds)


def tell(line: str) -> None:
    """Say on standard error what goes on, since a bench takes minutes."""
    print(line, file=sys.stderr, flush=True)
