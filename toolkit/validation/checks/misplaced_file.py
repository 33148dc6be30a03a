"""A file is in the folder of a pillar, but not in a folder for entries.

Entries are in the folders `practices` and `resources` of a pillar, and nowhere deeper. The only
other page of a pillar is its introduction, `index.md`. A file anywhere else would be published
without its front matter.

## What to do

Move the file to `practices` or `resources` in its pillar. If it is not an entry, move it to
`about`.

## Example

Wrong:

```text
docs/prevention/guides/unodc-toolkit-2008.md
```

Right:

```text
docs/prevention/resources/unodc-toolkit-2008.md
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Severity
from toolkit.validation.context import Context
from toolkit.validation.places import is_misplaced

ID: Final = "misplaced-file"
SEVERITY: Final = Severity.ERROR


def check(context: Context) -> Iterator[Finding]:
    """Report the files of pillars that are neither entries nor introductions."""
    for document in context.content.documents:
        if is_misplaced(document):
            pillar = document.path.partition("/")[0]
            folder = f"{context.content.prefix}/{pillar}"
            yield Finding(
                "This folder is neither for entries nor for pages.",
                document.source.at(1),
                hint=f"move the file to {folder}/practices/ or {folder}/resources/.",
            )
