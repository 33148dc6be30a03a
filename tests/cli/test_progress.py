import io
import re
import sys
import threading

import pytest

from toolkit.cli.progress import progress


class Terminal(io.StringIO):
    def __init__(self) -> None:
        super().__init__()
        self.shown = threading.Event()

    def isatty(self) -> bool:
        return True

    def flush(self) -> None:
        self.shown.set()


def test_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    before = set(threading.enumerate())
    with progress("Checking docs", patience=0):
        # Nothing runs that could write later.
        assert set(threading.enumerate()) <= before
    assert stream.getvalue() == ""


def test_nothing_is_said_of_a_short_run(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with progress("Checking docs"):
        pass
    assert stream.getvalue() == ""


def test_a_long_run_is_shown_and_wiped_off_again(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with progress("Checking docs", patience=0):
        assert stream.shown.wait(60)
    # A busy machine may be late, and show the line once more.
    line = re.escape("\r\x1b[KChecking docs ... ") + r"\d+ s"
    assert re.fullmatch(rf"({line})+\r\x1b\[K", stream.getvalue())
