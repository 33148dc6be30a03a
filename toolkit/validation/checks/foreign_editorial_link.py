"""An editorial change is declared by another body than the secretariat.

An editorial change carries statements of organizations over to a text that they have not seen. Only
the secretariat that `docs/recognition/policy.yml` names may say so.

## What to do

Ask the secretariat to declare the change. If there is another secretariat now, change it in
`docs/recognition/policy.yml` first.

## Example

Wrong:

```yaml
- entry: manual
  from: "sha256:1f0c..."
  to: "sha256:9ab4..."
  on: 2026-02-01
  by: iom
  reason: A comma
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

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context
from toolkit.validation.words import quote

ID: Final = "foreign-editorial-link"
SEVERITY: Final = Severity.ERROR


def check(context: Context) -> Iterator[Finding]:
    """Compare who declares each change with the policy."""
    for fault in context.ledger.faults_of(ID):
        secretariat, author = fault.names
        yield Finding(
            f"Editorial changes are declared by {quote(secretariat)}, not by {quote(author)}.",
            fault.location,
            "",
            "ask the secretariat to declare it; "
            f"{context.content.prefix}/recognition/policy.yml names it.",
            "by",
        )
