"""The workflows are safe for changes from forks, and each action is pinned to one commit."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def read(path: Path) -> dict[Any, Any]:
    workflow: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return workflow


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_of_a_fork_gets_more_than_reading(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    workflow = read(path)
    events = workflow[True]  # YAML 1.1 reads the key "on" as true
    assert set(events) <= {"push", "pull_request", "schedule", "workflow_dispatch"}
    assert workflow["permissions"] == {"contents": "read"}
    writing = [job for job in workflow["jobs"].values() if "permissions" in job]
    # A job with write access starts only from a tag, which no fork can push, or on a schedule; it
    # runs nothing from the tree.
    by_clock = set(events) == {"schedule", "workflow_dispatch"}
    assert not writing or by_clock or events == {"push": {"tags": ["v*"]}}
    for job in writing:
        assert all("checkout" not in step.get("uses", "") for step in job["steps"])
    assert "secrets" not in re.sub("#.*", "", text)
    for step in steps(path):
        assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_exact_commits_with_their_version(path: Path) -> None:
    lines = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert lines
    for line in lines:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
            assert "ref" not in step["with"]
            assert "repository" not in step["with"]


CHANGES = {
    "docs/prevention/resources/new guide.md": "false",
    "docs/registers/organisations.yml": "false",
    "docs/contribute/schema/resource.json": "false",  # derived from the lists
    ".github/ISSUE_TEMPLATE/suggest-resource.yml": "false",
    "docs/contribute/architecture.md": "true",
    "toolkit/clock.py": "true",
    "mkdocs.yml": "true",
    ".github/workflows/check.yml": "true",
}


def test_a_change_of_the_content_alone_runs_no_test_of_the_program(tmp_path: Path) -> None:
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")

    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True)

    def needed() -> str:
        git("add", ".")
        git("commit", "-qm", "x")
        script = tmp_path / ".ci/what-changed"
        return subprocess.run([script, "HEAD^1"], check=True, capture_output=True, text=True).stdout

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "x")
    for path, program in CHANGES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x")
        assert needed() == f"program={program}\n", path
    # What moves from the program to the content changes both.
    (tmp_path / "toolkit/clock.py").rename(tmp_path / "docs/clock.md")
    assert needed() == "program=true\n"


def test_the_program_is_tested_unless_it_surely_did_not_change() -> None:
    """A skipped job counts as passed, and is skipped by default if one that it needs failed."""
    jobs = read(ROOT / ".github/workflows/check.yml")["jobs"].values()
    conditions = [job["if"] for job in jobs if job.get("needs") == "change"]
    assert conditions
    for condition in conditions:
        assert condition == "${{ !cancelled() && needs.change.outputs.program != 'false' }}"


# As gh does it: what GitHub says of a missing file goes to standard output, too.
GH = """#!/bin/bash
for argument in "$@"; do printf '%s\\n' "${argument:0:80}" >> asked; done
case "$*" in
  *ref=main*) echo '{"message":"Not Found"}'; exit 1 ;;
  *"issue edit"*) cp "$5" issue ;;
  *"issue list"*) echo 7 ;;
  *"pr create"*) exit 1 ;;
  *git/ref/heads/main*) echo 1234 ;;
esac
"""


def test_hundreds_of_addresses_fit_into_an_issue_and_a_proposal(tmp_path: Path) -> None:
    (tmp_path / "gh").write_text(GH)
    (tmp_path / "gh").chmod(0o755)
    (tmp_path / "links").mkdir()
    (tmp_path / "links/report.md").write_text("- <https://www.unodc.org/> blocked é\n" * 3_000)
    (tmp_path / "links/links.yml").write_text("# A long register.\n" * 10_000)
    environment = {
        "PATH": f"{tmp_path}:/usr/bin:/bin",
        "GH_REPO": "a/b",
        "BASE": "main",
        "TITLE": "T",
    }
    job = read(ROOT / ".github/workflows/links.yml")["jobs"]["tell"]
    said = ""
    for script in (step["run"] for step in job["steps"] if "run" in step):
        run = ["bash", "-ec", script]
        said = subprocess.check_output(run, cwd=tmp_path, env=environment, text=True)
    assert said.endswith("allow GitHub Actions to do so: Settings, Actions, General.\n")
    issue = (tmp_path / "issue").read_text(encoding="utf-8")
    assert 50_000 < len(issue) < 65_536
    assert issue.endswith("blocked é\n\nMore: run toolkit links report.\n")
    asked = (tmp_path / "asked").read_text()
    assert "content=@links/content\n" in asked
    assert re.findall("^sha=.*", asked, re.MULTILINE) == ["sha=1234"]


def test_one_action_has_one_commit_everywhere() -> None:
    used: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for step in steps(path):
            name, _, commit = step.get("uses", "").partition("@")
            used.setdefault(name, set()).add(commit)
    used.pop("", None)
    assert {name: len(commits) for name, commits in used.items()} == dict.fromkeys(used, 1)
