"""Hostile files: each gets its problem in time, and all other files are still checked."""

import contextlib
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.content_case import DAY
from tests.hostile.inputs import (
    ENTRIES,
    FILES,
    INPUTS,
    LISTS,
    MISTAKE,
    PAGE,
    entry,
    holds,
    lay_with_mistake,
)
from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.main import run
from toolkit.content.reader import read_content
from toolkit.problems import Problem
from toolkit.reports import REPORTS
from toolkit.reports.report import Background
from toolkit.translations.source import sections, source_digest
from toolkit.validation.runner import MOST_OF_A_KIND

pytestmark = pytest.mark.slow

LONGEST = 10.0  # seconds of CPU time for a run of the command
MOST = 512 * 1024**2  # bytes of memory that a run may add; threads reserve a part of it
# Files are laid and checked in groups: reports take and keep several as they do one.
GROUPS = 12
CASES = {
    f"{folder}/hostile-{n}.md": (holds(data), id_)
    for folder, texts in (("about", INPUTS), ("prevention/resources", ENTRIES))
    for n, (data, id_) in enumerate(texts.values())
} | {f"about/{name}": made for name, made in FILES.items()}
NAMES = [*INPUTS, *ENTRIES, *FILES]


@dataclass(frozen=True)
class Run:
    """What a run with hostile files among valid ones found, by path, and its CPU seconds."""

    problems: dict[str, list[Problem]]
    seconds: float

    def ids(self, path: str) -> set[str]:
        return {problem.id for problem in self.problems.get(path, ())}


class AllFormats:
    """Stands in for a format: renders the problems in all of them, and keeps them for the test."""

    def __init__(self) -> None:
        self.reports = list(REPORTS.values())
        self.problems: Sequence[Problem] = ()

    def render(self, problems: Sequence[Problem], checked: int, background: Background) -> str:
        self.problems = problems
        return "".join(one.render(problems, checked, background) for one in self.reports)


@contextlib.contextmanager
def little_memory() -> Iterator[None]:
    """This process may add no more than MOST."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + MOST, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def check(docs: Path, capfd: pytest.CaptureFixture[str], *options: str) -> Run:
    """Check and report by the command; nothing, not even Python, may say more than reports do."""
    formats = AllFormats()
    with pytest.MonkeyPatch.context() as patch, little_memory():
        patch.setitem(REPORTS, "text", formats)
        patch.chdir(docs.parent)
        start = time.process_time()
        code = run(["check", "--format", "text", "--as-of", DAY.isoformat(), *options])
        seconds = time.process_time() - start
    said = capfd.readouterr()
    assert (code, said.err) == (ExitCode.PROBLEMS, "")
    by_path: dict[str, list[Problem]] = {}
    for problem in formats.problems:
        by_path.setdefault(problem.finding.location.source.path, []).append(problem)
    return Run(by_path, seconds)


@pytest.mark.parametrize("group", range(GROUPS))
def test_files(tmp_path: Path, group: int, capfd: pytest.CaptureFixture[str]) -> None:
    """Found within the time, each with its problem, and with that of a valid file's mistake."""
    docs = lay_with_mistake(tmp_path)
    cases = dict(zip([*CASES][group::GROUPS], NAMES[group::GROUPS], strict=True))
    for path in cases:
        CASES[path][0](docs / path)
    found = check(docs, capfd)
    for path, name in cases.items():
        assert CASES[path][1] in found.ids(f"docs/{path}"), name
        of_a_kind = [problem.id for problem in found.problems[f"docs/{path}"]]
        assert max(map(of_a_kind.count, set(of_a_kind))) <= MOST_OF_A_KIND + 1, name
    assert found.ids(MISTAKE) == {"unknown-term"}
    assert set(found.problems) == {MISTAKE, *(f"docs/{path}" for path in cases)}
    # All but fifty of the forty thousand headings and zero-width characters are only counted.
    said = [problem.finding.message for of_file in found.problems.values() for problem in of_file]
    many = {"headings without end", "zero width"} & set(cases.values())
    assert said.count("There are 39,950 more problems of this kind in this file.") == len(many)
    assert found.seconds < LONGEST


@pytest.mark.parametrize("name", LISTS)
def test_list(tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever a list or a translation contains, entries are checked against the others."""
    docs = lay_with_mistake(tmp_path)
    file, make, id_ = LISTS[name]
    (docs / file).unlink(missing_ok=True)
    make(docs / file)
    found = check(docs, capfd, "--no-cache")
    assert id_ in found.ids(f"docs/{file}")
    assert set(found.problems) <= {f"docs/{file}", MISTAKE}
    assert found.ids(MISTAKE) == (set() if "themes" in file else {"unknown-term"})
    assert found.seconds < LONGEST


def test_entries_with_thousands_of_beginnings_of_a_number(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    docs = lay_with_mistake(tmp_path)
    data = entry(b"level:", b"identifiers: {doi: '" + b"10.1000." * 7_400 + b"'}\nlevel:")
    for number in range(4):
        (docs / f"prevention/resources/hostile-{number}.md").write_bytes(data)
    found = check(docs, capfd)
    assert "invalid-identifier" in found.ids("docs/prevention/resources/hostile-3.md")
    assert found.seconds < LONGEST


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("## {0}\n\n- a\n- b\n\n", "## {0}\n\n- a\n\n"),
        ("[a](p{0}.md) [b](https://a.org/{0})\n\n", "a]b\n" * 9),
        ("## {0}\n\n- a@a{0}.org\n- b\n\n", "## {0}\n\n- a@a{0}.org\n\n"),
    ],
    ids=["items", "links", "mailboxes"],
)
def test_translation_that_lacks_thousands(
    tmp_path: Path, original: str, translation: str, capfd: pytest.CaptureFixture[str]
) -> None:
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
    found = check(docs, capfd)
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
