"""An organization takes back what it has not said.

A withdrawal takes back the organization's own statement about the same text, from an earlier day.
If there is none, the digest or the date is probably wrong, and the statement that was meant still
stands.

## What to do

Correct the digest or the date. To undo a statement of the same day, remove its line.

## Example

Wrong:

```yaml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
withdrawals:
  - {entry: manual, digest: "sha256:9ab4...", on: 2026-03-01}
```

Right:

```yaml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
withdrawals:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-03-01}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from toolkit.content.reader import Content
from toolkit.problems import Finding, Severity
from toolkit.recognition.ledger import ledger_of
from toolkit.validation.words import quote

ID: Final = "nothing-to-withdraw"
SEVERITY: Final = Severity.ERROR


def check(content: Content, day: date) -> Iterator[Finding]:
    """Report withdrawals without a statement before them."""
    for fault in ledger_of(content).faults_of(ID):
        yield Finding(
            f"{quote(fault.detail)} takes back what it has not said about this text.",
            fault.location,
            f"no earlier statement before {fault.reason}",
            "correct the digest or the date, or remove the line.",
        )
