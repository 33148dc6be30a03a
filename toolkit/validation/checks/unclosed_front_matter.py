"""The facts at the head of a file do not end.

The facts stand between two lines `---`. Without the second one the text of the entry would be read
as facts.

## What to do

Write a line `---` below the last field, with nothing else on it and no blank before it.

## Example

Wrong:

```markdown
---
title: Guide for labour inspectors

## Contents
```

Right:

```markdown
---
title: Guide for labour inspectors
---

## Contents
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from toolkit.content.reader import Content
from toolkit.problems import Finding, Severity

ID: Final = "unclosed-front-matter"
SEVERITY: Final = Severity.ERROR


def check(content: Content, day: date) -> Iterator[Finding]:
    """Report the blocks without an end."""
    for fault in content.faults(ID):
        yield Finding(
            "The facts that begin here do not end.",
            fault.location,
            'close them with another line "---"',
            'write a line "---" below the last field.',
        )
