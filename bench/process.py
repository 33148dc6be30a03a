"""Runs a command and measures the whole process tree: wall time, processor time and memory."""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_SHORTEST_PAUSE = 0.1
_PAUSES_PER_LOOK = 25
_LINES_SHOWN = 15
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command.

    `seconds` is wall time, `processor` user and system time of the process and its children.
    `memory` is the peak, in bytes, of the total memory of all its processes at one moment; shared
    pages count once. It is sampled and can miss a short peak; it is None without Linux' /proc.
    `largest` is the kernel's exact figure for the largest single process.
    """

    seconds: float
    processor: float
    memory: int | None
    largest: int
    timed_out: bool = False


class RunFailedError(Exception):
    """A command ended with an unexpected exit code; the text is its last output."""


def run(
    command: Sequence[str | os.PathLike[str]],
    folder: Path,
    environment: Mapping[str, str],
    limit: float,
    accepted: frozenset[int] = frozenset({0}),
) -> Run:
    """Run `command` in `folder`; after `limit` seconds it is killed with its children.

    Raises RunFailedError if it ends with an exit code that is not among `accepted`.
    """
    # In its own session: the whole tree can be killed at once.
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        sampler = _Sampler(process.pid)
        alarm = _Alarm(process.pid, limit)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            _kill(process.pid)
            process.wait()
            raise
        finally:
            alarm.cancel()
            sampler.stop()
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if not alarm.rang and process.returncode not in accepted:
            output.seek(0)
            text = output.read().decode("utf-8", "replace").rstrip()
            raise RunFailedError(
                f"{_shown(command)} ended with exit code {process.returncode}:\n"
                + "\n".join(text.splitlines()[-_LINES_SHOWN:])
            )
    processor = usage.ru_utime + usage.ru_stime
    return Run(seconds, processor, sampler.peak, usage.ru_maxrss * 1024, alarm.rang)


class _Alarm:
    def __init__(self, pid: int, limit: float) -> None:
        self.rang = False
        self._pid = pid
        self._timer = threading.Timer(limit, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def _ring(self) -> None:
        self.rang = True
        _kill(self._pid)

    def cancel(self) -> None:
        self._timer.cancel()


class _Sampler:
    """Looks at a process tree now and then, for at most a 25th of the processor's time.

    A busy machine makes a look long, but not dear, and there peaks must be seen, too.
    """

    def __init__(self, pid: int) -> None:
        self.peak: int | None = None
        self._pid = pid
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        pause = _SHORTEST_PAUSE
        while not self._stopped.wait(pause):
            started = time.thread_time()
            total = sum(_memory(pid) for pid in _tree(self._pid))
            if total:
                self.peak = max(total, self.peak or 0)
            pause = max(_SHORTEST_PAUSE, _PAUSES_PER_LOOK * (time.thread_time() - started))

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        lists = [file.read_text() for file in (_PROC / str(pid) / "task").glob("*/children")]
    except OSError:
        return
    for text in lists:
        for child in text.split():
            yield from _tree(int(child))


def _memory(pid: int) -> int:
    """The proportional set size of a process in bytes: a page shared by two counts half."""
    try:
        text = (_PROC / str(pid) / "smaps_rollup").read_text()
    except OSError:
        return 0
    for line in text.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _kill(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _shown(command: Sequence[str | os.PathLike[str]]) -> str:
    return " ".join(str(part) for part in command)


def empty(folder: Path) -> None:
    """Remove a folder with everything in it, if it exists."""
    shutil.rmtree(folder, ignore_errors=True)
