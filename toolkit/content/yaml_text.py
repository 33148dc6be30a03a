"""YAML to positioned values, in one pass over libyaml's events.

Every scalar keeps the text in the file: `no`, `010` or `2019-01` are never converted. Anchors,
aliases, tags and merge keys are refused, and the depth and number of values are bounded, before
anything is built from them: a file can't make the reader hang or run out of memory.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import islice
from sys import intern

import yaml

from toolkit.cache.shelf import MANY, Shelf, key_of, save_all
from toolkit.cache.store import Store
from toolkit.content.faults import Fault
from toolkit.content.packing import packed, unpacked
from toolkit.content.references import references
from toolkit.content.values import Mapping, Scalar, Sequence, Value
from toolkit.content.yaml_errors import explain
from toolkit.content.yaml_items import swallowed_item
from toolkit.content.yaml_places import position, within
from toolkit.source import Location, SourceFile
from toolkit.time_limit import TimeLimitError, within_time_limit

# What YAML 1.1 can't contain, or treats as a line break although editors don't.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)"
)
# What a merge leaves in a file when two people changed the same lines.
_CONFLICT = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?= |$)|={7}$)", re.MULTILINE)
# The line above a row of = that makes it a heading, which another check reports.
_HEADING = re.compile(r"\w[^:\n]{0,60}[^\W_][?!)؟？！）]{0,2}")


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest YAML that is read: characters of text, levels of nesting, values."""

    size: int
    depth: int
    values: int


_MOST_REPORTED = 100
_SHORT = 40

FRONT_MATTER = Limits(size=64 * 1024, depth=20, values=5_000)
DATA_FILE = Limits(size=5 * 1024 * 1024, depth=20, values=500_000)


# What an earlier run read without a fault. What had one is read again, since the fault may be the
# time that reading took.
_KEPT: ContextVar[_Kept | None] = ContextVar("_KEPT", default=None)
# Reading so few front matters is faster than loading those of all documents.
_FEW = 50


class _Kept:
    """Keeps each list by itself, since lists are large, and all documents together.

    The lists are saved at the end, after one look at whether the program is still the same. Those
    that a process forked meanwhile reads are saved at once, since it doesn't get there.
    """

    def __init__(self, store: Store, *, few: bool) -> None:
        self.store = store
        self.documents = Shelf(store, "documents", MANY)
        self.lists: list[Shelf] = []
        self.left = _FEW if few else 0
        self._few = few
        self._process = os.getpid()

    def add(self, shelf: Shelf) -> None:
        """Keep a list that was read."""
        if os.getpid() == self._process:
            self.lists.append(shelf)
        else:
            shelf.save()

    def save(self) -> None:
        """Keep what was read, but no documents if only a few of many were."""
        is_same = save_all(self.lists)
        if self.left < 0:
            self.documents.save(is_same=is_same, is_part=self._few)


@contextmanager
def reading_with(store: Store | None, *, few: bool = False) -> Iterator[None]:
    """Read a content folder with what an earlier run kept in `store`, and keep it there.

    `few` means that perhaps only a few documents will be read: as long as that is so, what is kept
    of the others stays.
    """
    kept = _Kept(store, few=few) if store is not None else None
    before = _KEPT.set(kept)
    try:
        yield
    finally:
        _KEPT.reset(before)
    if kept is not None:
        kept.save()


def kept_documents() -> Shelf | None:
    """The shelf of documents without a fault; None if reading the next one is faster."""
    kept = _KEPT.get()
    if kept is None:
        return None
    kept.left -= 1
    return kept.documents if kept.left < 0 else None


class _RefusedError(Exception):
    """Ends the pass at something that is refused."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.check)
        self.fault = fault


def read_yaml(
    source: SourceFile, text: str, limits: Limits, *, first_line: int = 1
) -> tuple[Value | None, tuple[Fault, ...]]:
    """Read `text`, which begins on line `first_line` of `source`.

    Returns the value, or None if the text is empty or can't be read, and any of the faults
    `control-character`, `conflict-marker`, `oversized-front-matter`, `refused-yaml`,
    `invalid-yaml`, `duplicate-key`, `excessive-work`.
    """
    kept, key, all_kept = None, b"", _KEPT.get()
    if limits == DATA_FILE and all_kept is not None:
        kept, key = Shelf(all_kept.store, f"yaml-{key_of(source.path).hex()}"), source.digest
        if isinstance(kept_value := kept.get(key), bytes):
            return unpacked(source, kept_value), ()
    if len(text) > limits.size:
        place = source.at_line(first_line)
        size = (limits.size // 1024,)
        return None, (Fault("oversized-front-matter", place, "size", numbers=size),)
    broken = control_characters(source, text, first_line)
    broken = broken or conflict_marker(source, text, first_line)
    if broken:
        return None, broken
    builder = _Builder(source, limits, first_line)
    try:
        value = within_time_limit(lambda: builder.build(text))
    except TimeLimitError:
        return None, (Fault("excessive-work", source.at(first_line, 1, 1), "reading"),)
    except _RefusedError as refused:
        return None, (refused.fault,)
    except yaml.MarkedYAMLError as error:
        return None, (explain(source, error, first_line),)
    if kept is not None and all_kept is not None and value is not None and not builder.faults:
        kept.put(key, packed(value))
        all_kept.add(kept)
    return value, tuple(builder.faults)


def conflict_marker(source: SourceFile, text: str, first_line: int) -> tuple[Fault, ...]:
    """The first `conflict-marker` in `text`, which begins on line `first_line`."""
    signs = _CONFLICT.finditer(text)
    found = next((one for one in signs if one[0][0] != "=" or not _is_heading(one)), None)
    if found is None:
        return ()
    place = source.at_line(first_line + text.count("\n", 0, found.start()))
    return (Fault("conflict-marker", place),)


def _is_heading(underline: re.Match[str]) -> bool:
    above = underline.string[: underline.start()].removesuffix("\n").rpartition("\n")[2]
    return _HEADING.fullmatch(above) is not None


def control_characters(source: SourceFile, text: str, first_line: int) -> tuple[Fault, ...]:
    """The first hundred `control-character` faults in `text`, which begins on `first_line`."""
    found = ((match.span(), match[0]) for match in _CONTROL.finditer(text))
    return _control_faults(source, text, first_line, found)


def referenced_controls(source: SourceFile, text: str, first_line: int) -> tuple[Fault, ...]:
    """The first hundred `control-character` faults for HTML references in the Markdown `text`."""
    found = ((code.span(), shown) for code, shown in references(text) if _CONTROL.fullmatch(shown))
    return _control_faults(source, text, first_line, found)


def _control_faults(
    source: SourceFile, text: str, first_line: int, found: Iterable[tuple[tuple[int, int], str]]
) -> tuple[Fault, ...]:
    faults = []
    line, line_start, done = first_line, 0, 0
    for (start, end), character in islice(found, _MOST_REPORTED):
        line += text.count("\n", done, start)
        line_start = max(line_start, text.rfind("\n", done, start) + 1)
        done = start
        place = source.at(line, start - line_start + 1, end - start)
        faults.append(Fault("control-character", place, detail=character))
    return tuple(faults)


class _Builder:
    """Builds values from events with an explicit stack, so that nesting needs no recursion."""

    def __init__(self, source: SourceFile, limits: Limits, first_line: int) -> None:
        self.source = source
        self.lines = len(source.lines)
        self.limits = limits
        self.offset = first_line
        self.faults: list[Fault] = []

    def build(self, text: str) -> Value | None:
        result: Value | None = None
        stack: list[tuple[yaml.Event, list[Value]]] = []
        count = 0
        value: Value
        for event in self._events(text):
            if isinstance(event, yaml.ScalarEvent):
                # Keys and term names are the same in thousands of files, so kept only once.
                text = event.value if event.style else event.value.strip()  # no-break spaces too
                text = intern(text) if len(text) < _SHORT else text
                value = Scalar(text, not event.style, *self._place(event, event))
                # Escapes in double quotes can produce control characters.
                if event.style == '"' and (found := _CONTROL.search(text)):
                    self.faults.append(Fault("control-character", value.location, detail=found[0]))
            elif isinstance(event, yaml.CollectionEndEvent):
                start, items = stack.pop()
                value = self._collection(start, items, event)
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
            else:
                result = value
        return result

    def _events(self, text: str) -> Iterator[yaml.Event]:
        documents = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.NodeEvent):
                if event.anchor is not None or getattr(event, "tag", None) is not None:
                    raise self._refused(event)
                yield event
            elif isinstance(event, yaml.CollectionEndEvent):
                yield event
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refuse(event, "second-document", "---")

    def _refused(self, event: yaml.NodeEvent) -> _RefusedError:
        if isinstance(event, yaml.AliasEvent):
            return self._refuse(event, "alias", f"*{event.anchor}")
        if event.anchor is not None:
            return self._refuse(event, "anchor", f"&{event.anchor}")
        return self._refuse(event, "tag", getattr(event, "tag", ""))

    def _collection(self, start: yaml.Event, items: list[Value], end: yaml.Event) -> Value:
        place = self._place(start, end)
        if isinstance(start, yaml.SequenceStartEvent):
            for item in items:
                of_lines = item.location.line != item.location.end_line
                is_plain = isinstance(item, Scalar) and item.plain
                if of_lines and is_plain and (fault := swallowed_item(item.location)):
                    raise _RefusedError(fault)
            return Sequence(tuple(items), place)
        pairs: dict[str, tuple[Scalar, Value]] = {}
        for key, value in zip(items[::2], items[1::2], strict=True):
            if not isinstance(key, Scalar):
                raise _RefusedError(Fault("refused-yaml", key.location, "key"))
            if key.text == "<<" and key.plain:
                raise _RefusedError(Fault("refused-yaml", key.location, "merge", "<<"))
            if key.text in pairs:
                first = pairs[key.text][0].location
                fault = Fault("duplicate-key", key.location, detail=key.text, other=first)
                self.faults.append(fault)
            else:
                pairs[key.text] = (key, value)
        return Mapping(tuple(pairs.values()), place)

    def _place(self, start: yaml.Event, end: yaml.Event) -> Location:
        (line, column), (end_line, end_column) = position(start.start_mark), position(end.end_mark)
        line, end_line = line + self.offset, end_line + self.offset
        if line > self.lines:
            return within(self.source, line, column + 1, 0)
        if end_line > self.lines:  # a block that continues to the end of the file
            end_line, end_column = self.lines, len(self.source.lines[-1])
        return Location(self.source, line, column + 1, end_line, end_column + 1)

    def _at(self, event: yaml.Event, length: int) -> Location:
        line, column = position(event.start_mark)
        return within(self.source, line + self.offset, column + 1, length)

    def _refuse(self, event: yaml.Event, reason: str, text: str) -> _RefusedError:
        return _RefusedError(Fault("refused-yaml", self._at(event, len(text)), reason, text))

    def _limit(self, event: yaml.Event, reason: str, limit: int) -> _RefusedError:
        return _RefusedError(
            Fault("oversized-front-matter", self._at(event, 1), reason, numbers=(limit,))
        )
