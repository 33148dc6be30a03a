"""Hostile files: each has its named problem in time, and all other files are still checked."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.content_case import lay_base
from tests.hostile.inputs import FILES, INPUTS
from toolkit.content.reader import read_content
from toolkit.problems import Problem
from toolkit.reports import REPORTS
from toolkit.validation.runner import MOST_OF_A_KIND, run_checks

DAY = date(2026, 11, 25)
MISTAKE = "docs/prevention/resources/guide.md"
NAMES = {name: f"hostile-{number}.md" for number, name in enumerate(INPUTS)}


@dataclass(frozen=True)
class Run:
    """What a run over all hostile files at once found, by path, and its seconds of work."""

    problems: dict[str, list[Problem]]
    seconds: float

    def ids(self, path: str) -> set[str]:
        return {problem.id for problem in self.problems.get(path, ())}


def lay_all(folder: Path) -> Path:
    """Put all hostile files beside valid ones, one of which has a mistake."""
    docs = lay_base(folder)
    path = folder / MISTAKE
    path.write_text(path.read_text().replace("[investigation]", "[investigaton]"))
    for name, (data, _) in INPUTS.items():
        (docs / "about" / NAMES[name]).write_bytes(data)
    for name, (make, _) in FILES.items():
        make(docs / "about" / name)
    return docs


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Run:
    docs = lay_all(tmp_path_factory.mktemp("hostile"))
    start = time.process_time()
    content = read_content(docs)
    problems = run_checks(content, DAY)
    for report in REPORTS.values():
        report.render(problems, len(content.entries))
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        by_path.setdefault(problem.finding.location.source.path, []).append(problem)
    return Run(by_path, time.process_time() - start)


@pytest.mark.parametrize("name", INPUTS)
def test_input(checked: Run, name: str) -> None:
    path = f"docs/about/{NAMES[name]}"
    assert INPUTS[name][1] in checked.ids(path)
    of_a_kind = [problem.id for problem in checked.problems[path]]
    assert max(of_a_kind.count(one) for one in set(of_a_kind)) <= MOST_OF_A_KIND + 1


@pytest.mark.parametrize("name", FILES)
def test_file(checked: Run, name: str) -> None:
    twin = "evidence.md" if name == "Evidence.md" else name
    assert FILES[name][1] in checked.ids(f"docs/about/{twin}")


def test_others_are_still_checked(checked: Run) -> None:
    assert checked.ids(MISTAKE) == {"unknown-term"}
    hostile = {f"docs/about/{name}" for name in (*NAMES.values(), *FILES, "evidence.md")}
    assert set(checked.problems) - hostile == {MISTAKE}


def test_in_time(checked: Run) -> None:
    """All ninety together; none may take ten seconds."""
    assert checked.seconds < 60


def test_there_are_enough() -> None:
    assert len(INPUTS) + len(FILES) >= 40


def test_from_the_command_line(tmp_path: Path) -> None:
    """In one gigabyte of memory, without a word from Python."""
    lay_all(tmp_path)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1024**3, 1024**3))

    result = subprocess.run(
        [sys.executable, "-m", "toolkit", "check", "--format", "text"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        timeout=180,
        preexec_fn=limit,
        check=False,
    )
    assert result.returncode == 1, result.stderr.decode()
    assert result.stderr == b""
    assert b"Traceback" not in result.stdout
