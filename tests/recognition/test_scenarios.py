"""The recognition scenarios: see scenarios.yml, which is the specification."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.recognition.scenario import Scene, summary
from toolkit.content.reader import Content, read_content
from toolkit.languages import LANGUAGES
from toolkit.recognition.entry_status import status_of
from toolkit.recognition.ledger import make_ledger
from toolkit.recognition.words import in_words
from toolkit.validation.checks import load_checks
from toolkit.validation.runner import run_checks

RECOGNITION_CHECKS = load_checks(
    (
        "altered-kept-text",
        "circular-editorial-links",
        "closing-before-opening",
        "conflict-marker",
        "contradictory-statements",
        "foreign-editorial-link",
        "foreign-statement",
        "future-act",
        "invalid-digest",
        "missing-policy",
        "not-a-member",
        "nothing-to-withdraw",
        "recognition-set-back",
        "repeated-statement",
        "short-circulation",
        "stray-register",
        "substantial-editorial-link",
        "text-not-kept",
        "typed-recognition",
        "unguarded-register",
        "unknown-text",
        "unnamed-kept-text",
    )
)
CASES = yaml.load(Path(__file__).with_name("scenarios.yml").read_text(), Loader=yaml.CBaseLoader)  # noqa: S506


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_state_is_that_of_the_scenario(case: dict[str, Any], tmp_path: Path) -> None:
    scene = Scene(tmp_path / "docs")
    scene.start(case)
    for line in case.get("story", ()):
        scene.tell(line)
    content = read_content(scene.folder)
    ledger = make_ledger(content)
    days = {text: date.fromisoformat(text) for text in case["expect"]}
    found = {text: summary(status_of(ledger, "manual", day)) for text, day in days.items()}
    assert found == case["expect"]
    assert problems_of(content, max(days.values())) == case.get("problems", [])
    if "says" in case:
        status = status_of(ledger, "manual", max(days.values()))
        words = in_words(status, content.organisations.items, LANGUAGES["en"])
        assert words == case["says"]


def problems_of(content: Content, day: date) -> list[str]:
    """The recognition checks that find something, once per problem."""
    return [problem.id for problem in run_checks(content, day, RECOGNITION_CHECKS)]


def test_there_are_enough_scenarios() -> None:
    assert len({case["case"] for case in CASES}) >= 40
