"""Repositories of content, for what `toolkit check --changed` finds in them."""

import json
import subprocess

from tests.program import Outcome

GUIDE = "docs/prevention/resources/guide.md"
MANUAL = "docs/prevention/resources/manual.md"
SHELTER = "docs/protection/practices/shelter.md"


def git(*arguments: str) -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", *identity, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit() -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "change")


def found(outcome: Outcome) -> tuple[int, int, list[tuple[str, str]]]:
    report = json.loads(outcome.out)
    problems = [(one["path"], one["id"]) for one in report["problems"]]
    return outcome.code, report["checked"], problems
