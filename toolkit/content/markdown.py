"""The outline of a Markdown body: its headings with their anchors, its links, each in its place.

Python-Markdown keeps no positions, so the source is scanned by the same rules for what is needed
to check it; rendering is another module's work, and a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown.extensions.toc import slugify_unicode, unique

from toolkit.source import Location, SourceFile

_FENCE = re.compile(r"^( {0,3})(`{3,}|~{3,})")
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_HEADING = re.compile(r"^(#{1,6})(?!#)\s*(.+?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^(=+|-+) *$")
_DESTINATION = re.compile(
    r"(?<!\\)\]\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<bare>(?:[^\s()]|\([^\s()]*\))*))"
)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]]+\]:\s*<?(?P<bare>[^\s<>]+)", re.MULTILINE)
_AUTOLINK = re.compile(r"<(?P<bare>(?:https?|mailto|ftp):[^\s<>]+)>")
_INLINE_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_LIST_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d+[.)])\s")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level from 1 to 6, its text, and the anchor that it gets on the page."""

    level: int
    text: str
    anchor: str
    location: Location


@dataclass(frozen=True, slots=True)
class Link:
    """The target of a link or an image, as written."""

    target: str
    location: Location


@dataclass(frozen=True, slots=True)
class Outline:
    """Headings and links of a body, in its order."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]


def read_outline(source: SourceFile, body: str, body_line: int) -> Outline:
    """Read the outline of `body`, which begins on `body_line` of `source`."""
    text = "\n".join(_without_code(body.split("\n")))
    text = _CODE_SPAN.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return Outline(
        tuple(_headings(source, text, body, body_line)), tuple(_links(source, text, body_line))
    )


def _without_code(lines: list[str]) -> Iterator[str]:
    """The lines, those of code blocks emptied so that positions stay."""
    fence = ""
    indented = False
    in_list = False
    blank = True
    for line in lines:
        opening = _FENCE.match(line)
        if fence:
            if opening and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            yield ""
            continue
        if opening:
            fence = opening[2]
            yield ""
            continue
        if not line.strip():
            blank = True
            yield line
            continue
        if _LIST_ITEM.match(line):
            in_list = True
        elif blank and not line.startswith(" "):
            in_list = False
        indented = line.startswith(("    ", "\t")) and not in_list and (blank or indented)
        blank = False
        yield "" if indented else line


def _headings(source: SourceFile, text: str, body: str, body_line: int) -> Iterator[Heading]:
    used: set[str] = set()
    original = body.split("\n")
    lines = text.split("\n")
    for index, line in enumerate(lines):
        match = _HEADING.match(line)
        if match:
            level, column = len(match[1]), match.start(2)
        elif index + 1 < len(lines) and line.strip() and _UNDERLINE.match(lines[index + 1]):
            if not original[index + 1].strip() or (index and lines[index - 1].strip()):
                continue
            level, column = (1 if lines[index + 1].startswith("=") else 2), 0
        else:
            continue
        words = _plain(original[index][column:].strip().rstrip("#").strip())
        anchor = unique(slugify_unicode(words, "-"), used)
        place = source.at(body_line + index, column + 1, len(line.rstrip()) - column)
        yield Heading(level, words, anchor, place)


def _plain(text: str) -> str:
    text = _INLINE_LINK.sub(r"\1", text)
    return re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)[`*]|(?<![\w\\])_|_(?!\w)", "", text))


def _links(source: SourceFile, text: str, body_line: int) -> Iterator[Link]:
    found = []
    for pattern in (_DESTINATION, _DEFINITION, _AUTOLINK):
        for match in pattern.finditer(text):
            group = "angle" if match.groupdict().get("angle") is not None else "bare"
            found.append((match.start(group), match[group]))
    for offset, target in sorted(found):
        line = text.count("\n", 0, offset)
        column = offset - (text.rfind("\n", 0, offset) + 1) + 1
        yield Link(target, source.at(body_line + line, column, len(target)))
