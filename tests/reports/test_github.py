from collections.abc import Callable

import pytest

from toolkit.problems import CheckPage, Finding, Problem, Severity
from toolkit.reports import github, step_summary
from toolkit.reports.report import Background, ChangedFile
from toolkit.source import Location, SourceFile

SITE = "https://toolkit.example/"


def command(message: str, path: str = "docs/x.md") -> str:
    place = SourceFile(path, "abc\n").at(1, 2, 2)
    return github.render([Problem("x", Severity.ERROR, Finding(message, place))], 1)


def test_output(problems: list[Problem], golden: Callable[[str, str], None]) -> None:
    golden("reports/github.txt", github.render(problems, 412))


def test_address_of_the_page(problems: list[Problem]) -> None:
    shown = github.render(problems[:1], 412, Background(site=SITE))
    assert shown.endswith("%0Ahttps://toolkit.example/contribute/checks.html#unreadable-file\n")


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("100 % sure", "100 %25 sure"),
        ("one\r\ntwo", "one%0D%0Atwo"),
        ("a, b: c", "a, b: c"),
        ("%0A", "%250A"),
        ("\x1b[31m\u2028", "<U+001B>[31m<U+2028>"),
        ("x\n::stop-commands::y", "x%0A::stop-commands::y"),
    ],
)
def test_escapes_of_the_text(message: str, shown: str) -> None:
    assert command(message) == (
        "::error file=docs/x.md,line=1,endLine=1,col=2,endColumn=3,title=x::"
        f"{shown}%0Acontribute/checks.html#x\n"
    )


def test_escapes_of_properties() -> None:
    assert command("M.", "docs/100%, a:b\n.md").startswith(
        "::error file=docs/100%25%2C a%3Ab%0A.md,line=1,"
    )


def test_no_columns_for_more_than_one_line() -> None:
    place = Location(SourceFile("docs/x.md", "one\ntwo\n"), 1, 2, 2, 3)
    shown = github.render([Problem("x", Severity.NOTICE, Finding("M.", place))], 1)
    assert shown.startswith("::notice file=docs/x.md,line=1,endLine=2,title=x::")


def rules(problems: list[Problem]) -> list[CheckPage]:
    return [
        CheckPage(
            one.id, one.severity, f"Title of {one.id}.", f"Title of {one.id}.\n\n## What to do\n"
        )
        for one in problems
    ]


def test_summary(problems: list[Problem], golden: Callable[[str, str], None]) -> None:
    background = Background(rules(problems), SITE)
    golden("reports/github-summary.md", step_summary.render(problems, 412, background))


def test_summary_without_a_problem() -> None:
    assert step_summary.render([], 3) == (
        "## No problems found\n\n3 entries checked: 0 errors, 0 warnings.\n"
    )


def test_summary_of_many_changed_files() -> None:
    changed = [ChangedFile("Adds", "", "", f"docs/{number}.md") for number in range(101)]
    assert step_summary.render([], 3, Background(changed=changed)).endswith("\nAnd 1 more file.\n")


def test_summary_explains_what_occurs_once_and_nothing_else(problems: list[Problem]) -> None:
    shown = step_summary.render(problems[:2] * 2, 412, Background(rules(problems)))
    assert shown.count("<details>") == 2
    assert "Title of too" not in shown


@pytest.mark.parametrize(
    "hostile",
    ["<img src=x>", "[a](https://evil.example)", "@everyone", "`code`", "**bold**", "# h", "| a |"],
)
def test_summary_shows_what_contributors_write_as_plain_text(hostile: str) -> None:
    place = SourceFile(f"docs/{hostile}.md", "abc\n").at(1, 1, 1)
    problem = Problem("x", Severity.ERROR, Finding(f"{hostile} is wrong.", place, hostile, hostile))
    assert hostile not in step_summary.render([problem], 1)


def test_summary_stays_within_what_github_takes() -> None:
    source = SourceFile("docs/x.md", "abc\n" * 3000)
    problems = [
        Problem("x", Severity.ERROR, Finding("< " * 400, source.at_line(line)))
        for line in range(1, 3000)
    ]
    shown = step_summary.render(problems, 1)
    assert len(shown.encode()) <= 1024 * 1024
    assert shown.endswith("The rest is too long to show here.\n")


def test_summary_leaves_warnings_out_before_errors() -> None:
    source = SourceFile("docs/x.md", "abc\n" * 3000)
    severities = [Severity.WARNING] * 1500 + [Severity.ERROR] * 2 + [Severity.NOTICE]
    problems = [
        Problem("x", severity, Finding("It is wrong.", source.at_line(line)))
        for line, severity in enumerate(severities, 1)
    ]
    shown = step_summary.render(problems, 1)
    counts = (shown.count("**Error in"), shown.count("**Warning in"), shown.count("**Advice in"))
    assert counts == (2, 998, 0)
    assert shown.index("in line 998:") < shown.index("in line 1501:")
    assert "The 1000 most serious of 1503 are shown." in shown
