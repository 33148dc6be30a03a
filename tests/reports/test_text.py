import unicodedata
from collections.abc import Callable

import pytest

from toolkit.problems import Finding, Problem, Severity
from toolkit.reports import text
from toolkit.reports.report import Background
from toolkit.source import SourceFile


def test_output(problems: list[Problem], golden: Callable[[str, str], None]) -> None:
    golden("reports/text.txt", text.render(problems, 412))


def test_output_in_colour(problems: list[Problem], golden: Callable[[str, str], None]) -> None:
    golden("reports/text-colour.txt", text.render(problems[:2], 412, Background(colour=True)))


def test_no_problem() -> None:
    assert text.render([], 1) == "1 entry checked: 0 errors, 0 warnings.\n"


def test_colour_changes_no_word(problems: list[Problem]) -> None:
    coloured = text.render(problems, 412, Background(colour=True))
    for code in ("1;31", "1;33", "1;36", "31", "33", "36", "34", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == text.render(problems, 412)


def test_nothing_acts_on_the_terminal(problems: list[Problem]) -> None:
    shown = set(text.render(problems, 412)) - {"\n"}
    acting = {sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp")}
    assert acting == set()


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "marks"),
    [
        ("abc", 1, 3, "abc", "^^^"),
        ("abc", 4, 0, "abc", "   ^"),
        ("abc", 9, 3, "abc", "   ^"),
        ("abc", 2, 9, "abc", " ^^"),
        ("\tab", 2, 1, "    ab", "    ^"),
        ("a\tb", 3, 1, "a   b", "    ^"),
        ("a\tb", 2, 1, "a   b", " ^^^"),
        ("人口ab", 3, 1, "人口ab", "    ^"),
        ("人口ab", 2, 1, "人口ab", "  ^^"),
        ("ｆull", 2, 1, "ｆull", "  ^"),
        ("e\u0301ab", 3, 1, "e\u0301ab", " ^"),
        ("क्षि ab", 6, 1, "क्षि ab", f"{' ' * 4}^"),
        ("\U0001f600\tab", 3, 1, "\U0001f600  ab", "    ^"),
        ("t: دليل العمل", 4, 4, "\u2068t: \u2069\u2068دليل\u2069\u2068 العمل\u2069", "   ^^^^"),
        ("\tשלום", 2, 0, "\u2068    \u2069\u2068שלום\u2069", "    ^"),
        ("a\u202eb", 3, 1, "a<U+202E>b", "         ^"),
        ("a\u202eb", 2, 1, "a<U+202E>b", " ^^^^^^^^"),
    ],
)
def test_marks_stand_under_the_fault(
    line: str, column: int, length: int, shown: str, marks: str
) -> None:
    source = SourceFile("docs/x.md", f"above\n{line}\n")
    problem = Problem("x", Severity.ERROR, Finding("M.", source.at(2, column, length)))
    assert text.render([problem], 1).splitlines()[3:5] == [f" 2 | {shown}", f"   | {marks}"]


def test_long_line_is_cut_around_the_fault() -> None:
    source = SourceFile("docs/x.md", f"{'a' * 500}fault{'b' * 500}")
    problem = Problem("x", Severity.ERROR, Finding("M.", source.at(1, 501, 5), "here"))
    _, _, _, line, marks, *_ = text.render([problem], 1).splitlines()
    assert line.startswith(" 1 | …aaa")
    assert line.endswith("bbb…")
    assert len(line) < 140
    start = marks.index("^")
    assert line[start : start + 5] == "fault"
    assert marks[start:] == "^^^^^ here"


def test_stretch_of_more_lines_is_marked_on_the_first() -> None:
    source = SourceFile("docs/x.md", "one two\nthree\n")
    place = source.at(1, 5)
    place = type(place)(source, 1, 5, 2, 3)
    problem = Problem("x", Severity.ERROR, Finding("M.", place))
    assert text.render([problem], 1).splitlines()[3:5] == [" 1 | one two", "   |     ^^^"]


@pytest.mark.parametrize(("files", "shown"), [(5, 5), (6, 1), (30, 1)])
def test_problem_of_many_files_is_shown_once(files: int, shown: int) -> None:
    sources = [SourceFile(f"docs/{number:02}.md", "---\nthemes: [x]") for number in range(files)]
    problems = [
        Problem("unknown-term", Severity.ERROR, Finding('"x" is no term.', each.at(2, 10, 1)))
        for each in sources
    ]
    output = text.render(problems, files)
    assert output.count("error[unknown-term]") == shown
    assert output.endswith(f"{files} entries checked: {files} errors, 0 warnings.\n")
    also = [line.strip() for line in output.splitlines() if "also:" in line]
    places = "= also: docs/01.md:2:10, docs/02.md:2:10, docs/03.md:2:10"
    rest = "(`toolkit check --format concise` lists all)"
    more = {5: [], 6: [f"{places} and 2 more files {rest}"]}
    assert also == more.get(files, [f"{places} and 26 more files {rest}"])


def test_other_files_are_named_once_where_the_first_has_the_problem_twice() -> None:
    sources = [SourceFile(f"docs/{number}.md", "x: y\nx: y") for number in range(6)]
    findings = [Finding("Same.", source.at(line)) for source in sources for line in (1, 2)]
    output = text.render([Problem("x", Severity.ERROR, each) for each in findings], 6)
    assert (output.count("error[x]"), output.count("also:")) == (2, 1)


def test_another_problem_of_the_same_files_is_shown() -> None:
    sources = [SourceFile(f"docs/{number}.md", "x: y") for number in range(6)]
    findings = [Finding("Same.", source.at(1)) for source in sources]
    findings.insert(3, Finding("Other.", sources[2].at(1)))
    output = text.render([Problem("x", Severity.ERROR, each) for each in findings], 6)
    assert [line for line in output.splitlines() if line.startswith("error")] == [
        "error[x]: Same.",
        "error[x]: Other.",
    ]
