from tests.program import Outcome, Toolkit
from toolkit.validation.checks import CHECKS


def test_list(toolkit: Toolkit) -> None:
    found = toolkit("explain")
    assert (found.code, found.err) == (0, "")
    assert [line.split()[:2] for line in found.out.splitlines()] == [
        [check.severity.value, check.id] for check in CHECKS
    ]


def test_each_page(toolkit: Toolkit) -> None:
    for check in CHECKS:
        found = toolkit("explain", check.id)
        assert (found.code, found.err) == (0, ""), check.id
        assert found.out.startswith(f"{check.id} (")
        assert "## What to do" in found.out, check.id


def test_unknown_check(toolkit: Toolkit) -> None:
    found = toolkit("explain", "unknwon-term")
    assert found == Outcome(
        2, "", 'error: There is no check "unknwon-term".\nhint: did you mean "unknown-term"?\n'
    )


def test_nothing_like_it(toolkit: Toolkit) -> None:
    found = toolkit("explain", "xyz")
    assert (found.code, found.out) == (2, "")
    assert found.err.endswith("hint: toolkit explain lists all checks.\n")
