from collections.abc import Callable

from toolkit.problems import Problem
from toolkit.reports import concise


def test_output(problems: list[Problem], golden: Callable[[str, str], None]) -> None:
    golden("reports/concise.txt", concise.render(problems, 412))


def test_one_line_each(problems: list[Problem]) -> None:
    assert len(concise.render(problems, 412).splitlines()) == len(problems)
    assert concise.render([], 412) == ""
