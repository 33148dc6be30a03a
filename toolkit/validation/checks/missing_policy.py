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

from toolkit.validation.of_faults import of_faults

check = of_faults(
    "missing-policy",
    "The policy {prefix}/recognition/policy.yml is missing.",
    hint="add it with procedure, secretariat, circulation_days and membership_complete.",
)
