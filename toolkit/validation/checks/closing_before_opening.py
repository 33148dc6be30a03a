"""A circulation closes before it opens.

A text circulates from the day on which it is sent to the members to the last day on which they can
object, that day included. With the dates the wrong way round, nobody could object.

## What to do

Correct the two dates.

## Example

Wrong:

```yaml
- {entry: manual, digest: "sha256:1f0c...", opens: 2026-03-01, closes: 2026-01-30}
```

Right:

```yaml
- {entry: manual, digest: "sha256:1f0c...", opens: 2026-01-30, closes: 2026-03-01}
```
"""

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context


def check(context: Context) -> Findings:
    """Compare the two dates of each circulation."""
    for fault in context.ledger.faults_of("closing-before-opening"):
        closes, opens = fault.names
        yield Finding(
            f"The circulation closes on {closes}, before it opens on {opens}.",
            fault.location,
            "correct the date",
            "write the first day in opens and the last day in closes.",
            "closes",
        )
