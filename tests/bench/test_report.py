"""Figures as printed."""

import pytest

from bench.report import Table, Verdict


@pytest.mark.parametrize(
    ("verdict", "line"),
    [
        (Verdict("cold ratio", 0.833, limit=1.0), "cold ratio: 0.83 (limit 1.0: met)"),
        (Verdict("check", 21.0, " s", 20.0), "check: 21.00 s (limit 20.0 s: NOT MET)"),
        (Verdict("growth", 9.5, " times"), "growth: 9.50 times"),
    ],
)
def test_a_verdict_names_its_limit(verdict: Verdict, line: str) -> None:
    assert verdict.line() == line


def test_columns_line_up() -> None:
    table = Table(("Entries", "Median"), [("100", "1.00 s"), ("10,000", "123.45 s")])
    assert list(table.lines()) == [
        "Entries    Median",
        "-------  --------",
        "100        1.00 s",
        "10,000   123.45 s",
    ]
