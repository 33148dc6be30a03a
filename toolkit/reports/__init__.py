"""Reports: the registry of formats, a module and a line here for each. Problems become text."""

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
    """The report of that name; `auto` is the one that the environment can show best."""
    if name == "auto":
        name = "github" if environment.get("GITHUB_ACTIONS") == "true" else "text"
    return REPORTS[name]
