"""How to show any text on a terminal: without control characters, and by the width of characters.

A contributed text may contain characters that move the cursor, colour the screen or reverse the
order of letters, and a reviewer would see something other than what is in the file. They are shown
by number.
"""

import unicodedata

_ACTING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_TAB = 4


def shown(text: str) -> str:
    """The text with every character that a terminal would act on shown as `<U+001B>`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def shown_lines(text: str) -> str:
    """The same for a text of several lines."""
    return "\n".join(map(shown, text.split("\n")))


def cells(text: str) -> list[str]:
    """What is shown for each character of a line, with tabs expanded to the next tab stop."""
    result: list[str] = []
    column = 0
    for character in text:
        piece = " " * (_TAB - column % _TAB) if character == "\t" else _shown(character)
        result.append(piece)
        column += width(piece)
    return result


def width(text: str) -> int:
    """The number of columns that a shown text takes."""
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
