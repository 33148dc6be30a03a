"""Problems as text for people: what is wrong, where, the line at fault, what to do."""

from collections import Counter
from collections.abc import Iterator, Sequence

from toolkit.problems import Problem, Severity, count_line, counted
from toolkit.reports.advice import advice
from toolkit.reports.excerpt import excerpt
from toolkit.reports.report import NOTHING, Background
from toolkit.reports.screen import shown

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTICE: "36"}
_FRAME = "34"
# Notices of one kind in a brief report.
_FEW = 5


def render(problems: Sequence[Problem], checked: int, background: Background = NOTHING) -> str:
    """The problems, one after another, and the line of counts.

    If the report is brief, notices of one kind after the first few are only counted: they would
    hide the errors.
    """
    kinds: Counter[str] = Counter()
    listed: list[Problem] = []
    for problem in problems:
        kinds[problem.id] += problem.severity is Severity.NOTICE
        if not background.brief or kinds[problem.id] <= _FEW:
            listed.append(problem)
    note = ""
    if len(listed) < len(problems):
        more = [f"{number - _FEW} of {id_}" for id_, number in kinds.items() if number > _FEW]
        note = f"More notices: {', '.join(more)}. `toolkit check --format concise` lists all.\n\n"
    return f"{_listed(listed, background)}{note}{count_line(problems, checked)}\n"


def render_errors(errors: Sequence[Problem], checked: int, before: int = 0) -> str:
    """The same for the errors that stopped a build, which looks for nothing else; as many more as
    `before` were reported earlier.
    """
    counts = f"{counted(checked, 'entry')} checked: {counted(len(errors) + before, 'error')}"
    counts += f", {before} reported before." if before else "."
    return f"{_listed(errors, NOTHING)}{counts} For warnings and notices: `toolkit check`.\n"


def _listed(problems: Sequence[Problem], background: Background) -> str:
    lines = [line for problem in problems for line in (*_problem(problem, background.colour), "")]
    return "".join(f"{line}\n" for line in lines)


def _problem(problem: Problem, colour: bool) -> Iterator[str]:
    finding, place = problem.finding, problem.finding.location
    accent = _COLOURS[problem.severity]
    name = _paint(f"{problem.severity.value}[{problem.id}]", f"1;{accent}", colour)
    yield f"{name}: {shown(finding.message)}"
    part = excerpt(place)
    gutter = len(str(place.line)) if part else 1
    edge = " " * (gutter + 1)
    arrow, bar = _paint("-->", _FRAME, colour), _paint("|", _FRAME, colour)
    yield f"{edge}{arrow} {shown(place.source.path)}:{place.line}:{place.column}"
    if part:
        number = _paint(str(place.line), _FRAME, colour)
        marks = f"{part.marks} {shown(finding.label)}".rstrip()
        marks = marks.replace(part.marks.lstrip(), _paint(part.marks.lstrip(), accent, colour), 1)
        yield f"{edge} {bar}"
        yield f" {number} {bar} {part.line}".rstrip()
        yield f"{edge} {bar} {marks}"
    sign = _paint("=", _FRAME, colour)
    hint = finding.hint if part else advice(finding)
    if hint:
        yield f"{edge} {sign} help: {shown(hint)}"
    yield f"{edge} {sign} docs: {problem.documentation}"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
