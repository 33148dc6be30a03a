"""A file contains the markers of a merge conflict.

When two people change the same lines, Git writes both versions into the file, between lines that
begin with `<<<<<<<` and `>>>>>>>`. Somebody has to choose before the file can be used.

## What to do

Keep the lines that are right and remove the three lines with the markers. If two people each added
a statement, keep both.

## Example

Wrong:

```yaml
recognises:
<<<<<<< HEAD
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
=======
  - {entry: guide, digest: "sha256:9ab4...", on: 2026-01-06}
>>>>>>> theirs
```

Right:

```yaml
recognises:
  - {entry: guide, digest: "sha256:9ab4...", on: 2026-01-06}
  - {entry: manual, digest: "sha256:1f0c...", on: 2026-01-05}
```
"""

from toolkit.problems import Finding, Findings
from toolkit.validation.context import Context, and_the_rest

_HINT = "keep the lines that are right; remove the lines with <<<<<<<, ======= and >>>>>>>."


def check(context: Context) -> Findings:
    """Report where the two versions begin, or what was left of them."""
    for fault in context.content.faults("conflict-marker"):
        message = "This file contains two versions of the same lines (a merge conflict)."
        label, hint = "the first version begins here", _HINT
        if not fault.location.source.line(fault.location.line).startswith("<"):
            message = "A line of a merge conflict was left in this file."
            label, hint = "remove it", "check whether lines around it appear twice."
        yield Finding(message, fault.location, label, and_the_rest(context, fault, hint))
