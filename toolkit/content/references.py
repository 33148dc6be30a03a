"""Characters that the text of a body writes as codes of HTML: `&#8;`, `&shy;`."""

import html
import re
from collections.abc import Iterator

_REFERENCE = re.compile(
    r"&(?:#0*(?P<decimal>[0-9]{1,7})|#[xX]0*(?P<hex>[0-9A-Fa-f]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});"
)
# Python converts no number of more than 4,300 digits; so many stand for no character.
_LONG = re.compile(r"(&#)0*([0-9]{8})[0-9]*")


def references(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each code in a text, with the characters that it stands for."""
    for match in _REFERENCE.finditer(text):
        number = int(match["decimal"] or match["hex"] or "0", 10 if match["decimal"] else 16)
        shown = html.unescape(f"&#{number};" if number else match[0])
        yield match, shown or chr(number)  # Python leaves out what XML forbids


def unescaped(text: str) -> str:
    """A text with the characters that its codes stand for."""
    return html.unescape(_LONG.sub(r"\1\2", text))
