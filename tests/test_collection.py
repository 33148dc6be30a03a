"""No test file is where pytest doesn't look."""

from pathlib import Path

import pytest

from tests.conftest import COLLECTED

TESTS = Path(__file__).parent


def test_every_file_of_tests_is_collected(pytestconfig: pytest.Config) -> None:
    asked = [Path(argument.partition("::")[0]).resolve() for argument in pytestconfig.args]
    expected = {
        path
        for path in TESTS.rglob("test_*.py")
        if any(path.is_relative_to(place) for place in asked)
    }
    assert expected
    collected = pytestconfig.stash[COLLECTED]
    assert expected <= collected, expected - collected
