"""What the author did wrong when libyaml gives up, and the place where they would fix it.

libyaml reports what it found, often lines after the mistake. Here its messages become facts, which
the check `invalid-yaml` puts into plain language. Each of the usual mistakes has its own reason;
anything else has the reason `other`.
"""

import re
from dataclasses import replace
from typing import NamedTuple

import yaml

from toolkit.content.faults import Fault
from toolkit.content.yaml_items import (
    ITEM,
    edge_of_list,
    first_without_hyphen,
    hyphen_out_of_line,
    is_listed_field,
    parts_without_hyphen,
)
from toolkit.content.yaml_places import NEW_FIELD, Place, first_field, indent, position
from toolkit.source import SourceFile

_KEY_WITHOUT_SPACE = re.compile(r"^\s*(?:- )?(?P<place>(?P<name>[A-Za-z_]+):)(?=[^\s:/])")
# A value in quotation marks that doesn't end on its line.
_OPEN_QUOTE = re.compile(
    r"\s*(?:- )?(?:[A-Za-z_]+:[ \t]+)?(?P<quoted>'(?:[^']|'')*|\"(?:[^\"\\]|\\.)*)"
)
# What people write in place of a hyphen and a space before an item with parts.
_BULLET = re.compile(r"(?P<sign>--|[•·‣◦▪●■○–—+*])\s*(?=[{]?[a-z_]+:\s)")
_PART_WITHOUT_COLON = re.compile(r"[a-z_]+ :?\S+")
_UNNAMED_ITEM = re.compile(r"\s*- (?![A-Za-z_]+:\s).*")
_GLUED_ITEM = re.compile(r"-[^\s-]")
# A part in brackets with nothing after its colon, which YAML then takes for the end of its name.
_EMPTY_PART = re.compile(r"[{,]\s*([a-z_]+):(?=[},])")
_QUOTED_ITEM = re.compile(r"\s*- ['\"]")
_BRACKETED_ITEM = re.compile(r"\s*- [\[{][^\[\]{}]*[\]}]\s*[^\s,#]")
_ODD_SPACE = re.compile(r"\s*(?:- )?(?:[A-Za-z_]+:|-)(?P<space>[\u00a0\u2000-\u200a\u202f\u3000])")
# Unusual spaces, which don't indent a line.
_ODD_INDENT = re.compile(r" *(?P<place>(?P<name>)[\u00a0\u2000-\u200a\u202f\u3000]+)")
_CLOSING = {"[": "]", "{": "}"}


class _Report(NamedTuple):
    """What libyaml said, where it stopped, and where what it was reading had begun."""

    problem: str
    context: str
    found: Place
    begun: Place
    first_line: int

    @property
    def is_unexpected(self) -> bool:
        return "did not find expected" in self.problem

    @property
    def lacks_hyphen(self) -> bool:
        return "expected '-'" in self.problem


def explain(source: SourceFile, error: yaml.MarkedYAMLError, first_line: int) -> Fault:
    """The fault behind an error in YAML that begins on line `first_line` of `source`."""
    problem = str(error.problem)
    found = Place(source, position(error.problem_mark), first_line)
    begun = Place(source, position(error.context_mark or error.problem_mark), first_line)
    report = _Report(problem, error.context or "", found, begun, first_line)
    return (
        _character(report)
        or first_without_hyphen(source, first_line)
        or _unclosed(report)
        or _line_or_above(found, first_line, _ODD_INDENT, "odd-space")
        or _odd_space(begun)
        or _odd_space(found)
        or _open_quote(source, found.line, first_line)
        or _line_or_above(found, first_line, _KEY_WITHOUT_SPACE, "no-space-after-colon")
        or hyphen_out_of_line(found)
        or _hyphen(report)
        or _name(report)
        or _value(report)
        or _item(report)
        or _line(report)
        or _fault(found, "other", problem)
    )


def _character(report: _Report) -> Fault | None:
    """The fault of a character with a special meaning, or of too much of it."""
    problem, found, begun = report.problem, report.found, report.begun
    if "nesting depth" in problem:
        return Fault("oversized-front-matter", found.location, "depth", numbers=(20,))
    if "cannot start any token" in problem or "mapping keys are not allowed" in problem:
        reason = "tab" if found.character == "\t" else "reserved-character"
        return _fault(found, reason, found.character)
    if report.context.endswith(("an alias", "an anchor", "a tag")) or "tag handle" in problem:
        return _fault(begun, "reserved-character", begun.character)
    if "escape" in problem or "hexdecimal" in problem:
        return _fault(found, "backslash")
    return None


def _unclosed(report: _Report) -> Fault | None:
    if "scanning a quoted scalar" in report.context:
        return _fault(report.begun, "unclosed-quote", report.begun.character)
    if "parsing a flow" in report.context:
        return _bracket(report.begun, report.found, report.problem)
    return None


def _hyphen(report: _Report) -> Fault | None:
    """The fault of a hyphen out of line, missing, or before a field."""
    found = report.found
    if not report.is_unexpected:
        return None
    if (edge := edge_of_list(found)) is not None:
        return _misaligned(found, edge)
    if (unlisted := parts_without_hyphen(found)) is not None:
        return unlisted
    listed = report.begun if report.lacks_hyphen else found
    if is_listed_field(listed, report.first_line):
        return _whole_line(listed, "hyphen-before-field", listed.text.removeprefix("- ").strip())
    return None


def _name(report: _Report) -> Fault | None:
    """The fault of a name: its colon, its space, or what follows on its line."""
    begun, found = report.begun, report.found
    if "mapping values are not allowed" in report.problem:
        return _colon(found, report.first_line)
    if "expected ':'" in report.problem:
        if (empty := _EMPTY_PART.search(begun.text)) is not None:
            place = begun.location.source.at(begun.line, empty.start(1) + 1, len(empty[1]) + 1)
            return Fault("invalid-yaml", place, "no-value", empty[1])
        return _without_hyphen(begun, "no-colon")
    if "scanning a block scalar" in report.context and found.text.startswith("\t"):
        return _fault(found, "tab", "\t")
    if "scanning a block scalar" in report.context:
        return _fault(begun, "text-after-character", begun.character)
    return None


def _value(report: _Report) -> Fault | None:
    found, text = report.found, report.found.text
    if report.is_unexpected and (bullet := _BULLET.match(text.lstrip())):
        return _whole_line(found, "bullet", bullet["sign"])
    value = text.partition(":")[2].lstrip() if "expected key" in report.problem else ""
    if found.column and found.column == indent(text):
        value = ""  # the line begins in the wrong column, whatever is in it
    if value.startswith(("'", '"')) or (report.lacks_hyphen and _QUOTED_ITEM.match(text)):
        return _fault(found, "text-after-quote")
    if value.startswith(("[", "{")) or (report.is_unexpected and _BRACKETED_ITEM.match(text)):
        return _fault(found, "text-after-bracket")
    if "sequence entries are not allowed" in report.problem:
        return _fault(found, "reserved-character", "- ")
    if "tab character" in report.problem:
        return _fault(found, "tab", "\t")
    return None


def _item(report: _Report) -> Fault | None:
    found = report.found
    if not report.lacks_hyphen:
        return None
    if ITEM.match(found.text) and found.column == indent(found.text):
        return _misaligned(found, report.begun.column)
    return _without_hyphen(found, "no-hyphen")


def _line(report: _Report) -> Fault | None:
    if not report.is_unexpected:
        return None
    found, source = report.found, report.found.location.source
    first = first_field(source, report.first_line)
    outside = found.column == 0 and source.path.endswith(".md") and first < found.line
    if outside and source.line(first)[:1].isspace() and NEW_FIELD.match(found.text):
        # The first field is indented, and those below it are not.
        return Fault("invalid-yaml", source.at_line(first), "indented-field")
    return _whole_line(found, "misaligned-line")


def _whole_line(place: Place, reason: str, detail: str = "") -> Fault:
    return Fault("invalid-yaml", place.location.source.at_line(place.line), reason, detail)


def _misaligned(place: Place, edge: int) -> Fault:
    fault = _whole_line(place, "misaligned-hyphen", place.text.strip())
    return replace(fault, numbers=(edge - place.column,))


def _without_hyphen(place: Place, reason: str) -> Fault:
    text = place.text.strip()
    return _whole_line(place, "no-space-after-hyphen" if _GLUED_ITEM.match(text) else reason, text)


def _fault(place: Place, reason: str, detail: str = "") -> Fault:
    return Fault("invalid-yaml", place.location, reason, detail)


def _bracket(begun: Place, found: Place, problem: str) -> Fault:
    if "node content" in problem and found.character == ",":
        return _fault(found, "extra-comma")
    begun = begun if begun.character in _CLOSING else _open_bracket(begun)
    closing = _CLOSING[begun.character]
    if found.line == begun.line and closing in found.text[found.column :]:
        reason = "unquoted-character" if found.character in tuple(":[{") else "unseparated-list"
        return _fault(found, reason, found.character)
    remark = re.compile(r"[ \[{,]#").search(begun.text, begun.column)
    if remark and begun.text.rstrip().endswith(closing):
        place = begun.location.source.at(begun.line, remark.end(), 1)
        return Fault("invalid-yaml", place, "unquoted-character", "#")
    return _fault(begun, "unclosed-bracket", begun.character)


def _open_bracket(place: Place) -> Place:
    """The last bracket before a place that nothing closes; where a closing one in quotation marks
    hides it, the first of the last line with brackets.
    """
    source, first, closed = place.location.source, (0, 0), 0
    for number in range(place.line, 0, -1):
        line = source.line(number)[: place.column if number == place.line else None]
        for column in reversed(range(len(line))):
            if line[column] in _CLOSING:
                if not closed:
                    return Place(source, (number, column), 0)
                first = (number, column) if first[0] in (0, number) else first
                closed -= 1
            closed += line[column] in _CLOSING.values()
    return Place(source, first, 0)


def _colon(found: Place, first_line: int) -> Fault:
    source = found.location.source
    if found.text.find(":") == found.column:
        first_line = min(first_field(source, first_line), found.line)
        first = source.line(first_line)
        if first.strip() and not found.text[0].isspace():
            # Nothing is indented: what precedes the first field was meant to be one too.
            return Fault("invalid-yaml", source.at_line(first_line), "no-colon", first.strip())
        number = found.line - 1
        while number > first_line and not source.line(number).strip():
            number -= 1
        at, above = source.at_line(number), source.line(number)
        text, deeper = above.strip(), indent(found.text) - indent(above)
        # The line above doesn't begin a text that could continue here.
        begins_nothing = found.line > first_line and ":" not in above and deeper > 0
        is_unnamed = deeper == 2 and _UNNAMED_ITEM.fullmatch(above)
        if begins_nothing or is_unnamed or (not deeper and _PART_WITHOUT_COLON.fullmatch(text)):
            return Fault("invalid-yaml", at, "no-colon", text)
        if deeper == 2 and (bullet := _BULLET.match(text)):
            return Fault("invalid-yaml", at, "bullet", bullet["sign"])
        if deeper == 2 and _GLUED_ITEM.match(text):
            return Fault("invalid-yaml", at, "no-space-after-hyphen")
        return _whole_line(found, "indented-line")
    if bullet := _BULLET.match(found.text.lstrip()):
        return _whole_line(found, "bullet", bullet["sign"])
    return _fault(found, "colon-in-value")


def _odd_space(place: Place) -> Fault | None:
    """The fault of an unusual space after a colon or hyphen, where YAML knows only ordinary ones.

    In front matter, they are looked for everywhere.
    """
    match = _ODD_SPACE.match(place.text)
    if match is None or place.location.source.path.endswith(".md"):
        return None
    at = place.location.source.at(place.line, match.start("space") + 1, len(match["space"]))
    return Fault("invalid-yaml", at, "odd-space")


def _line_or_above(
    found: Place, first_line: int, pattern: re.Pattern[str], reason: str
) -> Fault | None:
    """The fault of the place that a pattern finds in a line or the one above it, and its name."""
    source = found.location.source
    for number in (found.line, found.line - 1):
        match = pattern.match(source.line(number)) if number >= first_line else None
        if match:
            place = source.at(number, match.start("place") + 1, len(match["place"]))
            return Fault("invalid-yaml", place, reason, match["name"])
    return None


def _open_quote(source: SourceFile, line: int, first_line: int) -> Fault | None:
    """The fault of an open quotation mark above a line, meant to be closed before the next field.

    libyaml reads on to the next quotation mark, and gives up there.
    """
    below = ""
    for number in range(line - 1, first_line - 1, -1):
        if source.line(number + 1).strip()[:1] not in ("", "#"):
            below = source.line(number + 1)
        match = _OPEN_QUOTE.fullmatch(source.line(number))
        if match and NEW_FIELD.match(below):
            place = source.at(number, match.start("quoted") + 1, 1)
            return Fault("invalid-yaml", place, "unclosed-quote", match["quoted"][0])
    return None
