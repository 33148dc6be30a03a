"""An organization makes the same statement about the same text twice.

The second statement adds nothing. This often happens when two people add the same statement.

## What to do

Remove one of the two statements.

## Example

Wrong:

```yaml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-06}
```

Right:

```yaml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context

SEVERITY = Severity.WARNING


def check(context: Context) -> Findings:
    """Report the second of two equal statements."""
    for fault in context.ledger.faults_of("repeated-statement"):
        yield Finding(
            "The organization has already made this statement about this text.",
            fault.location,
            f"see {fault.other}",
            "remove one of the two statements.",
        )
