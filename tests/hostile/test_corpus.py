"""Hostile files: each has its named problem in time, and all other files are still checked."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from tests.hostile.inputs import FILES, INPUTS
from toolkit.content.reader import read_content
from toolkit.problems import Problem
from toolkit.reports import REPORTS
from toolkit.validation.runner import MOST_OF_A_KIND, run_checks

DAY = date(2026, 11, 25)
PATH = "docs/about/hostile.md"
MISTAKE = "docs/prevention/resources/guide.md"


def checked(docs: Path) -> list[Problem]:
    """The problems, after a mistake in another file, which must be found too."""
    path = docs.parent / MISTAKE
    path.write_text(path.read_text().replace("[investigation]", "[investigaton]"))
    start = time.perf_counter()
    content = read_content(docs)
    problems = run_checks(content, DAY)
    for report in REPORTS.values():
        report.render(problems, len(content.entries))
    assert time.perf_counter() - start < 10
    return problems


def ids(problems: list[Problem], path: str) -> set[str]:
    return {one.id for one in problems if one.finding.location.source.path == path}


@pytest.mark.parametrize("name", INPUTS)
def test_input(docs: Path, name: str) -> None:
    data, expected = INPUTS[name]
    (docs / "about/hostile.md").write_bytes(data)
    problems = checked(docs)
    assert expected in ids(problems, PATH)
    assert ids(problems, MISTAKE) == {"unknown-term"}
    assert {one.finding.location.source.path for one in problems} == {PATH, MISTAKE}
    of_a_kind = [one.id for one in problems]
    assert max(of_a_kind.count(one) for one in set(of_a_kind)) <= MOST_OF_A_KIND + 1


@pytest.mark.parametrize("name", FILES)
def test_file(docs: Path, name: str) -> None:
    make, expected = FILES[name]
    make(docs / "about" / name)
    problems = checked(docs)
    found = {one.id for one in problems}
    assert {expected, "unknown-term"} <= found
    assert ids(problems, MISTAKE) == {"unknown-term"}


def test_there_are_enough() -> None:
    assert len(INPUTS) + len(FILES) >= 40


def test_all_at_once_from_the_command_line(docs: Path) -> None:
    """In one gigabyte of memory, without a word from Python."""
    for number, (data, _) in enumerate(INPUTS.values()):
        (docs / f"about/hostile-{number}.md").write_bytes(data)
    for name, (make, _) in FILES.items():
        make(docs / "about" / name)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1024**3, 1024**3))

    result = subprocess.run(
        [sys.executable, "-m", "toolkit", "check", "--format", "text"],
        cwd=docs.parent,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        timeout=120,
        preexec_fn=limit,
        check=False,
    )
    assert result.returncode == 1, result.stderr.decode()
    assert result.stderr == b""
    assert b"Traceback" not in result.stdout
    for _, expected in INPUTS.values():
        assert f"[{expected}]".encode() in result.stdout
