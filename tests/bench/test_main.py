"""`python -m bench`: mistakes that cost no run, and a run that is ended."""

import signal
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from bench import __main__ as bench


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--sizes", "0"], "--sizes: 0 is not a whole number above 0"),
        (["--limit", "0"], "--limit: 0 is not a number of seconds above 0"),
        (["--limit", "x"], "--limit: x is not a number of seconds above 0"),
        (["--json", "nowhere/x.json"], "--json: there is no folder nowhere"),
    ],
)
def test_a_mistake_costs_no_run(
    options: list[str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(bench, "MEASUREMENTS", ())
    monkeypatch.setattr(sys, "argv", ["bench", *options])
    with pytest.raises(SystemExit, match=r"^2$"):
        bench.main()
    assert said in capsys.readouterr().err


def test_a_second_signal_leaves_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    removed = []

    def stop(*_: object) -> None:
        signal.raise_signal(signal.SIGTERM)

    def empty(folder: Path) -> None:
        stop()
        folder.rmdir()
        removed.append(folder)

    monkeypatch.setattr(bench, "MEASUREMENTS", (SimpleNamespace(NAME="x", measure=stop),))
    monkeypatch.setattr(bench, "empty", empty)
    monkeypatch.setattr(sys, "argv", ["bench"])
    before = signal.getsignal(signal.SIGTERM)
    try:
        with pytest.raises(SystemExit, match=r"^143$"):
            bench.main()
    finally:
        signal.signal(signal.SIGTERM, before)
    assert len(removed) == 1
