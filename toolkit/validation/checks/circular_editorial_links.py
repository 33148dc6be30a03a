"""Editorial changes form a circle.

An editorial change says that statements about an old text apply to the new one. Each change leads
from an older text to a newer one, so a circle cannot be right.

## What to do

Remove the change that leads back. If the old text was restored, you need not declare anything: the
statements about it apply again.

## Example

Wrong:

```yaml
- entry: manual
  from: "sha256:1f0c..."
  to: "sha256:9ab4..."
  on: 2026-02-01
  by: unodc
  reason: A comma
- entry: manual
  from: "sha256:9ab4..."
  to: "sha256:1f0c..."
  on: 2026-02-09
  by: unodc
  reason: Undone
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

from toolkit.validation.of_faults import of_faults

check = of_faults(
    "circular-editorial-links",
    "This editorial change is part of a circle.",
    "this leads back to an older text",
    "remove the change that leads back; statements about the restored text apply again.",
)
