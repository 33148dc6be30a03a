"""Markdown without its code: nothing in code is a heading or a link."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from toolkit.grouping import grouped

# Only a language may follow the fence; after anything else, the lines below aren't code.
_FENCE = re.compile(r"(`{3,}|~{3,})(?: *(?:\{[^{}\n]*\}|[\w#.+-]+))? *")
# Every text with code contains one of these; looking for them is far faster than a regex.
_CODE_CHARACTERS = ("`", "~~~", "\n    ", "\n\t")
_BACKTICKS = re.compile(r"`+")
_STRAY = (0, 0)
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
        paragraph = text[start:end]
        pieces.append(_blanked(paragraph, (span for span in _spans(paragraph) if span != _STRAY)))
        start = end
    return "".join(pieces)


def _without_sure_spans(lines: list[str]) -> Iterator[str]:
    """The lines without the code that begins and ends on one line, with no stray backtick above."""
    is_sure = True
    for line in lines:
        is_sure = is_sure or not line.strip(_SPACES)
        if not is_sure or "`" not in line:
            yield line
            continue
        spans = list(_spans(line))
        is_sure = _STRAY not in spans
        yield _blanked(line, spans if is_sure else spans[: spans.index(_STRAY)])


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where code begins and ends in a text, and `_STRAY` for backticks that begin none."""
    runs = [match.span() for match in _BACKTICKS.finditer(text)]
    closings: list[int | None] = []
    last: dict[int, int] = {}
    for number, (start, end) in reversed([*enumerate(runs)]):
        closings.append(last.get(end - start))
        last[end - start] = number
    closings.reverse()
    number = 0
    while number < len(runs):
        start, closing = runs[number][0], closings[number]
        if closing is None or text.endswith("\\", 0, start):
            yield _STRAY
            number += 1
        else:
            yield start, runs[closing][1]
            number = closing + 1


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        pieces += (text[done:start], re.sub(r"[^\n]", " ", text[start:end]))
        done = end
    return "".join((*pieces, text[done:]))
