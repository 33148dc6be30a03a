"""Problems as GitHub Actions annotations, which are shown next to the lines of a change.

A workflow command is a line of the log, so anything that could end it or start another is escaped.
GitHub shows the first ten annotations of each severity per step; the job summary has them all.
"""

from collections.abc import Iterator, Sequence

from toolkit.problems import Problem
from toolkit.reports.advice import advice
from toolkit.reports.report import NOTHING, Background
from toolkit.reports.screen import shown
from toolkit.source import Location

_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_DATA, ":": "%3A", ",": "%2C"}


def render(problems: Sequence[Problem], checked: int, background: Background = NOTHING) -> str:  # noqa: ARG001
    """One command per problem: `::error file=...,line=...,title=...::message`."""
    return "".join(f"{_command(problem, background)}\n" for problem in problems)


def _command(problem: Problem, background: Background) -> str:
    place = problem.finding.location
    file = f"{background.below}{place.source.path}"
    properties = (("file", file), *_place(place), ("title", problem.id))
    listed = ",".join(f"{key}={_escape(value, _IN_PROPERTIES)}" for key, value in properties)
    page = background.page(problem.id) or problem.documentation
    parts = (problem.finding.message, advice(problem.finding), page)
    text = "\n".join(part for part in parts if part)
    return f"::{problem.severity.value} {listed}::{_escape(text, _IN_DATA)}"


def _place(place: Location) -> Iterator[tuple[str, str]]:
    if not place.is_whole_file:
        yield "line", str(place.line)
        yield "endLine", str(place.end_line)
        if place.line == place.end_line:  # GitHub refuses columns that span several lines
            yield "col", str(place.column)
            yield "endColumn", str(max(place.column, place.end_column - 1))


def _escape(text: str, table: dict[str, str]) -> str:
    return shown("".join(table.get(character, character) for character in text))
