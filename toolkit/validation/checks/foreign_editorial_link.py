"""An editorial change is not declared by the secretariat.

An editorial change carries the statements of organizations over to a text that they have not seen.
Only the secretariat named in `docs/recognition/policy.yml` may declare one.

## What to do

Ask the secretariat to declare the change. If the secretariat has changed, correct
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

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Compare who declares each change with the policy."""
    for fault in context.ledger.faults_of("foreign-editorial-link"):
        secretariat, author = fault.names
        yield Finding(
            f"Only {quote(secretariat)} may declare editorial changes, not {quote(author)}.",
            fault.location,
            hint="ask the secretariat to declare it; see "
            f"{context.content.prefix}/recognition/policy.yml.",
            field="by",
        )
