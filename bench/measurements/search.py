"""The search index: how large it is, and how long it takes to make, cold and from its cache.

The first tier is what the first keystroke needs: `index.js`, `list.js` and the `first` files.
`asked` are questions and summaries, which come next.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bench.generate import ROOT
from bench.process import RunFailedError
from bench.report import Json, Result, Table, Verdict
from bench.workspace import Workspace, tell

NAME = "search"

SIZES = (251, 1_000, 3_000)
_COMPARED = 1_000
_FIRST_LIMIT, _FULL_LIMIT = 0.26, 2.8  # per entry
_HEADINGS = ("Entries", "First tier", "Asked", "Names", "Full tier", "Cold", "From the cache")


@dataclass(frozen=True)
class _Index:
    """Kilobytes gzipped, and seconds."""

    entries: int
    first: float
    asked: float
    names: float
    full: float
    cold: float
    cached: float

    def row(self) -> tuple[str, ...]:
        return (
            f"{self.entries:,}",
            *(f"{size:,.1f} KB" for size in (self.first, self.asked, self.names, self.full)),
            *(f"{time:,.3f} s" for time in (self.cold, self.cached)),
        )

    def data(self) -> Json:
        return {
            "entries": self.entries,
            "first_kb": self.first,
            "asked_kb": self.asked,
            "names_kb": self.names,
            "full_kb": self.full,
            "cold_seconds": self.cold,
            "cached_seconds": self.cached,
        }


def measure(workspace: Workspace) -> Result:
    """Index the real content and generated entries, and build plain MkDocs once in the same run."""
    found = [_index(workspace, entries) for entries in SIZES]
    output = workspace.folder / "plain-for-search"
    plain = workspace.build_plain(_COMPARED, output)
    compared = next(index for index in found if index.entries == _COMPARED)
    real = _run(str(ROOT / "docs"), str(workspace.folder / "cache-real"))
    verdicts = [
        Verdict("first tier, an entry of docs", real.first / real.entries, " KB", _FIRST_LIMIT),
        Verdict("full tier, an entry of docs", real.full / real.entries, " KB", _FULL_LIMIT),
        Verdict("index by plain MkDocs at 1,000", compared.cold / plain.seconds, "", 1.0),
        Verdict("cached index by plain MkDocs at 1,000", compared.cached / plain.seconds, "", 0.1),
        *_growths(found),
    ]
    rows = [real.row(), *(index.row() for index in found)]
    rows[0] = ("real content", *rows[0][1:])
    return Result(
        [Table(_HEADINGS, rows)],
        verdicts,
        data={"plain_seconds": plain.seconds, "indexes": [index.data() for index in found]},
    )


def _growths(found: list[_Index]) -> Iterator[Verdict]:
    """Bytes per entry at one size divided by those at the next smaller one: linear is 1."""
    for small, large in pairwise(found):
        times = large.entries / small.entries
        for name, one, other in (
            ("first tier", small.first, large.first),
            ("full tier", small.full, large.full),
        ):
            title = f"growth of the {name} from {small.entries:,} to {large.entries:,}, by entries"
            yield Verdict(title, other / one / times, "", 1.1)


def _index(workspace: Workspace, entries: int) -> _Index:
    content = workspace.content(entries)
    index = _run(str(content), str(workspace.folder / f"cache-{entries}"))
    tell(f"{entries:,} entries: index {index.cold:.2f} s, from the cache {index.cached:.2f} s")
    return index


def _run(content: str, cache: str) -> _Index:
    command = [sys.executable, "-m", "bench.search_index", content, cache]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RunFailedError(done.stderr)
    figures = json.loads(done.stdout)
    sizes = {name: size / 1000 for name, size in figures["sizes"].items()}
    return _Index(
        figures["entries"],
        sizes["index"] + sizes["list"] + sizes["first"],
        sizes["asked"] + sizes["summaries"],
        sizes["names"],
        sizes["full"],
        figures["cold"],
        figures["cached"],
    )
