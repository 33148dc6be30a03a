"""Shows problems in the chosen format, and on GitHub also the whole list in the job summary."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from toolkit.configuration import setting
from toolkit.problems import Problem, ToolkitError, count_line
from toolkit.reports import REPORTS, choose, step_summary
from toolkit.reports.report import Background, ChangedFile
from toolkit.validation.checks import IDS, load_checks


def show(
    problems: Sequence[Problem],
    checked: int,
    folder: Path,
    format_name: str,
    changed: Sequence[ChangedFile] = (),
    *,
    brief: bool = False,
) -> None:
    """Print a report on the content of `folder`; the line of counts may go to standard error.

    `brief` as in Background.
    """
    report = choose(format_name, os.environ)
    summary = os.environ.get("GITHUB_STEP_SUMMARY", "") if report is REPORTS["github"] else ""
    # Only one format describes all checks; loading them takes longer than everything else here.
    named = sorted({problem.id for problem in problems}) if summary else ()
    checks = load_checks(IDS if report is REPORTS["sarif"] else named)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    pages = [check.page for check in checks]
    below = _below_repository(folder)
    background = Background(pages, site_address(folder), changed, colour, brief, below)
    click.echo(report.render(problems, checked, background), nl=False)
    if report is not REPORTS["text"]:  # which ends with it
        click.echo(count_line(problems, checked), err=True)
    if summary:
        _append(Path(summary), step_summary.render(problems, checked, background))


def _append(path: Path, text: str) -> None:
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise ToolkitError(
            f"The job summary can't be written: {error.strerror}.",
            "check the path in GITHUB_STEP_SUMMARY, or unset it.",
        ) from error


def _below_repository(folder: Path) -> str:
    """The path from the root of the Git repository to the folder that holds the content folder."""
    here = folder.resolve().parent
    roots = (one for one in (here, *here.parents) if os.path.lexists(one / ".git"))
    return "".join(f"{part}/" for part in here.relative_to(next(roots, here)).parts)


def site_address(folder: Path) -> str:
    """`site_url` in the mkdocs.yml next to the content folder; empty if there is none."""
    address = setting(folder.resolve().parent / "mkdocs.yml", "site_url")
    return address if address.lower().startswith(("https://", "http://")) else ""
