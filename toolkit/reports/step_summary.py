"""All problems as Markdown for the GitHub Actions job summary, in plain language.

Its readers may never have seen a check: it says file by file what is wrong and what to do, and
below that, once for each kind of problem, shows the page that explains it. What contributors wrote
is escaped: it can't become a link, an image or a mention of someone.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from toolkit.problems import CheckPage, Problem, Severity, count_line, counted
from toolkit.reports.advice import advice
from toolkit.reports.report import NOTHING, Background, ChangedFile
from toolkit.reports.screen import shown

# GitHub accepts a summary of up to one mebibyte, and rejects a longer one entirely.
MOST_BYTES = 900_000
_MOST_PROBLEMS = 1_000
_MOST_FILES = 100

_SPECIAL = re.compile(r"[\\`*_{}\[\]()<>#.!|~:@&]")
_RANKS = tuple(Severity)
_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTICE: "Advice"}
_HEADING = re.compile(r"^(##+) ", re.M)


def render(problems: Sequence[Problem], checked: int, background: Background = NOTHING) -> str:
    """The summary, with a final newline."""
    lines = [f"## {_verdict(problems)}", "", count_line(problems, checked), ""]
    if background.changed:
        lines += ["## What this change does", "", *map(_done, background.changed[:_MOST_FILES]), ""]
        left = len(background.changed) - _MOST_FILES
        lines += [f"And {counted(left, 'more file')}.", ""] if left > 0 else []
    if problems:
        lines += ["## What to do", ""]
    for path, group in groupby(
        _most_serious(problems), lambda one: one.finding.location.source.path
    ):
        lines += [f"### {_escape(path)}", "", *map(_item, group), ""]
    if len(problems) > _MOST_PROBLEMS:
        lines += [f"The {_MOST_PROBLEMS} most serious of {len(problems)} are shown.", ""]
    found = {problem.id for problem in problems}
    explained = [rule for rule in background.rules if rule.id in found]
    pages = [line for rule in explained for line in _page(rule, background)]
    if pages:
        lines += ["## What the messages mean", "", *pages]
    return cut("\n".join(lines).rstrip("\n") + "\n")


def _done(file: ChangedFile) -> str:
    what = f"{file.kind} " if file.kind else ""
    title = f"**{_escape(file.title)}**, " if file.title else ""
    return f"- {file.verb} {what}{title}{_escape(file.path)}"


def _most_serious(problems: Sequence[Problem]) -> list[Problem]:
    """As many as are shown, in their order."""
    places = sorted(range(len(problems)), key=lambda at: _RANKS.index(problems[at].severity))
    return [problems[at] for at in sorted(places[:_MOST_PROBLEMS])]


def _verdict(problems: Sequence[Problem]) -> str:
    severities = {problem.severity for problem in problems}
    if Severity.ERROR in severities:
        return "Please fix the errors below"
    if severities:
        return "No errors; please read the advice below"
    return "No problems found"


def _item(problem: Problem) -> str:
    finding, place = problem.finding, problem.finding.location
    where = "" if place.is_whole_file else f" in line {place.line}"
    parts = [f"- **{_WORDS[problem.severity]}{where}:** {_escape(finding.message)}"]
    if action := advice(finding):
        parts.append(f"  What to do: {_escape(action)}")
    parts.append(f"  Explained below: **{problem.id}**.")
    return "<br>\n".join(parts)


def _page(rule: CheckPage, background: Background) -> Iterator[str]:
    address = background.page(rule.id)
    text = _HEADING.sub(r"##\1 ", rule.text)  # below the headings of the summary
    yield f"<details><summary><b>{rule.id}</b>: {_escape(rule.title)}</summary>"
    yield from ("", text, "")
    if address:
        yield from (f"[This page on the site]({address})", "")
    yield from ("</details>", "")


def _escape(text: str) -> str:
    """Plain text as Markdown, with special characters as numeric references."""
    return _SPECIAL.sub(lambda sign: f"&#{ord(sign[0])};", shown(" ".join(text.split())))


def cut(text: str) -> str:
    """The beginning of a summary that is too long."""
    data = text.encode()
    if len(data) <= MOST_BYTES:
        return text
    kept = data[:MOST_BYTES].decode(errors="ignore").rpartition("\n")[0]
    return f"{kept}\n\nThe rest is too long to show here.\n"
