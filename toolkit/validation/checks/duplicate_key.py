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
from datetime import date
from typing import Final

from toolkit.content.reader import Content
from toolkit.problems import Finding, Severity
from toolkit.validation.words import quote

ID: Final = "duplicate-key"
SEVERITY: Final = Severity.ERROR


def check(content: Content, day: date) -> Iterator[Finding]:
    """Report each repetition, with the line of the first."""
    for fault in content.faults(ID):
        yield Finding(
            f"{quote(fault.reason)} is written twice.",
            fault.location,
            f"it stands on line {fault.detail} already",
            "keep one of the two lines; put the parts of a list into one list.",
            fault.reason,
        )
