"""An organization makes the same statement about the same text twice.

The second statement adds nothing. This often happens when two people add the same statement. The
same goes for two former rules in `docs/recognition/policy.yml` with the same last day: only the
first of them counts.

## What to do

Remove one of the two statements or rules, or correct the last day of one.

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
    """Point from the second one to the first."""
    for fault in context.ledger.faults_of("repeated-statement"):
        message = "The organization has already made this statement about this text."
        hint = "remove one of the two statements."
        if fault.field == "until":
            message = "Former rules with this last day are already given: these don't count."
            hint = "remove one of the two, or correct its last day."
        yield Finding(message, fault.location, f"see {fault.other}", hint)
