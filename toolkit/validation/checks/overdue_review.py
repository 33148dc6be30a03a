"""The review of an entry or a task is overdue.

`review_by` is the month by which somebody promised to check that the text is still right. Laws,
addresses and helplines change; after that month readers of an entry see a notice on the page.

## What to do

Read the entry, compare it with the work or ask the people who run the practice, correct what has
changed, and set `review_by` to a later month. Of a task, read the entries that it chooses.

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

from toolkit.content.schema import Kind
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context

SEVERITY = Severity.WARNING

_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


def check(context: Context) -> Findings:
    """Compare `review_by` with the day."""
    now = f"{context.day:%Y-%m}"
    for text in (*context.content.entries, *context.content.tasks):
        is_task = text.kind is Kind.TASK
        what, source = ("task", "the entries") if is_task else ("entry", "the work")
        for leaf in text.of_field("review_by"):
            if _MONTH.fullmatch(leaf.text) and leaf.text < now:
                message = f"The {what} was due for review by {leaf.text}."
                label = f"review the {what}, then set a later month"
                hint = f"compare the {what} with {source}, correct it, and set a later month."
                yield Finding.about(leaf, message, label, hint)
