"""A field is written twice.

Only one of the two could be shown, and nobody could tell which.

## What to do

Keep the right line and delete the other one. If both hold parts of a list, put them into one list.

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

from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

ID: Final = "duplicate-key"
SEVERITY: Final = Severity.ERROR


def check(context: Context) -> Iterator[Finding]:
    """Report each repetition, with the line of the first."""
    for fault in context.content.faults(ID):
        yield Finding(
            f"{quote(fault.detail)} is written twice.",
            fault.location,
            f"it stands on line {fault.other.line} already" if fault.other else "",
            "keep one of the two lines; put the parts of a list into one list.",
            fault.detail,
        )
