"""Problems as text for people: what is wrong, where, the line at fault, what to do."""

from collections import Counter, defaultdict
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
# Files with the same problem that are all shown, and how many are named after the first of more.
_FEW_FILES = 5
_NAMED = 3


def render(problems: Sequence[Problem], checked: int, background: Background = NOTHING) -> str:
    """The problems, one after another, and the line of counts.

    A problem that many files have, as after a slip in a register that all of them name, is shown in
    the first of them. If the report is brief, notices of one kind after the first few are only
    counted: they would hide the errors.
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
    alike: defaultdict[tuple[str, str, str], dict[str, Problem]] = defaultdict(dict)
    for problem in problems:
        alike[_kind(problem)].setdefault(problem.finding.location.source.path, problem)
    lines: list[str] = []
    for problem in problems:
        files, path = alike[_kind(problem)], problem.finding.location.source.path
        others: list[Problem] = []
        if len(files) > _FEW_FILES:
            if path != next(iter(files)):
                continue
            if problem is files[path]:
                others = list(files.values())[1:]
        lines += (*_problem(problem, others, background.colour), "")
    return "".join(f"{line}\n" for line in lines)


def _kind(problem: Problem) -> tuple[str, str, str]:
    return problem.id, problem.finding.message, problem.finding.label


def _problem(problem: Problem, others: Sequence[Problem], colour: bool) -> Iterator[str]:
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
    if others:
        yield f"{edge} {sign} also: {_places(others)}"
    yield f"{edge} {sign} docs: {problem.documentation}"


def _places(problems: Sequence[Problem]) -> str:
    places = (each.finding.location for each in problems[:_NAMED])
    named = ", ".join(f"{shown(at.source.path)}:{at.line}:{at.column}" for at in places)
    more = counted(len(problems) - _NAMED, "more file")
    return f"{named} and {more} (`toolkit check --format concise` lists all)"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
