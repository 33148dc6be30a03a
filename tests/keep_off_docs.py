"""Keeps tests of the program off docs/: a new entry must not be able to break one.

docs/contribute/ is exempt: it documents the program, and tests compare the two.
"""

import os
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = str(Path(__file__).parents[1])
DOCS = os.path.join(ROOT, "docs", "")
ABOUT_THE_PROGRAM = os.path.join(DOCS, "contribute", "")

_READING = {"open", "os.listdir", "os.scandir"}
_SPEAKS = (
    "{what}, and is not marked as a check of the content. Use tests.checkouts.SAMPLE, or put what "
    "checks the entries themselves into tests/content_checks/."
)


class KeepOffDocs:
    """A plugin that fails every test that reads docs/ without the marker `content`."""

    def __init__(self) -> None:
        self._watching = True
        sys.addaudithook(self._see)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:
        self._watching = item.get_closest_marker("content") is None
        try:
            return (yield)
        finally:
            self._watching = True

    def _see(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._watching:
            return
        if event in _READING and isinstance(arguments[0], (str, bytes, os.PathLike)):
            name = os.fsdecode(arguments[0])
            # os.open may get a name relative to a folder known only by its descriptor.
            if event == "open" and arguments[1] is None and not os.path.isabs(name):
                return
            path = os.path.join(os.path.abspath(name), "")
            if path.startswith(DOCS) and not path.startswith(ABOUT_THE_PROGRAM):
                pytest.fail(_SPEAKS.format(what=f"This reads {path.rstrip(os.sep)}"))
        elif event == "subprocess.Popen":
            _, command, cwd, _ = arguments
            words = {os.fsdecode(one) for one in command} if isinstance(command, list) else set()
            if words & {"toolkit", "mkdocs"} and os.path.abspath(cwd or ".") == ROOT:
                pytest.fail(_SPEAKS.format(what=f"This runs {' '.join(words)} on docs/"))
