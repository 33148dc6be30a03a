"""Brackets that were to make a link, and don't."""

import re
from collections.abc import Iterator

from toolkit.content.attachments import ENDINGS

_PAGE = r"[\w./-]+\.md(?:#[\w-]+)?"
_FILE = rf"(?:{_PAGE}|[\w./-]+(?:{'|'.join(map(re.escape, ENDINGS))}))"
# A name of a file between brackets that make no link, as the patterns below report them.
UNLINKED = re.compile(r"(?:\][ \n]\(|\)\[)(?:[\w./-]*/)?([\w.-]+)[)\]]")
# Characters that must be there, the pattern, what is wrong, and what to write.
LINKS = (
    (
        ")[",
        rf"\((?P<words>[^()\n]{{1,200}})\)\[(?P<to>https?://[^\s\[\]]+|{_FILE})\]",
        "The brackets of this link are the wrong way round.",
        "write [{words}]({to})",
    ),
    (
        "](",
        r"\]\((?=https?://|[\w./-]+\.md)[^\s()]*(?=\s|\Z)(?!(?:[^()\n]|\([^()\n]*\))*\))",
        "The bracket of this link is not closed.",
        'close it with ")" after the address',
    ),
    (
        "（",
        r"[\[【](?P<words>[^\[\]【】\n]{1,200})[\]】]"
        rf"（(?P<to>https?://[^\s()（）]+|{_PAGE})[)）]",
        "The brackets of this link are wide ones.",
        "write [{words}]({to})",
    ),
    (
        ".md",
        rf"\[(?P<words>[^\[\]()\n]{{1,200}})\((?P<to>{_PAGE})\)(?![^\[\]\n]*\])",
        "The bracket around the words of this link is not closed.",
        "write [{words}]({to})",
    ),
    (
        ".md",
        rf"\[(?P<words>[^\[\]()\n]{{1,200}})\](?P<to>{_PAGE})\)",
        "There is no bracket before the address of this link.",
        "write [{words}]({to})",
    ),
    (
        "(",
        rf"\[(?P<words>[^\[\]\n]{{1,200}})\][ \n]\((?P<to>{_FILE})\)",
        "There is a space or a new line between the brackets of this link.",
        "write [{words}]({to})",
    ),
    (
        "! [",
        r"^ {0,3}! \[(?P<words>[^\[\]\n]{1,200})\]\((?P<to>[\w./-]+\.(?:png|jpe?g|webp))\)",
        "There is a space before the bracket of this image.",
        "write ![{words}]({to})",
    ),
    # Programs that save documents as Markdown treat typed characters as plain text.
    (
        "\\[",
        rf"\\\[(?P<words>[^\[\]\n\\]{{1,200}})\\\]\\?\((?P<to>https?://[^\s()\\]+|{_PAGE})\\?\)",
        "The backslashes keep this from being a link.",
        "write [{words}]({to})",
    ),
)
_BRACKETS = re.compile(
    rf"\\.|\n[ \t]*\n|\[|\](?:\((?P<to>https?://[^\s()]+|mailto:[^\s()]+|{_PAGE})\))?", re.DOTALL
)


def unopened(text: str) -> Iterator[re.Match[str]]:
    """The ends of links whose words have no bracket before them in their paragraph."""
    opened = 0
    for match in _BRACKETS.finditer(text):
        sign = match[0][0]
        if sign == "\n":
            opened = 0
        elif sign == "[":
            opened += 1
        elif sign == "]" and opened:
            opened -= 1
        elif match["to"]:
            yield match
