from pathlib import Path

import pytest

from tests.conftest import GOLDEN
from toolkit import reports
from toolkit.reports import REPORTS, choose


@pytest.mark.parametrize(
    ("name", "environment", "expected"),
    [
        ("text", {"GITHUB_ACTIONS": "true"}, "text"),
        ("json", {}, "json"),
        ("auto", {}, "text"),
        ("auto", {"GITHUB_ACTIONS": "true"}, "github"),
    ],
)
def test_choice(name: str, environment: dict[str, str], expected: str) -> None:
    assert choose(name, environment) is REPORTS[expected]


@pytest.mark.parametrize("name", REPORTS)
def test_each_format_has_a_module_and_a_golden_file(name: str) -> None:
    assert (Path(reports.__file__).parent / f"{name}.py").is_file()
    assert list((GOLDEN / "reports").glob(f"{name}.*"))


def test_no_golden_file_without_a_format() -> None:
    stems = {path.stem.partition("-")[0] for path in (GOLDEN / "reports").iterdir()}
    assert stems == set(REPORTS)
