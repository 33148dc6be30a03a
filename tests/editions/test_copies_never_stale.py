"""After a change, copies made with the cache are those made without it, byte for byte."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.cache.changes import entry_title, no_entry
from tests.cache.proof import differences
from tests.checkouts import entry_files, make_checkout

FORMATS = ("zip", "epub", "html", "pdf")
OPTIONS = ("--edition", "prevention", *(f"--format={one}" for one in FORMATS))


def _nothing(docs: Path) -> None:
    pass


def _title(docs: Path) -> None:
    entry_title(docs.parent, Random(1))  # noqa: S311 - no secret


def _addresses(docs: Path) -> None:
    """The addresses that stand where a copy leads to a work that it leaves out."""
    for path in entry_files(docs):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^url: \S+", r"\g<0>?new", text), encoding="utf-8")


def _edition(docs: Path) -> None:
    path = docs / "registers/editions.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("en: Prevention", "en: Before it happens"), encoding="utf-8")


def _fewer(docs: Path) -> None:
    no_entry(docs.parent, Random(2))  # noqa: S311 - no secret


DAYS = ("2026-11-25", "2026-11-26")
STEPS: tuple[tuple[Callable[[Path], None], str], ...] = (
    (_nothing, DAYS[0]),
    (_title, DAYS[0]),
    (_addresses, DAYS[0]),
    (_edition, DAYS[0]),
    (_nothing, DAYS[1]),
    (_fewer, DAYS[1]),
)


def test_no_copy_is_out_of_date(tmp_path: Path) -> None:
    checkout = make_checkout(tmp_path)
    for change, day in STEPS:
        change(tmp_path / "docs")
        kept = checkout.toolkit("bundle", *OPTIONS, "--as-of", day, "--output", "kept")
        assert kept.code == 0, kept.out + kept.err
        shutil.rmtree(tmp_path / ".cache")
        fresh = checkout.toolkit("bundle", *OPTIONS, "--as-of", day, "--output", "fresh")
        assert fresh.code == 0, fresh.err
        assert differences(tmp_path / "kept", tmp_path / "fresh") == [], (change.__name__, day)
