"""Reports: the registry of formats, a module and a line here for each. Problems become text."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.reports import json, text
from toolkit.reports.report import Report

REPORTS: dict[str, Report] = {
    "text": text,
    "json": json,
}


def choose(name: str, environment: Mapping[str, str]) -> Report:
    """The report of that name; `auto` is the one that the environment can show best."""
    if name == "auto":
        on_github = environment.get("GITHUB_ACTIONS") == "true"
        name = "github" if on_github and "github" in REPORTS else "text"
    return REPORTS[name]
