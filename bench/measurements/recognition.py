"""Recognition: the status of 1,000 entries with 31 members and a statement of each about each."""

import gc
import shutil
import time
from datetime import date
from statistics import median

from bench import ours
from bench.process import RunFailedError
from bench.report import Result, Table, Verdict, seconds
from bench.statements import add_statements
from bench.workspace import Workspace, tell
from toolkit.content.reader import read_content
from toolkit.recognition.entry_status import all_statuses
from toolkit.recognition.ledger import make_ledger
from toolkit.recognition.status import State

NAME = "recognition"

_ENTRIES = 1_000
_MEMBERS = 31
_DAY = date(2026, 11, 25)
_LIMIT = 2.0
_ROUNDS = 3


def measure(workspace: Workspace) -> Result:
    """Compute all statuses from content in memory, and run the whole command `toolkit status`."""
    docs = workspace.folder / "recognition" / "docs"
    shutil.copytree(workspace.content(_ENTRIES), docs)
    statements = add_statements(docs, _MEMBERS)
    reading, computing, command = [], [], []
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        content = read_content(docs)
        read = time.perf_counter()
        gc.freeze()  # as the command does
        statuses = all_statuses(make_ledger(content), _DAY)
        computing.append(time.perf_counter() - read)
        reading.append(read - begun)
        gc.unfreeze()
        states = {status.recorded for status in statuses.values()}
        if states != {State.RECOGNIZED}:
            raise RunFailedError(f"not all entries are recognized: {states}")
        run = workspace.run(ours.status_command(docs), workspace.folder, ours.ENVIRONMENT)
        command.append(run.processor)
        tell(f"status of {_ENTRIES:,} entries: {computing[-1]:.2f} s")
    rows = [
        ("reading the content and the registers", seconds(median(reading))),
        ("computing all statuses", seconds(median(computing))),
        ("toolkit status, all of it, processor time", seconds(median(command))),
    ]
    verdict = Verdict(
        f"toolkit status of {_ENTRIES:,} entries, {statements:,} statements",
        median(command),
        " s",
        _LIMIT,
    )
    return Result(
        [Table(("Step", "Median"), rows)],
        [verdict],
        data={"reading": reading, "computing": computing, "command": command},
    )
