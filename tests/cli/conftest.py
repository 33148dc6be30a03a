"""What the tests of several commands share."""

from pathlib import Path

import pytest

from tests.cli.members import ORGANISATIONS
from tests.ledger import found_ledger

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
