"""Measuring a process: all its children count, failures are reported, a limit ends it."""

import sys
from pathlib import Path

import pytest

from bench.process import RunFailedError, run

# A child fills the memory and uses the processor; the parent only waits.
BUSY = """
import subprocess, sys
child = "import time; data = b'x' * 80_000_000; end = time.process_time() + 0.5\\n"
child += "while time.process_time() < end: pass"
subprocess.run([sys.executable, "-c", child], check=True)
"""


def test_counts_the_children(tmp_path: Path) -> None:
    result = run([sys.executable, "-c", BUSY], tmp_path, {}, limit=60)
    assert result.processor >= 0.5
    assert result.largest > 80_000_000
    if sys.platform == "linux":
        assert result.memory is not None
        assert result.memory > 80_000_000


def test_a_failure_says_what_the_process_said(tmp_path: Path) -> None:
    with pytest.raises(RunFailedError, match="exit code 3:\nso it goes"):
        run([sys.executable, "-c", "print('so it goes'); exit(3)"], tmp_path, {}, limit=60)


def test_the_limit_ends_it(tmp_path: Path) -> None:
    result = run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, {}, limit=0.5)
    assert result.timed_out
    assert result.seconds < 30
