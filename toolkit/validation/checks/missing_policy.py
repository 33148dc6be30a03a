"""There are statements of recognition, but no policy.

The policy says what it takes for a text to be recognized, which organization is the secretariat,
and whether all members are listed. Without it no statement can be judged.

## What to do

Add the file `policy.yml` next to the registers, with its four fields.

## Example

Wrong:

```yaml
docs/recognition/unodc.yml
```

Right:

```yaml
# docs/recognition/policy.yml
procedure: all-members
secretariat: unodc
circulation_days: 30
membership_complete: false
```
"""

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context


def check(context: Context) -> Findings:
    """Report the first register that has no policy next to it."""
    for fault in context.ledger.faults_of("missing-policy"):
        yield Finding(
            f"The policy {context.content.prefix}/recognition/policy.yml is missing.",
            fault.location,
            hint="add it with procedure, secretariat, circulation_days and membership_complete.",
        )
