"""Commands read what a build kept of the content; they say the same as without."""

import shutil
from pathlib import Path

import pytest

from tests.content_case import edit
from tests.files import files_of
from tests.program import Toolkit
from toolkit.cache.store import store_for
from toolkit.content.reader import read_content

COMMANDS = (
    ("status", "--format", "json"),
    ("export", "json"),
    ("review", "--due", "--format", "json"),
    ("translation", "status", "--format", "json"),
    ("impact", "--since", "before/docs"),
    ("rename", "manual", "handbook"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_what_was_kept_makes_no_difference(
    toolkit: Toolkit, ledger: Path, command: tuple[str, ...]
) -> None:
    folder = ledger.parents[1]
    shutil.copytree(folder / "docs", folder / "before/docs")
    read_content(folder / "docs", store_for(folder / "docs"))  # as a build does
    edit(folder / "docs/prevention/resources/guide.md", "Guide for", "Handbook for")
    edit(folder / "docs/prevention/resources/manual.md", "Manual for", "Textbook for")
    shutil.copytree(folder, folder / "without", ignore=shutil.ignore_patterns(".cache"))
    done = toolkit(*command)
    assert "Handbook" in done.out or command[0] != "export"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder / "without")
        assert toolkit(*command) == done
    assert files_of(folder / "without/docs") == files_of(folder / "docs")


def test_most_commands_keep_nothing(toolkit: Toolkit, docs: Path) -> None:
    assert toolkit("status").code == 0
    assert not (docs.parent / ".cache").exists()
    toolkit("check")
    kept = files_of(docs.parent / ".cache")
    edit(docs / "prevention/resources/guide.md", "Guide for", "Handbook for")
    assert toolkit("status").code == toolkit("rename", "manual", "handbook").code == 0
    assert files_of(docs.parent / ".cache") == kept
