"""A list is not written with hyphens, or with numbers and full stops.

The bullet "•" of a word processor does not make a list here, and neither does "1)" or "a)": all
items run together in one paragraph.

## What to do

Begin each item with a hyphen and a space, or with a number, a full stop and a space. Leave a blank
line above the first item.

## Example

Wrong:

```markdown
• Interviews
• Shelter
```

Right:

```markdown
- Interviews
- Shelter
```
"""

import re

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.passages import bodies
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_CALLED = {"-": "the hyphen", "*": "the asterisk"}

_BULLET = re.compile(
    r"^[ \t>]{0,40}(?P<sign>[•·‣◦▪●■○–—\uf0b7\uf0a7§](?=[ \t\u00a0]|\w)|o(?=\t))", re.MULTILINE
)
# Two lines or more: a single one may go on from the line above.
_GLUED = re.compile(
    r"^ {0,3}(?P<sign>-|\*)(?=[^\W\d_][^\n*]*\n {0,3}(?P=sign)[^\W\d_])", re.MULTILINE
)
_NUMBER = re.compile(r"^ {0,3}(?P<sign>\(?(?:[0-9]{1,2}|[a-z]|i{1,3}|iv)\))[ \t]+\S", re.MULTILINE)


def check(context: Context) -> Findings:
    """Look for lines that begin with a bullet."""
    for passage in bodies(context.content):
        if not passage.text.isascii() or "o\t" in passage.text:
            for match in _BULLET.finditer(passage.text):
                yield Finding(
                    f"{quote(match['sign'])} does not make a list.",
                    passage.at(match.start("sign"), 1),
                    'write "- " instead',
                    "begin each item of a list with a hyphen and a space.",
                )
        for match in _GLUED.finditer(passage.text):
            yield Finding(
                f"There is no space after {_CALLED[match['sign']]}, so this does not make a list.",
                passage.at(match.start("sign"), 1),
                'write "- " instead',
                "begin each item of a list with a hyphen and a space.",
            )
        for match in _NUMBER.finditer(passage.text) if ")" in passage.text else ():
            yield Finding(
                f"{quote(match['sign'])} does not make a list.",
                passage.at(match.start("sign"), len(match["sign"])),
                'write "1." instead',
                "begin each item of a list with its number, a full stop and a space.",
            )
