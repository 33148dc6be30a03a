import io
import sys
import time

import pytest

from toolkit.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with progress("Checking docs", patience=0):
        time.sleep(0.01)
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
        time.sleep(0.05)
    assert stream.getvalue() == "\r\x1b[KChecking docs ... 0 s\r\x1b[K"
