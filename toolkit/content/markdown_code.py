"""Markdown without its code: nothing in code is a heading or a link."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from toolkit.grouping import grouped

# Only a language may follow the fence; after anything else, the lines below aren't code.
_FENCE = re.compile(r"(`{3,}|~{3,}) *(?:\{[^{}\n]*\}|\.?[\w#.+-]*) *")
# Every text with code contains one of these; looking for them is far faster than a regex.
_CODE_CHARACTERS = ("`", "~~~", "\n    ", "\n\t")
_BACKTICKS = re.compile(r"`+")
# To Markdown, a line with any other kind of space is not blank.
_SPACES = " \t"
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
# What continues in indented paragraphs: lists, definitions, notes, boxes.
_CONTAINER = re.compile(r" {0,3}(?:(?:[-*+:]|\d+[.)])\s|\[\^[^\]]*\]:|!!!)")


def without_code(body: str, *, sure: bool = False) -> str:
    """The body with code blanked out; every other character keeps its position.

    The end of a paragraph isn't always known here, and therefore neither is which backticks belong
    together. With `sure`, blank out only what is code wherever the paragraph ends: a link must not
    hide behind a stray backtick.
    """
    has_code = body.startswith(("    ", "\t")) or any(sign in body for sign in _CODE_CHARACTERS)
    return _without(body, sure) if has_code else body


# About twenty checks call this, each for several documents before the next check does.
@lru_cache(maxsize=32)
def _without(body: str, sure: bool) -> str:
    lines = body.split("\n")
    closings = grouped(
        (line.rstrip(" "), index)
        for index, line in enumerate(lines)
        if line.startswith(("```", "~~~"))
    )
    kept = _without_blocks(lines, closings)
    return "\n".join(_without_sure_spans(kept)) if sure else _without_spans("\n".join(kept))


def _without_blocks(lines: list[str], closings: Mapping[str, Sequence[int]]) -> list[str]:
    result: list[str] = []
    contained = indented = False
    blank = True
    while len(result) < len(lines):
        index = len(result)
        line = lines[index]
        end = _end_of_fence(line, index, closings)
        if end is not None:
            result.extend("" for _ in range(index, end + 1))
            blank = True
        elif not line.strip(_SPACES):
            blank = True
            result.append(line)
        else:
            if _CONTAINER.match(line):
                contained = True
            elif blank and not line.startswith((" ", "\t")):
                contained = False
            indented = line.startswith(("    ", "\t")) and not contained and (blank or indented)
            blank = False
            result.append("" if indented else line)
    return result


def _end_of_fence(line: str, index: int, closings: Mapping[str, Sequence[int]]) -> int | None:
    """The index of the line that closes the block opened by `line`; None if it opens none."""
    fence = _FENCE.fullmatch(line)
    if fence is None:
        return None
    ends = closings.get(fence[1], ())
    following = bisect_right(ends, index)
    return ends[following] if following < len(ends) else None


def _without_spans(text: str) -> str:
    """The text with inline code blanked out; a span never extends beyond its paragraph."""
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


def _without_sure_spans(lines: list[str]) -> Iterator[str]:
    """The lines without the code that begins and ends on one line, with no stray backtick above."""
    is_sure = True
    for line in lines:
        is_sure = is_sure or not line.strip(_SPACES)
        if not is_sure or "`" not in line:
            yield line
            continue
        stretches, is_sure = _sure_spans(line)
        pieces: list[str] = []
        done = 0
        for start, end in stretches:
            pieces += (line[done:start], " " * (end - start))
            done = end
        yield "".join((*pieces, line[done:]))


def _sure_spans(line: str) -> tuple[list[tuple[int, int]], bool]:
    """The code spans of a line, and whether those are all of them.

    They end before the first backticks that aren't sure to begin or end code on the line.
    """
    runs = [match.span() for match in _BACKTICKS.finditer(line)]
    lengths = [end - start for start, end in runs]
    stretches: list[tuple[int, int]] = []
    number = 0
    while number < len(runs):
        start = runs[number][0]
        following = (at for at in range(number + 1, len(runs)) if lengths[at] == lengths[number])
        closing = next(following, None)
        if closing is None or line.endswith("\\", 0, start):
            return stretches, False
        stretches.append((start, runs[closing][1]))
        number = closing + 1
    return stretches, True
