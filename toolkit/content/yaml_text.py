"""YAML to positioned values, in one pass over libyaml's events.

Every scalar stays the text that stands in the file, so that `no`, `010` or `2019-01` are never
guessed at. Anchors, aliases, tags and merge keys are refused, and depth and number of values are
bounded, before anything is built of them: a file can't make the reader hang or fill the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import yaml

from toolkit.content.faults import Fault
from toolkit.content.values import Mapping, Scalar, Sequence, Value
from toolkit.source import Location, SourceFile

# What YAML 1.1 can't carry or counts as a line break where editors don't.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)"
)
# What a merge leaves in a file where two people changed the same lines.
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) .*$|^={7}$", re.MULTILINE)
_KEY_WITHOUT_SPACE = re.compile(r"^\s*(?:- )?([A-Za-z_]+):(?=[^\s:/])")


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest YAML that is read: characters of text, levels of nesting, values."""

    size: int
    depth: int
    values: int


FRONT_MATTER = Limits(size=64 * 1024, depth=20, values=5_000)
DATA_FILE = Limits(size=5 * 1024 * 1024, depth=20, values=500_000)


class _Mark(Protocol):
    """A place in YAML text, 0-based."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


class _Refused(Exception):
    """Ends the pass at something that is not built."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.check)
        self.fault = fault


def read_yaml(
    source: SourceFile, text: str, limits: Limits, *, first_line: int = 1
) -> tuple[Value | None, tuple[Fault, ...]]:
    """Read `text`, which begins on line `first_line` of `source`.

    Returns the value, or None where the text is empty or can't be read, and the faults met:
    `control-character`, `conflict-marker`, `oversized-front-matter`, `refused-yaml`,
    `invalid-yaml`, `duplicate-key`.
    """
    if len(text) > limits.size:
        place = source.at_line(first_line)
        return None, (Fault("oversized-front-matter", place, "size", str(limits.size // 1024)),)
    forbidden = tuple(
        Fault(
            "control-character", _at_offset(source, text, match.start(), first_line), "", match[0]
        )
        for match in _FORBIDDEN.finditer(text)
    )
    if forbidden:
        return None, forbidden
    conflict = _CONFLICT.search(text)
    if conflict is not None and conflict[0][0] == "<":
        place = _at_offset(source, text, conflict.start(), first_line)
        return None, (Fault("conflict-marker", source.at_line(place.line), "", conflict[0]),)
    builder = _Builder(source, limits, first_line)
    try:
        value = builder.build(text)
    except _Refused as refused:
        return None, (refused.fault,)
    except yaml.MarkedYAMLError as error:
        return None, (_explain(source, error, first_line),)
    return value, tuple(builder.faults)


def _at_offset(source: SourceFile, text: str, offset: int, first_line: int) -> Location:
    before = text[:offset]
    line = before.count("\n")
    return source.at(first_line + line, offset - (before.rfind("\n") + 1) + 1, 1)


class _Builder:
    """Builds values from events with a stack of its own, so that depth costs no recursion."""

    def __init__(self, source: SourceFile, limits: Limits, first_line: int) -> None:
        self.source = source
        self.limits = limits
        self.offset = first_line
        self.faults: list[Fault] = []

    def build(self, text: str) -> Value | None:
        result: Value | None = None
        stack: list[tuple[yaml.Event, list[Value]]] = []
        count = 0
        for event in self._events(text):
            if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                start, items = stack.pop()
                value = self._collection(start, items, event)
            elif isinstance(event, yaml.ScalarEvent):
                value = Scalar(event.value, self._place(event, event), not event.style)
            else:
                if len(stack) == self.limits.depth:
                    raise self._limit(event, "depth", self.limits.depth)
                stack.append((event, []))
                count += 1
                continue
            count += 1
            if count > self.limits.values:
                raise self._limit(event, "values", self.limits.values)
            if stack:
                stack[-1][1].append(value)
            elif result is None:
                result = value
        return result

    def _events(self, text: str) -> Iterator[yaml.Event]:
        documents = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refuse(event, "second-document", "---")
            if isinstance(event, yaml.AliasEvent):
                raise self._refuse(event, "alias", f"*{event.anchor}")
            if isinstance(event, yaml.NodeEvent):
                if event.anchor is not None:
                    raise self._refuse(event, "anchor", f"&{event.anchor}")
                tag = getattr(event, "tag", None)
                if tag is not None:
                    raise self._refuse(event, "tag", tag)
                yield event
            elif isinstance(event, yaml.CollectionEndEvent):
                yield event

    def _collection(self, start: yaml.Event, items: list[Value], end: yaml.Event) -> Value:
        place = self._place(start, end)
        if isinstance(start, yaml.SequenceStartEvent):
            return Sequence(tuple(items), place)
        pairs: dict[str, tuple[Scalar, Value]] = {}
        for key, value in zip(items[::2], items[1::2], strict=True):
            if not isinstance(key, Scalar):
                raise _Refused(Fault("refused-yaml", key.location, "key"))
            if key.text == "<<" and key.plain:
                raise _Refused(Fault("refused-yaml", key.location, "merge", "<<"))
            if key.text in pairs:
                first = pairs[key.text][0].location.line
                self.faults.append(Fault("duplicate-key", key.location, key.text, str(first)))
            else:
                pairs[key.text] = (key, value)
        return Mapping(tuple(pairs.values()), place)

    def _place(self, start: yaml.Event, end: yaml.Event) -> Location:
        first, last = _mark(start.start_mark), _mark(end.end_mark)
        return Location(
            self.source,
            first[0] + self.offset,
            first[1] + 1,
            last[0] + self.offset,
            last[1] + 1,
        )

    def _at(self, event: yaml.Event, length: int) -> Location:
        line, column = _mark(event.start_mark)
        return self.source.at(line + self.offset, column + 1, length)

    def _refuse(self, event: yaml.Event, reason: str, text: str) -> _Refused:
        return _Refused(Fault("refused-yaml", self._at(event, len(text)), reason, text))

    def _limit(self, event: yaml.Event, reason: str, limit: int) -> _Refused:
        return _Refused(Fault("oversized-front-matter", self._at(event, 1), reason, str(limit)))


def _mark(mark: _Mark | None) -> tuple[int, int]:
    """Line and column of a mark, 0-based; libyaml's events and errors always carry one."""
    return (mark.line, mark.column) if mark is not None else (0, 0)


def _explain(source: SourceFile, error: yaml.MarkedYAMLError, first_line: int) -> Fault:
    """The fault behind a parser's error, at the place where a person would mend it."""
    problem = error.problem or ""
    context = error.context or ""
    found = _mark(error.problem_mark or error.context_mark)
    line, column = found[0] + first_line, found[1] + 1
    begun = error.context_mark
    glued = _glued_key(source, line, first_line)
    if "cannot start any token" in problem:
        character = source.line(line)[column - 1 : column]
        reason = "tab" if character == "\t" else "reserved-character"
        return Fault("invalid-yaml", source.at(line, column, 1), reason, character)
    if "quoted scalar" in context and begun is not None:
        place = source.at(begun.line + first_line, begun.column + 1, 1)
        return Fault("invalid-yaml", place, "unclosed-quote", source.line(place.line)[begun.column])
    if "flow sequence" in context and begun is not None:
        place = source.at(begun.line + first_line, begun.column + 1, 1)
        return Fault("invalid-yaml", place, "unclosed-bracket", "[")
    if "flow mapping" in context and begun is not None:
        place = source.at(begun.line + first_line, begun.column + 1, 1)
        return Fault("invalid-yaml", place, "unclosed-bracket", "{")
    if glued is not None:
        return glued
    if "mapping values are not allowed" in problem:
        key, _, rest = source.line(line).partition(":")
        return Fault(
            "invalid-yaml", source.at(line, column, 1), "colon-in-value", f"{key}\n{rest.strip()}"
        )
    if "block mapping" in context and _has_quoted_start(source.line(line)):
        return Fault("invalid-yaml", source.at(line, column, 1), "text-after-quote")
    return Fault("invalid-yaml", source.at(line, column, 1), "other", problem)


def _glued_key(source: SourceFile, line: int, first_line: int) -> Fault | None:
    for number in (line, line - 1):
        match = _KEY_WITHOUT_SPACE.match(source.line(number)) if number >= first_line else None
        if match:
            place = source.at(number, match.start(1) + 1, len(match[1]) + 1)
            return Fault("invalid-yaml", place, "no-space-after-colon", match[1])
    return None


def _has_quoted_start(line: str) -> bool:
    return line.partition(":")[2].lstrip().startswith(("'", '"'))
