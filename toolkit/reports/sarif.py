"""Problems as SARIF 2.1.0, which code scanning services and editors read."""

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from toolkit.problems import CheckPage, Problem, Severity
from toolkit.reports.advice import advice
from toolkit.reports.report import NOTHING, Background
from toolkit.source import Location

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def render(problems: Sequence[Problem], checked: int, background: Background = NOTHING) -> str:  # noqa: ARG001
    """A log with one run. Its rules are all checks, or those that occur if no list is given."""
    rules = list(background.rules) or _occurring(problems)
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    driver = {"name": "toolkit", "rules": [_rule(rule, background) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, numbers, background.below) for problem in problems],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _occurring(problems: Iterable[Problem]) -> list[CheckPage]:
    severities = {problem.id: problem.severity for problem in problems}
    return [CheckPage(id_, severities[id_], id_, "") for id_ in sorted(severities)]


def _rule(rule: CheckPage, background: Background) -> dict[str, Any]:
    result: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
    if rule.text:
        result["help"] = {"text": rule.text, "markdown": rule.text}
    page = background.page(rule.id)
    if page:  # the standard requires an absolute address or none
        result["helpUri"] = page
    return result


def _result(problem: Problem, numbers: dict[str, int], below: str) -> dict[str, Any]:
    finding = problem.finding
    parts = (finding.message, advice(finding))
    result: dict[str, Any] = {
        "ruleId": problem.id,
        "ruleIndex": numbers[problem.id],
        "level": _LEVELS[problem.severity],
        "message": {"text": "\n".join(part for part in parts if part)},
        "locations": [{"physicalLocation": _place(finding.location, below)}],
    }
    if finding.field:
        result["properties"] = {"field": finding.field}
    return result


def _place(place: Location, below: str) -> dict[str, Any]:
    # A file name need not be UTF-8: other bytes are escaped one by one.
    uri = quote(f"{below}{place.source.path}".encode("utf-8", "surrogateescape"))
    result: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if not place.is_whole_file:
        result["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    return result
