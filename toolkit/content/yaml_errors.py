"""What the author did wrong when libyaml gives up, and the place where they would fix it.

libyaml reports what it found, often lines after the mistake. Here its messages become facts, which
the check `invalid-yaml` puts into plain language. Each of the usual mistakes has its own reason;
anything else has the reason `other`.
"""

import re
from typing import Protocol

import yaml

from toolkit.content.faults import Fault
from toolkit.source import Location, SourceFile

_KEY_WITHOUT_SPACE = re.compile(r"^\s*(?:- )?([A-Za-z_]+):(?=[^\s:/])")
# A value in quotation marks that doesn't end on its line, and a line that begins something new.
_OPEN_QUOTE = re.compile(
    r"\s*(?:- )?(?:[A-Za-z_]+:[ \t]+)?(?P<quoted>'(?:[^']|'')*|\"(?:[^\"\\]|\\.)*)"
)
_NEW_FIELD = re.compile(r"\s*(?:- )?[A-Za-z_]+:(?:\s|$)")
_UNNAMED_ITEM = re.compile(r"\s*- (?![A-Za-z_]+:\s).*")
_GLUED_ITEM = re.compile(r"-[^\s-]")
# A part in brackets with nothing after its colon, which YAML then takes for the end of its name.
_EMPTY_PART = re.compile(r"[{,]\s*([a-z_]+):(?=[},])")
_QUOTED_ITEM = re.compile(r"\s*- ['\"]")
_BRACKETED_ITEM = re.compile(r"\s*- [\[{][^\[\]{}]*[\]}]\s*[^\s,#]")
_ODD_SPACE = re.compile(r"\s*(?:- )?(?:[A-Za-z_]+:|-)(?P<space>[\u00a0\u2000-\u200a\u202f\u3000])")
_FIRST_NAME = re.compile(r"\s*-?([a-z_]+):\s")
_ODD_INDENT = re.compile(r" *(?P<space>[\u00a0\u2000-\u200a\u202f\u3000]++)\s*\S")
_CLOSING = {"[": "]", "{": "}"}


class Mark(Protocol):
    """A place in YAML text; `line` and `column` are 0-based."""

    line: int
    column: int


def position(mark: Mark | None) -> tuple[int, int]:
    """The line and column of a mark, 0-based; libyaml's events and errors always have one."""
    return (mark.line, mark.column) if mark is not None else (0, 0)


def within(source: SourceFile, line: int, column: int, length: int) -> Location:
    """`length` characters from a position, or as many as the line has."""
    if line > len(source.lines):
        line, column = len(source.lines), len(source.lines[-1]) + 1
    room = len(source.line(line)) + 1
    column = min(column, room)
    return source.at(line, column, min(length, room - column))


def explain(source: SourceFile, error: yaml.MarkedYAMLError, first_line: int) -> Fault:
    """The fault behind an error in YAML that begins on line `first_line` of `source`."""
    problem, context = str(error.problem), error.context or ""
    found = _Place(source, error.problem_mark, first_line)
    begun = _Place(source, error.context_mark or error.problem_mark, first_line)
    if "nesting depth" in problem:
        return Fault("oversized-front-matter", found.location, "depth", numbers=(20,))
    if "cannot start any token" in problem or "mapping keys are not allowed" in problem:
        reason = "tab" if found.character == "\t" else "reserved-character"
        return _fault(found, reason, found.character)
    if context.endswith(("an alias", "an anchor", "a tag")) or "tag handle" in problem:
        return _fault(begun, "reserved-character", begun.character)
    if "escape" in problem or "hexdecimal" in problem:
        return _fault(found, "backslash")
    if (unlisted := _first_without_hyphen(source, first_line)) is not None:
        return unlisted
    if "scanning a quoted scalar" in context:
        return _fault(begun, "unclosed-quote", begun.character)
    if "parsing a flow" in context:
        return _bracket(begun, found, problem)
    better = (
        _odd_indent(source, found.line, first_line)
        or _odd_space(begun)
        or _odd_space(found)
        or _open_quote(source, found.line, first_line)
        or _glued_key(source, found.line, first_line)
    )
    if better is not None:
        return better
    unexpected, no_hyphen = "did not find expected" in problem, "expected '-'" in problem
    if unexpected and (edge := _edge_of_list(found)) is not None:
        at, text = source.at_line(found.line), found.text.strip()
        return Fault("invalid-yaml", at, "misaligned-hyphen", text, numbers=(edge - found.column,))
    listed = begun if no_hyphen else found
    if unexpected and _is_listed_field(listed, first_line):
        detail = listed.text.removeprefix("- ").strip()
        return Fault("invalid-yaml", source.at_line(listed.line), "hyphen-before-field", detail)
    if "mapping values are not allowed" in problem:
        return _colon(found, first_line)
    if "expected ':'" in problem:
        if (empty := _EMPTY_PART.search(begun.text)) is not None:
            place = source.at(begun.line, empty.start(1) + 1, len(empty[1]) + 1)
            return Fault("invalid-yaml", place, "no-value", empty[1])
        text = begun.text.strip()
        reason = "no-space-after-hyphen" if _GLUED_ITEM.match(text) else "no-colon"
        return Fault("invalid-yaml", source.at_line(begun.line), reason, text)
    if "scanning a block scalar" in context and found.text.startswith("\t"):
        return _fault(found, "tab", "\t")
    if "scanning a block scalar" in context:
        return _fault(begun, "text-after-character", begun.character)
    value = found.text.partition(":")[2].lstrip() if "expected key" in problem else ""
    if value.startswith(("'", '"')) or (no_hyphen and _QUOTED_ITEM.match(found.text)):
        return _fault(found, "text-after-quote")
    if value.startswith(("[", "{")) or (unexpected and _BRACKETED_ITEM.match(found.text)):
        return _fault(found, "text-after-bracket")
    if "sequence entries are not allowed" in problem:
        return _fault(found, "reserved-character", "- ")
    if "tab character" in problem:
        return _fault(found, "tab", "\t")
    if no_hyphen:
        return Fault("invalid-yaml", source.at_line(found.line), "no-hyphen", found.text.strip())
    if unexpected:
        first = _first_field(source, first_line)
        outside = found.column == 0 and source.path.endswith(".md") and first < found.line
        if outside and source.line(first)[:1].isspace() and _NEW_FIELD.match(found.text):
            # The first field is indented, and those below it are not.
            return Fault("invalid-yaml", source.at_line(first), "indented-field")
        return Fault("invalid-yaml", source.at_line(found.line), "misaligned-line")
    return _fault(found, "other", problem)


class _Place:
    """A mark as a place in the file."""

    def __init__(self, source: SourceFile, mark: Mark | None, first_line: int) -> None:
        line, column = position(mark)
        self.line = line + first_line
        self.column = column
        self.text = source.line(self.line)
        self.character = self.text[column : column + 1]
        self.location = within(source, self.line, column + 1, 1)


def _fault(place: _Place, reason: str, detail: str = "") -> Fault:
    return Fault("invalid-yaml", place.location, reason, detail)


def _bracket(begun: _Place, found: _Place, problem: str) -> Fault:
    if "node content" in problem and found.character == ",":
        return _fault(found, "extra-comma")
    closing = _CLOSING.get(begun.character, "]")
    if found.line == begun.line and closing in found.text[found.column :]:
        reason = "unquoted-character" if found.character in tuple(":[{") else "unseparated-list"
        return _fault(found, reason, found.character)
    remark = re.compile(r"[ \[{,]#").search(begun.text, begun.column)
    if remark and begun.text.rstrip().endswith(closing):
        place = begun.location.source.at(begun.line, remark.end(), 1)
        return Fault("invalid-yaml", place, "unquoted-character", "#")
    return _fault(begun, "unclosed-bracket", begun.character)


def _colon(found: _Place, first_line: int) -> Fault:
    source = found.location.source
    if found.text.find(":") == found.column:
        first_line = min(_first_field(source, first_line), found.line)
        first = source.line(first_line)
        if first.strip() and not found.text[0].isspace():
            # Nothing is indented: what precedes the first field was meant to be one too.
            return Fault("invalid-yaml", source.at_line(first_line), "no-colon", first.strip())
        above = source.line(found.line - 1)
        if found.line > first_line and ":" not in above and _indent(above) < _indent(found.text):
            # The line above doesn't begin a text that could continue here.
            return Fault("invalid-yaml", source.at_line(found.line - 1), "no-colon", above.strip())
        if _UNNAMED_ITEM.fullmatch(above) and _indent(found.text) == _indent(above) + 2:
            return Fault("invalid-yaml", source.at_line(found.line - 1), "no-colon", above.strip())
        return Fault("invalid-yaml", source.at_line(found.line), "indented-line")
    return _fault(found, "colon-in-value")


def _first_field(source: SourceFile, number: int) -> int:
    """The number of the first line, from `number` on, that is neither blank nor a comment."""
    while number < len(source.lines) and source.line(number).lstrip()[:1] in ("", "#"):
        number += 1
    return number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip()) if line.strip() else len(line) + 1


def _edge_of_list(place: _Place) -> int | None:
    """The column of the hyphens above a misaligned one, or None if it isn't misaligned."""
    if not re.match(r" *- \S", place.text) or _indent(place.text) != place.column:
        return None
    source, name = place.location.source, re.match(r" *- ([a-z_]+):", place.text)
    for number in range(place.line - 1, 0, -1):
        line = source.line(number)
        above = re.match(r"( *)- (?:([a-z_]+):)?", line)
        if above and len(above[1]) != place.column:
            return len(above[1]) if not name or name[1] == above[2] else None
        if re.match(r"[A-Za-z]", line):
            return None
    return None


def _is_listed_field(place: _Place, first_line: int) -> bool:
    """Whether an unindented hyphen begins a field rather than a list item."""
    source, above = place.location.source, place.location.source.line(place.line - 1)
    is_list = source.line(_first_field(source, first_line)).startswith("-")
    return (
        (source.path.endswith(".md") or not is_list)
        and place.column == 0
        and place.text.startswith("- ")
        and _NEW_FIELD.match(place.text) is not None
        and not above.rstrip().endswith(":")
    )


def _odd_space(place: _Place) -> Fault | None:
    """The fault of an unusual space after a colon or hyphen, where YAML knows only ordinary ones.

    In front matter, they are looked for everywhere.
    """
    match = _ODD_SPACE.match(place.text)
    if match is None or place.location.source.path.endswith(".md"):
        return None
    at = place.location.source.at(place.line, match.start("space") + 1, len(match["space"]))
    return Fault("invalid-yaml", at, "odd-space")


def _first_without_hyphen(source: SourceFile, first_line: int) -> Fault | None:
    """The fault of the first item of a list, if it begins like the others but without a hyphen.

    libyaml takes it for a mapping, and gives up at the next item.
    """
    number = _first_field(source, first_line)
    name = None if source.path.endswith(".md") else _FIRST_NAME.match(source.line(number))
    if name is None or not any(line.startswith(f"- {name[1]}:") for line in source.lines[number:]):
        return None
    detail = source.line(number).strip().removeprefix("-")
    return Fault("invalid-yaml", source.at_line(number), "no-hyphen", detail)


def _odd_indent(source: SourceFile, line: int, first_line: int) -> Fault | None:
    """The fault of unusual spaces before a line or the one above it: they don't indent a line."""
    for number in (line, line - 1):
        match = _ODD_INDENT.match(source.line(number)) if number >= first_line else None
        if match:
            place = source.at(number, match.start("space") + 1, len(match["space"]))
            return Fault("invalid-yaml", place, "odd-space")
    return None


def _open_quote(source: SourceFile, line: int, first_line: int) -> Fault | None:
    """The fault of an open quotation mark above a line, meant to be closed before the next field.

    libyaml reads on to the next quotation mark, and gives up there.
    """
    for number in range(line - 1, first_line - 1, -1):
        match = _OPEN_QUOTE.fullmatch(source.line(number))
        if match and _NEW_FIELD.match(source.line(number + 1)):
            place = source.at(number, match.start("quoted") + 1, 1)
            return Fault("invalid-yaml", place, "unclosed-quote", match["quoted"][0])
    return None


def _glued_key(source: SourceFile, line: int, first_line: int) -> Fault | None:
    for number in (line, line - 1):
        match = _KEY_WITHOUT_SPACE.match(source.line(number)) if number >= first_line else None
        if match:
            place = source.at(number, match.start(1) + 1, len(match[1]) + 1)
            return Fault("invalid-yaml", place, "no-space-after-colon", match[1])
    return None
