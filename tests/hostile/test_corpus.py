"""Hostile files: each has its named problem in time, and all other files are still checked."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.checkouts import ROOT, made_once, program_of
from tests.hostile.inputs import ENTRIES, FILES, INPUTS, LISTS, MISTAKE, lay_with_mistake
from tests.program import Outcome
from toolkit.reports import REPORTS
from toolkit.validation.runner import MOST_OF_A_KIND

PATHS = {
    **{name: f"docs/about/hostile-{number}.md" for number, name in enumerate(INPUTS)},
    **{name: f"docs/prevention/resources/hostile-{at}.md" for at, name in enumerate(ENTRIES)},
    **{name: f"docs/about/{name}" for name in FILES},
}
CHECKS = {name: check for name, (_, check) in [*INPUTS.items(), *ENTRIES.items(), *FILES.items()]}
MEMORY = 1 << 30  # bytes that a run may take


@dataclass(frozen=True)
class Checked:
    """What `toolkit check` said in each format, and how often each problem is in each file."""

    said: dict[str, Outcome]
    problems: dict[str, Counter[str]]


def run_check(folder: Path, form: str) -> Outcome:
    """All of it is read anew by the first run in a folder, and kept for the others."""
    environment = {"PYTHONIOENCODING": "utf-8", "SOURCE_DATE_EPOCH": "1795564800"}
    return program_of(ROOT).run(
        *("toolkit", "check", "--format", form),
        cwd=folder,
        environment=environment,
        memory=MEMORY,
    )


def problems_of(outcome: Outcome) -> dict[str, Counter[str]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in json.loads(outcome.out)["problems"]:
        found[one["path"]][one["id"]] += 1
    return dict(found)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """All hostile files beside valid ones, one of which has a mistake, checked together."""

    def check_all(folder: Path) -> None:
        docs = lay_with_mistake(folder)
        for name, (data, _) in {**INPUTS, **ENTRIES}.items():
            (folder / PATHS[name]).write_bytes(data)
        for name, (make, _) in FILES.items():
            make(docs / "about" / name)
        for form in ("json", *sorted(REPORTS.keys() - {"json"})):
            said: Any = vars(run_check(folder, form))
            (folder / f"said.{form}").write_text(json.dumps(said), encoding="utf-8")

    folder = made_once(tmp_path_factory, "hostile files", check_all)
    said = {form: Outcome(**json.loads((folder / f"said.{form}").read_text())) for form in REPORTS}
    return Checked(said, problems_of(said["json"]))


@pytest.mark.long
@pytest.mark.parametrize("name", PATHS)
def test_file(checked: Checked, name: str) -> None:
    found = checked.problems.get(PATHS[name], Counter())
    assert CHECKS[name] in found
    assert max(found.values()) <= MOST_OF_A_KIND + 1


def test_other_files_are_checked_as_without(checked: Checked) -> None:
    assert set(checked.problems) == {*PATHS.values(), MISTAKE}
    assert set(checked.problems[MISTAKE]) == {"unknown-term"}


@pytest.mark.parametrize("form", REPORTS)
def test_report(checked: Checked, form: str) -> None:
    """Without a word from Python; all but some of the problems of a kind in a file are counted."""
    said = checked.said[form]
    assert said.code == 1, said.err
    assert "Traceback" not in said.out + said.err
    assert len(said.err.splitlines()) <= 1
    more = "There are 39,950 more problems of this kind in this file."
    assert said.out.count(more) == 2  # headings, and letters without width


@pytest.mark.parametrize("name", LISTS)
def test_list(tmp_path: Path, name: str) -> None:
    """Whatever a vocabulary or register is, entries are checked against the others."""
    docs = lay_with_mistake(tmp_path)
    file, make, id_ = LISTS[name]
    (docs / file).unlink(missing_ok=True)
    make(docs / file)
    found = problems_of(run_check(tmp_path, "json"))
    assert id_ in found[f"docs/{file}"]
    assert set(found) <= {f"docs/{file}", MISTAKE}
    assert set(found.get(MISTAKE, ())) == (set() if "themes" in file else {"unknown-term"})


def test_there_are_enough() -> None:
    assert len(PATHS) + len(LISTS) >= 150
