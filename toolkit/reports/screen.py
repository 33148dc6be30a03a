"""How text of any kind is shown on a terminal: nothing that acts, and the width of characters.

A contributed text may contain characters that move the cursor, colour the screen or reverse the
order of letters, so that a reviewer sees another text than the file has. They are shown as their
numbers.
"""

import unicodedata

_ACTING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_TAB = 4


def shown(text: str) -> str:
    """The text with every character that a terminal would act upon shown as `<U+001B>`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def cells(text: str) -> list[str]:
    """What is shown for each character of a line, tabs filled up to the next stop."""
    result: list[str] = []
    column = 0
    for character in text:
        piece = " " * (_TAB - column % _TAB) if character == "\t" else _shown(character)
        result.append(piece)
        column += width(piece)
    return result


def width(text: str) -> int:
    """Number of columns that a shown text takes."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _shown(character: str) -> str:
    if unicodedata.category(character) in _ACTING:
        return f"<U+{ord(character):04X}>"
    return character


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
