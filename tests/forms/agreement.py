"""Where the form and `toolkit check` differ: both must report the same about entries and tasks."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.content_case import CASES, DAY, paths
from tests.forms.engine import Form, written
from toolkit.content.reader import Content
from toolkit.forms.rules import CHECKS as IDS
from toolkit.problems import Problem

# Only what can be written in the form: it makes headings, and fixes spaces, itself.
IN_PART = {"wrong-sections", "stray-space", "raw-html"}
# Only numbers that are long enough to be somebody's own.
IN_PART |= {"undeclared-telephone"}
# Only links as people write them in text: [words](address).
IN_PART |= {"refused-link", "broken-link", "bare-address", "unclear-link-text", "broken-anchor"}
# The form tells of only the first such place in a text, or of each section.
UNCOUNTED = {"unfinished-text", "wrong-sections", "repeated-front-matter"}


# Files that the form of the small content knows about.
ENTRIES = {
    f"docs/{path.relative_to(CASES / 'base/docs').as_posix()}"
    for path in (CASES / "base/docs").glob("*/*s/*.md")
}


def is_about_entries(case: Path) -> bool:
    """Whether there is a site with a form: there is none if lists and registers have errors."""
    rest = [path for path in paths(case) if path not in ENTRIES]
    if "-among-" in case.stem:
        return False  # the form would have the fields of the other kind
    return (
        case.stem.startswith("good")
        or len(rest) < len(paths(case))
        or any(part in path for path in rest for part in ("/practices/", "/resources/", "/tasks/"))
    )


Told = Counter[tuple[str, str, str, str]]


def differences(case: Path, content: Content, problems: Iterable[Problem], form: Form) -> list[str]:
    """What only one of them reports in a case; `form` is that of the content without changes."""
    if case.parent.name not in IDS or not is_about_entries(case):
        return []
    if not set(paths(case)) <= ENTRIES:
        form = Form(content, DAY.isoformat())
    expected, found = told_by_check(content, problems), told_by_form(content, form)
    if case.parent.name in UNCOUNTED:
        expected, found = Counter(set(expected)), Counter(set(found))
    lacking = Counter() if case.parent.name in IN_PART else expected - found
    return [
        *(f"only the form: {one}" for one in (found - expected).elements()),
        *(f"only the check: {one}" for one in lacking.elements()),
    ]


def told_by_check(content: Content, problems: Iterable[Problem]) -> Told:
    """What the checks of the form found in entries and tasks."""
    by_path = {one.source.path: one.path for one in (*content.entries, *content.tasks)}
    return Counter(
        (
            by_path[problem.finding.location.source.path],
            problem.id,
            problem.finding.field,
            problem.severity.value,
        )
        for problem in problems
        if problem.id in IDS and problem.finding.location.source.path in by_path
    )


def told_by_form(content: Content, form: Form) -> Told:
    """The same of the form."""
    return Counter(
        (
            entry.path,
            one["id"],
            "" if one["field"].startswith("section:") else one["field"],
            one["severity"],
        )
        for entry in (*content.entries, *content.tasks)
        for one in form.ask("check", written(entry))
    )
