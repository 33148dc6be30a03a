"""Two versions of a file were put together, and the marks of that were left in.

When two people change the same lines, git writes both versions into the file, between lines that
begin with `<<<<<<<` and `>>>>>>>`. Somebody has to choose before the file can be read.

## What to do

Keep the lines that are right and remove the three lines with the marks. Where two people added a
statement each, both stay.

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

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context

ID: Final = "conflict-marker"
SEVERITY: Final = Severity.ERROR


def check(context: Context) -> Iterator[Finding]:
    """Report where the two versions begin."""
    for fault in context.content.faults(ID):
        yield Finding(
            "Two versions of this file were put together, and nobody has chosen yet.",
            fault.location,
            "remove these marks",
            "keep the right lines, and remove those with <<<<<<<, ======= and >>>>>>>.",
        )
