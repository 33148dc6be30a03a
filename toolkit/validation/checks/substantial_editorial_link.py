"""An editorial change affects a field of substance without saying so.

An editorial change carries recognitions over to a new text. A change of the title, of the
organizations, of the provisions or of the evidence is rarely editorial. If it is, the reason has to
name the field, so that everyone who reads the list sees it.

## What to do

Name the field in `reason` and say what changed in it. If it is a change of substance, remove it
from the list: the organizations then look at the new text.

## Example

Wrong:

```yaml
- entry: manual
  from: "sha256:1f0c..."
  to: "sha256:9ab4..."
  on: 2026-02-01
  by: unodc
  reason: Typing error
```

Right:

```yaml
- entry: manual
  from: "sha256:1f0c..."
  to: "sha256:9ab4..."
  on: 2026-02-01
  by: unodc
  reason: A typing error in the title
```
"""

from toolkit.validation.of_faults import of_faults

check = of_faults(
    "substantial-editorial-link",
    "This change affects {listed}, but its reason does not say so.",
    "name the field here",
    "say in the reason what changed in it, or remove the change.",
    "reason",
)
