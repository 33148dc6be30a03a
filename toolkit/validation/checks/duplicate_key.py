"""A field is written twice.

Only one of the two can be shown, and nobody can tell which.

## What to do

Keep the right line and remove the other one. If each holds a part of a list, combine them into one
list.

## Example

Wrong:

```yaml
themes: [investigation]
audiences: [law-enforcement]
themes: [financial-investigation]
```

Right:

```yaml
themes: [investigation, financial-investigation]
audiences: [law-enforcement]
```
"""

from __future__ import annotations

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

SEVERITY = Severity.ERROR


def check(context: Context) -> Findings:
    """Report each repetition, with the line of the first."""
    for fault in context.content.faults("duplicate-key"):
        yield Finding(
            f"{quote(fault.detail)} is written twice.",
            fault.location,
            f"it is already on line {fault.other.line}" if fault.other else "",
            "keep one of the two lines; combine two lists into one.",
            fault.detail,
        )
