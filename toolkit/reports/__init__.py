"""Reports turn problems into text. Each format is a module, and a line in the registry here."""

from collections.abc import Mapping

from toolkit.reports import concise, github, json, sarif, text
from toolkit.reports.report import Report

REPORTS: dict[str, Report] = {
    "text": text,
    "concise": concise,
    "json": json,
    "github": github,
    "sarif": sarif,
}


def choose(name: str, environment: Mapping[str, str]) -> Report:
    """The report with this name; `auto` is the one that the environment can show best."""
    if name == "auto":
        name = "github" if environment.get("GITHUB_ACTIONS") == "true" else "text"
    return REPORTS[name]
