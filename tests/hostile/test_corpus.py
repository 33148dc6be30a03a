"""Hostile files: each gets its problem in time, and all other files are still checked."""

import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.content_case import DAY
from tests.hostile.inputs import ENTRIES, FILES, INPUTS, LISTS, MISTAKE, PAGE, lay_with_mistake
from toolkit.content.reader import read_content
from toolkit.problems import Problem
from toolkit.reports import REPORTS
from toolkit.translations.source import sections, source_digest
from toolkit.validation.runner import MOST_OF_A_KIND, run_checks

NAMES = {name: f"hostile-{number}.md" for number, name in enumerate(INPUTS)}


LONGEST = 10.0  # seconds of CPU time for one file


@dataclass(frozen=True)
class Run:
    """What a run with one hostile file among valid ones found, by path, and its CPU seconds."""

    problems: dict[str, list[Problem]]
    seconds: float

    def ids(self, path: str) -> set[str]:
        return {problem.id for problem in self.problems.get(path, ())}


def run(docs: Path) -> Run:
    """Check and report once, as the command does."""
    start = time.process_time()
    content = read_content(docs)
    problems = run_checks(content, DAY)
    for report in REPORTS.values():
        report.render(problems, len(content.entries))
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        by_path.setdefault(problem.finding.location.source.path, []).append(problem)
    return Run(by_path, time.process_time() - start)


def lay_all(folder: Path) -> Path:
    """Put all hostile files next to valid ones, one of which has a mistake."""
    docs = lay_with_mistake(folder)
    for name, (data, _) in INPUTS.items():
        (docs / "about" / NAMES[name]).write_bytes(data)
    for number, (data, _) in enumerate(ENTRIES.values()):
        (docs / f"prevention/resources/hostile-{number}.md").write_bytes(data)
    for name, (make, _) in FILES.items():
        make(docs / "about" / name)
    return docs


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_with_mistake(tmp_path_factory.mktemp("hostile"))


def judge(docs: Path, path: str, data: bytes, check: str) -> None:
    """Found within the time, with its problem, and with that of the other file."""
    file = docs / path
    file.write_bytes(data)
    found = run(docs)
    file.unlink()
    path = f"docs/{path}"
    assert check in found.ids(path)
    of_a_kind = [problem.id for problem in found.problems[path]]
    assert max(of_a_kind.count(one) for one in set(of_a_kind)) <= MOST_OF_A_KIND + 1
    assert found.ids(MISTAKE) == {"unknown-term"}
    assert set(found.problems) == {path, MISTAKE}
    assert found.seconds < LONGEST


@pytest.mark.parametrize("name", INPUTS)
def test_input(shared: Path, name: str) -> None:
    judge(shared, "about/hostile.md", *INPUTS[name])


@pytest.mark.parametrize("name", ENTRIES)
def test_entry(shared: Path, name: str) -> None:
    judge(shared, "prevention/resources/hostile.md", *ENTRIES[name])


@pytest.mark.parametrize("name", FILES)
def test_file(tmp_path: Path, name: str) -> None:
    docs = lay_with_mistake(tmp_path)
    FILES[name][0](docs / "about" / name)
    found = run(docs)
    path = f"docs/about/{name}"
    assert FILES[name][1] in found.ids(path)
    assert found.ids(MISTAKE) == {"unknown-term"}
    assert set(found.problems) - {path} == {MISTAKE}
    assert found.seconds < LONGEST


@pytest.mark.parametrize("name", LISTS)
def test_list(tmp_path: Path, name: str) -> None:
    """Whatever a list or a translation contains, entries are checked against the others."""
    docs = lay_with_mistake(tmp_path)
    file, make, check = LISTS[name]
    (docs / file).unlink(missing_ok=True)
    make(docs / file)
    found = run(docs)
    assert check in found.ids(f"docs/{file}")
    assert set(found.problems) <= {f"docs/{file}", MISTAKE}
    assert found.ids(MISTAKE) == (set() if "themes" in file else {"unknown-term"})
    assert found.seconds < LONGEST


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("## {0}\n\n- a\n- b\n\n", "## {0}\n\n- a\n\n"),
        ("[a](p{0}.md) [b](https://a.org/{0})\n\n", "a]b\n" * 9),
    ],
    ids=["items", "links"],
)
def test_translation_that_lacks_thousands(tmp_path: Path, original: str, translation: str) -> None:
    docs = lay_with_mistake(tmp_path)
    texts = ["".join(map(one.format, range(4_500))) for one in (original, translation)]
    (docs / "about/long.md").write_text(f"{PAGE.decode()}{texts[0]}", encoding="utf-8")
    facts = f"""---
title: Une page
summary: Ce qu’elle contient.
translator: machine
reviewed: false
source_digest: {source_digest(read_content(docs).by_path["about/long"])}
---
"""
    (docs / "about/long.fr.md").write_text(f"{facts}{texts[1]}", encoding="utf-8")
    found = run(docs)
    assert "incomplete-translation" in found.ids("docs/about/long.fr.md")
    assert found.seconds < LONGEST


@pytest.mark.parametrize(
    "text",
    [f"## a{' ' * 100_000}b\n\nText.\n", "## a\nText.\n" * 300_000, "## \u00a0a\n\nText.\n"],
    ids=["blanks", "one heading many times", "another blank"],
)
def test_headings(text: str) -> None:
    """Which sections of an original have changed is looked up in a kept text of up to 5 MB."""
    begun = time.process_time()
    assert len(sections(text)) == 2
    assert time.process_time() - begun < LONGEST


def test_there_are_enough() -> None:
    assert len(INPUTS) + len(ENTRIES) + len(FILES) + len(LISTS) >= 150


@pytest.mark.long
def test_from_the_command_line(tmp_path: Path) -> None:
    """All at once, in the gigabyte of memory each may take; without output from Python itself."""
    lay_all(tmp_path)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1024**3, 1024**3))

    result = subprocess.run(
        [sys.executable, "-m", "toolkit", "check", "--format", "text"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        timeout=600,
        preexec_fn=limit,
        check=False,
    )
    assert result.returncode == 1, result.stderr.decode()
    assert result.stderr == b""
    assert b"Traceback" not in result.stdout
    # All but fifty of the forty thousand headings and zero-width characters are only counted.
    assert result.stdout.count(b"There are 39,950 more problems of this kind in this file.") == 2
