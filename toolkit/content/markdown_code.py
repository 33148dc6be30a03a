"""Markdown without its code: what stands in code is neither a heading nor a link."""

from __future__ import annotations

import re
from bisect import bisect_right

_FENCE = re.compile(r"(`{3,}|~{3,})")
_SIGN_OF_CODE = re.compile(r"`|~~~|^(?: {4}|\t)", re.MULTILINE)
_BACKTICKS = re.compile(r"`+")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_LIST_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+[.)])\s")


def without_code(body: str) -> str:
    """The body with code blanked out, so that every other character keeps its place."""
    if not _SIGN_OF_CODE.search(body):
        return body
    lines = body.split("\n")
    closings: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if line.startswith(("```", "~~~")):
            closings.setdefault(line.rstrip(" "), []).append(index)
    return _without_spans("\n".join(_without_blocks(lines, closings)))


def _without_blocks(lines: list[str], closings: dict[str, list[int]]) -> list[str]:
    result: list[str] = []
    in_list = indented = False
    blank = True
    while len(result) < len(lines):
        index = len(result)
        line = lines[index]
        end = _end_of_fence(line, index, closings)
        if end is not None:
            result.extend("" for _ in range(index, end + 1))
            blank = True
        elif not line.strip():
            blank = True
            result.append(line)
        else:
            if _LIST_ITEM.match(line):
                in_list = True
            elif blank and not line.startswith((" ", "\t")):
                in_list = False
            indented = line.startswith(("    ", "\t")) and not in_list and (blank or indented)
            blank = False
            result.append("" if indented else line)
    return result


def _end_of_fence(line: str, index: int, closings: dict[str, list[int]]) -> int | None:
    """The line that closes the block that `line` opens; None where it opens none."""
    fence = _FENCE.match(line)
    if fence is None:
        return None
    ends = closings.get(fence[1], [])
    following = bisect_right(ends, index)
    return ends[following] if following < len(ends) else None


def _without_spans(text: str) -> str:
    """The text with the code within lines blanked out; a span does not leave its paragraph."""
    pieces: list[str] = []
    start = 0
    for end in (*(match.start() for match in _PARAGRAPH_END.finditer(text)), len(text)):
        pieces.append(_without_spans_of(text[start:end]))
        start = end
    return "".join(pieces)


def _without_spans_of(paragraph: str) -> str:
    runs = [(match.start(), match.end()) for match in _BACKTICKS.finditer(paragraph)]
    if len(runs) < 2:
        return paragraph
    partner: list[int | None] = [None] * len(runs)
    last: dict[int, int] = {}
    for number in range(len(runs) - 1, -1, -1):
        length = runs[number][1] - runs[number][0]
        partner[number] = last.get(length)
        last[length] = number
    pieces: list[str] = []
    done = number = 0
    while number < len(runs):
        start, closing = runs[number][0], partner[number]
        if closing is None or (start and paragraph[start - 1] == "\\"):
            number += 1
            continue
        end = runs[closing][1]
        pieces.append(paragraph[done:start])
        pieces.append(re.sub(r"[^\n]", " ", paragraph[start:end]))
        done, number = end, closing + 1
    return "".join((*pieces, paragraph[done:]))
