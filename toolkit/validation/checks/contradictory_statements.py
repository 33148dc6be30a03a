"""An organization recognizes a text and objects to it at the same time.

Both cannot be true. Until it is clear which one is meant, the site can say nothing about the entry.

## What to do

Withdraw the earlier statement in the list `withdrawals` of the same register, on the day of the
later statement. On any one day, withdrawals count before statements.

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
            first, second = "recognized", "objected to"
        yield Finding(
            f"This text is {first} here, but the same organization has already {second} it.",
            fault.location,
            f"see {fault.other}",
            "withdraw the earlier statement in the list withdrawals, on the same day.",
        )
