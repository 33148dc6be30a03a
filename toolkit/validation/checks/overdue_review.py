"""An entry should have been read again by now.

`review_by` is the month by which somebody promised to look whether the entry still holds. Laws,
addresses and helplines change; after that month readers see a mark on the page.

## What to do

Read the entry, compare it with the work or ask who runs the practice, correct what has changed,
and set `review_by` to a later month.

## Example

Wrong, in November 2026:

```yaml
review_by: 2026-06
```

Right:

```yaml
review_by: 2027-06
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context

ID: Final = "overdue-review"
SEVERITY: Final = Severity.WARNING

_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


def check(context: Context) -> Iterator[Finding]:
    """Compare `review_by` with the day."""
    now = f"{context.day:%Y-%m}"
    for entry in context.content.entries:
        for leaf in entry.of_field("review_by"):
            if _MONTH.fullmatch(leaf.text) and leaf.text < now:
                yield Finding(
                    f"The entry should have been read again by {leaf.text}.",
                    leaf.scalar.location,
                    "read the entry, then set a later month",
                    "compare the entry with the work, correct it, and set review_by anew.",
                    leaf.name,
                )
