"""An editorial change is not declared by the secretariat.

An editorial change carries the statements of organizations over to a text that they have not seen.
Only the secretariat named in `docs/recognition/policy.yml` may declare one.

## What to do

Ask the secretariat to declare the change. If the secretariat has changed, correct
`docs/recognition/policy.yml`, and put the former rules under `earlier` there.

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

from toolkit.validation.of_faults import of_faults

check = of_faults(
    "foreign-editorial-link",
    "Only {quoted[0]} may declare editorial changes, not {quoted[1]}.",
    hint="ask the secretariat to declare it; see {prefix}/recognition/policy.yml.",
    field="by",
)
