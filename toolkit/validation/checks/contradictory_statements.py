"""An organization recognizes a text and objects to it at the same time.

Both can't hold. Until it is clear which of the two is meant, nothing can be said about the entry.

## What to do

Take the earlier statement back in the list `withdrawals` of the same register, with the day of the
later statement. On one day, what is taken back comes before what is said.

## Example

Wrong:

```yaml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
objections:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-03-01, reason: The figures are too old.}
```

Right:

```yaml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
objections:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-03-01, reason: The figures are too old.}
withdrawals:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-03-01}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context

ID: Final = "contradictory-statements"
SEVERITY: Final = Severity.ERROR


def check(context: Context) -> Iterator[Finding]:
    """Report the later of two statements."""
    for fault in context.ledger.faults_of(ID):
        first, second = ("objected to", "recognized")
        if fault.reason == "recognises":
            first, second = second, first
        yield Finding(
            f"This text cannot be {first} here while it is {second} by the same organization.",
            fault.location,
            f"see {fault.other}",
            "take the earlier statement back in the list withdrawals, from the same day.",
        )
