"""An organization recognizes a text and objects to it at the same time.

Both cannot be true. Until it is clear which one is meant, the site can say nothing about the entry.

## What to do

Withdraw the earlier statement in the list `withdrawals` of the same register, on the day of the
later statement. On any one day, withdrawals count before statements. If both are from the same day,
remove the one that is not meant.

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

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context


def check(context: Context) -> Findings:
    """Report the later of two statements, if all statements could be read."""
    for fault in context.ledger.faults_of("contradictory-statements"):
        if fault.location.source.path in context.ledger.unclear:
            continue
        now, before = "objects to", "recognized"
        if fault.reason == "recognises":
            now, before = "recognizes", "objected to"
        earlier, later = fault.names
        if earlier == later:
            message = f"On {later}, this organization both recognized and objected to this text."
            hint = "remove one of the two: only one of them can apply on one day."
        else:
            message = f"The organization {now} this text here, but {before} it on {earlier}."
            hint = f"if this is right, add the earlier statement to withdrawals, with on: {later}."
        yield Finding(message, fault.location, f"see {fault.other}", hint)
