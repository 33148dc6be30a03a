"""The program of a folder, loaded once and run in forks: starting it takes most of a short run."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """What a command gave back."""

    code: int
    out: str
    err: str


class Program:
    """The modules that a folder holds, run as `python -m` runs them, in forks of one process.

    That process starts with the first run, and with the next one after `end`. All runs have one
    seed for hashes: what must be the same in any process is for two processes to show.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None
        atexit.register(self.end)

    def run(
        self,
        *command: str,
        cwd: Path,
        environment: dict[str, str],
        fatal: int = 0,
        memory: int = 0,
    ) -> Outcome:
        """Run a module with arguments, in so many further bytes of memory or in all.

        It is killed before the file operation `fatal`, if any, and where it hangs for minutes.
        """
        process = self._process or self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        asked = {
            "command": command,
            "folder": str(cwd),
            "environment": {**os.environ, **environment},
            "fatal": fatal,
            "memory": memory,
        }
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        return Outcome(*json.loads(process.stdout.readline()))

    def end(self) -> None:
        """End the process, for one that loads the program as it is then."""
        if self._process is not None:
            self._process.communicate()
            self._process = None

    def _started(self) -> subprocess.Popen[str]:
        self._process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("forking.py")],
            cwd=self._folder,
            env={
                **os.environ,
                "PYTHONPATH": str(self._folder),
                # What is changed twice within a second must not be taken from there.
                "PYTHONDONTWRITEBYTECODE": "1",
                "NO_MKDOCS_2_WARNING": "1",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self._process
