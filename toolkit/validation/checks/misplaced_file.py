"""A file lies in the folder of a pillar, but not where entries lie.

Entries lie in the folders `practices` and `resources` of a pillar, and nowhere deeper. The only
other page of a pillar is its introduction, `index.md`. A file in another place would be shown as a
page without its facts.

## What to do

Move the file into `practices` or `resources` of its pillar. If it is no entry, move it to `about`.

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
                "Neither an entry nor a page can lie here.",
                document.source.at(1),
                hint=f"move the file to {folder}/practices/ or {folder}/resources/.",
            )
