"""Editorial changes form a circle.

An editorial change says that statements about an old text apply to the new one. Each change leads
from an older text to a newer one, so a circle cannot be right.

## What to do

Remove the change that leads back. If the old text was restored, you need not declare anything: the
statements about it apply again.

## Example

Wrong:

```yaml
- entry: manual
  from: "sha256:1f0c..."
  to: "sha256:9ab4..."
  on: 2026-02-01
  by: unodc
  reason: A comma
- entry: manual
  from: "sha256:9ab4..."
  to: "sha256:1f0c..."
  on: 2026-02-09
  by: unodc
  reason: Undone
```

Right:

```yaml
- entry: manual
  from: "sha256:1f0c..."
  to: "sha256:9ab4..."
  on: 2026-02-01
  by: unodc
  reason: A comma
```
"""

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context


def check(context: Context) -> Findings:
    """Report each change that is part of a circle."""
    for fault in context.ledger.faults_of("circular-editorial-links"):
        yield Finding(
            "This editorial change is part of a circle.",
            fault.location,
            "this leads back to an older text",
            "remove the change that leads back; statements about the restored text apply again.",
        )
