"""Pages on a slow line: weights by kind next to plain MkDocs + Material, and the first content.

The budget is that of `toolkit budget`. First content is Chromium's own figure at 400 kbit/s and
400 ms, with gzip, on a processor four times slower, if playwright and Chromium are installed.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from bench.process import RunFailedError
from bench.report import Json, Result, Table, Verdict
from bench.workspace import Workspace, tell
from toolkit.grouping import grouped
from toolkit.page_budget import (
    ENTRY,
    ENTRY_MEDIAN,
    FIRST_VISIT,
    Weight,
    excesses,
    median_entry,
    weigh,
)

NAME = "weights"

_ENTRIES = 3_000
_PLAIN_ENTRIES = 100
_SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
_FIRST_CONTENT = """() => new Promise((done) => {
  const paint = () => performance.getEntriesByName("first-contentful-paint")[0];
  const look = () => paint() ? done(paint().startTime) : setTimeout(look, 50);
  look();
})"""


def measure(workspace: Workspace) -> Result:
    """Build and weigh 3,000 entries; only 100 with plain MkDocs, where pages weigh the same."""
    ours = workspace.folder / "weights" / "toolkit"
    plain = workspace.folder / "weights" / "plain"
    workspace.build(_ENTRIES, ours, cold=True)
    workspace.build_plain(_PLAIN_ENTRIES, plain)
    weights, plain_weights = weigh(ours), weigh(plain)
    found = list(excesses(ours, weights))
    entries = [one for one in weights if one.is_entry]
    verdicts = [
        Verdict("median entry", median_entry(weights), " bytes", ENTRY_MEDIAN),
        Verdict("heaviest entry", max(one.html for one in entries), " bytes", ENTRY),
        Verdict(
            "heaviest first visit", max(one.first_visit for one in entries), " bytes", FIRST_VISIT
        ),
        Verdict("pages over budget", len(found), "", 0),
    ]
    heaviest = max(entries, key=lambda one: one.html).path
    looked_at = {"the heaviest entry": heaviest, "browse": "browse.html"}
    seen = {name: _first_content(ours, path) for name, path in looked_at.items()}
    for name, milliseconds in seen.items():
        if milliseconds is not None:
            what = f"first content of {name} on slow 3G"
            verdicts.append(Verdict(what, milliseconds / 1000, " s", 2.0))
    tables = [_table("toolkit", weights), _table("plain MkDocs", plain_weights)]
    data: Mapping[str, Json] = {"over_budget": found, "first_content_ms": seen}
    return Result(tables, verdicts, found[:20], data)


def kind_of(path: str) -> str:
    """The kind of a page, by its address: `themes`, `entry`, or its own name."""
    parts = path.split("/")
    if len(parts) > 2 and parts[-2] in {"practices", "resources"}:
        return "entry"
    return parts[0] if len(parts) > 1 and parts[-1] != "index.html" else path


def _table(name: str, weights: Sequence[Weight]) -> Table:
    kinds = grouped((kind_of(weight.path), weight) for weight in weights)
    rows = [
        (
            kind,
            f"{len(members):,}",
            f"{median(one.html for one in members):,.0f}",
            f"{max(one.html for one in members):,}",
            f"{median(one.first_visit for one in members):,.0f}",
            f"{max(one.requests for one in members)}",
        )
        for kind, members in sorted(kinds.items())
    ]
    return Table((f"Pages of {name}", "Number", "Median", "Heaviest", "First visit", "Files"), rows)


def _first_content(site: Path, path: str) -> float | None:
    try:
        from tests.browsers import chromium, serve
    except ImportError:
        tell("no playwright: the first content was not measured")
        return None
    with serve(site, packed=True) as address, chromium() as browser:
        figures = []
        for _ in range(3):
            context = browser.new_context()
            page = context.new_page()
            line = context.new_cdp_session(page)
            line.send("Network.enable")
            line.send("Network.emulateNetworkConditions", _SLOW)
            line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            page.goto(f"{address}/{path}")
            figures.append(float(page.evaluate(_FIRST_CONTENT)))
            context.close()
    if not figures:
        raise RunFailedError("Chromium showed nothing.")
    return median(figures)
