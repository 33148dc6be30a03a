"""`python -m bench`: what is asked in vain is refused at once."""

import sys

import pytest

from bench import __main__ as bench


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--sizes", "0"], "--sizes: 0 is not a whole number above 0"),
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
