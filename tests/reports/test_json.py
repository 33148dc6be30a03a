import json
from collections.abc import Callable
from pathlib import Path

from jsonschema import Draft202012Validator

from toolkit.problems import Problem
from toolkit.reports import json as report
from toolkit.reports.report import Background

SCHEMA = Path(__file__).parents[2] / "docs/contribute/schema/report.json"
KEYS = [
    "id",
    "severity",
    "message",
    "hint",
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "field",
    "url",
]


def test_output(problems: list[Problem], golden: Callable[[str, str], None]) -> None:
    golden("reports/json.json", report.render(problems, 412))


def test_one_shape_always(problems: list[Problem]) -> None:
    for some in ([], problems):
        for colour in (False, True):
            read = json.loads(report.render(some, 3, Background(colour=colour)))
            assert list(read) == ["version", "checked", "problems"]
            assert (read["version"], read["checked"], len(read["problems"])) == (1, 3, len(some))
            assert [list(one) for one in read["problems"]] == [KEYS] * len(some)


def test_text_comes_back_as_it_was(problems: list[Problem]) -> None:
    shown = report.render(problems, 412)
    assert shown.isascii()
    messages = [problem.finding.message for problem in problems]
    assert [one["message"] for one in json.loads(shown)["problems"]] == messages


def test_report_fits_the_published_schema(problems: list[Problem]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for some in ([], problems):
        assert list(validator.iter_errors(json.loads(report.render(some, 412)))) == []


def test_the_published_schema_refuses_another_shape(problems: list[Problem]) -> None:
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for key in KEYS:
        read = json.loads(report.render(problems, 412))
        del read["problems"][0][key]
        assert not validator.is_valid(read), key
    read = json.loads(report.render(problems, 412))
    assert not validator.is_valid(read | {"more": 1})
    assert not validator.is_valid(read | {"version": 2})
