"""The facts of an entry, or a list, are too long or too deep to be read.

Facts are some twenty short lines. What is much larger got there by mistake, or is meant to make
the program hang. Limits of the facts of an entry: 64 KB of text, 5,000 values, 20 levels of
brackets or indents. Lists may hold 500,000 values.

## What to do

Move long texts below the second line `---`. Remove brackets and indents that are not needed.

## Example

Wrong:

```yaml
themes: [[[[[[[[[[[[[[[[[[[[[hotlines-and-reporting]]]]]]]]]]]]]]]]]]]]]
```

Right:

```yaml
themes: [hotlines-and-reporting]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context

ID: Final = "oversized-front-matter"
SEVERITY: Final = Severity.ERROR

_WORDS = {
    "size": (
        "The facts of this file are longer than {limit} KB.",
        "move long texts below the facts",
    ),
    "depth": (
        "Brackets or indents are nested more than {limit} deep.",
        "remove the brackets that are not needed",
    ),
    "values": (
        "There are more than {limit} values.",
        "from here on nothing is read",
    ),
}


def check(context: Context) -> Iterator[Finding]:
    """Name the limit that was passed."""
    for fault in context.content.faults(ID):
        message, label = _WORDS[fault.reason]
        yield Finding(
            message.format(limit=f"{fault.numbers[0]:,}"),
            fault.location,
            label,
            "shorten the facts to what the list of fields asks for.",
        )
