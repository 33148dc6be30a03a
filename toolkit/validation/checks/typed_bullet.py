"""A list is written with a bullet sign instead of a hyphen.

The sign "•" of a word processor makes no list here: all its items run together in one paragraph.

## What to do

Begin each item with a hyphen and a blank, and leave a blank line above the first item.

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

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from toolkit.content.reader import Content
from toolkit.problems import Finding, Severity
from toolkit.validation.passages import bodies
from toolkit.validation.words import quote

ID: Final = "typed-bullet"
SEVERITY: Final = Severity.WARNING

_BULLET = re.compile(
    r"^[ \t>]{0,40}(?P<sign>[•·‣◦▪●■○–—\uf0b7\uf0a7])(?=[ \t\u00a0]|\w)", re.MULTILINE
)


def check(content: Content, day: date) -> Iterator[Finding]:
    """Look for lines that begin with a bullet."""
    for passage in bodies(content):
        if not passage.text.isascii():
            for match in _BULLET.finditer(passage.text):
                yield Finding(
                    f"{quote(match['sign'])} does not make a list.",
                    passage.at(match.start("sign"), 1),
                    'write "- " instead',
                    "begin each item of a list with a hyphen and a blank.",
                )
