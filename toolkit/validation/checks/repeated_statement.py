"""An organization says the same about the same text twice.

The second line adds nothing. It is often left over when two people add the same statement.

## What to do

Remove one of the two lines.

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

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from toolkit.content.reader import Content
from toolkit.problems import Finding, Severity
from toolkit.recognition.ledger import ledger_of

ID: Final = "repeated-statement"
SEVERITY: Final = Severity.WARNING


def check(content: Content, day: date) -> Iterator[Finding]:
    """Report the second of two equal statements."""
    for fault in ledger_of(content).faults_of(ID):
        yield Finding(
            "The same organization says the same about this text already.",
            fault.location,
            f"see {fault.detail}",
            "remove one of the two lines.",
        )
