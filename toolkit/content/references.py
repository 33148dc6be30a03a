"""Characters that a body writes as HTML character references: `&#8;`, `&shy;`."""

import html
import re
from collections.abc import Iterator

# To be matched case-insensitively.
REFERENCE = r"&(?:#0*[0-9]{1,7}|#x0*[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});"
_REFERENCE = re.compile(REFERENCE, re.IGNORECASE)
# Python doesn't convert numbers of more than 4,300 digits; one that long is no character anyway.
_LONG = re.compile(r"(&#)0*([0-9]{8})[0-9]*")
# A link to one mailbox: with a subject and words to begin with, but no further ones. Behind a line
# break in the subject, some mail programs would read another head, such as `Bcc:`.
_SAID = r"(?:subject=(?:(?!%0[AD])[^&])*|body=[^&]*)"
MAILBOX = re.compile(rf"mailto:[^@?,;%\s]+@[^@?,;%\s]+(?:\?{_SAID}(?:&{_SAID})*)?", re.IGNORECASE)


def references(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each reference in a text, with the characters that it stands for."""
    return ((match, meant(match[0])) for match in _REFERENCE.finditer(text))


def meant(code: str) -> str:
    """The characters that a reference stands for; Python drops those that XML forbids."""
    number = code[2:-1].lstrip("0")
    return unescaped(code) or chr(int(number[1:], 16) if number[0] in "xX" else int(number))


def unescaped(text: str) -> str:
    """A text with its references replaced by their characters."""
    return html.unescape(_LONG.sub(r"\1\2", text))
