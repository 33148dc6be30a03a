"""Writes front matter in the style of the real entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bench.words import wrapped

_WIDTH = 100
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ,()/.-]*")
_FLOW = re.compile(r"[A-Za-z0-9-]+")
_URL = re.compile(r"https?://[^\s#]+[^\s#:]")

Part = tuple[str, str]


def text_lines(name: str, text: str) -> Iterator[str]:
    """A field of running text: on one line where it fits, else folded."""
    line = f"{name}: {_scalar(text)}"
    if len(line) <= _WIDTH:
        yield line
    else:
        yield f"{name}: >-"
        yield wrapped(text, indent="  ")


def value_line(name: str, value: str) -> str:
    """A field of one value."""
    return f"{name}: {_scalar(value)}"


def list_lines(name: str, values: Sequence[str]) -> Iterator[str]:
    """A field of several values: on one line where it fits, else one on each."""
    items = [value if _FLOW.fullmatch(value) else _quoted(value) for value in values]
    line = f"{name}: [{', '.join(items)}]"
    if len(line) <= _WIDTH:
        yield line
    else:
        yield f"{name}:"
        yield from (f"  - {item}" for item in items)


def group_lines(name: str, parts: Sequence[Part]) -> Iterator[str]:
    """A field that has parts."""
    yield f"{name}:"
    yield from (f"  {key}: {_scalar(value)}" for key, value in parts)


def groups_lines(name: str, groups: Sequence[Sequence[Part]]) -> Iterator[str]:
    """A field that is a list of groups."""
    yield f"{name}:"
    for parts in groups:
        for position, (key, value) in enumerate(parts):
            yield f"  {'  ' if position else '- '}{key}: {_scalar(value)}"


def _scalar(text: str) -> str:
    plain = _PLAIN.fullmatch(text) or _URL.fullmatch(text)
    return text if plain and text == text.strip() else _quoted(text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
