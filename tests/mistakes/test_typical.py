"""Each typical mistake of a contributor is one problem, in its place, with the right advice."""

from pathlib import Path

import pytest

from tests.content_case import DAY
from tests.mistakes.typical import PATHS, Mistake, lay_content, read_mistakes, write
from tests.validation.again import Laid, problems_in
from toolkit.content.reader import read_content
from toolkit.validation.runner import run_checks

MISTAKES = read_mistakes()


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    return Laid(lay_content(tmp_path_factory.mktemp("typical")).parent)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.what)
def test_one_problem_with_advice(docs: Path, mistake: Mistake) -> None:
    line = write(docs, mistake)
    problems = problems_in(read_content(docs))
    assert [problem.id for problem in problems] == [mistake.check], problems
    finding = problems[0].finding
    assert mistake.says in f"{finding.message} {finding.label} {finding.hint}"
    assert finding.location.source.path == f"docs/{PATHS[mistake.kind]}"
    assert finding.location.line == line


def test_content_without_a_mistake_is_right(docs: Path) -> None:
    assert run_checks(read_content(docs), DAY) == []


def test_there_are_thirty() -> None:
    assert len({mistake.what for mistake in MISTAKES}) == 30
