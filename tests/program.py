"""A folder's program, loaded once and run in forks: most of a short run is starting up."""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """The result of a command."""

    code: int
    out: str
    err: str


# The fixture of its name: runs the command line with arguments.
Toolkit = Callable[..., Outcome]


class Program:
    """The modules in a folder, run as `python -m` runs them, in forks of one process.

    That process starts with the first run, and again with the first run after `end`. All runs share
    one hash seed: what must not depend on it has to be tested in two processes.
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
        """Run a module with arguments; `memory`, unless 0, limits the bytes it may add.

        It is killed before file operation number `fatal`, if given, and if it hangs for minutes.
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
        """End the process, so that the next run loads the program as it is then."""
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
                # A file changed twice within a second must not be loaded from there.
                "PYTHONDONTWRITEBYTECODE": "1",
                "NO_MKDOCS_2_WARNING": "1",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self._process
