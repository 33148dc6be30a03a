"""A register contains more statements than an organization can have meant.

One statement for each text is enough. A register with thousands of lines was probably written by a
program that went wrong, and would slow down every build.

## What to do

Remove repeated statements. A register may contain 5,000 statements.

## Example

Wrong:

```yaml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
```

Right:

```yaml
recognises:
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
```
"""

from toolkit.validation.of_faults import of_faults

check = of_faults(
    "oversized-register",
    "This register contains {fault.numbers[0]:,} statements; the limit is {fault.numbers[1]:,}.",
    "the first one over the limit",
    "remove repeated statements.",
)
