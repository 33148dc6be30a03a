"""A circulation closes before it opens.

A text circulates from the day on which it is sent to the members to the last day on which they can
object, that day included. With the dates the wrong way round, nobody could object.

## What to do

Correct the two dates.

## Example

Wrong:

```yaml
- {entry: manual, digest: "sha256:1f0c...", opens: 2026-03-01, closes: 2026-01-30}
```

Right:

```yaml
- {entry: manual, digest: "sha256:1f0c...", opens: 2026-01-30, closes: 2026-03-01}
```
"""

from toolkit.validation.of_faults import of_faults

check = of_faults(
    "closing-before-opening",
    "The circulation closes on {fault.names[0]}, before it opens on {fault.names[1]}.",
    "correct the date",
    "write the first day in opens and the last day in closes.",
    "closes",
)
