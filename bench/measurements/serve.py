"""`toolkit serve`: from the saving of an entry to its new words in Chromium, and its memory.

The words are awaited in an open page, as an author has it, until the first frame that has them:
Playwright, which looks from outside, sees them some 50 ms later. Memory is that of the long-running
process, after 20 and after 200 changes.
"""

import os
import re
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import IO

from bench import ours
from bench.process import RunFailedError
from bench.report import Json, Result, Table, Verdict, megabytes, seconds
from bench.workspace import Workspace, tell

NAME = "serve"

_LIMITS = {251: 0.3, 3_000: 1.0}
_TIMES = 10
_EARLY, _CHANGES = 20, 200
_MOST_GROWTH = 1.05
# In a page: when its latest words are about to be drawn, in milliseconds since 1970.
_SHOWN_AT = """
addEventListener("DOMContentLoaded", () => {
  requestAnimationFrame(() => (self.shownAt = Date.now()));
});
"""


@dataclass(frozen=True)
class _Served:
    shown: list[float]
    said: list[float]
    early: int | None
    late: int | None


def measure(workspace: Workspace) -> Result:
    """Serve 251 and 3,000 entries, and change one entry of each again and again."""
    try:
        from tests.browsers import chromium
    except ImportError:
        tell("no playwright: serving was not measured")
        return Result([], [])
    found: dict[int, _Served] = {}
    with chromium() as browser:
        for entries in _LIMITS:
            page = browser.new_page()
            page.add_init_script(_SHOWN_AT)
            found[entries] = _serve(workspace, entries, page)
            page.close()
    rows = [
        (
            f"{entries:,} entries",
            seconds(median(one.shown)),
            seconds(max(one.shown)),
            seconds(median(one.said)),
            megabytes(one.early),
            megabytes(one.late),
        )
        for entries, one in found.items()
    ]
    headings = ("Served", "Median", "Longest", "Made in", "After 20", "After 200")
    verdicts = [
        Verdict(f"shown at {entries:,}", median(found[entries].shown), " s", limit)
        for entries, limit in _LIMITS.items()
    ]
    verdicts += [
        Verdict(f"memory after 200 by 20, at {entries:,}", one.late / one.early, "", _MOST_GROWTH)
        for entries, one in found.items()
        if one.early and one.late
    ]
    data: Mapping[str, Json] = {f"{entries}": one.shown for entries, one in found.items()}
    return Result([Table(headings, rows)], verdicts, data=data)


def _serve(workspace: Workspace, entries: int, page: object) -> _Served:
    content = workspace.content(entries)
    file = min(content.glob("*/resources/*.md"))
    path = file.relative_to(content).with_suffix(".html").as_posix()
    before = file.read_bytes()
    try:
        with _started(content) as (process, out, address):
            _line(out, "The site is ready")
            page.goto(f"{address}{path}")  # type: ignore[attr-defined]  # playwright's page
            shown, said = [], []
            for number in range(_TIMES):
                words = f"Words of change {number}."
                begun = time.time()
                file.write_bytes(before + f"\n\n{words}\n".encode())
                page.get_by_text(words).first.wait_for()  # type: ignore[attr-defined]
                page.wait_for_function("() => self.shownAt")  # type: ignore[attr-defined]
                at = page.evaluate("self.shownAt")  # type: ignore[attr-defined]
                shown.append(at / 1000 - begun)
                said.append(_seconds(_line(out, "shown after")))
                _line(out, "The site is ready")
                tell(f"{entries:,} entries served: shown after {shown[-1]:.2f} s")
            early = None
            for number in range(_CHANGES):
                file.write_bytes(before + f"\n\nMore words {number}.\n".encode())
                _line(out, "shown after")
                early = _memory(process.pid) if number + 1 == _EARLY else early
            return _Served(shown, said, early, _memory(process.pid))
    finally:
        file.write_bytes(before)


@contextmanager
def _started(content: Path) -> Iterator[tuple[subprocess.Popen[str], IO[str], str]]:
    process = subprocess.Popen(
        ours.serve_command(content),
        cwd=content.parent,
        env={**os.environ, **ours.ENVIRONMENT},
        stdout=subprocess.PIPE,
        text=True,
    )
    out = process.stdout
    if out is None:
        raise RunFailedError("toolkit serve says nothing.")
    try:
        yield process, out, out.readline().partition(" ")[0]
    finally:
        process.terminate()
        process.wait()
        out.close()


def _line(out: IO[str], words: str) -> str:
    for line in out:
        if words in line:
            return line
    raise RunFailedError(f'toolkit serve ended before it said "{words}".')


def _seconds(line: str) -> float:
    """Parse `...: shown after 0.08 seconds.`"""
    return float(line.split()[-2])


def _memory(pid: int) -> int | None:
    """The resident memory of a process in bytes; None without Linux' /proc."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return None
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) * 1024 if found else None
