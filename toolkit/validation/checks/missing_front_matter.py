"""A file does not begin with its facts.

Every entry and every page begins with a block of facts between two lines `---`: its title, its
summary and more. Without it nobody can find the page.

## What to do

Begin the first line of the file with `---`. Write one fact a line, and close the block with another
line `---`. Nothing may stand above the first one, not even an empty line.

## Example

Wrong:

```markdown
# Guide for labour inspectors

The guide explains ...
```

Right:

```markdown
---
title: Guide for labour inspectors
summary: It explains how to recognize forced labour during an inspection.
---

The guide explains ...
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context

ID: Final = "missing-front-matter"
SEVERITY: Final = Severity.ERROR

_WORDS = {
    "": (
        "The file does not begin with its facts.",
        'the first line must be "---"',
        'begin the file with a line "---", the fields, and another line "---".',
    ),
    "late": (
        'Something stands above the line "---" that begins the facts.',
        'the first line must be "---"',
        'delete what stands above the first line "---".',
    ),
    "empty": (
        'There are no facts between the two lines "---".',
        "write the fields below this line",
        "write at least the fields title and summary.",
    ),
}


def check(context: Context) -> Iterator[Finding]:
    """Put into words how the block of facts is missing."""
    for fault in context.content.faults(ID):
        message, label, hint = _WORDS[fault.reason]
        yield Finding(message, fault.location, label, hint)
