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

from toolkit.problems import Severity
from toolkit.validation.of_faults import of_faults

SEVERITY = Severity.WARNING

check = of_faults(
    "repeated-statement",
    "The organization has already made this statement about this text.",
    "see {fault.other}",
    "remove one of the two statements.",
)
