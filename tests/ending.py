"""Ends a program from outside while it is writing."""

import contextlib
import signal
import subprocess
import sys
from pathlib import Path

NEW = ".toolkit-new-*"


def end_toolkit(command: list[str], cwd: Path, place: Path, sign: signal.Signals) -> None:
    """Run a command until it writes below `place`, then send a signal, which must end it."""
    before = _written(place)
    process = subprocess.Popen(
        [sys.executable, "-m", "toolkit", *command],
        cwd=cwd,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    while process.poll() is None and _written(place) <= before:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.002)  # looking all the time would take a processor from it
    process.send_signal(sign)
    _, err = process.communicate()
    assert process.returncode == (-sign if sign is signal.SIGKILL else 128 + sign)
    assert "Traceback" not in err


def _written(place: Path) -> set[Path]:
    found: set[Path] = set()
    for folder in place.glob(NEW):
        with contextlib.suppress(FileNotFoundError):  # a folder may disappear meanwhile
            found |= set(folder.iterdir())
    return found
