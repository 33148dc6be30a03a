"""Two paths differ only in capitals or in the way that accents are stored.

On many computers `Guide.md` and `guide.md` are the same file: one of the two is lost without a
warning when the project is copied there. Accents can be stored in two ways that look the same, with
the same effect.

## What to do

Rename or remove one of the two. Small letters without accents are always safe.

## Example

Wrong:

```text
docs/about/Safety.md
docs/about/safety.md
```

Right:

```text
docs/about/safety.md
```
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.source import SourceFile
from toolkit.validation.context import Context

ID: Final = "twin-paths"
SEVERITY: Final = Severity.ERROR


def check(context: Context) -> Iterator[Finding]:
    """Compare the folders and files of the content in one spelling."""
    seen: dict[str, str] = {}
    for path in sorted(context.content.paths):
        parts = path.split("/")
        for end in range(1, len(parts) + 1):
            step = "/".join(parts[:end])
            first = seen.setdefault(_folded(step), step)
            if first != step:
                place = SourceFile(f"{context.content.prefix}/{path}").at(1)
                yield Finding(
                    f'This path differs from "{context.content.prefix}/{first}" only in capitals '
                    "or accents.",
                    place,
                    hint="rename or remove one of the two: some computers confuse them.",
                )
                break


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
