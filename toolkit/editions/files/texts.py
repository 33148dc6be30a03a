"""Plain text alongside the pages of a copy: files, and titles of a limited length."""

import re
import unicodedata
from collections.abc import Iterable

from toolkit.languages.directions import balanced

_HALVES_OF_A_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]+\\Z")
_JOINED = re.compile("[\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


def plain_text(blocks: Iterable[str]) -> bytes:
    """The blocks with an empty line between them, in a form that even old editors can show.

    A byte-order mark tells old Windows editors that this is Unicode; lines end as on Windows.
    """
    return ("\ufeff" + "\n\n".join(blocks) + "\n").replace("\n", "\r\n").encode()


def shortened(text: str, length: int) -> str:
    """`text`, shortened to at most `length` characters: between words, if they aren't too long."""
    if len(text) <= length:
        return balanced(text)
    end = text.rfind(" ", length // 2, length)
    if end < 0:
        end = length - 1
        while end and _is_within_a_letter(text, end):
            end -= 1
    return balanced(f"{text[:end].rstrip(' ,;:.–-')}…")


def _is_within_a_letter(text: str, at: int) -> bool:
    """Whether a letter and its marks, a flag, or signs joined to one would be cut in two there."""
    if (
        unicodedata.category(text[at])[0] == "M"
        or _JOINED.match(text, at)
        or text[at - 1] == "\u200d"
    ):
        return True
    before, flag = _HALVES_OF_A_FLAG.search(text, 0, at), _HALVES_OF_A_FLAG.match(text[at])
    return bool(flag and before and len(before[0]) % 2)
