"""One list of problems for all formats: ordinary, without a line, without a label, hostile."""

import pytest

from toolkit.problems import Finding, Problem, Severity
from toolkit.source import SourceFile

ENTRY = SourceFile(
    "docs/prosecution/resources/labour-inspection.md",
    "---\ntitle: A\nsummary: >-\n  One\n  two\ntype: guide\nthemes: [agricultre]\n---\n"
    "\tA tab, 人口 and é: here\n"
    f"{'long ' * 60}fault{' long' * 60}\n"
    "evil \x1b[2J \u202eder \u200bend\n",
)


@pytest.fixture
def problems() -> list[Problem]:
    unreadable = SourceFile("docs/prevention/resources/folder\x1b[31m.md")
    return [
        Problem(
            "unreadable-file",
            Severity.ERROR,
            Finding(
                "This is a folder with the name of a file.", unreadable.at(1), hint="rename it."
            ),
        ),
        Problem(
            "unknown-term",
            Severity.ERROR,
            Finding(
                '"agricultre" is not a term of the vocabulary "themes".',
                ENTRY.at(7, 10, 10),
                'did you mean "agriculture"?',
                "use a term of docs/vocabularies/themes.yml, or propose one there.",
                "themes[0]",
            ),
        ),
        Problem(
            "too-long",
            Severity.WARNING,
            Finding("The summary is long.", ENTRY.at_line(3), "at most 800 fit", field="summary"),
        ),
        Problem("after-tab", Severity.NOTICE, Finding("After a tab.", ENTRY.at(9, 9, 2), "here")),
        Problem("far-right", Severity.NOTICE, Finding("Far right.", ENTRY.at(10, 301, 5), "here")),
        Problem(
            "acting-signs",
            Severity.NOTICE,
            Finding(
                '"evil \x1b[2J" acts.\nTwice.', ENTRY.at(11, 11, 4), "\u202ehere", "delete\x07."
            ),
        ),
    ]
