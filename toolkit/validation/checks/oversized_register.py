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

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context


def check(context: Context) -> Findings:
    """Report the first statement beyond the limit."""
    for fault in context.content.faults("oversized-register"):
        found, most = fault.numbers
        yield Finding(
            f"This register contains {found:,} statements; the limit is {most:,}.",
            fault.location,
            "the first one over the limit",
            "remove repeated statements.",
        )
