"""The review of an entry is overdue.

`review_by` is the month by which somebody promised to check that the entry is still right. Laws,
addresses and helplines change; after that month readers see a notice on the page.

## What to do

Read the entry, compare it with the work or ask the people who run the practice, correct what has
changed, and set `review_by` to a later month.

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

import re

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context

SEVERITY = Severity.WARNING

_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


def check(context: Context) -> Findings:
    """Compare `review_by` with the day."""
    now = f"{context.day:%Y-%m}"
    for entry in context.content.entries:
        for leaf in entry.of_field("review_by"):
            if _MONTH.fullmatch(leaf.text) and leaf.text < now:
                yield Finding.about(
                    leaf,
                    f"The entry was due for review by {leaf.text}.",
                    "review the entry, then set a later month",
                    "compare the entry with the work, correct it, and set a later month.",
                )
