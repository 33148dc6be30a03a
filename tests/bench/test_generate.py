"""Generated content is fit for a benchmark: always the same, valid, like its model."""

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bench.bodies import FEWEST, MOST
from bench.generate import generate
from tests.checkouts import SAMPLE, entry_files
from tests.files import files_of
from toolkit.content.reader import Content, read_content
from toolkit.validation.runner import has_errors, run_checks

pytestmark = pytest.mark.slow

COUNT = len(entry_files())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content") / "docs"
    generate(COUNT, folder, source=SAMPLE)
    return folder


@pytest.fixture(scope="module")
def content(folder: Path) -> Content:
    return read_content(folder)


def test_passes_all_checks(content: Content) -> None:
    problems = run_checks(content, date(2026, 11, 25))
    assert not has_errors(problems), problems[:3]


def test_pages_that_name_tasks_are_taken_along(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(SAMPLE, source)
    with (source / "contribute/index.md").open("a", encoding="utf-8") as page:
        page.write("\nAs in [a task](../tasks/interview-a-child.md).\n")
    generate(3, tmp_path / "docs", source=source)
    assert not has_errors(run_checks(read_content(tmp_path / "docs"), date(2026, 11, 25)))


def test_mixes_kinds_pillars_and_terms_as_the_model_does(content: Content) -> None:
    def mix(content: Content) -> Counter[tuple[object, ...]]:
        return Counter(
            (entry.kind, entry.texts("pillars"), entry.texts("themes"), entry.texts("provisions"))
            for entry in content.entries
        )

    assert mix(content) == mix(read_content(SAMPLE))


def test_titles_differ_and_lengths_are_realistic(content: Content) -> None:
    assert len({entry.text("title") for entry in content.entries}) == len(content.entries)
    assert all(FEWEST <= len(entry.body.split()) <= MOST for entry in content.entries)


def test_same_seed_same_bytes(folder: Path, tmp_path: Path) -> None:
    generate(COUNT, tmp_path / "docs", source=SAMPLE)
    assert files_of(tmp_path / "docs") == files_of(folder)


def test_more_entries_begin_with_the_same(folder: Path, tmp_path: Path) -> None:
    generate(20, tmp_path / "docs", source=SAMPLE)
    few, many = files_of(tmp_path / "docs"), files_of(folder)
    assert few.items() <= many.items()
    assert len(many) - len(few) == COUNT - 20


def test_another_seed_gives_other_entries(tmp_path: Path, content: Content) -> None:
    generate(20, tmp_path / "docs", seed=1, source=SAMPLE)
    other = {entry.text("title") for entry in read_content(tmp_path / "docs").entries}
    assert len(other) == 20
    assert other.isdisjoint(entry.text("title") for entry in content.entries)
