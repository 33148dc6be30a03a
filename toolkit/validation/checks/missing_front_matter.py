"""A file does not begin with its front matter.

The front matter is the block between two lines `---` at the top of the file. It contains the title,
the summary and the other fields, by which readers find the page.

## What to do

Write `---` on the first line of the file. Write one field per line, and close the block with
another line `---`. Nothing may come before the first line `---`, not even an empty line.

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

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context

SEVERITY = Severity.ERROR

_WORDS = {
    "": (
        "The file does not begin with its front matter.",
        'the first line must be "---"',
        'begin the file with a line "---", then the fields, then another line "---".',
    ),
    "late": (
        'There is something above the first line "---".',
        'the first line must be "---"',
        'remove everything above the first line "---".',
    ),
    "empty": (
        'There are no fields between the two lines "---".',
        "write the fields below this line",
        "write at least the fields title and summary.",
    ),
}


def check(context: Context) -> Findings:
    """Put into words how the front matter is missing."""
    for fault in context.content.faults("missing-front-matter"):
        message, label, hint = _WORDS[fault.reason]
        yield Finding(message, fault.location, label, hint)
