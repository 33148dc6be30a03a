"""A text circulates for fewer days than the policy requires.

Every member needs time to read the text and to object. `docs/recognition/policy.yml` sets the
minimum number of days, the first and the last one included.

## What to do

Choose a later day for `closes`. If the minimum has changed since, put the former rules under
`earlier` in the policy.

## Example

Wrong:

```yaml
# circulation_days: 30
- {entry: manual, digest: "sha256:1f0c...", opens: 2026-01-05, closes: 2026-01-12}
```

Right:

```yaml
# circulation_days: 30
- {entry: manual, digest: "sha256:1f0c...", opens: 2026-01-05, closes: 2026-02-03}
```
"""

from toolkit.problems import Finding, Findings, counted
from toolkit.validation.context import Context


def check(context: Context) -> Findings:
    """Compare the length of each circulation with the policy."""
    for fault in context.ledger.faults_of("short-circulation"):
        days, least = fault.numbers
        yield Finding(
            f"The text circulates for {counted(days, 'day')}; the policy requires at least "
            f"{counted(least, 'day')}.",
            fault.location,
            "choose a later day",
            f"see circulation_days in {context.content.prefix}/recognition/policy.yml.",
            "closes",
        )
