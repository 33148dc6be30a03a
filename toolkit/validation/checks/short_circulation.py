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

from toolkit.validation.of_faults import of_faults

check = of_faults(
    "short-circulation",
    "The text circulates for {days[0]}; the policy requires at least {days[1]}.",
    "choose a later day",
    "see circulation_days in {prefix}/recognition/policy.yml.",
    "closes",
)
