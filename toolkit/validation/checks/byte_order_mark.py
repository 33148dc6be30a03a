"""A file begins with an invisible mark, the byte-order mark.

Some editors put it at the beginning of files. The toolkit reads such files all the same; other
programs then don't see that the facts begin on the first line.

## What to do

Save the file as "UTF-8", not as "UTF-8 with BOM". `toolkit check --fix` removes the mark for you.
This notice stops nothing.

## Example

Wrong:

```text
guide.md    saved as "UTF-8 with BOM"
```

Right:

```text
guide.md    saved as "UTF-8"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from toolkit.problems import Finding, Fix, Severity
from toolkit.source import Location
from toolkit.validation.context import Context

ID: Final = "byte-order-mark"
SEVERITY: Final = Severity.NOTICE


def check(context: Context) -> Iterator[Finding]:
    """Look for files that began with the mark."""
    for document in context.content.documents:
        source = document.source
        if source.has_mark:
            yield Finding(
                "The file begins with an invisible mark, the byte-order mark.",
                source.at(1),
                "",
                'save the file as "UTF-8", not as "UTF-8 with BOM".',
                "",
                (Fix(Location(source, 1, 0, 1, 1), ""),),
            )
