"""Measuring a process: all its children count, failures are reported, a limit ends it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bench import process
from bench.process import RunFailedError, run

MUCH = 80_000_000
# A child fills the memory and uses the processor until somebody has looked; the parent only waits.
BUSY = f"""
import subprocess, sys
child = "import os, time; data = b'x' * {MUCH}; end = time.process_time() + 0.5\\n"
child += "while time.process_time() < end or not os.path.exists('seen'): pass"
subprocess.run([sys.executable, "-c", child], check=True)
"""


def test_counts_the_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def seen(pid: int, look: Callable[[int], int] = process._memory) -> int:
        found = look(pid)
        if found > MUCH:
            (tmp_path / "seen").touch()
        return found

    monkeypatch.setattr(process, "_memory", seen)
    if sys.platform != "linux":
        (tmp_path / "seen").touch()
    result = run([sys.executable, "-c", BUSY], tmp_path, {}, limit=300)
    assert result.processor >= 0.5
    assert result.largest > MUCH
    if sys.platform == "linux":
        assert result.memory is not None
        assert result.memory > MUCH


def test_a_failure_says_what_the_process_said(tmp_path: Path) -> None:
    with pytest.raises(RunFailedError, match="exit code 3:\nso it goes"):
        run([sys.executable, "-c", "print('so it goes'); exit(3)"], tmp_path, {}, limit=300)


def test_the_limit_ends_it(tmp_path: Path) -> None:
    result = run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, {}, limit=0.5)
    assert result.timed_out
    assert result.seconds < 30
