"""What the tests of several commands share."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.members import ORGANISATIONS
from tests.cli.repositories import SHELTER, commit, git
from tests.content_case import edit
from tests.ledger import found_ledger
from tests.program import Toolkit

TASK = """\
---
title: Inspect a workplace
summary: Helps labour inspectors to prepare a visit.
pillars: [prevention]
audiences: [law-enforcement]
themes: [investigation]
asked: [signs of forced labour on a farm]
choices:
  - entry: guide
    use: Take the list of signs.
    caution: It is from 2019.
  - {entry: manual, use: Plan the visit., caution: It is long.}
  - use: >-
      See where workers
      can sleep.
    caution: It has few places.
    entry: "shelter"
---

## Steps

1. Plan.
"""


@pytest.fixture
def ledger(docs: Path) -> Path:
    """The folder of the ledger, with a policy and nothing said."""
    found_ledger(docs)
    (docs / "registers/organisations.yml").write_text(ORGANISATIONS)
    return docs / "recognition"


@pytest.fixture
def task(docs: Path) -> Path:
    file = docs / "tasks/inspect-a-workplace.md"
    file.parent.mkdir()
    file.write_text(TASK, encoding="utf-8")
    return file


@pytest.fixture
def repository(toolkit: Toolkit, monkeypatch: pytest.MonkeyPatch) -> Toolkit:
    """A repository with a notice in the shelter, on its own branch."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    edit(SHELTER, "https://www.iom", "http://www.iom")
    git("init", "--quiet", "--initial-branch", "main")
    commit()
    git("switch", "--quiet", "--create", "mine")
    return toolkit


@pytest.fixture
def before(docs: Path, tmp_path: Path) -> Callable[[], None]:
    """Keep the content as it is now as the version before the change."""
    found_ledger(docs)

    def copy() -> None:
        shutil.copytree(docs, tmp_path / "before/docs", dirs_exist_ok=True)

    copy()
    return copy
