"""A number of days does not make sense.

`circulation_days` is the minimum number of days for which a text circulates among the members, the
first and the last day included. It is a whole number from 1 to 366.

## What to do

Write the number in digits, without a unit.

## Example

Wrong:

```yaml
circulation_days: 30 days
```

Right:

```yaml
circulation_days: 30
```
"""

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote


def check(context: Context) -> Findings:
    """Look at the number in the policy."""
    for fault in context.ledger.faults_of("invalid-number"):
        yield Finding(
            f"{quote(fault.detail)} is not a whole number from 1 to 366.",
            fault.location,
            "write it like 30",
            "write a number in digits, without a unit.",
            fault.field,
        )
